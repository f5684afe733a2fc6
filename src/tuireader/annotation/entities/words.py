"""The words of a text as the entity engine sees them: possessives and compounds taken apart."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(
    r"(?P<address>(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w[\w.]*|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|io)\b(?:/\S*)?)"
    r"|(?P<handle>[@#]\w+)"
    r"|(?P<initials>(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?)"
    r"|(?P<short>(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gen|Gov|Rep|St|Lt|Col|Sgt|Capt|Rev|Jr|Sr|Hon|Maj|Adm"
    r"|Inc|Corp|Ltd|Co|Bros|Mt|Ft|Brig|Cpl|Fr|Engr|Barr|Adv|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|No|Nos|vs|Supt|Insp|Pvt|Messrs|Mme)\.)(?!\w)"
    r"|(?P<initial>[A-Z]\.)(?=\s+[A-Z]|[A-Z])"
    r"|(?P<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|bn|m|k|tn|km|kg|pm|am)?(?!\w))"
    r"|(?P<word>\w+(?:[-‐‑–’'.&/+]\w+)*)"
    r"|(?P<mark>\S)"
)
_POSSESSIVE = re.compile(r"['’]s?$|['’]S$")
_TAIL = re.compile(
    r"[-‐‑](?:led|based|backed|born|run|owned|controlled|occupied|held|funded|style|wide|friendly|made"
    r"|bound|trained|era|sponsored|supported|brokered|mediated|linked|affiliated|aligned|dominated"
    r"|speaking|language|administered|listed|type|like|only|inspired|proposed|drafted|appointed"
    r"|educated|registered|ruled|designed|built|supplied|imposed|ranked|turned|majority|area|side)$"
)
_PREFIX = re.compile(
    r"^(?:pro|anti|ex|non|post|pre|mid|trans|inter|intra)[-‐‑](?=[A-Z])", re.IGNORECASE
)
_SENTENCE_END = frozenset(".!?…")
_OPENERS = frozenset("\"'“”‘«»„([—–-•")


@dataclass(slots=True)
class Word:
    """A word, with its place in the text in code points.

    Attributes:
        text: The word.
        start: Its first position.
        end: The position after its last.
        first: Whether it opens a sentence, a heading or a quote.
        block: The number of the block it stands in.
        skip: Whether nothing may be named here (addresses, handles).
    """

    text: str
    start: int
    end: int
    first: bool
    block: int
    skip: bool = False


def split_words(
    text: str, start: int, end: int, block: int = 0, peoples: Container[str] = ()
) -> list[Word]:
    """Return the words of the stretch ``[start, end)`` of a text.

    Args:
        text: Any text.
        start: Where to begin, in code points.
        end: Where to stop.
        block: The number to note on every word.
        peoples: Names of countries and peoples; where a hyphen joins two, they are two words.
    """
    found: list[Word] = []
    first = True
    for match in _WORD.finditer(text, start, end):
        kind = match.lastgroup
        a, b = match.span()
        if kind == "word":
            for x, y in _pieces(text, a, b, peoples):
                found.append(Word(text[x:y], x, y, first, block))
                first = False
            continue
        token = match.group()
        found.append(Word(token, a, b, first, block, kind in ("address", "handle")))
        if kind == "mark":
            if token in _SENTENCE_END or token in ":;":
                first = True
            elif token not in _OPENERS:
                first = False
            elif token in "•“«„":
                first = True
        else:
            first = False
    return found


def _pieces(text: str, start: int, end: int, peoples: Container[str]) -> list[tuple[int, int]]:
    """Take a word apart where a name inside it ends: possessives, "X-led", "pro-X", "X-Y"."""
    token = text[start:end]
    if token.islower() or token.isdigit():
        return [(start, end)]
    cuts: set[int] = set()
    possessive = _POSSESSIVE.search(token)
    body = token
    if possessive and possessive.start():
        cuts.add(possessive.start())
        body = token[: possessive.start()]
    tail = _TAIL.search(body)
    if tail:
        cuts.update((tail.start(), tail.start() + 1))
        body = body[: tail.start()]
    prefix = _PREFIX.match(body)
    if prefix:
        cuts.update((prefix.end() - 1, prefix.end()))
    parts = body.split("-")
    if len(parts) > 1 and body not in peoples and all(part in peoples for part in parts):
        cuts.update(m for index, char in enumerate(body) if char == "-" for m in (index, index + 1))
    if "/" in body or "–" in body:
        for index, char in enumerate(body):
            if char in "/–":
                cuts.update((index, index + 1))
    bounds = [0, *sorted(cuts), len(token)]
    return [(start + a, start + b) for a, b in pairwise(bounds) if a < b]
