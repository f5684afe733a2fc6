"""Clubs and teams in tables of results: "Hull 2 Leeds 1", "Hull 4 3 1 0 9 3 10"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from tuireader.annotation.entities.forms import PLACES
from tuireader.annotation.entities.lexicon import GIVEN, Lexicon
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.words import Word

Blocks = Sequence[Sequence[Word]]
Row = tuple[int, int]

LEAST_ROWS = 4
"""So many names one after the other, each with figures behind it, are a table."""
LONGEST = 4
"""The most words of a competitor's name, and of a heading that runs into it."""
FIGURE = re.compile(r"[+-]?\d[\d.,/½-]*|[-–½]")
SURENESS = 0.8
HEADINGS = frozenset({"conference", "division", "group", "league", "pool", "section", "standings"})
NATIONS = frozenset({"country", "demonym"})
_start = attrgetter("start")
_end = attrgetter("end")


def with_competitors(
    blocks: Blocks, found: Sequence[Sequence[Name]], lists: Lexicon
) -> list[list[Name]]:
    """Return the names of each block with the clubs of tables, those of a city's name too.

    A table of nations or of people stays as it is.

    Args:
        blocks: The words of each block; each row of a table may be one.
        found: The names in each block.
        lists: The word lists.
    """
    words = [word for block in blocks for word in block]
    names: list[Name] = []
    starts: list[int] = []
    at = 0
    for block, inside in zip(blocks, found, strict=True):
        starts.append(at)
        names += [replace(name, start=name.start + at, end=name.end + at) for name in inside]
        at += len(block)
    tables = [rows for rows in _tables(words) if _is_of_clubs(words, rows, names, lists)]
    if not tables:
        return [list(inside) for inside in found]
    for rows in tables:
        for row in _without_headings(words, rows, lists):
            _put(names, row)
    ends = [*starts[1:], len(words)]
    return [
        [
            replace(name, start=name.start - start, end=name.end - start)
            for name in names[
                bisect_left(names, start, key=_start) : bisect_left(names, end, key=_start)
            ]
        ]
        for start, end in zip(starts, ends, strict=True)
    ]


def _put(names: list[Name], row: Row) -> None:
    """Put a club in the place of what was found there, where that does not go on behind it."""
    start, end = row
    first = bisect_right(names, start, key=_end)
    after = bisect_left(names, end, key=_start)
    if all(name.end <= end for name in names[first:after]):
        names[first:after] = [Name(start, end, "ORG", SURENESS)]


def _tables(words: Sequence[Word]) -> list[list[Row]]:
    """Return the names of each table as ranges of words."""
    tables: list[list[Row]] = []
    rows: list[Row] = []
    at = last = 0
    while at < len(words):
        end = at
        while (
            end < len(words) and _is_name_word(words[end]) and words[end].block == words[at].block
        ):
            end += 1
        stop = _after_figures(words, end) if at < end <= at + LONGEST else end
        if stop == end:
            at = max(end, at + 1)
            continue
        if at != last:
            tables.append(rows)
            rows = []
        rows.append((at, end))
        at = last = stop
    return [rows for rows in (*tables, rows) if len(rows) >= LEAST_ROWS]


def _is_name_word(word: Word) -> bool:
    return not word.skip and word.text[0].isupper() and word.text[-1].isalpha()


def _after_figures(words: Sequence[Word], at: int) -> int:
    """Return the end of the figures that begin at a word or behind brackets there."""
    start = at
    if at + 2 < len(words) and words[at].text == "(" and words[at + 2].text == ")":
        start = at + 3
    stop = start
    while stop < len(words) and (
        FIGURE.fullmatch(words[stop].text) or _is_decimal_point(words, stop)
    ):
        stop += 1
    return stop if stop > start else at


def _is_decimal_point(words: Sequence[Word], at: int) -> bool:
    """Whether a full stop is that of ".556"."""
    if words[at].text != "." or at + 1 >= len(words):
        return False
    return words[at + 1].start == words[at].end and words[at + 1].text.isdigit()


def _is_of_clubs(
    words: Sequence[Word], rows: Sequence[Row], names: Sequence[Name], lists: Lexicon
) -> bool:
    """Whether fewer than a third of a table's rows are nations or people."""
    people = {(name.start, name.end) for name in names if name.label == "PER"}
    others = 0
    for start, end in rows:
        surface = " ".join(word.text for word in words[start:end])
        given = not GIVEN.isdisjoint(lists.word_kinds(words[start].text))
        person = (start, end) in people and end - start > 1 and given
        others += person or not NATIONS.isdisjoint(lists.phrase_kinds(surface))
    return others * 3 < len(rows)


def _without_headings(words: Sequence[Word], rows: Sequence[Row], lists: Lexicon) -> list[Row]:
    """Return rows without the headings that run into them: "Group B" of "Group B Ajax 2"."""
    kept: list[Row] = []
    for number, (start, end) in enumerate(rows):
        heads = [at for at in range(start, end - 1) if words[at].text.lower() in HEADINGS]
        begin = heads[-1] + 1 if heads else start
        if heads and begin < end - 1 and len(words[begin].text) == 1:
            begin += 1
        if not number and not heads and end - start > 1 and not _opens(words, start):
            begin = next((at for at in range(start, end) if _is_place(words, at, end, lists)), end)
        if begin < end:
            kept.append((begin, end))
    return kept


def _opens(words: Sequence[Word], at: int) -> bool:
    """Whether no heading can run into a row: where a block begins, or behind a colon."""
    before = words[at - 1] if at else None
    return before is None or before.block != words[at].block or before.text in (":", ")")


def _is_place(words: Sequence[Word], start: int, end: int, lists: Lexicon) -> bool:
    surface = " ".join(word.text for word in words[start:end])
    return not PLACES.isdisjoint(lists.phrase_kinds(surface))
