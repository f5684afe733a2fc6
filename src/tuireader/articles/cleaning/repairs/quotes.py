"""Repairs of quotation marks that were turned, detached or glued to the wrong word.

A mark is judged by the marks before it in its paragraph and by its neighbours, so that nested
quotations and languages with other customs are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuireader.articles.cleaning.repairs.rule import Setting
from tuireader.articles.cleaning.tracked import Edit, Replacement, Swap

_STOPS = ".,;:!?…"
_CLOSERS = _STOPS + ")]"
_OTHER_CUSTOMS = frozenset("„‟")
_LINE = re.compile(r"[^\n]+")
_COMMA_MARK = re.compile(r"(?<![^\s(\[»–—-]),,(?=\w)")
_CLOSING = re.compile(r"(?<=[^\s,])(?:[“”\"]|''|’’)(?!\w)")


def comma_marks(text: str, setting: Setting) -> Iterator[Edit]:
    """Find two commas where a quote opens that is closed in the same paragraph."""
    if ",," not in text:
        return
    for line in _LINE.finditer(text):
        closing = max((mark.start() for mark in _CLOSING.finditer(line[0])), default=0)
        for match in _COMMA_MARK.finditer(text, line.start(), line.start() + closing):
            yield Replacement(match.start(), match.end(), "„")


def quotation_marks(text: str, setting: Setting) -> Iterator[Edit]:
    """Find curly double marks that are turned or stand on the wrong side of a space."""
    if "“" not in text or _OTHER_CUSTOMS & (setting.marks | set(text)):
        return
    depth = 0
    at = 0
    while at < len(text):
        mark = text[at]
        if mark == "“":
            edits, after = _turned(text, at, depth)
            yield from edits
            depth += -1 if edits else 1
            at = after
        elif mark == "”":
            if depth:
                yield from _detached(text, at)
            depth = max(0, depth - 1)
            at += 1
        else:
            at += 1


def _without_spaces(text: str, end: int) -> int:
    """Return where a text that ends at a position ends without the spaces there."""
    while end and text[end - 1] == " ":
        end -= 1
    return end


def _turned(text: str, at: int, depth: int) -> tuple[list[Edit], int]:
    """Return the edits for an opening mark that closes, and where to go on."""
    following = text[at + 1 : at + 2]
    ends = not following or following in _CLOSERS or following.isspace()
    if not depth or not ends:
        return [], at + 1
    before = _without_spaces(text, at)
    if following.isspace() and before != at and at + 1 < len(text.rstrip()):
        return [], at + 1
    edits: list[Edit] = []
    if before < at:
        edits.append(Replacement(before, at, ""))
    edits.append(Replacement(at, at + 1, "”"))
    if following == "." and text[before - 1 : before] in ".!?…" and text[at + 2 : at + 3] != ".":
        edits.append(Replacement(at + 1, at + 2, ""))
        return edits, at + 2
    return edits, at + 1


def _detached(text: str, at: int) -> Iterator[Edit]:
    """Yield the edit for a closing mark with a space before it."""
    before = _without_spaces(text, at)
    if before == at or not before:
        return
    following = text[at + 1 : at + 2]
    if following and (following.isalnum()):
        yield Swap(before, at, at + 1)
    elif not following or following in _CLOSERS or following.isspace():
        yield Replacement(before, at, "")
