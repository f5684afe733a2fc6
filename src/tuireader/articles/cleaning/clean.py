"""From a raw document to a clean article: the one entrance of this room."""

from __future__ import annotations

from tuireader.articles.article import BLOCK_SEPARATOR, Article, Block, BlockKind, Document
from tuireader.articles.cleaning.safety import neutralize
from tuireader.articles.offsets import OffsetMap, Run

VERSION = 1
"""Raised whenever the same document would come out differently."""


def clean(document: Document) -> Article:
    """Return the article in a document, cleaned, with every change recorded.

    Args:
        document: What a format reader found.
    """
    blocks: list[Block] = []
    runs: list[Run] = []
    at = 0
    position = 0
    for line in document.raw.splitlines(keepends=True):
        body = line.strip()
        if body:
            raw_start = position + line.index(body)
            if blocks:
                at += len(BLOCK_SEPARATOR)
            end = at + len(body)
            blocks.append(Block(BlockKind.PARAGRAPH, neutralize(body), at, end))
            runs.append(Run(at, end, raw_start, raw_start + len(body)))
            at = end
        position += len(line)
    return Article(
        id=document.id,
        path=document.path,
        item=document.item,
        metadata=document.metadata,
        blocks=tuple(blocks),
        text=BLOCK_SEPARATOR.join(block.text for block in blocks),
        raw=document.raw,
        offsets=OffsetMap(tuple(runs), len(document.raw)),
        encoding=document.encoding,
        format=document.format,
    )
