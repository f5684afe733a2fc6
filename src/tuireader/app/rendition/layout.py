"""The lines of a sheet at a width: which place is on which line, and which line at which place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from enum import IntEnum
from itertools import accumulate
from typing import NamedTuple

from tuireader.app.rendition.cells import is_narrow, width_of
from tuireader.app.rendition.sheet import Passage, Sheet
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


class Layout:
    """A sheet broken into lines.

    Args:
        sheet: What is laid out.
        width: The width of the column, in cells; at least 1.
        led: The passages that need a line before them for the speaker's name.
        remarked: The passages that need a line after them for a remark.
    """

    def __init__(
        self,
        sheet: Sheet,
        width: int,
        led: Collection[int] = frozenset(),
        remarked: Collection[int] = frozenset(),
    ) -> None:
        self.sheet = sheet
        self.width = max(1, width)
        self._remarked = remarked
        self._starts = [passage.start for passage in sheet.passages]
        self._gaps = [
            passage.gap + 1 if index in led else passage.gap
            for index, passage in enumerate(sheet.passages)
        ]
        self._breaks = [self._break(passage) for passage in sheet.passages]
        self._led = led
        heights = (
            gap + len(breaks) + (index in remarked)
            for index, (gap, breaks) in enumerate(zip(self._gaps, self._breaks, strict=True))
        )
        self._tops = [0, *accumulate(heights)]

    @property
    def height(self) -> int:
        """The number of lines."""
        return self._tops[-1]

    def _break(self, passage: Passage) -> list[int]:
        room = max(1, self.width - width_of(prefix(passage, 0)))
        end = passage.end
        if end > passage.start and self.sheet.text[end - 1] == "\n":
            end -= 1
        if end - passage.start <= room and is_narrow(self.sheet.text, passage.start, end):
            return [passage.start]
        return break_lines(self.sheet.text, passage.start, end, room)

    def line(self, number: int) -> Line:
        """Return a line of the page by its number, from 0.

        Raises:
            IndexError: There is no such line.
        """
        if not 0 <= number < self.height:
            raise IndexError(number)
        index = bisect_right(self._tops, number) - 1
        passage = self.sheet.passages[index]
        row = number - self._tops[index] - self._gaps[index]
        if row < 0:
            kind = LineKind.LEAD if row == -1 and index in self._led else LineKind.GAP
            return Line(kind, index, 0, passage.start, passage.start)
        breaks = self._breaks[index]
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
        row = max(0, bisect_right(self._breaks[index], position) - 1)
        return self._tops[index] + self._gaps[index] + row

    def lines_of_passage(self, index: int) -> range:
        """Return the numbers of the text lines of a passage."""
        top = self._tops[index] + self._gaps[index]
        return range(top, top + len(self._breaks[index]))


def prefix(passage: Passage, row: int) -> str:
    """Return what the program writes before a line of a passage, always of the same width.

    Args:
        passage: The passage.
        row: Which of its lines, from 0.
    """
    match passage.kind:
        case BlockKind.LIST_ITEM:
            bullet = "• " if row == 0 and passage.opens else "  "
            return "  " * max(0, min(passage.level, 6) - 1) + bullet
        case BlockKind.QUOTATION:
            return "│ "
        case BlockKind.PREFORMATTED | BlockKind.CAPTION:
            return "  "
    return ""
