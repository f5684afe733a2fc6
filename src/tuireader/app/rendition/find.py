"""Finding words in a text as a reader types them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import regex

MOST_HITS = 50_000
LONGEST = 0.2
"""About so many seconds are spent on finding, since the reader types meanwhile."""
_ALIKE = {
    "'": "['‘’ʼ]",
    '"': '["“”„«»]',
    "-": "[-‐‑–—]",
}


class Found(NamedTuple):
    """A half-open stretch of a text that a pattern matched, in code points."""

    start: int
    end: int


class PatternError(ValueError):
    """What the reader typed is no valid regular expression; the message says why."""


class Hits(NamedTuple):
    """What was found.

    Attributes:
        found: The hits, in order.
        complete: Whether the text was searched to its end.
    """

    found: list[Found]
    complete: bool


def compile_pattern(query: str, *, regular: bool = False) -> regex.Pattern[str]:
    """Return what to look for: capitals count only where the query has one.

    In plain queries white space stands for any white space, so that a hit may cross a line break,
    and straight marks stand for typographic ones.

    Args:
        query: What the reader typed.
        regular: Whether it is a regular expression.

    Raises:
        PatternError: It is no valid regular expression.
    """
    import regex

    flags = regex.MULTILINE
    if not any(character.isupper() for character in query):
        flags |= regex.IGNORECASE
    if regular:
        try:
            return regex.compile(query, flags)
        except (regex.error, OverflowError, RecursionError) as error:
            raise PatternError(str(error)) from error
    words = regex.split(r"\s+", query)
    parts = ("".join(_ALIKE.get(c, regex.escape(c)) for c in word) for word in words)
    return regex.compile(r"\s+".join(parts), flags)


def find_all(text: str, pattern: regex.Pattern[str], seconds: float = LONGEST) -> Hits:
    """Return the hits of a pattern, empty ones left out, at most `MOST_HITS`.

    Args:
        text: Where to look.
        pattern: What to look for.
        seconds: About how long to look; some regular expressions would take years.
    """
    hits: list[Found] = []
    try:
        for found in pattern.finditer(text, timeout=seconds):
            if found.end() > found.start():
                hits.append(Found(*found.span()))
                if len(hits) == MOST_HITS:
                    return Hits(hits, complete=False)
    except TimeoutError:
        return Hits(hits, complete=False)
    return Hits(hits, complete=True)
