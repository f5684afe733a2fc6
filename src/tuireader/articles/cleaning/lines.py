"""Where the lines of a plain text are."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BREAK_BUT_ELLIPSIS = re.compile("\r\n|[\n\r\x0b\x0c\u2028\u2029]")
_WINDOWS_MARK = re.compile("[\x91-\x94\x96\x97]")


def line_spans(raw: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of a raw text without their breaks, as half-open spans of code points.

    Where quotation marks of Windows-1252 stand as control characters, U+0085 is an ellipsis of
    that encoding and breaks no line.
    """
    pattern = _BREAK_BUT_ELLIPSIS if _WINDOWS_MARK.search(raw) else _BREAK
    start = 0
    for match in pattern.finditer(raw):
        yield start, match.start()
        start = match.end()
    yield start, len(raw)
