"""From a document to its lines: what the format marked up, or what plain text suggests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tuireader.articles.article import BlockKind, Document, RawBlock
from tuireader.articles.cleaning.lines import line_spans
from tuireader.articles.cleaning.noise.line import Line
from tuireader.articles.cleaning.repairs.repair import repair
from tuireader.articles.cleaning.repairs.rule import Setting
from tuireader.articles.cleaning.tracked import Replacement, TrackedText

_BULLET = re.compile(r"[•·▪◦‣●○■□➤►*]\s+(?=\S)")
_BLANK = " \t\n\r\x0b\x0c\xa0\u1680\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_MARKS = frozenset('“”„‟«»‹›"')


@dataclass(frozen=True, slots=True)
class _Spot:
    block: RawBlock
    gap: int


def setting_of(document: Document) -> Setting:
    """Return what the repairs may know of a whole document."""
    language = document.metadata.language[:2].casefold()
    return Setting(language, _MARKS & frozenset(document.raw))


def lines_of(document: Document, setting: Setting) -> list[Line]:
    """Return the lines of a document that hold anything, repaired.

    Args:
        document: What a format reader found.
        setting: What is known of the whole text.
    """
    result = []
    markup = _Markup(document)
    for spot in _spots(document):
        block = spot.block
        preformatted = block.kind is BlockKind.PREFORMATTED
        text = TrackedText.of_raw(document.raw, block.start, block.end)
        text = text.apply(markup.within(block))
        text, repairs = repair(text, setting, preformatted=preformatted)
        kind = block.kind
        if not block.certain and kind is BlockKind.PARAGRAPH:
            bullet = _BULLET.match(text.text)
            if bullet:
                kind = BlockKind.LIST_ITEM
                text = text.apply([Replacement(0, bullet.end(), "")])
        if text.text.strip():
            level = max(1, block.level) if kind is BlockKind.LIST_ITEM else block.level
            result.append(
                Line(
                    text=text,
                    raw_start=block.start,
                    raw_end=block.end,
                    kind=kind,
                    level=level,
                    certain=block.certain,
                    gap=spot.gap,
                    repairs=repairs,
                )
            )
    return result


class _Markup:
    """The markup of a document, handed out block by block."""

    def __init__(self, document: Document) -> None:
        self._marks = document.markup
        self._next = 0

    def within(self, block: RawBlock) -> Iterator[Replacement]:
        """Yield what replaces the markup of a block, relative to it; blocks come in order."""
        while self._next < len(self._marks):
            mark = self._marks[self._next]
            if mark.start >= block.end:
                return
            self._next += 1
            if mark.start >= block.start and mark.end <= block.end:
                yield Replacement(mark.start - block.start, mark.end - block.start, mark.text)


def _spots(document: Document) -> Iterator[_Spot]:
    if document.blocks:
        yield from (_Spot(block, 1) for block in document.blocks)
        return
    gap = 0
    for start, end in line_spans(document.raw):
        body = document.raw[start:end]
        stripped = body.strip(_BLANK)
        if not stripped:
            gap += 1
            continue
        start += len(body) - len(body.lstrip(_BLANK))
        yield _Spot(RawBlock(BlockKind.PARAGRAPH, start, start + len(stripped)), gap)
        gap = 0


def mark_headings(lines: list[Line]) -> None:
    """Mark the lines of plain text that are headings: short, apart, and followed by prose."""
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        if (
            not line.certain
            and line.kind is BlockKind.PARAGRAPH
            and line.headline_like
            and line.words <= 10
            and not line.ends
            and line.plain[-1] not in "”»\"'’)"
            and after is not None
            and after.prose
            and (after.gap > 0 or line.plain.isupper())
            and (line.gap > 0 or before is None)
        ):
            line.kind = BlockKind.HEADING
            line.level = 2
