"""Blocks that are set as quotations, with or without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuireader.annotation.quotations.marks import Family
from tuireader.annotation.quotations.pairing import Pair
from tuireader.articles.article import Block, BlockKind

_SIGNATURE = re.compile(
    r"(?:^|(?<=[.!?…”\"’»])\s+)(?:[—–―]|--?)\s*(?=[^\W\d_])(?![a-zà-ÿ])[^.!?\n“”\"]{2,120}\s*$"
)


_POSTED = re.compile(r"[—–―][ \u00a0]*[^\n]{1,80} \(@\w{1,30}\)[^\n]{0,30}")
"""Who posted a message and when, as pages that embed messages show it."""


def with_block_quotations(blocks: Sequence[Block], pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs of marks with the block quotations that no pair opens already.

    What stands in marks inside a block quotation is then a quote in a quote. A dash and a name at
    the end sign a quotation and are no part of it.

    Args:
        blocks: The blocks of an article, in order.
        pairs: What its marks make, in order.
    """
    opened = {found.start for found in pairs}
    wholes = [
        Pair(block.start, end, 0, True, False, Family.DOUBLE)
        for block in blocks
        if block.kind is BlockKind.QUOTATION
        and block.start not in opened
        and (end := _unsigned_end(block)) > block.start
    ]
    if not wholes:
        return list(pairs)
    found, at = list(wholes), 0
    for span in pairs:
        while at < len(wholes) and wholes[at].end <= span.start:
            at += 1
        inside = at < len(wholes) and wholes[at].start <= span.start < wholes[at].end
        found.append(span._replace(depth=span.depth + 1) if inside else span)
    return sorted(found, key=lambda span: (span.start, -span.end))


def _unsigned_end(block: Block) -> int:
    """Return where a block's words end, the line that signs them left out."""
    if _POSTED.fullmatch(block.text.strip()):
        return block.start
    signature = _SIGNATURE.search(block.text)
    said = block.text if signature is None else block.text[: signature.start()]
    return block.start + len(said.rstrip())
