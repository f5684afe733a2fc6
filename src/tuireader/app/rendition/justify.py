"""Lines of even length: the spaces of a line made wider."""

from __future__ import annotations

from tuireader.app.rendition.cells import width_of

WIDEST_GAP = 3
"""A line whose spaces would be wider than so many cells stays as it is."""


def justified(text: str, cells: int) -> tuple[str, list[int]]:
    """Return a line filled with blanks to a width, and which character each of it stands for.

    Args:
        text: The line, without spaces at its end.
        cells: The width to fill.

    Returns:
        The line, and for each of its characters the index in `text` of the one it stands for.
    """
    origin = list(range(len(text)))
    first = len(text) - len(text.lstrip(" "))
    gaps = [index for index in range(first, len(text)) if text[index] == " "]
    missing = cells - width_of(text)
    if missing <= 0 or not gaps or 1 + -(-missing // len(gaps)) > WIDEST_GAP:
        return text, origin
    wider = {
        gap: missing * (number + 1) // len(gaps) - missing * number // len(gaps)
        for number, gap in enumerate(gaps)
    }
    line: list[str] = []
    origin = []
    for index, character in enumerate(text):
        line.append(character + " " * wider.get(index, 0))
        origin += [index] * len(line[-1])
    return "".join(line), origin
