"""Whether a short line is a person's name, or an organisation that makes news."""

from __future__ import annotations

import re

from tuireader.articles.cleaning.noise.phrases import Phrases

_PART = re.compile(
    r"(?:(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ]\.(?:-?[A-Z]\.)*)|[^\W\d_][^\W\d_’'.-]*(?:[’'-][^\W\d_]+)*\.?)$"
)
_PARTICLES = frozenset(
    {"al", "ap", "ben", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos"}
    | {"du", "el", "la", "le", "ter", "van", "von", "y", "zu"}
)


def is_person(text: str, known: Phrases) -> bool:
    """Return whether a text has the shape of one full name and of nothing else.

    Two to four words, each with a capital but for particles, none of them a word that names
    institutions, places or parts of a page.

    Args:
        text: The text.
        known: The phrases that say which words those are.
    """
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 50 or text[-1] in ".,:;!?":
        return False
    if not words[0][0].isupper() or not words[-1][:1].isupper() or text.isupper():
        return False
    if not all(_PART.match(word) for word in words):
        return False
    if not all(word[0].isupper() or word.casefold() in _PARTICLES for word in words):
        return False
    parts = [word.casefold().strip(".") for word in words]
    others = known.words("not-a-name")
    return not any(part in others and part not in _PARTICLES for part in parts)


def is_agency(text: str, known: Phrases) -> bool:
    """Return whether a short text names a news service."""
    return len(text.split()) <= 8 and known.contains("agency", text)
