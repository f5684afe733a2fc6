"""Dialogue whose speakers take turns by a dash at the beginning of the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tuireader.annotation.quotations.marks import Family
from tuireader.annotation.quotations.pairing import Pair
from tuireader.articles.article import Block, BlockKind

_LINE = re.compile(r"[—–―][ \u00a0]*(?=[^\W\d]|[¿¡…])")
_ASIDE = re.compile(
    r"(?:(?<=[,.!?…])[ \u00a0]+[—–―][ \u00a0]+|[ \u00a0]+[—–―])(?=[^\W\d_])(?![A-ZÀ-ÞА-ЯЁІЇЄҐ])"
)
_BACK = re.compile(r"(?:[.,!?:…][ \u00a0]*[—–―]|[—–―][.,!?:…])(?=[ \u00a0])")


def with_dialogue(blocks: Sequence[Block], pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs of marks with the lines of a dialogue, each without what is told of it.

    A paragraph that begins with a dash is a line of dialogue where a second dash leads to a word in
    lower case, as in "— Tomorrow, — said the captain. — Or never.", or where it stands next to such
    a line. What stands in marks inside a line is then a quote in a quote.

    Args:
        blocks: The blocks of an article, in order.
        pairs: What its marks make, in order.
    """
    opened = {found.start for found in pairs}
    lines = [list(_said(block, opened)) for block in blocks]
    told = [
        bool(said) and _ASIDE.search(block.text) is not None
        for block, said in zip(blocks, lines, strict=True)
    ]
    wholes = [
        span
        for number, said in enumerate(lines)
        if any(told[max(0, number - 1) : number + 2])
        for span in said
    ]
    if not wholes:
        return list(pairs)
    found, at = list(wholes), 0
    for span in pairs:
        while at < len(wholes) and wholes[at].end <= span.start:
            at += 1
        inside = at < len(wholes) and wholes[at].start <= span.start
        found.append(span._replace(depth=span.depth + 1) if inside else span)
    return sorted(found, key=lambda span: (span.start, -span.end))


def _said(block: Block, opened: set[int]) -> Iterator[Pair]:
    """Yield the stretches of a paragraph that are spoken, each from its dash on."""
    line = _LINE.match(block.text)
    if line is None or block.kind is not BlockKind.PARAGRAPH or block.start + line.end() in opened:
        return
    at = 0
    while True:
        aside = _ASIDE.search(block.text, at + 1)
        end = len(block.text) if aside is None else aside.start()
        yield Pair(block.start + at, block.start + end, 0, True, False, Family.DOUBLE)
        back = _BACK.search(block.text, aside.end()) if aside is not None else None
        if back is None:
            return
        at = back.end() - 1 if block.text[back.end() - 1] in "—–―" else back.end() + 1
