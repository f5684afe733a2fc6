"""The text of an article: found, pointed at, selected, and walked through by paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from textual import events
from textual.geometry import Offset
from textual.message import Message

from tuireader.annotation.annotation import Span
from tuireader.app.content import safe_content
from tuireader.app.rendition.find import Found
from tuireader.app.rendition.intervals import Intervals
from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.pointing import cells_of
from tuireader.app.rendition.sheet import Sheet
from tuireader.app.rendition.side_notes import SideNotes
from tuireader.app.widgets.labelled_view import LabelledView
from tuireader.app.widgets.sheet_view import Move

KEEP_ABOVE = 0.25
"""What is jumped to stands this share of the pane below its top."""


class ArticleView(LabelledView):
    """Shows a sheet with a cursor in it and a mouse over it."""

    @dataclass
    class Clicked(Message):
        """The reader clicked on the text.

        Attributes:
            position: The offset in `Article.text` of the character there.
        """

        position: int

    def __init__(self, moved: Callable[[Move], None]) -> None:
        super().__init__(moved)
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
        self._moved(Move(by_reader=True))

    @property
    def focus_place(self) -> Offset | None:
        """Where on the screen the reader is: the caret, what was found, the cursor, the first line.

        None where there is no text.
        """
        page, marks, sheet = self.page, self.marks, self._sheet
        if page is None or sheet is None or not page.height:
            return None
        if marks.selection is not None:
            position = marks.selection.caret.start
        elif marks.current_hit is not None:
            position = marks.current_hit.start
        elif marks.here is not None:
            position = sheet.from_article(marks.here.start)
        else:
            position = max(self.first_shown, (self.passage or Span(0, 0)).start)
        if self._place_on_screen(position) is None:
            position = self.first_shown
        return self._place_on_screen(position)

    def _place_on_screen(self, position: int) -> Offset | None:
        if self.page is None:
            return None
        number = self.page.line_of_sheet(position)
        y = number - self.scroll_offset.y
        if not 0 <= y < self.size.height:
            return None
        cell = cells_of(self.page, number, position, position)[0]
        return self.content_region.offset + Offset(cell, y)

    def shows_position(self, position: int) -> bool:
        """Whether the line of an offset of `Article.text` is on screen."""
        return self.shows_some(position, position + 1)

    def shows_some(self, start: int, end: int) -> bool:
        """Whether any line of a stretch of `Article.text` is on screen."""
        if self.page is None:
            return False
        first, last = self.page.line_of_position(start), self.page.line_of_position(end - 1)
        return self._shows_lines(first, last)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say what the mouse is on."""
        pointed = None if self.pressed else self.position_under(event.x, event.y)
        if pointed != self._pointed:
            self._pointed = pointed
            text = self.explain(pointed) if pointed is not None else ""
            self.tooltip = safe_content(text) if text else None

    def on_click(self, event: events.Click) -> None:
        """Tell where the reader clicked."""
        if event.chain > 1 or self.selection is not None or self._sheet is None:
            return
        found = self.position_under(event.x, event.y)
        if found is not None:
            self.post_message(self.Clicked(self._sheet.to_article(found)))

    @property
    def passage(self) -> Span | None:
        """The passage of the sheet the cursor is on, or else the first on screen."""
        page, here = self.page, self.marks.passage
        if page is None or not page.height:
            return None
        if here is not None and self._shows_lines(
            page.line_of_sheet(here.start), page.line_of_sheet(here.end - 1)
        ):
            return here
        return page.passage_of_line(self.scroll_offset.y)

    def _shows_lines(self, first: int, last: int) -> bool:
        top = self.scroll_offset.y
        return first < top + self.size.height and last >= top

    @property
    def first_shown(self) -> int:
        """The position in the sheet of the first line on screen."""
        if self.page is None or not self.page.height:
            return 0
        return self.page.layout.line(min(self.scroll_offset.y, self.page.height - 1)).start

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
