"""The lines of a sheet at a width: which place is on which line, and which line at which place."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import accumulate
from typing import NamedTuple

from tuireader.app.rendition.cells import is_narrow, width_of
from tuireader.app.rendition.passages import Passage
from tuireader.app.rendition.sheet import Sheet
from tuireader.app.rendition.tables import TableLine, table_lines
from tuireader.app.rendition.wrap import break_lines
from tuireader.articles.article import BlockKind


class LineKind(IntEnum):
    """What a line of the page is."""

    TEXT = 0
    GAP = 1
    """A blank line before a passage."""
    LEAD = 2
    """The line right before a passage that says who speaks in it."""
    REMARK = 3
    """A line after a passage for what the program has to say of it."""


class Line(NamedTuple):
    """A line of the page.

    Attributes:
        kind: What it is.
        passage: Which passage of the sheet it belongs to.
        row: Which line of the passage's text it is, from 0; 0 where it is no text.
        start: Where it starts in the sheet's text; for other lines, where the passage starts.
        end: Where it ends; half-open.
    """

    kind: LineKind
    passage: int
    row: int
    start: int
    end: int


class Extra(NamedTuple):
    """What lines a passage has besides its text: one above for names, one below for a remark."""

    above: bool = False
    below: bool = False


class _Broken(NamedTuple):
    """A passage in lines: where each starts, and what is above and below them."""

    breaks: Sequence[int]
    gap: int
    extra: Extra

    @property
    def height(self) -> int:
        return self.gap + len(self.breaks) + self.extra.below


AT_ONCE = 30_000
"""A text of up to so many characters is broken into lines at once."""
AHEAD = 80
"""So many lines are broken at least where one is looked at."""


def _nothing_more(_: int) -> Extra:
    return Extra()


class Layout:
    """A sheet broken into lines, each passage when it is first looked at.

    What nobody looked at is taken to be as long as its number of characters suggests. So the
    number of a line is final only once the layout is `settled`; positions always hold.

    Args:
        sheet: What is laid out.
        width: The width of the column, in cells; at least 1.
        extra: Tells what lines a passage, by its index, has besides its text.
    """

    def __init__(
        self, sheet: Sheet, width: int, extra: Callable[[int], Extra] = _nothing_more
    ) -> None:
        self.sheet = sheet
        self.width = max(1, width)
        self._extra = extra
        self._starts = sheet.passages.starts
        self._broken: list[_Broken | None] = [None] * len(self._starts)
        self._heights = sheet.passages.likely_heights(self.width)
        self._tables: dict[int, list[TableLine]] = {}
        self._counted = bytearray(len(self._starts))
        self._tops = [0, *accumulate(self._heights)]
        self._next = 0
        if len(sheet.text) <= AT_ONCE:
            self.settle()

    @property
    def height(self) -> int:
        """The number of lines."""
        return self._tops[-1]

    @property
    def settled(self) -> bool:
        """Whether every passage was looked at, so that the number of every line is final."""
        return self._next > len(self._starts)

    @property
    def passages_broken(self) -> int:
        """How many passages were broken into lines so far."""
        return sum(broken is not None for broken in self._broken)

    def settle(self, characters: int | None = None) -> bool:
        """Break passages that nobody has looked at yet; return whether the layout is settled.

        Numbers of lines change only when the last passage is done.

        Args:
            characters: About how many characters to look at; None for all.
        """
        rest = len(self.sheet.text) + 1 if characters is None else characters
        while self._next < len(self._starts) and rest > 0:
            if self._broken[self._next] is None:
                self._break(self._next)
                passage = self.sheet.passages[self._next]
                rest -= passage.end - passage.start
            self._next += 1
        if self._next == len(self._starts):
            self._count(0, len(self._starts))
            self._next += 1
        return self.settled

    def _break(self, index: int) -> _Broken:
        broken = self._broken[index]
        if broken is None:
            passage = self.sheet.passages[index]
            extra = self._extra(index)
            gap = passage.gap + extra.above
            broken = _Broken(self._lines(index, passage), gap, extra)
            self._broken[index] = broken
        return broken

    def table_line(self, line: Line) -> TableLine | None:
        """Return a line of text as its table sets it; None where it is in none."""
        table = self._tables.get(line.passage)
        return table[line.row] if table is not None and line.kind is LineKind.TEXT else None

    def _lines(self, index: int, passage: Passage) -> Sequence[int]:
        before = prefix(passage, 0)
        room = max(1, self.width - width_of(before)) if before else self.width
        text = self.sheet.shown(passage.start, passage.end).removesuffix("\n")
        if passage.kind is BlockKind.PREFORMATTED and (table := table_lines(text, self.width)):
            self._tables[index] = table
            return [passage.start, *(passage.start + line.start for line in table[1:])]
        if len(text) <= room and "\n" not in text and is_narrow(text):
            return (passage.start,)
        return array("Q", [passage.start + at for at in break_lines(text, 0, len(text), room)])

    def _count(self, first: int, last: int) -> None:
        """Take the true heights of some passages into account."""
        changed = False
        for index in range(first, last):
            if not self._counted[index]:
                self._counted[index] = 1
                height = self._break(index).height
                changed |= height != self._heights[index]
                self._heights[index] = height
        if changed:
            tops = accumulate(self._heights[first:], initial=self._tops[first])
            self._tops[first:] = tops

    def _look_at(self, index: int) -> _Broken:
        """Make the lines of a passage, and of some after it, true."""
        if not self._counted[index]:
            last, ahead = index, 0
            while last < len(self._starts) and ahead < AHEAD:
                ahead += self._break(last).height
                last += 1
            self._count(index, last)
        return self._break(index)

    def line(self, number: int) -> Line:
        """Return a line of the page by its number, from 0.

        Raises:
            IndexError: There is no such line.
        """
        if not 0 <= number < self.height:
            raise IndexError(number)
        index = bisect_right(self._tops, number) - 1
        while not self._counted[index]:
            self._look_at(index)
            number = min(number, self.height - 1)
            index = bisect_right(self._tops, number) - 1
        broken = self._break(index)
        passage = self.sheet.passages[index]
        row = number - self._tops[index] - broken.gap
        if row < 0:
            kind = LineKind.LEAD if row == -1 and broken.extra.above else LineKind.GAP
            return Line(kind, index, 0, passage.start, passage.start)
        breaks = broken.breaks
        if row >= len(breaks):
            return Line(LineKind.REMARK, index, 0, passage.end, passage.end)
        end = breaks[row + 1] if row + 1 < len(breaks) else passage.end
        return Line(LineKind.TEXT, index, row, breaks[row], end)

    def passage_at(self, position: int) -> int:
        """Return which passage a position of the sheet's text is in, or else the one before it."""
        return max(0, bisect_right(self._starts, position) - 1)

    def line_of(self, position: int) -> int:
        """Return the number of the line on which a position of the sheet's text is."""
        if not self._starts:
            return 0
        index = self.passage_at(position)
        broken = self._look_at(index)
        row = max(0, bisect_right(broken.breaks, position) - 1)
        return self._tops[index] + broken.gap + row

    def row_of(self, index: int, position: int) -> int:
        """Return on which of the text lines of a passage a position is, from 0."""
        return max(0, bisect_right(self._break(index).breaks, position) - 1)

    def rows(self, index: int) -> int:
        """Return the number of text lines of a passage."""
        return len(self._break(index).breaks)


def prefix(passage: Passage, row: int) -> str:
    """Return what the program writes before a line of a passage, always of the same width.

    Args:
        passage: The passage.
        row: Which of its lines, from 0.
    """
    match passage.kind:
        case BlockKind.LIST_ITEM:
            bullet = "• " if passage.number is None else f"{passage.number}. "
            if row or not passage.opens:
                bullet = " " * len(bullet)
            return "  " * max(0, min(passage.level, 6) - 1) + bullet
        case BlockKind.QUOTATION:
            return "│ "
        case BlockKind.PREFORMATTED | BlockKind.CAPTION:
            return "  "
    return ""
