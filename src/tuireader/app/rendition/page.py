"""A sheet at a width, ready to paint: line by line, each as fragments of one look."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tuireader.annotation.annotation import Span
from tuireader.app.rendition.cells import width_of
from tuireader.app.rendition.geometry import GUTTER, Geometry
from tuireader.app.rendition.ink import Fate, Fragment, Ink, Role
from tuireader.app.rendition.justify import justified
from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.layout import Extra, Layout, Line, LineKind, prefix
from tuireader.app.rendition.marks import Marks, runs_of
from tuireader.app.rendition.sheet import Sheet
from tuireader.app.rendition.side_notes import SideNote, SideNotes, above, after, in_margin
from tuireader.articles.article import BlockKind

BAR, REPORTED_BAR, HERE_BAR, GONE_BAR = "▎", "╎", "▐", "┊"
ROLES = {
    BlockKind.HEADING: Role.HEADING,
    BlockKind.QUOTATION: Role.QUOTATION,
    BlockKind.CAPTION: Role.CAPTION,
    BlockKind.PREFORMATTED: Role.PREFORMATTED,
}
NOTE_SIGN = "✎"
"""Stands beside each line of the reader's notes and highlights."""
RAGGED = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PREFORMATTED})
"""What is never justified."""
_ORNAMENT = Ink(Role.ORNAMENT)
_PLAIN = Ink()


