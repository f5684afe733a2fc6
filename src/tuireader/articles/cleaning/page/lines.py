"""What one line of a page dump looks like, by itself."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from tuireader.articles.cleaning.noise.line import folded
from tuireader.articles.cleaning.noise.phrases import Phrases

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_ENDS = re.compile(r"[.!?…。！？](?:[\"'”’»)\]]|\[\d+\])*$")
_QUOTE = re.compile(r"[“”\"«»„]")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S|@\w|\w\.(?:com|org|net|co\.uk|de)\b|^#", re.I)
_MONTH = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = re.compile(
    rf"\b(?:{_MONTH})[a-z]*\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:{_MONTH})|\d{{4}}-\d\d-\d\d"
    r"|\d{1,2}[:.]\d\d\s?(?:am|pm|uhr|[ap]\.m)|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|\b(?:minutes?|hours?|days?|weeks?|months?|years?) ago\b",
    re.I,
)
_STOP_INSIDE = re.compile(r"[.!?]\s")
_NAME = re.compile(r"\w{2,}")
_LONGEST_LABEL = 110
_SEEN = 2_000
"""How many code points of a line are looked at."""


@dataclass(frozen=True, slots=True)
class Look:
    """The looks of a line.

    Attributes:
        features: Named values, mostly between 0 and 1.
        prose: How much it looks like running text, from 0 to 1.
        words: How many words it has.
        below: Whether it begins like what stands below an article.
        above: Whether it begins like what stands above one.
        within: Whether it begins like what pages put into articles.
        dated: Whether it is a short line with a date.
        short: Whether it is a label: a few words that are no sentence.
        names: Its words, folded.
        key: Its letters and digits, folded.
    """

    features: dict[str, float]
    prose: float
    words: int
    below: bool
    above: bool
    within: bool
    dated: bool
    short: bool
    names: frozenset[str]
    key: str


def look_at(text: str, known: Phrases) -> Look:
    """Return what a line looks like.

    Args:
        text: The line, without white space at its ends, not empty.
        known: The phrases that give the parts of a page away.
    """
    text = text[:_SEEN]
    words = _WORD.findall(text)
    count = len(words)
    function = known.words("function-words")
    share = sum(word.casefold() in function for word in words) / count if count else 0.0
    ends = _ENDS.search(text[-12:]) is not None
    furniture = len(known.pattern("furniture").findall(text))
    labels = len(text) < _LONGEST_LABEL
    dated = count < 14 and _DATE.search(text) is not None
    length = min(math.log1p(count) / 4, 1.2)
    prose = min(1.0, count / 25) * (1.0 if ends else 0.4) * min(1.0, share / 0.3)
    if furniture >= 2 and count <= 40:
        prose *= 0.5
    features = {
        "length": length,
        "ends": float(ends),
        "function": share if count >= 4 else 0.2,
        "capitals": sum(word[:1].isupper() for word in words) / count if count >= 3 else 0.7,
        "comma": float("," in text),
        "quote": float(_QUOTE.search(text) is not None),
        "lower": float(text[:1].islower()),
        "digits": sum(character.isdigit() for character in text) / len(text),
        "address": float(_ADDRESS.search(text) is not None),
        "furniture": float(furniture > 0),
        "furniture-share": min(3.0, furniture / max(1, count) * 8),
        "upper": float(text.isupper()),
        "prose": prose,
        "few-words": float(count <= 4),
        "colon": float(text.endswith(":")),
        "question": float("?" in text),
        "sentences": min(1.0, len(_STOP_INSIDE.findall(text)) / 4),
    }
    for step in (0.35, 0.5, 0.65, 0.8, 0.95):
        features[f"length>{step}"] = float(length > step)
    return Look(
        features=features,
        prose=prose,
        words=count,
        below=labels and known.starts("below-text", text),
        above=labels and known.starts("above-text", text),
        within=labels and known.starts("within-text", text),
        dated=dated,
        short=length < 0.55 and not ends,
        names=frozenset(name.casefold() for name in _NAME.findall(text[:300])),
        key=folded(text),
    )
