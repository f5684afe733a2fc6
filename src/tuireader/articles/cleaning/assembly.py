"""Putting an article together from its cleaned parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from tuireader.articles.article import (
    BLOCK_SEPARATOR,
    Article,
    Block,
    BlockKind,
    Document,
    Link,
    Metadata,
    RawLink,
    Removal,
    Repair,
)
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.articles.cleaning.tracked import TrackedText
from tuireader.articles.offsets import OffsetMap, Run


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the article to be: its clean text with the way back, and what it is."""

    text: TrackedText
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: int | None = None


def assemble(
    document: Document,
    parts: Iterable[Part],
    metadata: Metadata,
    removals: Sequence[Removal] = (),
    repairs: Sequence[Repair] = (),
) -> Article:
    """Return the article made of cleaned parts.

    Args:
        document: What was cleaned.
        parts: The blocks, in order; those without text are left out.
        metadata: What is known of the article.
        removals: What was taken out, in the order of the raw text.
        repairs: What was mended.
    """
    blocks: list[Block] = []
    runs: list[Run] = []
    at = 0
    for part in parts:
        text = part.text.text
        if not text.strip():
            continue
        if blocks:
            at += len(BLOCK_SEPARATOR)
        blocks.append(Block(part.kind, text, at, at + len(text), part.level, part.number))
        runs += [
            Run(run.start + at, run.end + at, run.raw_start, run.raw_end) for run in part.text.runs
        ]
        at += len(text)
    offsets = OffsetMap(tuple(runs), len(document.raw))
    return Article(
        id=document.id,
        path=document.path,
        item=document.item,
        metadata=safe_metadata(metadata),
        blocks=tuple(blocks),
        text=BLOCK_SEPARATOR.join(block.text for block in blocks),
        raw=document.raw,
        offsets=offsets,
        removals=tuple(removals),
        links=tuple(_links(document.links, offsets)),
        encoding=document.encoding,
        format=document.format,
        repairs=tuple(repairs),
        file_id=document.file_id,
    )


def safe_metadata(metadata: Metadata) -> Metadata:
    """Return the metadata with each string on one line and without control characters."""
    lines = {
        one.name: sanitize_line(value)
        for one in fields(metadata)
        if isinstance(value := getattr(metadata, one.name), str)
    }
    tags = tuple(sanitize_line(tag) for tag in metadata.tags)
    return replace(metadata, tags=tags, **lines)


def _links(links: Iterable[RawLink], offsets: OffsetMap) -> Iterable[Link]:
    for link in links:
        span = offsets.span_from_raw(link.start, link.end)
        if span is not None:
            yield Link(*span, link.url)
