"""Counting what is in each view, in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message
from textual.screen import Screen

from tuireader.app.source import ArticleSource
from tuireader.app.view_rows import ViewRow, always_and_kept, named
from tuireader.library.marks import Marks
from tuireader.state.views import View as KeptView


@dataclass
class ViewsCounted(Message):
    """The rows of the list of views are known."""

    rows: Sequence[ViewRow]


class ViewCounter:
    """Counts for a screen, one time after the other.

    Args:
        screen: Where the messages go; it must call `finished` for each.
        library: Where the articles are.
    """

    def __init__(self, screen: Screen[None], library: ArticleSource) -> None:
        self._screen: Screen[None] = screen
        self._library = library
        self._named: list[ViewRow] | None = None
        self._wanted: tuple[Sequence[KeptView], Marks] | None = None
        self._busy = False

    def ask(self, kept: Sequence[KeptView], marks: Marks) -> None:
        """Ask for the rows; a message brings them."""
        self._wanted = kept, marks
        if not self._busy:
            self._begin()

    def forget(self) -> None:
        """Count everything anew next time: the articles have changed."""
        self._named = None

    def finished(self) -> None:
        """Take note of an answer, and begin again where it was asked for meanwhile."""
        self._busy = False
        if self._wanted is not None:
            self._begin()

    def _begin(self) -> None:
        assert self._wanted is not None
        (kept, marks), self._wanted = self._wanted, None
        self._busy = True

        def work() -> None:
            rows = always_and_kept(self._library, kept, marks)
            names = self._named
            if names is None:
                names = self._named = named(self._library)
            self._screen.post_message(ViewsCounted([*rows, *names]))

        self._screen.run_worker(work, thread=True, group="count", name="count")
