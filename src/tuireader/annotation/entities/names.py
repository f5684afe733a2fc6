"""Comparing names: folding, spelling variants, initials and acronyms."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPELLINGS = (
    ("iy", "i"), ("ij", "i"), ("yi", "i"), ("ey", "ei"), ("ii", "i"), ("yu", "iu"), ("ya", "ia"),
    ("ye", "e"), ("yo", "io"), ("kh", "h"), ("ks", "x"), ("ph", "f"), ("ck", "k"), ("dj", "j"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("w", "v"), ("zh", "j"), ("tz", "ts"),
    ("'", ""), ("’", ""),
)  # fmt: skip
_ARTICLE = re.compile(r"^(?:al|el|ul)[- ](?=\w{3})")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """Return a name without case, accents and repeated spaces, for comparison and identifiers."""
    parts = unicodedata.normalize("NFD", name.casefold())
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(bare.replace("’", "'").split())


@lru_cache(maxsize=20_000)
def sound(name: str) -> str:
    """Return a folded name with common differences of transliteration levelled.

    "Sergei" and "Sergey", "Mohammed" and "Mohamed", "Al-Rashid" and "Rashid" give the same.
    """
    text = _ARTICLE.sub("", fold(name))
    for written, level in _SPELLINGS:
        text = text.replace(written, level)
    return re.sub(r"(.)\1", r"\1", text)


def same_given(one: str, other: str) -> bool:
    """Whether two given names can be one: equal, a spelling variant, an initial, a short form."""
    a, b = fold(one).rstrip("."), fold(other).rstrip(".")
    if a == b or sound(a) == sound(b):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return long.startswith(short)
    return len(short) >= 3 and long.startswith(short)


def acronym(word: str) -> set[str]:
    """Return the letters of a word such as "RIAC", "U.N." or "BoG"; nothing of other words."""
    letters = re.sub(r"[^A-Z]", "", word)
    return (
        {letters} if len(letters) >= 2 and len(letters) >= len(word.replace(".", "")) - 1 else set()
    )


def initials_of(name: str) -> set[str]:
    """Return the acronyms a name of several words may have: of its capitals, and of all words."""
    words = re.findall(r"[^\W\d_]+", name)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    everything = "".join(word[0].upper() for word in words)
    return {letters for letters in (capitals, everything) if len(letters) >= 2}


def is_acronym_of(short: str, long: str) -> bool:
    """Whether capitals such as "RIAC" are the initials of a longer name."""
    return any(
        initials == letters or (len(letters) > 2 and initials.startswith(letters))
        for letters in acronym(short)
        for initials in initials_of(long)
    )
