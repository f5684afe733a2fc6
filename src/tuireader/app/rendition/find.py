"""Finding words in a text as a reader types them."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

MOST_HITS = 50_000
_ALIKE = {
    "'": "['‘’ʼ]",
    '"': '["“”„«»]',
    "-": "[-‐‑–—]",
}


class Found(NamedTuple):
    """A half-open stretch of a text that a pattern matched, in code points."""

    start: int
    end: int


def compile_pattern(query: str, *, regex: bool = False) -> re.Pattern[str]:
    """Return what to look for: capitals count only where the query has one.

    In plain queries white space stands for any white space, so that a hit may cross a line break,
    and straight marks stand for typographic ones.

    Args:
        query: What the reader typed.
        regex: Whether it is a regular expression.

    Raises:
        re.error: It is no valid regular expression.
    """
    flags = re.MULTILINE
    if not any(character.isupper() for character in query):
        flags |= re.IGNORECASE
    if regex:
        return re.compile(query, flags)
    parts = (
        r"\s+" if part.isspace() else "".join(_ALIKE.get(c, re.escape(c)) for c in part)
        for part in re.split(r"(\s+)", query)
    )
    return re.compile("".join(parts), flags)


def find_all(text: str, pattern: re.Pattern[str]) -> list[Found]:
    """Return the hits of a pattern in order, empty ones left out, at most `MOST_HITS`.

    Args:
        text: Where to look.
        pattern: What to look for.
    """
    hits = (Found(*found.span()) for found in pattern.finditer(text) if found.end() > found.start())
    return list(islice(hits, MOST_HITS))
