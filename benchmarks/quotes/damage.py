"""Texts whose quotation marks were rewritten or broken on purpose."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.quotes.data import GoldArticle, Place
from benchmarks.quotes.scoring import trimmed
from tuireader.annotation.quotations.marks import MARKS

_REACH = 3


@dataclass(frozen=True, slots=True)
class Damaged:
    """A text after damage.

    Attributes:
        text: The text.
        intact: The quoted words, as spans, whose marks both still stand.
        lost: Those whose closing mark was taken away.
    """

    text: str
    intact: tuple[Place, ...]
    lost: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Marks:
    opening: Place
    words: Place
    closing: Place


def _pair(opening: str, closing: str) -> Callable[[str, str, str, random.Random], tuple[str, str]]:
    return lambda _before, _after, _close, _random: (opening, closing)


def _turned(before: str, after: str, _close: str, chance: random.Random) -> tuple[str, str]:
    """Set the closing mark as machine-translated wire copy does: ``, ”said`` and `` “.``."""
    if after[:1] == " " and after[1:2].isalpha() and before in ",.?!":
        return "“", " ”\b"
    return "“", " “" if chance.random() < 0.5 and after[:1] in ".,;\n" else "”"


def _losing(_before: str, _after: str, close: str, chance: random.Random) -> tuple[str, str]:
    return "", "" if chance.random() < 0.1 else close


STYLES: dict[str, Callable[[str, str, str, random.Random], tuple[str, str]]] = {
    "straight": _pair('"', '"'),
    "single": _pair("‘", "’"),
    "single straight": _pair("'", "'"),
    "„ “": _pair("„", "“"),
    "« »": _pair("«", "»"),
    "'' ''": _pair("''", "''"),
    "turned": _turned,
    "10 % of closing marks lost": _losing,
}
"""How marks are rewritten: from the character before and the text after the closing mark."""


def damage(gold: GoldArticle, style: str, seed: int) -> Damaged:
    """Return a text with the marks of its outer quotes rewritten.

    Args:
        gold: The article.
        style: One of `STYLES`.
        seed: What chance begins with.
    """
    chance = random.Random(f"{gold.id}/{style}/{seed}")
    pieces: list[str] = []
    intact: list[Place] = []
    lost: list[Place] = []
    at = length = 0

    def put(piece: str) -> None:
        nonlocal length
        pieces.append(piece)
        length += len(piece)

    for marks in _marked(gold):
        if marks.opening[0] < at:
            continue
        text = gold.text
        opening, closing = STYLES[style](
            text[marks.closing[0] - 1],
            text[marks.closing[1] : marks.closing[1] + 2],
            text[marks.closing[0] : marks.closing[1]],
            chance,
        )
        put(text[at : marks.opening[0]])
        put(opening or text[marks.opening[0] : marks.opening[1]])
        put(text[marks.opening[1] : marks.words[0]])
        place = length, length + marks.words[1] - marks.words[0]
        put(text[marks.words[0] : marks.closing[0]])
        put(closing.rstrip("\b"))
        (intact if closing else lost).append(place)
        at = marks.closing[1] + closing.count("\b")
    put(gold.text[at:])
    return Damaged("".join(pieces), tuple(intact), tuple(lost))


def _marked(gold: GoldArticle) -> list[_Marks]:
    """Return the outer quotes whose marks stand right around them, in order."""
    found = []
    for quote in sorted(gold.quotes, key=lambda quote: quote.start):
        words = trimmed(gold.text, quote.start, quote.end)
        opening = _mark(gold.text, words[0] - 1, -1)
        closing = _mark(gold.text, words[1], 1)
        if opening is not None and closing is not None and not quote.nested:
            found.append(_Marks(opening, words, closing))
    return found


def _mark(text: str, at: int, step: int) -> Place | None:
    for position in range(at, at + step * _REACH, step):
        if not 0 <= position < len(text):
            return None
        if text[position] in MARKS:
            twin = position + step
            double = text[position] == "'" and 0 <= twin < len(text) and text[twin] == "'"
            low = min(position, twin) if double else position
            return low, low + 1 + double
        if text[position] not in " ,.\u00a0":
            return None
    return None
