"""Repairs of stops, commas and the spaces around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuireader.articles.cleaning.repairs.rule import Setting
from tuireader.articles.cleaning.tracked import Edit, Replacement

_DOUBLED = re.compile(r"(?<![.\s/])\.\.(?=[\"'”’»)\]]*\s*$|[\"”»]*\s+(?!I\b)[\"“«]?[A-Z])(?!\.)")
_SPACE_BEFORE = re.compile(r"(?<=[\w)\]”’»\"%]) +(?=[,.](?:\s|$|[”’»\"]))")
_SPACE_BEFORE_MARK = re.compile(r"(?<=[\w)\]”’»\"%]) +(?=[;:!?](?:\s|$|[”’»\"]))")
_GLUED = re.compile(
    r"(?<=[a-zà-öø-ÿа-яё]{2})[\"”’)]?[.!?]"
    r"(?=[\"“‘(]?(?!(?:Com|Org|Net|Io|Co|Gov|Tv|Js|Info|Uk|De)\b)"
    r"[A-ZÀ-ÖØ-ÞА-ЯЁ][a-zà-öø-ÿа-яё]{0,30}[ ,’'])"
)
_IN_ADDRESS = re.compile(r"[@/.\\_\d-][^\s]*$")
_SPACED_MARKS = frozenset({"fr"})


def doubled_stops(text: str, setting: Setting) -> Iterator[Edit]:
    """Find two full stops where a sentence ends; three are an ellipsis and stay."""
    if ".." not in text:
        return
    for match in _DOUBLED.finditer(text):
        yield Replacement(match.start() + 1, match.end(), "")


def space_before(text: str, setting: Setting) -> Iterator[Edit]:
    """Find spaces that stand before a comma or stop; before ``;:!?`` unless French wants them."""
    pattern = _SPACE_BEFORE
    spans = [match.span() for match in pattern.finditer(text)]
    if setting.language not in _SPACED_MARKS:
        spans += [match.span() for match in _SPACE_BEFORE_MARK.finditer(text)]
    for start, end in sorted(spans):
        yield Replacement(start, end, "")


def glued_sentences(text: str, setting: Setting) -> Iterator[Edit]:
    """Find a full stop without a space before the next sentence; addresses and names stay."""
    for match in _GLUED.finditer(text):
        if not _IN_ADDRESS.search(text[max(0, match.start() - 40) : match.start()]):
            yield Replacement(match.end(), match.end(), " ")
