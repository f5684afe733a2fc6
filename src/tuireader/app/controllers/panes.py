"""Which panes are seen, and which of them has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual.geometry import Offset

from tuireader.app.commands.command import Context

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.main import MainScreen

SINGLE_PANE_BELOW = 80
"""The width of the screen, in cells, under which one pane is shown at a time."""
VIEWS_FROM = 110
"""The width of the screen from which on the list of views stands beside that of articles."""
VIEWS_WIDTH = 26
"""The width of the list of views beside others, in cells."""
_LEAST_LINES = 5
"""The least height of a pane above or below another, in lines."""
SINGLE_PANE_UNDER = 18
"""Likewise the height, in lines, where the list stands above the text."""


class Scrollable(Protocol):
    """A pane that the moving keys move in."""

    def scroll_lines(self, lines: int) -> None:
        """Move by lines, or articles; negative is up."""
        ...

    def scroll_pages(self, pages: float) -> None:
        """Move by pages, or parts of one; negative is up."""
        ...

    def go_top(self) -> None:
        """Go to the start."""
        ...

    def go_bottom(self) -> None:
        """Go to the end."""
        ...


class PaneController:
    """Shows, hides and focuses the panes of the main screen.

    Args:
        app: The running program.
        list_width: The width of the list beside the text, in cells; 0 to fit the screen.
        stacked: Whether the list stands above the text.

    Attributes:
        stacked: The same.
        zen: Whether nothing but the text is shown.
        awaited: Whether the focus is wanted in the text and cannot go there yet: a message in its
            place is not on the screen before the next frame, and may be gone by then.
    """

    def __init__(self, app: ReaderApp, list_width: int, stacked: bool = False) -> None:
        self._app = app
        self._list_width = list_width
        self._list_height: int | None = None
        self.stacked = stacked
        self._reading = self.awaited = False
        self._views = False
        self._views_instead = False
        self.zen = False

    @property
    def _screen(self) -> MainScreen:
        return self._app.main

    @property
    def single(self) -> bool:
        """Whether there is room for one pane only."""
        size = self._screen.size
        if self.stacked:
            return size.height < SINGLE_PANE_UNDER
        return size.width < SINGLE_PANE_BELOW

    @property
    def context(self) -> Context:
        """The pane that has the focus."""
        focused = self._screen.focused
        if focused is None or self.awaited:
            return Context.READING if self._reading else Context.LIST
        if not self._screen.complete:
            return Context.LIST
        in_pane = self._screen.pane in focused.ancestors_with_self
        return Context.READING if in_pane else Context.LIST

    @property
    def active(self) -> Scrollable:
        """The pane that the moving keys move in."""
        if self.context is Context.READING:
            return self._screen.pane
        return self._screen.articles

    @property
    def focus_place(self) -> Offset | None:
        """Where on the screen the reader is in the pane that has the focus.

        None where a line for typing has it, which knows its own cursor.
        """
        focused = self._screen.focused
        if focused is self._screen.articles:
            return self._screen.articles.focus_place
        return self._screen.pane.view.focus_place if focused is self._screen.pane.view else None

    def focus_list(self) -> None:
        """Go to the list."""
        self._reading = self.awaited = self.zen = self._views_instead = False
        self.arrange()
        self._screen.set_focus(self._screen.articles)  # at once: the next key may wait

    def focus_text(self) -> None:
        """Go to the text."""
        self._reading = True
        self._views_instead = False
        self.arrange()
        self._screen.pane.focus_text()
        focused = self._screen.focused
        self.awaited = focused is None or self._screen.pane not in focused.ancestors_with_self

    def refocus(self) -> None:
        """Go back to the pane that had the focus before an input line took it."""
        if self._reading:
            self.focus_text()
        else:
            self.focus_list()

    def focus_moved(self) -> None:
        """Follow the focus wherever it went, by a key or by the mouse."""
        focused = self._screen.focused
        screen = self._screen
        bars = (screen.command_line, screen.filter_bar, screen.prompt)
        if focused is None or any(bar in focused.ancestors_with_self for bar in bars):
            return
        self.awaited = False
        self._reading = self.context is Context.READING
        if self._reading:
            self._app.session.enter()
        self._app.keys.hint()

    def back(self) -> None:
        """Show the whole text and nothing over it, or else leave zen, or else go to the list."""
        if self._screen.pane.put_away():
            return
        if self.zen:
            self.toggle_zen()
        else:
            self.focus_list()

    def switch(self) -> None:
        """Go to the other pane."""
        if self.context is Context.READING:
            self.focus_list()
        else:
            self.focus_text()

    def toggle_zen(self) -> None:
        """Show nothing but the text, or everything again."""
        self.zen = not self.zen
        self.focus_text()

    def arrange(self) -> None:
        """Show the panes that there is room for."""
        screen = self._screen
        text_alone = self.zen or (self.single and self._reading)
        views_fit = self.room_for_views or self._views_instead
        screen.views.display = self._views and views_fit and not text_alone
        only_views = screen.views.display and not self.room_for_views
        screen.articles.display = not (text_alone or only_views)
        if screen.complete:
            screen.pane.display = text_alone or not self.single
        screen.divider.display = not (text_alone or self.single or self.stacked)
        screen.footer.display = not self.zen
        screen.panes.styles.layout = "vertical" if self.stacked else "horizontal"
        beside = not (self.single or self.stacked)
        screen.articles.styles.width = self.list_width if beside else "1fr"
        above = self.stacked and not self.single
        screen.articles.styles.height = self._list_lines if above else "1fr"

    @property
    def room_for_views(self) -> bool:
        """Whether the list of views has room beside the other lists."""
        return self._screen.size.width >= VIEWS_FROM

    def show_views(self, shown: bool, *, instead: bool = False) -> None:
        """Show the list of views where there is room for it.

        Args:
            shown: Whether it is wanted.
            instead: Whether it may take the place of the list of articles, until the reader goes
                to that or to the text.
        """
        self._views, self._views_instead = shown, instead
        self.arrange()

    def stack(self, stacked: bool) -> None:
        """Put the list above the text, or beside it."""
        self.stacked = stacked
        self.arrange()

    @property
    def list_width(self) -> int:
        """The width of the list beside the text, in cells."""
        width = self._screen.size.width
        if self._screen.views.display and self.room_for_views:
            width -= VIEWS_WIDTH
        most = max(16, width - 30)
        return min(max(16, self._list_width or 22 + width // 10), most)

    @property
    def _list_lines(self) -> int | str:
        """The height of the list above the text."""
        if self._list_height is None:
            return "35%"
        return min(
            max(_LEAST_LINES, self._list_height), self._screen.size.height - 2 * _LEAST_LINES
        )

    def heighten_list(self, lines: int) -> None:
        """Make the list above the text higher, or lower where negative."""
        if self.stacked and not self.single:
            before = self._screen.articles.size.height + 1  # its upper edge is a line of its own
            self._list_height = before + lines
            self.arrange()

    def set_list_width(self, cells: int) -> None:
        """Make the list as wide as said; 0 to fit the screen."""
        self._list_width = cells
        self.arrange()

    def widen_list(self, cells: int) -> None:
        """Make the list wider, or narrower where negative."""
        self._list_width = self.list_width + cells
        self.arrange()
