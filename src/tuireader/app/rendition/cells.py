"""How many cells of a terminal a text takes, and where in the text a cell is."""

from __future__ import annotations

import re
from bisect import bisect_right

from rich.cells import split_graphemes

_NOT_NARROW = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f"
    "\u2010-\u2015\u2018-\u2022\u2026\u2030-\u203a\u20a0-\u20bf\u2500-\u25fc\ufffd]"
)

_BETWEEN_PARTS = re.compile(" · |; ")

LEAST_OF_A_PART = 12
"""The cells that the beginning of a part must have to say anything."""


def is_narrow(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether every character of ``text[start:end]`` is known to take exactly one cell.

    Args:
        text: Any text.
        start: The first position looked at, in code points.
        end: The position after the last; None for the end of the text.
    """
    return _NOT_NARROW.search(text, start, len(text) if end is None else end) is None


def width_of(text: str) -> int:
    """Return the number of cells a text takes."""
    return len(text) if is_narrow(text) else split_graphemes(text)[1]


def cell_of(text: str, index: int) -> int:
    """Return the cell, from 0, at which the character at an index of the text is painted.

    Args:
        text: The text of one line.
        index: A position in it, in code points; its length stands for the cell after the last.
    """
    return width_of(text[:index])


def index_of(text: str, cell: int) -> int:
    """Return the index of the character painted at a cell; the text's length if beyond it.

    Args:
        text: The text of one line.
        cell: A cell, from 0.
    """
    if cell < 0:
        return 0
    if is_narrow(text):
        return min(cell, len(text))
    ends: list[int] = []
    starts: list[int] = []
    at = 0
    for start, _end, size in split_graphemes(text)[0]:
        at += size
        starts.append(start)
        ends.append(at)
    found = bisect_right(ends, cell)
    return starts[found] if found < len(starts) else len(text)


def crop(text: str, cells: int) -> str:
    """Return the text, cut to a number of cells with an ellipsis if it takes more."""
    if width_of(text) <= cells:
        return text
    return text[: index_of(text, cells - 1)].rstrip() + "…" if cells > 0 else ""


def whole_parts(text: str, cells: int) -> str:
    """Return as many of the first parts of a text as fit whole; the first is cut if it must be.

    Args:
        text: Parts with middle dots or semicolons between them, the most important first.
        cells: The room there is.
    """
    if width_of(text) <= cells:
        return text
    ends = [found.start() for found in _BETWEEN_PARTS.finditer(text)]
    fitting = (text[:end] for end in reversed(ends) if width_of(text[:end]) <= cells)
    return next(fitting, crop(text[: ends[0]] if ends else text, cells))


def leading_parts(text: str, cells: int) -> str:
    """Return the first parts of a text that fit whole, and the beginning of the next.

    Args:
        text: Parts with middle dots or semicolons between them, the most important first.
        cells: The room there is.

    Returns:
        What fits, cut between two words; a beginning of under `LEAST_OF_A_PART` cells is left out.
    """
    if width_of(text) <= cells:
        return text
    whole = after = 0
    for between in _BETWEEN_PARTS.finditer(text):
        if width_of(text[: between.start()]) > cells:
            break
        whole, after = between.span()
    beginning = _crop_between_words(text[after:], cells - width_of(text[:after]))
    return text[:after] + beginning if width_of(beginning) >= LEAST_OF_A_PART else text[:whole]


def in_two_rows(text: str, first: int, second: int, *, whole: bool = False) -> tuple[str, str]:
    """Return a text broken into two rows: between two parts, or else between two words.

    Args:
        text: As of `leading_parts`.
        first: The room in the first row, in cells.
        second: The room in the second; what does not fit there is left out.
        whole: Whether the first row holds whole parts only, none if it must.
    """
    if width_of(text) <= first:
        return text, ""
    breaks = [found.span() for found in _BETWEEN_PARTS.finditer(text)]
    start, end = next((it for it in reversed(breaks) if width_of(text[: it[0]]) <= first), (0, 0))
    if not start and not whole:
        words = text[: index_of(text, max(0, first) + 1)].rpartition(" ")[0]
        start, end = len(words), len(words) + bool(words)
    return text[:start], leading_parts(text[end:], second) or crop(text[end:], second)


def _crop_between_words(text: str, cells: int) -> str:
    words = crop(text, cells).removesuffix("…")
    ended = text[len(words) : len(words) + 1].isspace()
    return (words if ended else words.rpartition(" ")[0] or words).rstrip() + "…"
