"""From cells of a page to places in its text, and back."""

from __future__ import annotations

from bisect import bisect_left

from tuireader.app.rendition.cells import index_of, width_of
from tuireader.app.rendition.layout import LineKind
from tuireader.app.rendition.page import Page


def position_at(page: Page, number: int, cell: int) -> int | None:
    """Return the position in the sheet's text painted at a cell of a line; None if none is.

    Args:
        page: The page.
        number: The line, from 0.
        cell: The cell, from 0 at the left edge of the pane.
    """
    if not 0 <= number < page.height:
        return None
    line = page.layout.line(number)
    if line.kind is not LineKind.TEXT:
        return None
    text, origin = page.set_line(line)
    cell -= page.left_of(line)
    if not 0 <= cell < width_of(text):
        return None
    return line.start + origin[index_of(text, cell)]


def nearest_at(page: Page, number: int, cell: int) -> int:
    """Return the position in the sheet's text painted nearest to a cell of a line, or the page.

    Args:
        page: The page; it has at least one line.
        number: The line, from 0; beyond the page the first or last is meant.
        cell: The cell, from 0 at the left edge of the pane.
    """
    line = page.layout.line(min(max(number, 0), page.height - 1))
    text, origin = page.set_line(line)
    if line.kind is not LineKind.TEXT or not text:
        return line.start
    index = index_of(text, cell - page.left_of(line))
    return line.start + origin[min(index, len(origin) - 1)]


def cell_of(page: Page, position: int) -> tuple[int, int] | None:
    """Return the line and cell where a position of the sheet's text is painted, if it is."""
    number = page.line_of_sheet(position)
    line = page.layout.line(number)
    if not line.start <= position < line.end:
        return None
    return number, cells_of(page, number, position, position)[0]


def cells_of(page: Page, number: int, start: int, end: int) -> tuple[int, int]:
    """Return the cells of a line at which a stretch of the sheet's text is painted.

    Args:
        page: The page.
        number: The line, from 0.
        start: Where the stretch starts, in code points.
        end: Where it ends; half-open.

    Returns:
        The first cell, and the one after the last; equal where nothing of it is on the line.
    """
    line = page.layout.line(number)
    text, origin = page.set_line(line)
    left = page.left_of(line)
    first = bisect_left(origin, max(0, start - line.start))
    last = bisect_left(origin, max(0, end - line.start))
    return left + width_of(text[:first]), left + width_of(text[:last])
