"""Which words are written like names."""

from __future__ import annotations

from functools import lru_cache

from tuireader.annotation.entities.lexicon import word_list

CALENDAR = word_list("calendar")
"""Months, days and time zones: capitalised, but no names."""


@lru_cache(maxsize=16_384)
def is_capital(text: str) -> bool:
    """Whether a word is written like a name: a capital, or a lower-case prefix before one."""
    return text[0].isupper() or (
        len(text) > 2 and text[0].isalpha() and any(c.isupper() for c in text)
    )
