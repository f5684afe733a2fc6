"""The words of a text as the entity engine sees them: possessives and compounds taken apart."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(
    r"(?P<address>(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w[\w.]*|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|io)\b(?:/\S*)?"
    r"|[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|zip|jpe?g|png|gif|html?|mp[34])\b)"
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
_ALWAYS = ("ex", "pro")
"""Prefixes that belong to no name even where a sentence begins with them."""
_SPACED = re.compile(r"[^\W\d_] - [^\W\d_]")
_TIGHT = re.compile(r"[^\W\d_]-[^\W\d_]")
_ARTICLES = frozenset(["al", "el", "az", "ash", "as", "an", "ad", "ar", "at", "ul", "ur"])
"""Arabic articles, which a hyphen joins to the name after them."""
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
    text: str,
    start: int,
    end: int,
    block: int = 0,
    peoples: Container[str] = (),
    compounds: Container[str] = (),
) -> list[Word]:
    """Return the words of the stretch ``[start, end)`` of a text.

    Args:
        text: Any text.
        start: Where to begin, in code points.
        end: Where to stop.
        block: The number to note on every word.
        peoples: Names of countries and peoples; where a hyphen joins two, they are two words.
        compounds: Words in lower case that have hyphens; they are one word also where a machine
            put spaces about the hyphen: "Coca - Cola".
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
    return _joined(found, text, start, end, compounds)


def _joined(
    words: list[Word], text: str, start: int, end: int, compounds: Container[str]
) -> list[Word]:
    """Join compounds whose hyphens stand alone, in a text that writes hyphens so."""
    spaced = len(_SPACED.findall(text, start, end))
    if not compounds or not spaced or len(_TIGHT.findall(text, start, end)) > spaced:
        return words
    found: list[Word] = []
    for word in words:
        if len(found) > 1 and found[-1].text == "-" and _is_compound(found[-2:], word, compounds):
            before = found[-2]
            whole = f"{before.text}-{word.text}"
            found[-2:] = [Word(whole, before.start, word.end, before.first, before.block)]
        else:
            found.append(word)
    return found


def _is_compound(before: list[Word], word: Word, compounds: Container[str]) -> bool:
    """Whether a word, the hyphen before it and the word before that are one."""
    first, hyphen = before
    if hyphen.start != first.end + 1 or word.start != hyphen.end + 1 or first.skip or word.skip:
        return False
    if first.text.islower() and word.text.islower():
        return False
    known = f"{first.text}-{word.text}".lower() in compounds
    return known or (first.text.lower() in _ARTICLES and word.text[0].isupper())


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
    if prefix and _is_apart(body, prefix.end(), peoples):
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


def _is_apart(body: str, cut: int, peoples: Container[str]) -> bool:
    """Whether a prefix is none of a name's own: "anti-Trump", not "Anti-Corruption Bureau"."""
    return body[0].islower() or body[: cut - 1].lower() in _ALWAYS or body[cut:] in peoples
