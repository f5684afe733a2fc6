"""Narrowing the list to the articles that fit a query."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.app.workers.finder import ArticleFinder, ArticlesFound
from tuireader.library.marks import Marks

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.main import MainScreen


class FilterController:
    """What happens to the query of the list.

    Args:
        app: The running program.
        screen: The main screen.
        finder: What answers queries.
    """

    def __init__(self, app: ReaderApp, screen: MainScreen, finder: ArticleFinder) -> None:
        self._app = app
        self._screen = screen
        self._finder = finder

    def open(self) -> None:
        """Ask for a query."""
        self._screen.filter_bar.open(self._app.shelf.view.query)

    def ask(self, query: str) -> None:
        """Narrow the list to what fits a query; show everything where it is empty."""
        if query:
            self._finder.ask(query, self._marks())
        else:
            self._finder.forget()
            self._screen.filter_bar.tell("")
            self._app.listing.set_view(replace(self._app.shelf.view, query=""))

    def _marks(self) -> Marks:
        state = self._app.state
        noted = {note.article_id for note in state.notes.all()}
        return Marks.of(state.records(), noted)

    def answered(self, message: ArticlesFound) -> None:
        """Show what a query found."""
        if not self._finder.finished(message):
            return
        if message.complaint:
            self._screen.filter_bar.tell(message.complaint)
            return
        found = {row: place for place, row in enumerate(message.rows)}
        view = replace(self._app.shelf.view, query=message.query)
        self._app.listing.set_view(view, found, ranked=message.sorted)
        count = len(self._app.shelf.shown)
        self._screen.filter_bar.tell(f"{count} found" if count else "none found")

    def again(self) -> None:
        """Ask once more, as the library has changed."""
        if self._app.shelf.view.query:
            self.ask(self._app.shelf.view.query)

    def accept(self) -> None:
        """Go to what was found."""
        self._screen.filter_bar.close()
        self._app.panes.focus_list()

    def cancel(self) -> None:
        """Show everything again."""
        self._screen.filter_bar.close()
        self.ask("")
        self._app.panes.focus_list()
