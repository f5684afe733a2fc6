"""Which words are written like names."""

from __future__ import annotations

import re
from functools import lru_cache

from tuireader.annotation.entities.lexicon import word_list

CALENDAR = word_list("calendar")
"""Months, days and time zones: capitalised, but no names."""

_CONTRACTION = re.compile(r"(?:I|We|You|He|She|It|They|There|That|Who|What)['’](?:m|s|ve|d|ll|re)")


@lru_cache(maxsize=16_384)
def is_capital(text: str) -> bool:
    """Whether a word is written like a name: a capital, or a lower-case prefix before one."""
    if _CONTRACTION.fullmatch(text):
        return False
    return text[0].isupper() or (
        len(text) > 2 and text[0].isalpha() and any(c.isupper() for c in text)
    )