class Page:
    """A sheet laid out in a pane.

    Args:
        sheet: The text.
        place: The columns of the pane.
        notes: What is named beside the text, if anything is.
        justify: Whether lines are filled to an even length.
    """

    def __init__(
        self,
        sheet: Sheet,
        place: Geometry,
        notes: SideNotes | None = None,
        *,
        justify: bool = False,
    ) -> None:
        self.sheet = sheet
        self._justify = justify
        self.place = place
        self._side_notes = notes
        self._notes: dict[int, list[SideNote]] = {}
        self._margins: dict[int, dict[int, Fragment]] = {}
        self.layout = Layout(sheet, place.column, self._extra)

    def _beside_passage(self, index: int) -> list[SideNote]:
        if self._side_notes is None:
            return []
        notes = self._notes.get(index)
        if notes is None:
            notes = self._side_notes.beside(self.sheet.passages[index])
            self._notes[index] = notes
        return notes

    def _above_passage(self, index: int) -> list[SideNote]:
        passage = self.sheet.passages[index]
        return self._side_notes.above(passage) if self._side_notes is not None else []

    def _extra(self, index: int) -> Extra:
        if self.place.margin or self._side_notes is None:
            return Extra()
        roles = {note.ink.role for note in self._beside_passage(index)}
        return Extra(Role.NAME in roles, Role.RULE in roles)

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

    def line_of_sheet(self, position: int) -> int:
        """Return the line on which a position of the sheet's text is."""
        return self.layout.line_of(position)

    def text_of(self, line: Line) -> str:
        """Return what of the text is painted on a line: without the spaces that hang at its end."""
        return self.sheet.shown(line.start, line.end).rstrip(" \n")

    def left_of(self, line: Line) -> int:
        """Return the cell at which the text of a line begins."""
        return self.place.left + width_of(self._prefix(line))

    def set_line(self, line: Line) -> tuple[str, Sequence[int]]:
        """Return the text of a line as it is set, and which character each of it stands for."""
        table = self.layout.table_line(line)
        if table is not None:
            return table.text, table.origin
        text = self.text_of(line)
        passage = self.sheet.passages[line.passage]
        ragged = line.end >= passage.end or self.sheet.text[line.end - 1] == "\n"
        if not self._justify or passage.kind in RAGGED or ragged:
            return text, range(len(text))
        return justified(text, self.place.column - width_of(self._prefix(line)))

    def paint(self, number: int, marks: Marks) -> list[Fragment]:
        """Return a line of the pane as fragments from its left edge on.

        Args:
            number: The line, from 0.
            marks: What lies over the text.
        """
        line = self.layout.line(number)
        match line.kind:
            case LineKind.TEXT:
                return self._paint_text(line, marks)
            case LineKind.LEAD:
                return self._paint_names(self._above_passage(line.passage), marks)
            case LineKind.REMARK:
                rules = after(self._beside_passage(line.passage), self.place.column)
                return [Fragment(" " * self.place.left, _PLAIN), *rules]
        return []

    def _paint_names(self, notes: list[SideNote], marks: Marks) -> list[Fragment]:
        """Return the names above a passage, with the bar that also stands beside their words."""
        names = above(notes, self.place.column)
        bar = names[:1] if Layer.QUOTES in marks.layers else []
        inks = [Ink(speech=True, voice=name.ink.voice) for name in bar]
        blank = " " * max(0, self.place.left - GUTTER)
        return [Fragment(blank, _PLAIN), _gutter(inks, self.place.left), *names]

    def _prefix(self, line: Line) -> str:
        table = self.layout.table_line(line)
        if table is not None:
            return table.before
        return prefix(self.sheet.passages[line.passage], line.row)

    def _paint_text(self, line: Line, marks: Marks) -> list[Fragment]:
        table = self.layout.table_line(line)
        kind = self.sheet.passages[line.passage].kind
        role = table.role if table is not None else ROLES.get(kind, Role.BODY)
        (text, origin), start = self.set_line(line), line.start
        end = start + len(self.text_of(line))
        runs = runs_of(self.sheet, marks, start, end, role)
        inks = [run.ink for run in runs]
        if marks.passage is not None and self._span(line.passage) == marks.passage:
            inks = [ink._replace(here=True) for ink in inks]
        return [
            *self._before_text(line, inks),
            *(
                Fragment(
                    text[
                        bisect_left(origin, run.start - start) : bisect_left(
                            origin, run.end - start
                        )
                    ],
                    run.ink,
                )
                for run in runs
            ),
        ]

    def _before_text(self, line: Line, inks: Sequence[Ink]) -> list[Fragment]:
        before = self._prefix(line)
        return [
            *self._margin(line),
            _gutter(inks, self.place.left),
            *([Fragment(before, _ORNAMENT)] if before else []),
        ]

    def _margin(self, line: Line) -> list[Fragment]:
        width = self.place.left - GUTTER
        if width <= 0:
            return []
        blank = Fragment(" " * width, _PLAIN)
        notes = self._beside_passage(line.passage) if self.place.margin else []
        if not notes:
            return [blank]
        margin = self._margins.get(line.passage)
        if margin is None:
            margin = in_margin(self.layout, line.passage, notes, self.place.margin)
            self._margins[line.passage] = margin
        name = margin.get(line.row)
        if name is None:
            return [blank]
        before = " " * (width - 1 - width_of(name.text))
        return [Fragment(before, _PLAIN), name, Fragment(" ", _PLAIN)]

    def passage_of_line(self, number: int) -> Span:
        """Return the stretch of the sheet's text that is the passage on a line."""
        return self._span(self.layout.line(min(max(number, 0), self.height - 1)).passage)

    def passage_at(self, position: int) -> Span:
        """Return the passage that holds a position of the sheet's text, or the nearest before."""
        return self._span(self.layout.passage_at(position))

    def passage_after(self, span: Span, step: int) -> Span | None:
        """Return the passage so many on (or back) that is not blank; None where there is none."""
        index, left, way = self.layout.passage_at(span.start), abs(step), 1 if step > 0 else -1
        passages, text = self.sheet.passages, self.sheet.text
        while left:
            index += way
            if not 0 <= index < len(passages):
                return None
            passage = passages[index]
            left -= not text[passage.start : passage.end].isspace()
        return self._span(index)

    def _span(self, index: int) -> Span:
        passage = self.sheet.passages[index]
        return Span(passage.start, passage.end)


def _gutter(inks: Sequence[Ink], left: int) -> Fragment:
    """Return what stands beside a line: whose words are on it, the cursor, the sign of a note."""
    bar, look = _bar(inks)
    sign = NOTE_SIGN if any(ink.note for ink in inks) else bar
    return Fragment(sign.ljust(GUTTER)[: min(GUTTER, left)], look)


def _bar(inks: Sequence[Ink]) -> tuple[str, Ink]:
    for ink in inks:
        if ink.fate is Fate.REMOVED:
            return GONE_BAR, Ink(Role.ORNAMENT, fate=ink.fate)
    here = any(ink.here for ink in inks)
    for ink in inks:
        if ink.speech:
            bar = HERE_BAR if here else BAR
            return bar, Ink(Role.ORNAMENT, voice=ink.voice, speech=True)
    for ink in inks:
        if ink.reported and not here:
            return REPORTED_BAR, Ink(Role.ORNAMENT, voice=ink.voice, reported=True)
    return HERE_BAR if here else "", _ORNAMENT
