"""Which panes are seen, and which of them has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tuireader.app.commands.command import Context

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.main import MainScreen

SINGLE_PANE_BELOW = 80
"""The width of the screen, in cells, under which one pane is shown at a time."""


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
    """

    def __init__(self, app: ReaderApp, list_width: int) -> None:
        self._app = app
        self._list_width = list_width
        self._reading = False
        self.zen = False

    @property
    def _screen(self) -> MainScreen:
        return self._app.main

    @property
    def single(self) -> bool:
        """Whether there is room for one pane only."""
        return self._screen.size.width < SINGLE_PANE_BELOW

    @property
    def context(self) -> Context:
        """The pane that has the focus."""
        focused = self._screen.focused
        if focused is None:
            return Context.READING if self._reading else Context.LIST
        in_pane = self._screen.pane in focused.ancestors_with_self
        return Context.READING if in_pane else Context.LIST

    @property
    def active(self) -> Scrollable:
        """The pane that the moving keys move in."""
        if self.context is Context.READING:
            return self._screen.pane
        return self._screen.articles

    def focus_list(self) -> None:
        """Go to the list."""
        self._reading = self.zen = False
        self.arrange()
        self._screen.articles.focus()

    def focus_text(self) -> None:
        """Go to the text."""
        self._reading = True
        self.arrange()
        self._screen.pane.focus_text()

    def refocus(self) -> None:
        """Go back to the pane that had the focus before an input line took it."""
        if self._reading:
            self.focus_text()
        else:
            self.focus_list()

    def focus_moved(self) -> None:
        """Follow the focus wherever it went, by a key or by the mouse."""
        focused = self._screen.focused
        bars = (self._screen.command_line, self._screen.filter_bar)
        if focused is None or any(bar in focused.ancestors_with_self for bar in bars):
            return
        self._reading = self.context is Context.READING
        if self._reading:
            self._app.session.enter()
        self._app.keys.hint()

    def back(self) -> None:
        """Leave zen, or else go to the list."""
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
        screen.articles.display = not text_alone
        screen.pane.display = text_alone or not self.single
        screen.divider.display = not (text_alone or self.single)
        screen.footer.display = not self.zen
        screen.articles.styles.width = "1fr" if self.single else self.list_width

    @property
    def list_width(self) -> int:
        """The width of the list beside the text, in cells."""
        width = self._screen.size.width
        most = max(16, width - 30)
        return min(max(16, self._list_width or 22 + width // 10), most)

    def widen_list(self, cells: int) -> None:
        """Make the list wider, or narrower where negative."""
        self._list_width = self.list_width + cells
        self.arrange()
