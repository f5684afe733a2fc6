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


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """Return a name without case, accents and repeated spaces, for comparison and identifiers."""
    parts = unicodedata.normalize("NFD", name.casefold())
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(bare.replace("’", "'").split())


@lru_cache(maxsize=20_000)
def sound(name: str) -> str:
    """Return a folded name with common differences of transliteration levelled.

    "Sergei" and "Sergey", "Mohammed" and "Mohamed" give the same.
    """
    text = fold(name)
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


def is_acronym_of(short: str, long: str) -> bool:
    """Whether capitals such as "RIAC" are the initials of a longer name."""
    letters = re.sub(r"[^A-Z]", "", short)
    if len(letters) < 2 or len(letters) < len(short.replace(".", "")) - 1:
        return False
    words = re.findall(r"[^\W\d_]+", long)
    capitals = "".join(w[0] for w in words if w[0].isupper())
    everything = "".join(w[0].upper() for w in words)
    return letters in (capitals, everything) or (len(letters) > 2 and capitals.startswith(letters))
