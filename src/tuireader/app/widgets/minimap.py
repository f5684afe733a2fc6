"""The scroll bar of the text, which also shows where the quotes and the hits are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget


class Mark(NamedTuple):
    """Something worth seeing on a row of the bar."""

    glyph: str
    style: Style


THUMB, TRACK = "┃", "│"


class Minimap(Widget):
    """A column of marks beside a column that shows which part of the text is on screen."""

    DEFAULT_CSS = """
    Minimap {
        width: 2;
        height: 1fr;
        background: $background;
        color: $foreground 50%;
    }
    """

    @dataclass
    class Pointed(Message):
        """The reader pointed at a line of the text.

        Attributes:
            line: The line that should be in the middle of the screen.
        """

        line: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._marks: Mapping[int, Mark] = {}
        self._height = 0
        self._top = 0
        self._seen = 0
        self._held = False
        self._base: Style | None = None

    def notify_style_update(self) -> None:
        """Take on the colours of a new theme."""
        super().notify_style_update()
        self._base = None

    def set_marks(self, marks: Mapping[int, Mark], height: int) -> None:
        """Set what is marked, by row of the bar, beside a text of so many lines."""
        self._marks = marks
        self._height = height
        self.refresh()

    def set_window(self, top: int, seen: int) -> None:
        """Set which line is the first on screen, and how many are."""
        before = self._shown_rows
        self._top, self._seen = top, seen
        changed = before ^ self._shown_rows
        if changed:
            self.refresh(Region(0, min(changed), self.size.width, max(changed) - min(changed) + 1))

    @property
    def _shown_rows(self) -> set[int]:
        """The rows of the bar that stand for what is on screen; none where all of it is."""
        if self._height <= self._seen:
            return set()
        first = self.row_of(self._top)
        return set(range(first, max(first, self.row_of(self._top + self._seen - 1)) + 1))

    def row_of(self, line: int) -> int:
        """Return the row of the bar that stands for a line of the text."""
        rows = self.size.height
        longest = max(self._height, rows, 1)
        return min(rows - 1, line * rows // longest)

    def render_line(self, y: int) -> Strip:
        """Return a row of the bar."""
        if self._base is None:
            self._base = self.rich_style
        base = self._base
        mark = self._marks.get(y)
        if self._height <= self._seen:
            bar = Segment(" ", base)
        elif y in self._shown_rows:
            bar = Segment(THUMB, base + Style(bold=True))
        else:
            bar = Segment(TRACK, base + Style(dim=True))
        beside = Segment(mark.glyph, base + mark.style) if mark else Segment(" ", base)
        return Strip([beside, bar], 2)

    def _point(self, row: int) -> None:
        rows = max(1, self.size.height)
        self.post_message(self.Pointed(row * max(self._height, rows) // rows))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go where the reader points."""
        self._held = True
        self.capture_mouse()
        self._point(event.y)
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse while its button is held."""
        if self._held:
            self._point(event.y)

    def on_mouse_up(self) -> None:
        """Let go."""
        self._held = False
        self.release_mouse()
