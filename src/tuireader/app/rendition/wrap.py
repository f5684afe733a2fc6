"""Where the lines of a paragraph break."""

from __future__ import annotations

from itertools import pairwise

from rich.cells import split_graphemes

from tuireader.app.rendition.cells import is_narrow

_NEVER_FIRST = frozenset("、。，．・：；？！）」』】〉》〕］｝ー…’”")
"""What never begins a line where lines break between any two characters."""
_NEVER_LAST = frozenset("（「『【〈《〔［｛‘“")


def break_lines(text: str, start: int, end: int, width: int) -> list[int]:
    r"""Return where each line of a paragraph starts, first line first; at least one.

    Lines are contiguous: a line ends where the next starts, so the spaces at which it breaks hang
    at its end and are not painted. Everything else of a line fits in the width, unless a single
    character is wider than that. Breaks are after every ``\n``, at spaces, after dashes and
    slashes, between characters of two cells, and anywhere in a word that is longer than a line.

    Args:
        text: The whole text.
        start: Where the paragraph starts in it, in code points.
        end: Where it ends; half-open.
        width: The width of a line in cells, at least 1.
    """
    starts: list[int] = []
    while (newline := text.find("\n", start, end)) >= 0:
        starts += _break_line(text, start, newline, width)
        start = newline + 1
    return [*starts, *_break_line(text, start, end, width)]


def _break_line(text: str, start: int, end: int, width: int) -> list[int]:
    if not is_narrow(text, start, end):
        return _break_graphemes(text, start, end, width)
    return _break_narrow(text, start, end, width) if end - start > width else [start]


def _break_narrow(text: str, start: int, end: int, width: int) -> list[int]:
    starts = [start]
    at = start
    while end - at > width:
        limit = at + width
        space = text.rfind(" ", at, limit + 1)
        dash = max(text.rfind("—", at, limit), text.rfind("–", at, limit)) + 1
        hyphen = max(text.rfind("-", at, limit), text.rfind("/", at, limit)) + 1
        if hyphen and not _breaks_after(text, hyphen - 1, at, end):
            hyphen = 0
        cut = max(space + 1, dash, hyphen)
        if cut <= at or not text[at:cut].strip():
            cut = limit
        while cut < end and text[cut] == " ":
            cut += 1
        if cut >= end:
            break
        starts.append(cut)
        at = cut
    return starts


def _breaks_after(text: str, mark: int, start: int, end: int) -> bool:
    """Whether a line may break after the hyphen or slash at a place: only inside a word."""
    return (
        start < mark < end - 1
        and (text[mark] == "/" or text[mark - 1].isalpha())
        and text[mark + 1].isalnum()
    )


def _break_graphemes(text: str, start: int, end: int, width: int) -> list[int]:
    starts = [start]
    used = 0
    chance = 0
    chance_used = 0
    pieces = [
        (start + a, text[start + a : start + b], cells)
        for a, b, cells in split_graphemes(text[start:end])[0]
    ]
    for (_, before, before_cells), (at, piece, cells) in pairwise([(start, "", 0), *pieces]):
        if piece != " " and before and _chance_between(before, before_cells, piece, cells):
            chance, chance_used = at, used
        if piece != " " and used + cells > width and used:
            if chance > starts[-1]:
                starts.append(chance)
                used -= chance_used
            if used + cells > width and at > starts[-1]:
                starts.append(at)
                used = 0
            chance = 0
        used += cells
    return starts


def _chance_between(before: str, before_cells: int, piece: str, cells: int) -> bool:
    if before in (" ", "—", "–", "/"):
        return True
    if before_cells == 2 or cells == 2:
        return piece[0] not in _NEVER_FIRST and before[0] not in _NEVER_LAST
    return False
