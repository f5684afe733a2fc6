"""Tables written with bars, as Markdown has them, set as tables.

Where the columns fit beside each other they stand so; elsewhere each row is a record, its cells
below each other after the names of their columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tuireader.app.rendition.cells import crop, width_of
from tuireader.app.rendition.ink import Role
from tuireader.app.rendition.wrap import break_lines

INDENT = "  "
BETWEEN = " │ "
WIDEST_NAME = 16
"""The most cells that the name of a column takes before a cell of a record."""
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")


class TableLine(NamedTuple):
    """A line of a table.

    Attributes:
        start: Where what is on it starts in the table's text, in code points.
        before: What the program writes before it.
        text: What is painted.
        origin: Which character of the table's text each of `text` stands for, counted from `start`.
        role: What it is on the page.
    """

    start: int
    before: str
    text: str
    origin: Sequence[int]
    role: Role = Role.PREFORMATTED


class _Cell(NamedTuple):
    start: int
    end: int


class _Row(NamedTuple):
    start: int
    end: int
    cells: list[_Cell]


def table_lines(text: str, width: int) -> list[TableLine] | None:
    """Return the lines of a table; None where a text is none.

    Args:
        text: The text, a line for each row, the second of them dashes.
        width: The width of a line in cells, `INDENT` included.
    """
    rows = _rows(text)
    if rows is None:
        return None
    head, rule, *body = rows
    columns = len(head.cells)
    widths = [0] * columns
    for row in (head, *body):
        for column, cell in enumerate(row.cells[:columns]):
            widths[column] = max(widths[column], width_of(text[cell.start : cell.end]))
    if len(INDENT) + sum(widths) + len(BETWEEN) * (columns - 1) > width:
        return _records(text, rows, width)
    right = [_is_right(text[cell.start : cell.end]) for cell in rule.cells]
    right += [False] * columns
    lines = [_beside(text, row, widths, right) for row in (head, *body)]
    dashes = "─┼─".join("─" * cells for cells in widths)
    under = [min(at, rule.end - rule.start - 1) for at in range(len(dashes))]
    lines[0] = lines[0]._replace(role=Role.HEADING)
    lines.insert(1, TableLine(rule.start, INDENT, dashes, under, Role.ORNAMENT))
    return lines


def is_table(text: str) -> bool:
    """Return whether a text is a table: a row between bars, and a row of dashes below it."""
    first, _, rest = text.partition("\n")
    second = rest.partition("\n")[0]
    return "|" in first and "-" in second and _RULE.fullmatch(second) is not None


def _rows(text: str) -> list[_Row] | None:
    if not is_table(text):
        return None
    rows: list[_Row] = []
    start = 0
    for line in text.removesuffix("\n").split("\n"):
        rows.append(_Row(start, start + len(line), _cells(line, start)))
        start += len(line) + 1
    return rows


def _cells(line: str, start: int) -> list[_Cell]:
    bars = [found.start() for found in _BAR.finditer(line)]
    ends = [*bars, len(line)]
    if bars and not line[: bars[0]].strip():
        ends = ends[1:]
        first = bars[0] + 1
    else:
        first = 0
    if len(ends) > 1 and not line[ends[-2] :].strip("| "):
        ends.pop()
    cells = []
    for end in ends:
        words = line[first:end]
        at = start + first + len(words) - len(words.lstrip())
        cells.append(_Cell(at, max(at, start + first + len(words.rstrip()))))
        first = end + 1
    return cells


def _is_right(dashes: str) -> bool:
    return dashes.endswith(":") and not dashes.startswith(":")


def _beside(text: str, row: _Row, widths: Sequence[int], right: Sequence[bool]) -> TableLine:
    """Return a row with its cells beside each other, each as wide as its column."""
    painted: list[str] = []
    origin: list[int] = []
    last = row.end - row.start - 1
    for column, cells in enumerate(widths):
        cell = row.cells[column] if column < len(row.cells) else _Cell(row.end, row.end)
        words = text[cell.start : cell.end]
        pad = " " * (cells - width_of(words))
        before, after = (pad, "") if right[column] else ("", pad)
        after += BETWEEN if column < len(widths) - 1 else ""
        start, end = cell.start - row.start, cell.end - row.start
        painted += (before, words, after)
        origin += [*[start] * len(before), *range(start, end), *[end] * len(after)]
    line = "".join(painted).rstrip()
    return TableLine(row.start, INDENT, line, [min(at, last) for at in origin[: len(line)]])


def _records(text: str, rows: Sequence[_Row], width: int) -> list[TableLine]:
    """Return the rows as records: the names of the columns first, then each cell after its name."""
    head = rows[0]
    names = [text[cell.start : cell.end] for cell in head.cells]
    widest = min(max(map(width_of, names)), WIDEST_NAME, max(1, width // 3))
    room = max(1, width - len(INDENT) - widest - 1)
    title = _beside(text, head, [width_of(name) for name in names], [False] * len(names))
    title = title._replace(role=Role.HEADING, text=crop(title.text, max(1, width - len(INDENT))))
    lines = [title._replace(origin=title.origin[: len(title.text)])]
    for row in rows[2:]:
        mark = "• "
        for column, cell in enumerate(row.cells):
            name = crop(names[column], widest) if column < len(names) else ""
            before = mark + name + " " * (widest - width_of(name)) + " "
            if cell.start == cell.end:
                continue
            breaks = break_lines(text, cell.start, cell.end, room)
            for start, end in zip(breaks, [*breaks[1:], cell.end], strict=True):
                words = text[start:end].rstrip()
                lines.append(TableLine(start, before, words, range(len(words))))
                before = " " * (len(INDENT) + widest + 1)
            mark = INDENT
    return lines
