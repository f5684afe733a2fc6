"""Screens over the others that hold more than is seen at a time."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen


class ScrollingScreen(ModalScreen[None]):
    """Scrolls its one `VerticalScroll` by the keys that move in a text, and closes."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Close", show=False),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("pageup,shift+space", "page(-1)", "Page up", show=False),
        Binding("ctrl+d", "page(0.5)", "Half a page down", show=False),
        Binding("ctrl+u", "page(-0.5)", "Half a page up", show=False),
        Binding("home,g", "ends(False)", "Beginning", show=False),
        Binding("end,G", "ends(True)", "End", show=False),
    ]

    @property
    def scrolled(self) -> VerticalScroll:
        """What is scrolled."""
        return self.query_one(VerticalScroll)

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Move by lines."""
        self.scrolled.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: float) -> None:
        """Move by pages, or parts of one."""
        lines = round(pages * max(2, self.scrolled.size.height))
        self.scrolled.scroll_relative(y=lines, animate=False)

    def action_ends(self, end: bool) -> None:
        """Go to the end, or to the beginning."""
        if end:
            self.scrolled.scroll_end(animate=False)
        else:
            self.scrolled.scroll_home(animate=False)
