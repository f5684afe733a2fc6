"""Tokens and sentences, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tuireader.annotation.annotation import Span


class Token(NamedTuple):
    """A word, a number or a mark, with its place in the text in code points."""

    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # initials and abbreviations: U.S., e.g.
    r"|\w+(?:[-’'.&/]\w+)*"  # words, numbers, hyphenated and contracted forms
    r"|\S",
)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of a text, or of the stretch ``[start, end)`` of it.

    Args:
        text: Any text.
        start: Where to begin, in code points.
        end: Where to stop; None for the end of the text.
    """
    found: list[Token] = []
    at = start
    # Only white space stands between tokens: finding each anew takes less time than a match does,
    # and so does making it without a call of Token.
    make, index = tuple.__new__, text.index
    for word in _TOKEN.findall(text, start, len(text) if end is None else end):
        first = index(word, at)
        at = first + len(word)
        found.append(make(Token, (word, first, at)))
    return found


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the stretches of a text between line breaks, without surrounding white space."""
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        body = line.strip()
        if body:
            start = match.start() + line.index(body)
            yield Span(start, start + len(body))
