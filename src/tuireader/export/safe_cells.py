"""Cells of a table that no spreadsheet takes for a formula, and the way back.

A cell that begins like a formula is given an apostrophe (OWASP, "CSV Injection"). So is one that
begins with an apostrophe followed by such a cell, so that reading takes away what writing added
and nothing else.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def safe_cell(text: str) -> str:
    """Return a cell that is text to every spreadsheet."""
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def plain_cell(text: str) -> str:
    """Return what a cell stood for before `safe_cell`."""
    return text[1:] if text.startswith("'") and _LIKE_A_FORMULA.match(text) else text


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    r"""Return rows as CSV with a header line, each line ended by ``\r\n`` (RFC 4180)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(row.get(column, "")) for column in columns])
    return out.getvalue()


def read_table(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV with a header line, by the names of its columns in lower case.

    Raises:
        ValueError: It is no CSV.
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        columns = [column.strip().casefold() for column in next(reader, [])]
        for cells in reader:
            if cells:
                yield dict(zip(columns, map(plain_cell, cells), strict=False))
    except csv.Error as error:
        raise ValueError(f"line {reader.line_num}: {error}") from error
