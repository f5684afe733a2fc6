"""The names beside the text: who begins to speak here, which rule took this out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tuireader.annotation.annotation import Quote
from tuireader.app.rendition.cells import crop, width_of
from tuireader.app.rendition.ink import Fragment, Ink, Role
from tuireader.app.rendition.intervals import Intervals
from tuireader.app.rendition.layout import Layout
from tuireader.app.rendition.passages import Passage
from tuireader.app.rendition.sheet import Sheet
from tuireader.app.rendition.voices import Voice, entrances, is_spoken, voice_key
from tuireader.app.rendition.wrap import break_lines
from tuireader.articles.cleaning.safety import sanitize_line

ROWS = 3
"""How many lines a name in the margin takes at most."""
RULE_MARK = "⌫ "


class SideNote(NamedTuple):
    """A name at a position of the sheet's text."""

    position: int
    text: str
    ink: Ink


class SideNotes:
    """Tells what is to be named beside a passage of a sheet, looking at that passage only.

    Args:
        sheet: What is laid out.
        blocks: Where each block of the article starts in `Article.text`, ascending.
        quotes: The quotes of the article.
        cast: Its voices.
    """

    def __init__(
        self,
        sheet: Sheet,
        blocks: Sequence[int],
        quotes: Intervals[Quote],
        cast: Mapping[str, Voice],
    ) -> None:
        self._sheet = sheet
        self._quotes = quotes
        self._cast = cast
        self._blocks = blocks

    def beside(self, passage: Passage) -> list[SideNote]:
        """Return what is to be named beside a passage, in order."""
        names = [self._name(position, key) for position, key in self._voices(passage)]
        rules = [
            SideNote(
                max(stain.start, passage.start),
                RULE_MARK + sanitize_line(stain.remark),
                Ink(Role.RULE, fate=stain.fate),
            )
            for stain in self._sheet.stains(passage.start, passage.end)
            if stain.remark and (stain.start >= passage.start or passage.end >= stain.end)
        ]
        return sorted([*names, *rules], key=lambda note: note.position)

    def above(self, passage: Passage) -> list[SideNote]:
        """Return whom to name above a passage: where another voice enters, all that speak in it.

        Over words of the voice before, the name of the new one alone would be taken for theirs.
        """
        if not self._voices(passage):
            return []
        first, last = self._quotes_in(passage)
        spoken = [quote for quote in self._quotes.items[first:last] if is_spoken(quote)]
        heard = ((quote.start, voice_key(quote)) for quote in spoken)
        return [self._name(position, key) for position, key in heard if key]

    def _name(self, position: int, key: str) -> SideNote:
        return SideNote(position, sanitize_line(self._cast[key].name), Ink(Role.NAME, key, True))

    def _quotes_in(self, passage: Passage) -> tuple[int, int]:
        """Return the index of the first quote of a passage, and of the first after it."""
        first = self._quotes.after(self._sheet.to_article(passage.start) - 1)
        return first, self._quotes.after(self._sheet.to_article(passage.end - 1))

    def _voices(self, passage: Passage) -> list[tuple[int, str]]:
        first, last = self._quotes_in(passage)
        if first >= last:
            return []
        found = entrances(self._quotes.items, first, last, self._blocks)
        from_article = self._sheet.from_article
        placed = ((from_article(entrance.position), entrance.key) for entrance in found)
        return [(at, key) for at, key in placed if passage.start <= at < passage.end]


def in_margin(
    layout: Layout, index: int, notes: Sequence[SideNote], width: int
) -> dict[int, Fragment]:
    """Return what stands in the margin beside a passage, by which of its lines, from 0.

    A name takes up to `ROWS` lines; one that begins where another still stands moves down.

    Args:
        layout: The lines.
        index: Which passage.
        notes: What is to be named beside it, in order.
        width: The width of the margin, in cells.
    """
    rows = layout.rows(index)
    placed: dict[int, Fragment] = {}
    free = 0
    for note in notes:
        at = max(free, layout.row_of(index, note.position))
        lines = fold(note.text, width, min(ROWS, rows - at))
        for row, text in enumerate(lines, at):
            placed[row] = Fragment(text, note.ink)
        free = at + len(lines)
    return placed


def fold(text: str, width: int, rows: int) -> list[str]:
    """Return a text in at most so many lines of at most so many cells, cut with an ellipsis."""
    if rows < 1:
        return []
    starts = [*break_lines(text, 0, len(text), width), len(text)]
    lines = [text[a:b].rstrip() for a, b in pairwise(starts)]
    if len(lines) > rows:
        lines[rows - 1 :] = [crop(text[starts[rows - 1] :], width)]
    return lines


def above(labels: Sequence[SideNote], width: int) -> list[Fragment]:
    """Return the names that stand above a passage where there is no margin, as one line."""
    fragments: list[Fragment] = []
    seen: set[str] = set()
    room = width
    for label in labels:
        if label.ink.role is not Role.NAME or label.ink.voice in seen:
            continue
        seen.add(label.ink.voice)
        whole = (" · " if fragments else "") + label.text
        text = crop(whole, room)
        if text != whole and width_of(text) < 4:
            break
        fragments.append(Fragment(text, label.ink))
        room -= width_of(text)
    return fragments


def after(labels: Sequence[SideNote], width: int) -> list[Fragment]:
    """Return the rules that are named after a passage where there is no margin, as one line."""
    rules = [label for label in labels if label.ink.role is Role.RULE]
    if not rules:
        return []
    names = list(dict.fromkeys(label.text.removeprefix(RULE_MARK) for label in rules))
    return [Fragment(crop(RULE_MARK + ", ".join(names), width), rules[0].ink)]
