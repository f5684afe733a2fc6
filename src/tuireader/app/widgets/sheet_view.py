"""A sheet painted line by line, only as far as it is seen, and its place kept while it changes."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuireader.annotation.annotation import Annotation
from tuireader.app.rendition.geometry import DEFAULT_WIDTH, geometry
from tuireader.app.rendition.marks import Marks
from tuireader.app.rendition.page import Page
from tuireader.app.rendition.sheet import Sheet
from tuireader.app.rendition.side_notes import SideNotes
from tuireader.app.widgets.dress import Colours, Dress
from tuireader.app.widgets.keeps_focus import KeepsFocus
from tuireader.app.widgets.sized import Sized

SLICE = 40_000
"""So many characters are broken into lines between two keys of the reader."""
REST = 0.001
"""Seconds between two slices in which keys are answered; `call_later` alone leaves no time."""
MOST_STRIPS = 4096


@dataclass(frozen=True)
class Move:
    """Another part of the text is on screen, or it lies there otherwise.

    Attributes:
        by_reader: Whether the reader scrolled or jumped.
        anew: Whether the lines were broken anew.
    """

    by_reader: bool = False
    anew: bool = False


class SheetView(KeepsFocus, ScrollView, Sized, can_focus=True, inherit_bindings=False):
    """Shows a sheet in a centred column; every place it knows is an offset into `Article.text`.

    Args:
        moved: Told of each move at once, not by a message: what shows the place of the text is
            then painted in one frame with it.
    """

    DEFAULT_CSS = """
    SheetView {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size: 0 0;
        background: $background;
        color: $foreground;
    }
    """

    def __init__(self, moved: Callable[[Move], None]) -> None:
        super().__init__()
        self._moved = moved
        self.desired_width = DEFAULT_WIDTH
        self.justify = False
        self.marks = Marks.of(Annotation())
        self.page: Page | None = None
        self._sheet: Sheet | None = None
        self._side_notes: SideNotes | None = None
        self._voices: Mapping[str, int] = {}
        self._dress: Dress | None = None
        self._strips: dict[int, Strip] = {}
        self._anchor = 0
        self._above = 0
        self._placing = False

    def show_sheet(
        self,
        sheet: Sheet | None,
        side_notes: SideNotes | None = None,
        voices: Mapping[str, int] | None = None,
        *,
        position: int = 0,
    ) -> None:
        """Show a text from a position on; None shows nothing.

        Args:
            sheet: The text.
            side_notes: What is named beside it.
            voices: Which colour each voice has, by its key.
            position: The offset in `Article.text` to bring to the top.
        """
        self._sheet = sheet
        self._side_notes = side_notes
        if voices is not None:
            self._voices = voices
            self._dress = None
        self._anchor = position
        self._above = 0
        self._lay_out()

    def set_justify(self, justify: bool) -> None:
        """Set whether lines are filled to an even length."""
        self.justify = justify
        self._lay_out()

    def set_width(self, width: int) -> None:
        """Set the widest the column may be, in cells; the line being read stays on top."""
        self.desired_width = width
        self._lay_out()

    @property
    def column(self) -> int:
        """How wide the column of text is, in cells; 0 where no text is shown."""
        return self.page.place.column if self.page is not None else 0

    @property
    def position(self) -> int:
        """The offset in `Article.text` of the first line on screen."""
        return self._anchor

    @property
    def progress(self) -> float:
        """The share of the text that is on screen or above it, from 0 to 1."""
        if self.page is None or not self.page.height or not self.size.height:
            return 0.0
        return min(1.0, (self.scroll_offset.y + self.size.height) / self.page.height)

    @property
    def at_end(self) -> bool:
        """Whether the last line is on screen."""
        return self.page is not None and self.scroll_offset.y >= self.max_scroll_y

    def _lay_out(self) -> None:
        width = self.size.width
        self.page = None
        if self._sheet is not None and width:
            place = geometry(width, self.desired_width)
            self.page = Page(self._sheet, place, self._side_notes, justify=self.justify)
            if not self.page.layout.settled:
                self.call_after_refresh(self._settle, self.page)
        self._take_height()
        self.repaint()

    async def _settle(self, page: Page) -> None:
        """Break some more lines of a long text between two keys of the reader."""
        await sleep(REST)
        if page is not self.page:
            return
        if page.layout.settle(SLICE):
            self._strips.clear()  # what is on screen was looked at: it is painted only if it moves
            self._take_height()
        else:
            self.call_later(self._settle, page)

    def _take_height(self) -> None:
        height = self.page.height if self.page is not None else 0
        self.virtual_size = Size(self.size.width, height)
        self._place()
        self._moved(Move(anew=True))

    def _place(self) -> None:
        """Bring the line that is being read to the top, without taking it for the reader's move."""
        if self.page is None:
            return
        self._placing = True
        line = self.page.line_of_position(self._anchor) if self._anchor > 0 else 0
        self.scroll_to(y=max(0, line - self._above), animate=False)
        self._placing = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Repaint, and remember the place unless only the layout changed."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value):
            return
        by_reader = not self._placing
        if by_reader and self.page is not None:
            top = self.scroll_offset.y
            self._anchor = self.page.position_of_line(top) if top else 0
            self._above = self.page.line_of_position(self._anchor) - top if top else 0
        self._moved(Move(by_reader=by_reader))

    def fit(self) -> None:
        """Break the lines anew where the width changed."""
        if self.page is None or self.page.place.width != self.size.width:
            self._lay_out()
        else:
            self._place()
            self._moved(Move(anew=True))

    def notify_style_update(self) -> None:
        """Take on the colours of a new theme."""
        super().notify_style_update()
        dress = self._dress
        if dress is None or (dress.colours, dress.base) != (Colours.of(self), self.rich_style):
            self._dress = None
            self._strips.clear()
            self._moved(Move(anew=True))

    def repaint(self) -> None:
        """Paint the text anew without breaking its lines again."""
        self._strips.clear()
        self.refresh()

    def set_marks(self, marks: Marks) -> None:
        """Set what lies over the text."""
        self.marks = marks
        self.repaint()

    @property
    def dress(self) -> Dress:
        """The styles in the present theme."""
        if self._dress is None:
            self._dress = Dress(Colours.of(self), self._voices, self.rich_style)
        return self._dress

    def render_line(self, y: int) -> Strip:
        """Return a line of the widget."""
        number = self.scroll_offset.y + y
        width = self.size.width
        strip = self._strips.get(number)
        if strip is None or strip.cell_length != width:
            if len(self._strips) > MOST_STRIPS:
                self._strips.clear()
            strip = self._strips[number] = self._paint(number, width)
        return strip

    def _paint(self, number: int, width: int) -> Strip:
        if self.page is None or number >= self.page.height:
            return Strip.blank(width, self.dress.base)
        style = self.dress.style
        segments = [
            Segment(fragment.text, style(fragment.ink))
            for fragment in self.page.paint(number, self.marks)
            if fragment.text
        ]
        return Strip(segments).adjust_cell_length(width, self.dress.base)
