"""The names beside the text: who begins to speak here, which rule took this out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tuireader.annotation.annotation import Annotation
from tuireader.app.rendition.cells import crop, width_of
from tuireader.app.rendition.ink import Fragment, Ink, Role
from tuireader.app.rendition.layout import Layout
from tuireader.app.rendition.sheet import Sheet
from tuireader.app.rendition.voices import Voice, entrances
from tuireader.app.rendition.wrap import break_lines
from tuireader.articles.article import Article
from tuireader.articles.cleaning.safety import sanitize_line

ROWS = 3
"""How many lines a name in the margin takes at most."""
RULE_MARK = "⌫ "


class SideNote(NamedTuple):
    """A name at a position of the sheet's text."""

    position: int
    text: str
    ink: Ink


def side_notes_of(
    sheet: Sheet, article: Article, annotation: Annotation, cast: Mapping[str, Voice]
) -> list[SideNote]:
    """Return what is to be named beside a sheet, in order.

    Args:
        sheet: What is laid out.
        article: What it is the text of.
        annotation: What was found in it.
        cast: Its voices.
    """
    found = [
        SideNote(
            sheet.from_article(entrance.position),
            sanitize_line(cast[entrance.key].name),
            Ink(Role.NAME, voice=entrance.key, speech=True),
        )
        for entrance in entrances(annotation, [block.start for block in article.blocks])
    ]
    found += [
        SideNote(
            stain.start, RULE_MARK + sanitize_line(stain.remark), Ink(Role.RULE, fate=stain.fate)
        )
        for stain in sheet.remarks()
    ]
    return sorted(found, key=lambda label: label.position)


def by_passage(sheet: Sheet, labels: Sequence[SideNote]) -> dict[int, list[SideNote]]:
    """Return labels by the passage they stand in; those in no passage are left out."""
    found: defaultdict[int, list[SideNote]] = defaultdict(list)
    index = 0
    for label in labels:
        while index < len(sheet.passages) and sheet.passages[index].end <= label.position:
            index += 1
        if index == len(sheet.passages):
            break
        if sheet.passages[index].start <= label.position:
            found[index].append(label)
    return dict(found)


def in_margin(
    layout: Layout, index: int, labels: Sequence[SideNote], width: int
) -> dict[int, Fragment]:
    """Return what stands in the margin beside a passage, by number of line.

    A name takes up to `ROWS` lines; one that begins where another still stands moves down.

    Args:
        layout: The lines.
        index: Which passage.
        labels: Its labels, in order.
        width: The width of the margin, in cells.
    """
    lines = layout.lines_of_passage(index)
    placed: dict[int, Fragment] = {}
    free = lines.start
    for label in labels:
        at = max(free, layout.line_of(label.position))
        rows = fold(label.text, width, min(ROWS, lines.stop - at))
        for row, text in enumerate(rows):
            placed[at + row] = Fragment(text, label.ink)
        free = at + len(rows)
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
        text = crop((" · " if fragments else "") + label.text, room - 1)
        if width_of(text) < 4:
            break
        fragments.append(Fragment(text, label.ink))
        room -= width_of(text)
    if fragments:
        last = fragments[-1]
        fragments[-1] = Fragment(last.text + ":", last.ink)
    return fragments


def after(labels: Sequence[SideNote], width: int) -> list[Fragment]:
    """Return the rules that are named after a passage where there is no margin, as one line."""
    rules = [label for label in labels if label.ink.role is Role.RULE]
    if not rules:
        return []
    names = list(dict.fromkeys(label.text.removeprefix(RULE_MARK) for label in rules))
    return [Fragment(crop(RULE_MARK + ", ".join(names), width), rules[0].ink)]
