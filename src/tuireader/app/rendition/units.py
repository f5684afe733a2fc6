"""What a text is walked through by: characters as people see them, words, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from rich.cells import split_graphemes

from tuireader.annotation.annotation import Span
from tuireader.app.rendition.cells import is_narrow


class Unit(StrEnum):
    """A part of a text, the smallest first."""

    CHARACTER = "character"
    """A grapheme: a letter with its accents, an emoji with all it is joined from."""
    WORD = "word"
    """A word, a mark, or one character of a script that is written without spaces."""
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


_JOINING = frozenset("-’'.&/")
"""What is a part of a word between two of its letters."""
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”’）]*")
_WORD_BEFORE = re.compile(r"[\w.\-]+\Z")
_NEXT_WORD = re.compile(r"[^\W_]")


def units_of(text: str, unit: Unit) -> list[Span]:
    """Return the parts of a paragraph in order, white space between them left out.

    Args:
        text: The paragraph.
        unit: Its parts.
    """
    match unit:
        case Unit.CHARACTER:
            return [Span(start, end) for start, end, _ in _graphemes(text)]
        case Unit.WORD:
            return list(_words(text))
        case Unit.SENTENCE:
            return list(_sentences(text))
    return _bare(text, 0, len(text))


def _graphemes(text: str) -> list[tuple[int, int, int]]:
    if is_narrow(text):
        return [(at, at + 1, 1) for at in range(len(text))]
    return split_graphemes(text)[0]


def _words(text: str) -> Iterator[Span]:
    start = -1
    for at, end, cells in _graphemes(text):
        first = text[at]
        inside = cells == 1 and (first.isalnum() or first == "_")
        joins = start >= 0 and first in _JOINING and text[end : end + 1].isalnum()
        if start >= 0 and not inside and not joins:
            yield Span(start, at)
            start = -1
        if inside:
            start = at if start < 0 else start
        elif start < 0 and not first.isspace():
            yield Span(at, end)
    if start >= 0:
        yield Span(start, len(text))


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for match in _END.finditer(text):
        if _ends_sentence(text, match):
            yield from _bare(text, start, match.end())
            start = match.end()
    yield from _bare(text, start, len(text))


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    following = _NEXT_WORD.search(text, end.end())
    if following is not None and following.group().islower():
        return False
    if end.group() != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, end.start() - 20), end.start())
    word = before.group().lower() if before is not None else ""
    return word not in _abbreviations() and not (len(word) == 1 and word.isalpha())


@cache
def _abbreviations() -> frozenset[str]:
    from tuireader.annotation.attribution.cues import LANGUAGES, load_cues

    return frozenset().union(*(load_cues(language).abbreviations for language in LANGUAGES))


def _bare(text: str, start: int, end: int) -> list[Span]:
    """Return the stretch without white space around it; nothing where that is all."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    part = part.strip()
    return [Span(start, start + len(part))] if part else []
