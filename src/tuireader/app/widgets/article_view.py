"""The text of an article: found, pointed at, selected, and walked through by paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from tuireader.annotation.annotation import Span
from tuireader.app.content import safe_content
from tuireader.app.rendition.cells import width_of
from tuireader.app.rendition.find import Found
from tuireader.app.rendition.intervals import Intervals
from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.sheet import Sheet
from tuireader.app.rendition.side_notes import SideNotes
from tuireader.app.widgets.sheet_view import SheetView

KEEP_ABOVE = 0.25
"""What is jumped to stands this share of the pane below its top."""


class ArticleView(SheetView):
    """Shows a sheet with a cursor in it and a mouse over it."""

    @dataclass
    class Clicked(Message):
        """The reader clicked on the text.

        Attributes:
            position: The offset in `Article.text` of the character there.
        """

        position: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self.explain: Callable[[int], str] = lambda position: ""
        self._pointed: int | None = None

    def set_hits(self, hits: Intervals[Found], current: Found | None) -> None:
        """Set what a search found, in positions of the sheet, and which hit the reader is at."""
        self.set_marks(replace(self.marks, hits=hits, current_hit=current))

    def set_here(self, span: Span | None) -> None:
        """Set the quote or mention the cursor is on."""
        self.set_marks(replace(self.marks, here=span))

    def toggle_layer(self, layer: Layer) -> bool:
        """Switch a layer; return whether it is shown now."""
        self.set_marks(self.marks.toggled(layer))
        return layer in self.marks.layers

    def bring(self, position: int, end: int | None = None) -> None:
        """Bring a stretch of `Article.text` on screen, a little below the top, if it is not.

        Args:
            position: Where it starts, in code points.
            end: Where it ends; half-open. None if only its start matters.
        """
        if self.page is None:
            self._anchor = position
            return
        line = self.page.line_of_position(position)
        last = line if end is None else self.page.line_of_position(max(position, end - 1))
        self._bring_lines(line, last)

    def _bring_lines(self, line: int, last: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if not (top + 1 <= line and last < top + height - 1):
            self.scroll_to(y=line - int(height * KEEP_ABOVE), animate=False)

    def go_to_line_of(self, position: int) -> None:
        """Bring the line of an offset of `Article.text` to the top."""
        self._anchor = position
        self._above = 0
        self._place()
        self.post_message(self.Moved(by_reader=True))

    def shows_position(self, position: int) -> bool:
        """Whether the line of an offset of `Article.text` is on screen."""
        if self.page is None:
            return False
        line = self.page.line_of_position(position) - self.scroll_offset.y
        return 0 <= line < self.size.height

    def _sheet_position_at(self, x: int, y: int) -> int | None:
        """Return the position in the sheet at a cell of the widget; None where no text is."""
        if self.page is None:
            return None
        return self.page.sheet_position_at(self.scroll_offset.y + y, x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say what the mouse is on."""
        pointed = self._sheet_position_at(event.x, event.y)
        if pointed != self._pointed:
            self._pointed = pointed
            text = self.explain(pointed) if pointed is not None else ""
            self.tooltip = safe_content(text) if text else None

    def on_click(self, event: events.Click) -> None:
        """Tell where the reader clicked."""
        found = self._sheet_position_at(event.x, event.y)
        if found is not None and self._sheet is not None and not self.text_selection:
            self.post_message(self.Clicked(self._sheet.to_article(found)))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text under a selection, without the line breaks of the page."""
        if self.page is None or self._sheet is None:
            return None
        text = self._sheet.text
        start = self._selected_to(selection.start, 0)
        end = self._selected_to(selection.end, len(text))
        return self._sheet.shown(start, end).strip("\n"), "\n"

    def _selected_to(self, offset: Offset | None, default: int) -> int:
        if offset is None or self.page is None:
            return default
        return self.page.nearest(offset.y, offset.x)

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint what is selected."""
        self.repaint()

    @property
    def passage(self) -> Span | None:
        """The passage of the sheet the cursor is on, or else the first on screen."""
        if self.page is None or not self.page.height:
            return None
        return self.marks.passage or self.page.passage_of_line(self.scroll_offset.y)

    @property
    def paragraph(self) -> Span | None:
        """The extent of that passage in `Article.text`."""
        passage = self.passage
        if passage is None or self._sheet is None:
            return None
        sheet = self._sheet
        return Span(sheet.to_article(passage.start), sheet.to_article(passage.end))

    def put_passage(self, place: Span | None) -> None:
        """Put the paragraph cursor on the passage that a stretch of the sheet begins in."""
        if place is not None and self.page is not None and self.page.height:
            self.set_marks(replace(self.marks, passage=self.page.passage_at(place.start)))

    def step_paragraph(self, step: int) -> bool:
        """Move the paragraph cursor on (or back); False where there is none that way."""
        page, here = self.page, self.marks.passage
        if page is None or not page.height:
            return False
        found: Span | None
        if here is not None and self._shows(here):
            found = page.passage_after(here, step)
        else:
            found = page.passage_of_line(self.scroll_offset.y)
            step -= 1 if step > 0 else 0
            found = page.passage_after(found, step) if step else found
        if found is None:
            return False
        self.set_marks(replace(self.marks, passage=found))
        self._bring_lines(page.line_of_sheet(found.start), page.line_of_sheet(found.end - 1))
        return True

    def _shows(self, passage: Span) -> bool:
        if self.page is None:
            return False
        return 0 <= self.page.line_of_sheet(passage.start) - self.scroll_offset.y < self.size.height

    def show_sheet(
        self,
        sheet: Sheet | None,
        side_notes: SideNotes | None = None,
        voices: Mapping[str, int] | None = None,
        *,
        position: int = 0,
    ) -> None:
        """Show a text; the paragraph cursor stays where it was in the article."""
        before, cursor = self._sheet, self.marks.passage
        super().show_sheet(sheet, side_notes, voices, position=position)
        if sheet is None or cursor is None or before is None or sheet is before:
            return
        passage = None
        if self.page is not None and self.page.height:
            passage = self.page.passage_at(sheet.from_article(before.to_article(cursor.start)))
        self.set_marks(replace(self.marks, passage=passage))

    def finish(self, number: int, strip: Strip) -> Strip:
        """Return a painted line with its selection shown, its cells known to the mouse."""
        return self._selected(number, strip).apply_offsets(0, number)

    def _selected(self, number: int, strip: Strip) -> Strip:
        """Return a line with what is selected of its text shown so."""
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is None or self.page is None or number >= self.page.height:
            return strip
        first, last = self.page.text_cells(number)
        start = max(first, width_of(strip.text[: span[0]]))
        end = last if span[1] < 0 else min(last, width_of(strip.text[: span[1]]))
        if start >= end:
            return strip
        style = self.screen.get_component_rich_style("screen--selection")
        parts = strip.divide([start, end, strip.cell_length])
        return Strip.join([parts[0], parts[1].apply_style(style), *parts[2:]])
