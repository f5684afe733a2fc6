"""A sheet at a width, ready to paint: line by line, each as fragments of one look."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.annotation.annotation import Span
from tuireader.app.rendition.cells import index_of, width_of
from tuireader.app.rendition.geometry import GUTTER, Geometry
from tuireader.app.rendition.ink import Fate, Fragment, Ink, Role
from tuireader.app.rendition.layout import Layout, Line, LineKind, prefix
from tuireader.app.rendition.marks import Marks, runs_of
from tuireader.app.rendition.sheet import Sheet
from tuireader.app.rendition.side_notes import SideNote, above, after, by_passage, in_margin
from tuireader.articles.article import BlockKind

BAR, HERE_BAR, GONE_BAR = "▎", "▐", "┊"
ROLES = {
    BlockKind.HEADING: Role.HEADING,
    BlockKind.QUOTATION: Role.QUOTATION,
    BlockKind.CAPTION: Role.CAPTION,
    BlockKind.PREFORMATTED: Role.PREFORMATTED,
}
_ORNAMENT = Ink(Role.ORNAMENT)


class Page:
    """A sheet laid out in a pane.

    Args:
        sheet: The text.
        place: The columns of the pane.
        labels: What is named beside the text, in order.
    """

    def __init__(self, sheet: Sheet, place: Geometry, labels: Sequence[SideNote] = ()) -> None:
        self.sheet = sheet
        self.place = place
        self._labels = by_passage(sheet, labels)
        self._margins: dict[int, dict[int, Fragment]] = {}
        self.layout = Layout(
            sheet, place.column, led=self._with(Role.NAME), remarked=self._with(Role.RULE)
        )

    def _with(self, role: Role) -> set[int]:
        if self.place.margin:
            return set()
        return {
            index
            for index, labels in self._labels.items()
            if any(label.ink.role is role for label in labels)
        }

    @property
    def height(self) -> int:
        """The number of lines."""
        return self.layout.height

    def position_of_line(self, number: int) -> int:
        """Return the position in `Article.text` of the first character on a line."""
        if not self.height:
            return 0
        line = self.layout.line(min(max(number, 0), self.height - 1))
        return self.sheet.to_article(line.start)

    def line_of_position(self, position: int) -> int:
        """Return the line on which a position of `Article.text` is."""
        return self.layout.line_of(self.sheet.from_article(position))

    def sheet_position_at(self, number: int, cell: int) -> int | None:
        """Return the position in the sheet's text painted at a cell of a line; None if none is.

        Args:
            number: The line, from 0.
            cell: The cell, from 0 at the left edge of the pane.
        """
        if not 0 <= number < self.height:
            return None
        line = self.layout.line(number)
        if line.kind is not LineKind.TEXT:
            return None
        text = self.text_of(line)
        cell -= self.place.left + width_of(self._prefix(line))
        if not 0 <= cell < width_of(text):
            return None
        return line.start + index_of(text, cell)

    def text_of(self, line: Line) -> str:
        """Return what of the text is painted on a line: without the spaces that hang at its end."""
        return self.sheet.text[line.start : line.end].rstrip(" \n")

    def paint(self, number: int, marks: Marks) -> list[Fragment]:
        """Return a line of the pane as fragments from its left edge on.

        Args:
            number: The line, from 0.
            marks: What lies over the text.
        """
        line = self.layout.line(number)
        match line.kind:
            case LineKind.TEXT:
                return self._paint_text(number, line, marks)
            case LineKind.LEAD:
                return self._beside(above(self._labels[line.passage], self.place.column))
            case LineKind.REMARK:
                return self._beside(after(self._labels[line.passage], self.place.column))
        return []

    def _beside(self, fragments: list[Fragment]) -> list[Fragment]:
        return [Fragment(" " * self.place.left, Ink()), *fragments]

    def _prefix(self, line: Line) -> str:
        return prefix(self.sheet.passages[line.passage], line.row)

    def _paint_text(self, number: int, line: Line, marks: Marks) -> list[Fragment]:
        passage = self.sheet.passages[line.passage]
        role = ROLES.get(passage.kind, Role.BODY)
        end = line.start + len(self.text_of(line))
        runs = runs_of(self.sheet, marks, line.start, end, role)
        before = self._prefix(line)
        return [
            *self._margin(number, line.passage),
            _gutter([run.ink for run in runs], self.place.left),
            *([Fragment(before, _ORNAMENT)] if before else []),
            *(Fragment(self.sheet.text[run.start : run.end], run.ink) for run in runs),
        ]

    def _margin(self, number: int, index: int) -> list[Fragment]:
        width = self.place.left - GUTTER
        if width <= 0:
            return []
        labels = self._labels.get(index)
        if not self.place.margin or not labels:
            return [Fragment(" " * width, Ink())]
        if index not in self._margins:
            self._margins[index] = in_margin(self.layout, index, labels, self.place.margin)
        label = self._margins[index].get(number)
        if label is None:
            return [Fragment(" " * width, Ink())]
        return [
            Fragment(" " * (width - 1 - width_of(label.text)), Ink()),
            label,
            Fragment(" ", Ink()),
        ]

    def span_of_passage(self, index: int) -> Span:
        """Return the stretch of `Article.text` that a passage stands for."""
        passage = self.sheet.passages[index]
        return Span(self.sheet.to_article(passage.start), self.sheet.to_article(passage.end))


def _gutter(inks: Sequence[Ink], left: int) -> Fragment:
    """Return the bar beside a line: whose words are on it, and whether the cursor is."""
    width = min(GUTTER, left)
    for ink in inks:
        if ink.fate is Fate.REMOVED:
            return Fragment(GONE_BAR.ljust(width)[:width], Ink(Role.ORNAMENT, fate=ink.fate))
    here = any(ink.here for ink in inks)
    for ink in inks:
        if ink.speech:
            bar = HERE_BAR if here else BAR
            look = Ink(Role.ORNAMENT, voice=ink.voice, speech=True)
            return Fragment(bar.ljust(width)[:width], look)
    return Fragment((HERE_BAR if here else "").ljust(width)[:width], _ORNAMENT)
