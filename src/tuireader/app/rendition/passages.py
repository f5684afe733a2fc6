"""The passages of a sheet, with what laying them out at any width needs of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tuireader.articles.article import BlockKind


class Passage(NamedTuple):
    """A stretch of a sheet's text that starts on a line of its own; it may hold several lines.

    Attributes:
        start: Where it starts in the sheet's text, in code points.
        end: Where it ends; half-open.
        kind: What it is.
        level: As in `Block`.
        gap: How many blank lines stand before it.
        opens: Whether it is the first passage of its block.
        number: As in `Block`.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    gap: int = 1
    opens: bool = True
    number: int | None = None


class Passages(tuple[Passage, ...]):
    """Passages in order, not overlapping, measured once for every width they are laid out at.

    Args:
        text: The text of the sheet.
        passages: The passages of it.

    Attributes:
        starts: Where each starts in the text, in code points.
    """

    starts: list[int]
    _gaps: list[int]
    _lengths: list[int]
    _breaks: list[tuple[int, int]]

    def __new__(cls, text: str, passages: Iterable[Passage]) -> Passages:
        """Measure some passages."""
        made = super().__new__(cls, passages)
        made.starts = [passage.start for passage in made]
        made._gaps = [passage.gap + 1 for passage in made]
        made._lengths = [(passage.end - passage.start) * 26 for passage in made]
        counts = (text.count("\n", passage.start, passage.end - 1) for passage in made)
        made._breaks = [(index, count) for index, count in enumerate(counts) if count]
        return made

    def likely_heights(self, width: int) -> list[int]:
        """Return how many lines each takes, gap included, as its number of characters suggests.

        Args:
            width: The width of the column, in cells.
        """
        line = 25 * width
        heights = [
            gap + length // line for gap, length in zip(self._gaps, self._lengths, strict=True)
        ]
        for index, breaks in self._breaks:
            heights[index] = max(heights[index], self._gaps[index] + breaks)
        return heights
