"""Finding how a query can go on, in the background: names come from the index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message
from textual.screen import Screen

from tuireader.app.source import ArticleSource
from tuireader.library.marks import Marks
from tuireader.library.query.complete import Completion


@dataclass
class Completed(Message):
    """Ways to go on have been found.

    Attributes:
        text: The query that they are for.
        completions: The ways.
    """

    text: str
    completions: Sequence[Completion]


def complete(
    screen: Screen[None], library: ArticleSource, text: str, cursor: int, marks: Marks
) -> None:
    """Look for ways to go on with a query; a message brings them to the screen.

    Args:
        screen: The screen.
        library: Where the names are.
        text: The query so far.
        cursor: Where the cursor stands in it, in code points.
        marks: What the reader did with the articles.
    """

    def work() -> None:
        screen.post_message(Completed(text, library.complete(text, cursor, marks)))

    screen.run_worker(work, thread=True, group="complete", name="complete", exit_on_error=False)
