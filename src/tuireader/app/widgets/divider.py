"""The line between two panes; dragging it moves it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tuireader.app.symbols import UNICODE, Symbols


class Divider(Widget):
    """A vertical line that can be dragged with the mouse."""

    def __init__(self, symbols: Symbols = UNICODE) -> None:
        super().__init__()
        self._symbols = symbols

    @dataclass
    class Dragged(Message):
        """The line was pulled to the right by some cells, to the left where negative."""

        cells: int

    def render(self) -> Content:
        """Draw the line."""
        return Content("\n".join(self._symbols.line * self.size.height))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the line."""
        self.capture_mouse()
        event.stop()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of it."""
        self.release_mouse()
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pull it along."""
        if self.app.mouse_captured is self:
            moved = event.screen_x - self.region.x
            if moved:
                self.post_message(self.Dragged(moved))
            event.stop()
