"""The text of an article, painted line by line as far as it is seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuireader.annotation.annotation import Annotation, Span
from tuireader.app.rendition.geometry import DEFAULT_WIDTH, geometry
from tuireader.app.rendition.ink import Ink
from tuireader.app.rendition.intervals import Intervals
from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.marks import Marks
from tuireader.app.rendition.page import Page
from tuireader.app.rendition.sheet import Sheet
from tuireader.app.rendition.side_notes import SideNote
from tuireader.app.widgets.dress import Colours, Dress

KEEP_ABOVE = 0.25
"""What is jumped to stands this share of the pane below its top."""


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a sheet in a centred column; every place it knows is an offset into `Article.text`."""

    DEFAULT_CSS = """
    ArticleView {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size: 0 0;
        background: $background;
        color: $foreground;
    }
    """

    @dataclass
    class Moved(Message):
        """Another part of the text is on screen, or it lies there otherwise.

        Attributes:
            by_reader: Whether the reader scrolled or jumped.
            anew: Whether the lines were broken anew.
        """

        by_reader: bool = False
        anew: bool = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self.desired_width = DEFAULT_WIDTH
        self.marks = Marks.of(Annotation())
        self.page: Page | None = None
        self._sheet: Sheet | None = None
        self._side_notes: Sequence[SideNote] = ()
        self._voices: Mapping[str, int] = {}
        self._dress: Dress | None = None
        self._strips: dict[int, Strip] = {}
        self._anchor = 0
        self._placing = False

    def show_sheet(
        self,
        sheet: Sheet | None,
        side_notes: Sequence[SideNote] = (),
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
        self._lay_out()

    def set_width(self, width: int) -> None:
        """Set the widest the column may be, in cells; the line being read stays on top."""
        self.desired_width = width
        self._lay_out()

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
        if self._sheet is None or not width:
            self.page = None
            self.virtual_size = Size(width, 0)
        else:
            place = geometry(width, self.desired_width)
            self.page = Page(self._sheet, place, self._side_notes)
            self.virtual_size = Size(width, self.page.height)
            self._place()
        self.repaint()
        self.post_message(self.Moved(anew=True))

    def _place(self) -> None:
        """Bring the line that is being read to the top, without taking it for the reader's move."""
        if self.page is None:
            return
        self._placing = True
        line = self.page.line_of_position(self._anchor) if self._anchor > 0 else 0
        self.scroll_to(y=line, animate=False)
        self._placing = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Repaint, and remember the place unless only the layout changed."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value):
            return
        by_reader = not self._placing and self.page is not None
        if by_reader and self.page is not None:
            top = self.scroll_offset.y
            self._anchor = self.page.position_of_line(top) if top else 0
        self.post_message(self.Moved(by_reader=by_reader))

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew where the width changed."""
        if self.page is None or self.page.place.width != self.size.width:
            self._lay_out()
        else:
            self._place()
            self.post_message(self.Moved())

    def notify_style_update(self) -> None:
        """Take on the colours of a new theme."""
        super().notify_style_update()
        self._dress = None
        self._strips.clear()

    def repaint(self) -> None:
        """Paint the text anew without breaking its lines again."""
        self._strips.clear()
        self.refresh()

    def set_marks(self, marks: Marks) -> None:
        """Set what lies over the text."""
        self.marks = marks
        self.repaint()

    def set_hits(self, hits: Intervals[Span], current: Span | None) -> None:
        """Set what a search found, in positions of the sheet, and which hit the reader is at."""
        self.set_marks(replace(self.marks, hits=hits, current_hit=current))

    def set_here(self, span: Span | None) -> None:
        """Set the quote or mention the cursor is on."""
        self.set_marks(replace(self.marks, here=span))

    def toggle_layer(self, layer: Layer) -> bool:
        """Switch a layer; return whether it is shown now."""
        self.set_marks(self.marks.toggled(layer))
        return layer in self.marks.layers

    def bring(self, position: int) -> None:
        """Bring an offset of `Article.text` on screen, a little below the top, if it is not."""
        if self.page is None:
            self._anchor = position
            return
        line = self.page.line_of_position(position)
        top, height = self.scroll_offset.y, self.size.height
        if not top + 1 <= line < top + height - 2:
            self.scroll_to(y=line - int(height * KEEP_ABOVE), animate=False)

    def go_to_line_of(self, position: int) -> None:
        """Bring the line of an offset of `Article.text` to the top."""
        self._anchor = position
        self._place()
        self.post_message(self.Moved(by_reader=True))

    def shows_position(self, position: int) -> bool:
        """Whether the line of an offset of `Article.text` is on screen."""
        if self.page is None:
            return False
        line = self.page.line_of_position(position) - self.scroll_offset.y
        return 0 <= line < self.size.height

    def position_at(self, x: int, y: int) -> int | None:
        """Return the offset in `Article.text` at a cell of the widget; None where no text is."""
        if self.page is None or self._sheet is None:
            return None
        found = self.page.sheet_position_at(self.scroll_offset.y + y, x)
        return None if found is None else self._sheet.to_article(found)

    @property
    def dress(self) -> Dress:
        """The styles in the present theme."""
        if self._dress is None:
            self._dress = Dress(Colours.of(self), self._voices)
        return self._dress

    def render_line(self, y: int) -> Strip:
        """Return a line of the widget."""
        number = self.scroll_offset.y + y
        width = self.size.width
        strip = self._strips.get(number)
        if strip is None or strip.cell_length != width:
            if len(self._strips) > 4096:
                self._strips.clear()
            strip = self._strips[number] = self._paint(number, width)
        return strip

    def _paint(self, number: int, width: int) -> Strip:
        base = self.rich_style
        if self.page is None or number >= self.page.height:
            return Strip.blank(width, base)
        style = self.dress.style
        segments = [
            Segment(fragment.text, base if fragment.ink == _PLAIN else base + style(fragment.ink))
            for fragment in self.page.paint(number, self.marks)
            if fragment.text
        ]
        return Strip(segments).adjust_cell_length(width, base)


_PLAIN = Ink()
