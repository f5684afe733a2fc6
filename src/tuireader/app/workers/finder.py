"""Finding the articles that the reader asked to see, in the background."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message
from textual.screen import Screen

from tuireader.app.looking import Answer, look_for
from tuireader.app.source import ArticleSource
from tuireader.app.view import View
from tuireader.library.marks import Marks


@dataclass
class ArticlesFound(Message):
    """A view has been looked for."""

    answer: Answer


class ArticleFinder:
    """Finds articles for a screen: one view at a time, always the one asked for last.

    Args:
        screen: Where the messages go; it must call `finished` for each.
        library: Where they are found.
    """

    def __init__(self, screen: Screen[None], library: ArticleSource) -> None:
        self._screen: Screen[None] = screen
        self._library = library
        self._marks = Marks()
        self._again = False
        self._busy = False
        self.wanted: View | None = None

    def ask(self, view: View, marks: Marks) -> None:
        """Ask for the articles of a view; a message brings them."""
        self.wanted, self._marks = view, marks
        self._again = self._busy
        if not self._busy:
            self._begin()

    def forget(self) -> None:
        """Want no answer any more."""
        self.wanted, self._again = None, False

    def finished(self) -> bool:
        """Take note of an answer, and begin the next; return whether it is the one wanted."""
        self._busy = False
        if self.wanted is None:
            return False
        if self._again:
            self._again = False
            self._begin()
            return False
        self.wanted = None
        return True

    def find(self, view: View, marks: Marks) -> Answer:
        """Return the articles of a view at once: for views that take a few milliseconds."""
        self.forget()
        return look_for(self._library, view, marks)

    def _begin(self) -> None:
        assert self.wanted is not None
        view, marks = self.wanted, self._marks
        self._busy = True
        screen, library = self._screen, self._library

        def work() -> None:
            screen.post_message(ArticlesFound(look_for(library, view, marks)))

        self._screen.run_worker(work, thread=True, group="find", name="find")
