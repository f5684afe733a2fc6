"""What a format reader left out: recorded as removed, or put back where the reader says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tuireader.articles.article import Document, LeftOut, RawBlock, Removal
from tuireader.articles.cleaning.noise.line import folded
from tuireader.articles.decision import Decision


def put_back(document: Document, decisions: Sequence[Decision]) -> tuple[Document, list[Removal]]:
    """Return the document with what the reader wants of what was left out, and the removals.

    Args:
        document: What a format reader found.
        decisions: What the reader decided.
    """
    removals: list[Removal] = []
    wanted: list[RawBlock] = []
    for part in document.left_out:
        chosen = [
            (_wanted(block, part, decisions, document.raw[block.start : block.end]), block)
            for block in part.blocks
        ]
        for back, group in groupby(chosen, key=lambda pair: pair[0]):
            blocks = [block for _, block in group]
            wanted += blocks if back else []
            start, end = blocks[0].start, blocks[-1].end
            text = document.raw[start:end]
            removal = Removal(start, end, text, part.rule, part.reason, part.confidence)
            removals.append(replace(removal, applied=not back, overruled=back))
    if wanted:
        together = sorted((*document.blocks, *wanted), key=lambda block: block.start)
        document = replace(document, blocks=tuple(together))
    return document, removals


def _wanted(block: RawBlock, part: LeftOut, decisions: Sequence[Decision], text: str) -> bool:
    for one in reversed(decisions):
        if 0 <= one.raw_start < block.end and block.start < one.raw_end:
            return one.keep
    for one in reversed(decisions):
        if one.line and folded(one.line) == folded(text):
            return one.keep
    return any(one.keep and one.rule == part.rule for one in decisions)
