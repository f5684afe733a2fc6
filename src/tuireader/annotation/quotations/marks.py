"""Every quotation mark of a text, with the evidence of whether it opens, closes or does neither.

Evidence is a cost: 0 is what the shape of the text suggests, a higher number speaks against it.
`pairing` adds the costs up and takes the cheapest reading of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Family(StrEnum):
    """Marks of one family close each other."""

    DOUBLE = "double"
    SINGLE = "single"


class Mark(NamedTuple):
    """One quotation mark, or what looks like one.

    Attributes:
        start: Its first position, in code points.
        end: The position after it.
        family: Double or single.
        opens: The cost of reading it as an opening mark.
        closes: The cost of reading it as a closing mark.
        ignored: The cost of reading it as no quotation mark: an apostrophe, inches, a stray.
        directed: Whether its shape on the page says which way it faces.
    """

    start: int
    end: int
    family: Family
    opens: float
    closes: float
    ignored: float
    directed: bool


_DOUBLE_OPENING = "“„‟«「『〝❝"
_DOUBLE_CLOSING = "”»」』〞〟❞"
_SINGLE_OPENING = "‘‚‛‹`"
_SINGLE_CLOSING = "’›´"
_NEUTRAL = "\"＂'"
MARKS = _DOUBLE_OPENING + _DOUBLE_CLOSING + _SINGLE_OPENING + _SINGLE_CLOSING + _NEUTRAL
"""Every character that can be a quotation mark, or a part of one."""

DOUBLE_MARKS = _DOUBLE_OPENING + _DOUBLE_CLOSING + '"＂'
"""Those that are no apostrophe."""

_SURE_BRACKETS = "「」『』〝〞〟"

_CANDIDATE = re.compile(
    r"=\"[^\"\n<>]{0,400}\"(?=[\s/>])"  # an attribute of mark-up that was left in the text
    r"|(?<=\s)['‘’]n['’](?=\s)"  # rock ’n’ roll
    r"|(?<!\w)'{2,4}|(?<=\w)'{2,4}|``|''|’’|‘‘|,,(?=\w)"
    r"|[\"＂“”„‟«»「」『』〝〞〟❝❞]{1,64}"
    r"|(?<!\w)['‘’‚‛`´‹›]|['‘’‚‛`´‹›](?!\w)"
)
_GLYPH = re.compile(f"[=,{re.escape(MARKS)}]")
_ELIDED = re.compile(
    r"(?:em|til|tis|twas|cause|cuz|cos|n|bout|round|nuff|neath|tude|er|im|ere)\b|\d0s\b|\d\d\b",
    re.IGNORECASE,
)

_SENTENCE_PUNCTUATION = ",.!?…;:"
_AFTER_CLOSING = ",.!?…;:)]}%"
_DASHES = "-–—―"
_AGAINST_SPACING = 2.5
_AGAINST_GLYPH = 1.6


def find_marks(text: str, start: int = 0, end: int | None = None) -> list[Mark]:
    """Return the marks in ``text[start:end]``, in order.

    The stretch is taken for a paragraph: its edges count as edges of the text. Letters on both
    sides make an apostrophe, which is left out, as are runs of three and more equal marks, which
    are decoration.

    Args:
        text: Any text.
        start: Where to begin, in code points.
        end: Where to stop; None for the end of the text.
    """
    end = len(text) if end is None else end
    return [_weigh(text, start, end, *place) for place in _places(text, start, end)]


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    read = start
    for found in _GLYPH.finditer(text, start, end):
        at = found.start()
        match = _CANDIDATE.match(text, at, end) if at >= read else None
        if match is None:
            continue
        glyphs, read = match.group(), match.end()
        if glyphs[0] == "=" or "n" in glyphs:
            continue
        if len(glyphs) == 1:
            yield at, at + 1, glyphs
        elif glyphs[0] == "'":
            yield from _straight_singles(text, at, match.end(), start)
        elif len(set(glyphs)) == 1:
            if len(glyphs) == 2:
                yield at, at + 2, glyphs
        else:
            for position, glyph in enumerate(glyphs, at):
                yield position, position + 1, glyph


def _straight_singles(
    text: str, at: int, end: int, paragraph: int
) -> Iterator[tuple[int, int, str]]:
    """Tell ``''`` (one double mark) from ``'''`` (a double and a single one)."""
    if end - at == 2:
        yield at, end, "''"
    elif end - at == 3 and (at == paragraph or text[at - 1].isspace()):
        yield at, at + 2, "''"
        yield at + 2, end, "'"
    elif end - at == 3:
        yield at, at + 1, "'"
        yield at + 1, end, "''"
    else:
        yield at, at + 2, "''"
        yield at + 2, end, "''"


def _weigh(text: str, paragraph: int, stop: int, at: int, end: int, glyph: str) -> Mark:
    left, right = at, end
    while left > paragraph and text[left - 1] in MARKS:
        left -= 1
    while right < stop and text[right] in MARKS:
        right += 1
    before = text[left - 1] if left > paragraph else ""
    after = text[right] if right < stop else ""
    opens, closes = _spacing(text, paragraph, stop, left, right)
    double = len(glyph) == 2 or glyph in '"＂' or glyph in _DOUBLE_OPENING + _DOUBLE_CLOSING
    directed = True
    if glyph in _SURE_BRACKETS:
        opens, closes = (0.0, 6.0) if glyph in "「『〝" else (6.0, 0.0)
    elif glyph[0] in _DOUBLE_OPENING + _SINGLE_OPENING + ",":
        closes += _AGAINST_GLYPH
    elif glyph[0] in _DOUBLE_CLOSING + _SINGLE_CLOSING:
        opens += _AGAINST_GLYPH
    else:
        directed = False
    if double:
        ignored = 0.9 if before.isdigit() and glyph not in _SURE_BRACKETS else 4.0
        return Mark(at, end, Family.DOUBLE, opens, closes, ignored, directed)
    ignored = _apostrophe(text, before, after, right, glyph)
    return Mark(at, end, Family.SINGLE, opens + 0.6, closes, ignored, directed)


def _spacing(text: str, paragraph: int, stop: int, left: int, right: int) -> tuple[float, float]:
    """Return the costs of opening and of closing by what stands on both sides."""
    before = text[left - 1] if left > paragraph else " "
    after = text[right] if right < stop else " "
    ellipsis = text.startswith(("..", "…"), right)
    gap_left = before.isspace() or before in "([{"
    gap_right = (after.isspace() or after in _AFTER_CLOSING) and not ellipsis
    if before in _DASHES:
        gap_left = not gap_right
    if after in _DASHES:
        gap_right = not gap_left
    if gap_left and not gap_right:
        turned = before == " " and after.islower() and _comma_before(text, paragraph, left)
        return 0.0, 1.6 if turned else _AGAINST_SPACING
    if gap_right and not gap_left:
        return _AGAINST_SPACING + (0.5 if before in _SENTENCE_PUNCTUATION else 0.0), 0.0
    if gap_left:
        if left <= paragraph:
            return 0.0, 3.0
        if right >= stop or not after.isspace():
            return 3.0, 0.0
        return 1.0, 0.6
    if before == ":":
        return 0.0, 2.0
    if before in ",.!?…":
        return (0.7, 0.7) if after.isupper() else (1.2, 0.2)
    return 1.2, 1.2


def _comma_before(text: str, paragraph: int, left: int) -> bool:
    position = left - 1
    while position > paragraph and text[position - 1] == " ":
        position -= 1
    return position > paragraph and text[position - 1] in ",.!?…"


def _apostrophe(text: str, before: str, after: str, right: int, glyph: str) -> float:
    """Return the cost of taking a single mark for an apostrophe or a foot mark."""
    slant = 0.8 if glyph in "‘‚‹›" else 0.0
    if before.isalnum():
        if before in "sS" or before.isdigit():
            return 0.3 + slant
        return 0.7 + slant
    if after.isalnum():
        if _ELIDED.match(text, right):
            return 0.1 + slant
        return 1.5 + slant if glyph != "’" else 0.8
    return 2.5 + slant
