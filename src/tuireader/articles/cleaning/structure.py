"""From a document to its lines: what the format marked up, or what plain text suggests."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tuireader.articles.article import BlockKind, Document, RawBlock
from tuireader.articles.cleaning.lines import line_spans
from tuireader.articles.cleaning.noise.line import Line
from tuireader.articles.cleaning.noise.phrases import Phrases
from tuireader.articles.cleaning.reflow import Spot, hyphenation, joined, paragraphs_of, words_of
from tuireader.articles.cleaning.repairs.repair import repair
from tuireader.articles.cleaning.repairs.rule import Setting
from tuireader.articles.cleaning.tracked import Replacement, TrackedText

_BULLET = re.compile(r"[•·▪◦‣●○■□➤►*]\s+(?=\S)")
_QUOTING = re.compile(r"(?:>[ \t]?)+")
_QUOTING_INSIDE = re.compile(r"[\n\r]((?:>[ \t]?)+)")
_FEWEST_QUOTED = 4
_FEW_LINES = 3
"""A text of more lines than these is no blob."""
_BLANK = " \t\n\r\x0b\x0c\xa0\u1680\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_MARKS = frozenset('“”„‟«»‹›"')


def setting_of(document: Document) -> Setting:
    """Return what the repairs may know of a whole document."""
    language = document.metadata.language[:2].casefold()
    marks = _MARKS & frozenset(document.raw)
    return Setting(language, marks, plain=not document.blocks)


def lines_of(document: Document, setting: Setting, known: Phrases) -> list[Line]:
    """Return the lines of a document that hold anything, repaired.

    Args:
        document: What a format reader found.
        setting: What is known of the whole text.
        known: The phrases, of which some say what hyphens are kept.
    """
    quoted = not document.blocks and is_quoted(document.raw)
    prefixes = known.words("compound-prefix")
    result: list[Line] = []
    markup = _Markup(document)
    words: Counter[str] | None = None
    for block, gap in _blocks(document, quoted=quoted):
        text = TrackedText.of_raw(document.raw, block.start, block.end)
        text = text.apply(markup.within(block))
        if quoted:
            text = text.apply(_quoting_within(text.text))
        if not block.certain and "\n" in text.text:
            words = words if words is not None else words_of(document.raw)
            text = text.apply(hyphenation(text.text, words, prefixes))
        line = _line(text, block, gap, setting)
        if line is not None:
            result.append(line)
    if len(result) <= _FEW_LINES and not document.blocks:
        return [part for line in result for part in _split(line)]
    return result


def _line(text: TrackedText, block: RawBlock, gap: int, setting: Setting) -> Line | None:
    """Return a block as a repaired line; None where nothing of it is left."""
    text, repairs = repair(text, setting, preformatted=block.kind is BlockKind.PREFORMATTED)
    kind, level = block.kind, block.level
    if not block.certain and kind is BlockKind.PARAGRAPH:
        bullet = _BULLET.match(text.text)
        if bullet:
            kind = BlockKind.LIST_ITEM
            text = text.apply([Replacement(0, bullet.end(), "")])
    if not text.text.strip():
        return None
    if kind is BlockKind.LIST_ITEM:
        level = max(1, level)
    return Line(
        text=text,
        raw_start=block.start,
        raw_end=block.end,
        kind=kind,
        level=level,
        number=block.number,
        certain=block.certain,
        gap=gap,
        repairs=repairs,
    )


def _split(line: Line) -> Iterator[Line]:
    """Yield the paragraphs of a line that holds a whole article; its repairs go with the first."""
    starts = [0, *paragraphs_of(line.plain), len(line.plain)]
    if len(starts) == 2:
        yield line
        return
    for number, (start, end) in enumerate(pairwise(starts)):
        text = line.text.part(start, end).stripped()
        raw_start = text.runs[0].raw_start
        yield Line(
            text=text,
            raw_start=raw_start,
            raw_end=max(run.raw_end for run in text.runs),
            gap=line.gap if number == 0 else 1,
            repairs=line.repairs if number == 0 else [],
        )


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


def _blocks(document: Document, *, quoted: bool) -> Iterator[tuple[RawBlock, int]]:
    """Yield the blocks of a document, each with how many blank lines stand before it."""
    if document.blocks:
        yield from ((block, 1) for block in document.blocks)
        return
    for spot in joined(list(_spots(document.raw, quoted=quoted)), document.raw):
        yield RawBlock(BlockKind.PARAGRAPH, spot.start, spot.end), spot.gap


def is_quoted(raw: str) -> bool:
    """Return whether a text is mostly quoted as mails quote: each line behind a ``>``."""
    if raw.count(">") < _FEWEST_QUOTED:
        return False
    lines = [raw[start:end] for start, end in line_spans(raw)]
    written = sum(bool(line.strip()) for line in lines)
    quoted = sum(line.startswith(">") for line in lines)
    return quoted >= _FEWEST_QUOTED and quoted > written / 2


def _quoting_within(text: str) -> Iterator[Replacement]:
    for match in _QUOTING_INSIDE.finditer(text):
        yield Replacement(match.start(1), match.end(1), "")


def _spots(raw: str, *, quoted: bool) -> Iterator[Spot]:
    """Yield the lines of a plain text that hold anything."""
    gap = 0
    for line_start, end in line_spans(raw):
        mark = _QUOTING.match(raw, line_start, end) if quoted else None
        start = mark.end() if mark else line_start
        body = raw[start:end]
        stripped = body.strip(_BLANK)
        if not stripped:
            gap += 1
            continue
        indent = len(body) - len(body.lstrip(_BLANK))
        yield Spot(start + indent, start + indent + len(stripped), gap, indent)
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
