"""Narrowing the list to the articles that fit a query."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.app.looking import present_marks
from tuireader.app.workers.completer import complete

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.main import MainScreen


class FilterController:
    """What happens to the query of the list.

    Args:
        app: The running program.
        screen: The main screen.
    """

    def __init__(self, app: ReaderApp, screen: MainScreen) -> None:
        self._app = app
        self._screen = screen

    def open(self) -> None:
        """Ask for a query."""
        self._screen.filter_bar.open(self._app.listing.view.query)

    def ask(self, query: str) -> None:
        """Narrow the list to what fits a query; show everything where it is empty."""
        if not query:
            self._screen.filter_bar.tell("")
        self._app.listing.set_view(replace(self._app.listing.view, query=query))

    def complete(self, text: str, cursor: int) -> None:
        """Look for ways to go on with the query that is being typed."""
        complete(self._screen, self._app.library, text, cursor, present_marks(self._app.state))

    def accept(self) -> None:
        """Go to what was found."""
        self._screen.filter_bar.close()
        self._app.panes.focus_list()

    def cancel(self) -> None:
        """Show everything again."""
        self._screen.filter_bar.close()
        self.ask("")
        self._app.panes.focus_list()
