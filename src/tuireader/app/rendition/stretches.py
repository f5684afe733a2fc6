"""Where a text is cut into passages: at the ends of its lines, if not too many or too long.

What is laid out, looked at and painted is always one passage. So none may be so long that breaking
it into lines is felt, and a text of millions of lines must not have millions of passages.
"""

from __future__ import annotations

LONG_TEXT = 1_000_000
"""In a text of more characters than these, lines are taken together."""
TOGETHER = 4_000
"""About so many characters of lines are then one passage."""
LONGEST = 20_000
"""A line of more characters than these is several passages."""


def lines_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    r"""Return the stretches of ``text[start:end]`` between its ``\n``, each with its ``\n``."""
    stretches: list[tuple[int, int]] = []
    while (newline := text.find("\n", start, end)) >= 0:
        stretches.append((start, newline + 1))
        start = newline + 1
    if start < end or not stretches:
        stretches.append((start, end))
    return stretches


def stretches_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    r"""Return the stretches of ``text[start:end]`` that are to be passages, in order, without gaps.

    Each ends with a ``\n`` or at the end, but where a line is too long to be one passage.
    """
    if len(text) <= LONG_TEXT:
        stretches = lines_of(text, start, end)
    else:
        stretches = _lines_together(text, start, end)
    if all(end - start <= LONGEST for start, end in stretches):
        return stretches
    return [part for stretch in stretches for part in _short(text, *stretch)]


def _lines_together(text: str, start: int, end: int) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    while end - start > TOGETHER:
        stop = text.rfind("\n", start, start + TOGETHER) + 1
        stop = stop or text.find("\n", start + TOGETHER, end) + 1 or end
        stretches.append((start, stop))
        start = stop
    if start < end or not stretches:
        stretches.append((start, end))
    return stretches


def _short(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    while end - start > LONGEST:
        stop = text.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
        parts.append((start, stop))
        start = stop
    return [*parts, (start, end)]
