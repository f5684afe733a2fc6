"""A sheet of which the reader selects a part, with the keys or with the mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from textual import events
from textual.message import Message

from tuireader.annotation.annotation import Span
from tuireader.app.rendition.pointing import nearest_at, position_at
from tuireader.app.rendition.selecting import Selector
from tuireader.app.rendition.selection import Selection
from tuireader.app.rendition.sheet import Sheet, shown_text
from tuireader.app.rendition.side_notes import SideNotes
from tuireader.app.rendition.units import Unit
from tuireader.app.widgets.sheet_view import Move, SheetView

CLICKED: Mapping[int, Unit] = {2: Unit.WORD, 3: Unit.SENTENCE, 4: Unit.PARAGRAPH}
"""What is selected by that many clicks."""
SCROLLED_EVERY = 0.08
"""Seconds between two lines scrolled while the mouse is held beyond the pane."""


class SelectableView(SheetView):
    """Shows a sheet and what is selected of it."""

    ALLOW_SELECT = False

    class SelectionChanged(Message):
        """Something is selected, or another stretch, or nothing any more."""

    def __init__(self, moved: Callable[[Move], None]) -> None:
        super().__init__(moved)
        self._pressed: int | None = None
        self._dragged = False
        self._beyond = 0

    @property
    def selection(self) -> Selection | None:
        """What is selected, in positions of the sheet."""
        return self.marks.selection

    @property
    def pressed(self) -> bool:
        """Whether the button of the mouse is held down, so that moving it selects."""
        return self._pressed is not None

    @property
    def selected_text(self) -> str:
        """What is selected, without the line breaks of the page; empty where nothing is."""
        selection, sheet = self.selection, self._sheet
        if selection is None or sheet is None:
            return ""
        return shown_text(sheet, selection.start, selection.end)

    @property
    def selected_place(self) -> Span | None:
        """What is selected, in `Article.text`; None where nothing of it is the article's own."""
        selection, sheet = self.selection, self._sheet
        if selection is None or sheet is None:
            return None
        pieces = sheet.pieces(selection.start, selection.end)
        if not pieces:
            return None
        return Span(pieces[0].article_start, pieces[-1].article_end)

    def change_selection(self, change: Callable[[Selector], Selection | None]) -> None:
        """Select something, or nothing.

        Args:
            change: Returns what is selected from now on, given what makes selections.
        """
        page = self.page
        selection = change(Selector(page)) if page is not None and page.height else None
        if selection != self.marks.selection:
            self.set_marks(replace(self.marks, selection=selection))
            self.post_message(self.SelectionChanged())

    def select_nothing(self) -> None:
        """Take the selection away."""
        self.change_selection(lambda selector: None)

    def show_caret(self) -> None:
        """Scroll as little as needed to have the character that moves on screen."""
        if self.page is None or self.selection is None:
            return
        line = self.page.line_of_sheet(self.selection.caret.start)
        top, height = self.scroll_offset.y, self.size.height
        if line < top + 1:
            self.scroll_to(y=max(0, line - 1), animate=False)
        elif line > top + height - 2:
            self.scroll_to(y=line - height + 2, animate=False)

    def show_sheet(
        self,
        sheet: Sheet | None,
        side_notes: SideNotes | None = None,
        voices: Mapping[str, int] | None = None,
        *,
        position: int = 0,
    ) -> None:
        """Show a text; what is selected stays so."""
        before, selection = self._sheet, self.selection
        super().show_sheet(sheet, side_notes, voices, position=position)
        if selection is None or before is None or sheet is None or sheet is before:
            return
        ends = [
            sheet.from_article(before.to_article(end.start))
            for end in (selection.anchor, selection.caret)
        ]
        self.change_selection(lambda selector: selector.between(*ends))

    def position_under(self, x: int, y: int) -> int | None:
        """Return the position in the sheet at a cell of the widget; None where no text is."""
        if self.page is None:
            return None
        return position_at(self.page, self.scroll_offset.y + y, x)

    def _near(self, event: events.MouseEvent) -> int | None:
        if self.page is None or not self.page.height:
            return None
        return nearest_at(self.page, self.scroll_offset.y + event.y, event.x)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take note of where a selection may begin."""
        self._dragged = False
        self._pressed = self._near(event) if event.button == 1 else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select what lies between where the button was pressed and the mouse."""
        if self._pressed is None or event.button != 1:
            return
        if not self._dragged:
            if self._near(event) == self._pressed:
                return
            self._dragged = True
            self.capture_mouse()
        event.stop()
        self._drag_to(event.x, event.y)
        beyond = -1 if event.y < 0 else 1 if event.y >= self.size.height else 0
        if beyond and not self._beyond:
            self.set_timer(SCROLLED_EVERY, lambda: self._scroll_on(event.x))
        self._beyond = beyond

    def _scroll_on(self, x: int) -> None:
        if self._beyond and self._pressed is not None:
            self.scroll_relative(y=self._beyond, animate=False, immediate=True)
            self._drag_to(x, 0 if self._beyond < 0 else self.size.height - 1)
            self.set_timer(SCROLLED_EVERY, lambda: self._scroll_on(x))

    def _drag_to(self, x: int, y: int) -> None:
        pressed, page = self._pressed, self.page
        if pressed is None or page is None or not page.height:
            return
        here = nearest_at(page, self.scroll_offset.y + y, x)
        self.change_selection(lambda selector: selector.between(pressed, here))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Leave what is selected."""
        self._pressed, self._beyond = None, 0
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select a word, a sentence or a paragraph by several clicks; nothing by one."""
        if self._dragged:
            return
        unit, place = CLICKED.get(event.chain), self.position_under(event.x, event.y)
        if unit is None or place is None:
            self.select_nothing()
        else:
            self.change_selection(lambda selector: selector.unit_at(place, unit))
