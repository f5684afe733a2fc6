"""The list of views: shown, chosen from, put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.looking import present_marks
from tuireader.app.view import View
from tuireader.app.view_rows import ViewRow
from tuireader.app.workers.view_counter import ViewCounter, ViewsCounted

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.main import MainScreen


class ViewController:
    """What happens to the views.

    Args:
        app: The running program.
        screen: The main screen.
        counter: What counts the articles of each.
    """

    def __init__(self, app: ReaderApp, screen: MainScreen, counter: ViewCounter) -> None:
        self._app = app
        self._screen = screen
        self._counter = counter
        self._follow = ""

    def begin(self) -> None:
        """Show the list of views where the settings say so."""
        if self._app.settings.flag("list", "views"):
            self._app.panes.show_views(True)
            self.refresh()

    def toggle(self) -> None:
        """Show the list of views, go to it, or hide it where the reader is in it."""
        if self._screen.views.has_focus:
            self.close()
            return
        self._keep_open(True)
        self._app.panes.show_views(True, instead=True)
        self._screen.set_focus(self._screen.views)
        self.refresh()

    def close(self) -> None:
        """Hide the list of views."""
        self._keep_open(False)
        self._app.panes.show_views(False)
        self._app.panes.focus_list()

    def _keep_open(self, is_open: bool) -> None:
        if self._app.settings.flag("list", "views") != is_open:
            self._app.choices.keep("list", "views", is_open)

    def refresh(self, *, articles: bool = False) -> None:
        """Count anew where the list is seen.

        Args:
            articles: Whether there are other articles now.
        """
        if articles:
            self._counter.forget()
        if self._screen.views.display:
            state = self._app.state
            self._counter.ask(state.views.all(), present_marks(state))

    def counted(self, message: ViewsCounted) -> None:
        """Show what was counted."""
        self._counter.finished()
        follow, self._follow = self._follow, ""
        self._screen.views.show(message.rows, self._app.listing.view.within, follow)

    def choose(self, name: str, query: str, sort: str = "") -> None:
        """Show the articles of a view, in the order it had last.

        Args:
            name: What it is called.
            query: What is in it; empty for all articles.
            sort: The order that it was kept with.
        """
        grouped = self._app.settings.flag("list", "group")
        view = View(within=query, name=name if query else "", grouped=grouped)
        self._app.listing.set_view(self._app.orders.in_order(view, sort))
        self._screen.views.mark_shown(query)

    def chosen(self, row: ViewRow) -> None:
        """Show a row's articles, and go to them."""
        self.choose(row.name, row.query, row.sort)
        if not self._app.panes.room_for_views:
            self._app.panes.show_views(False)
        self._app.panes.focus_list()

    def move(self, row: ViewRow, steps: int) -> None:
        """Put a kept view elsewhere among the others."""
        self._screen.say(self._app.state.views.move(row.name, steps))
        self._follow = row.query
        self.refresh()

    def remove(self, row: ViewRow) -> None:
        """Keep a view no longer."""
        self._screen.say(self._app.state.views.remove(row.name))
        self.refresh()
