"""Finding the articles that a query means, in the background."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message
from textual.screen import Screen

from tuireader.app.source import ArticleSource
from tuireader.library.marks import Marks
from tuireader.library.query.parser import parse
from tuireader.library.query.syntax import QueryError


@dataclass
class ArticlesFound(Message):
    """A query has been answered.

    Attributes:
        query: Its text.
        rows: The `Entry.row` of each article found, in order.
        sorted: Whether the query itself says how they are sorted.
        complaint: What is wrong with the query, as a sentence; empty where nothing is.
    """

    query: str
    rows: tuple[int, ...] = ()
    sorted: bool = False
    complaint: str = ""


class ArticleFinder:
    """Answers queries for a screen: one at a time, always the one asked last.

    Args:
        screen: Where the messages go; it must call `finished` for each.
        library: What answers them.
    """

    def __init__(self, screen: Screen[None], library: ArticleSource) -> None:
        self._screen: Screen[None] = screen
        self._library = library
        self._wanted: tuple[str, Marks] | None = None
        self._busy = False

    def ask(self, query: str, marks: Marks) -> None:
        """Ask for the articles that a query means; a message brings them."""
        self._wanted = query, marks
        if not self._busy:
            self._begin()

    def forget(self) -> None:
        """Want no answer any more."""
        self._wanted = None

    def finished(self, message: ArticlesFound) -> bool:
        """Take note of an answer, and begin the next; return whether it is the one wanted."""
        self._busy = False
        if self._wanted is None:
            return False
        if self._wanted[0] != message.query:
            self._begin()
            return False
        self._wanted = None
        return True

    def _begin(self) -> None:
        assert self._wanted is not None
        query, marks = self._wanted
        self._busy = True
        screen, library = self._screen, self._library

        def work() -> None:
            screen.post_message(_answer(library, query, marks))

        self._screen.run_worker(work, thread=True, group="find", name="find")


def _answer(library: ArticleSource, query: str, marks: Marks) -> ArticlesFound:
    try:
        wanted = parse(query, typing=True)
        found = library.find(wanted, marks)
    except QueryError as error:
        hint = f' Did you mean "{error.suggestion}"?' if error.suggestion else ""
        return ArticlesFound(query, complaint=f"{error.message}{hint}")
    except Exception as error:
        return ArticlesFound(query, complaint=f"The search failed: {error}")
    return ArticlesFound(query, tuple(found.rows), wanted.sort is not None)
