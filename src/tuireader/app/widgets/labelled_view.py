"""A sheet with labels painted over places of its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.segment import Segment
from textual.strip import Strip

from tuireader.app.rendition.ink import Hit, Ink
from tuireader.app.rendition.pointing import cell_of
from tuireader.app.rendition.sheet import Sheet
from tuireader.app.rendition.side_notes import SideNotes
from tuireader.app.widgets.selectable_view import SelectableView
from tuireader.app.widgets.sheet_view import Move


class LabelledView(SelectableView):
    """Shows a sheet and labels over it, until another sheet is shown."""

    def __init__(self, moved: Callable[[Move], None]) -> None:
        super().__init__(moved)
        self._labels: dict[int, list[tuple[int, str]]] = {}

    def show_labels(self, places: Mapping[str, int]) -> None:
        """Paint labels over the text, in place of those shown.

        Args:
            places: Offsets in `Article.text`, by the label to be painted there.
        """
        self._labels = {}
        for label, place in places.items():
            if (found := self.cell_of(place)) is not None:
                line, cell = found
                self._labels.setdefault(line, []).append((cell, label))
        self.repaint()

    def show_sheet(
        self,
        sheet: Sheet | None,
        side_notes: SideNotes | None = None,
        voices: Mapping[str, int] | None = None,
        *,
        position: int = 0,
    ) -> None:
        """Show a text, without labels."""
        self._labels = {}
        super().show_sheet(sheet, side_notes, voices, position=position)

    def cell_of(self, position: int) -> tuple[int, int] | None:
        """Return the line and cell of an offset of `Article.text`; None where it is not shown."""
        if self.page is None or self._sheet is None or not self.page.height:
            return None
        return cell_of(self.page, self._sheet.from_article(position))

    @property
    def extent_on_screen(self) -> tuple[int, int]:
        """The offset in `Article.text` of the first character on screen and of the first below."""
        if self.page is None or self._sheet is None:
            return 0, 0
        first, below = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        if below >= self.page.height:
            return self.page.position_of_line(first), self._sheet.to_article(len(self._sheet.text))
        return self.page.position_of_line(first), self.page.position_of_line(below)

    def _paint(self, number: int, width: int) -> Strip:
        """Return a painted line with the labels on it."""
        strip = super()._paint(number, width)
        labels = self._labels.get(number)
        if not labels:
            return strip
        style = self.dress.style(Ink(hit=Hit.CURRENT))
        for cell, label in labels:
            before, after = strip.crop(0, cell), strip.crop(cell + len(label))
            strip = Strip.join([before, Strip([Segment(label, style)]), after])
        return strip.crop(0, width)
