"""Making an article of a few paragraphs, and reading its entities off."""

from __future__ import annotations

from pathlib import Path

from tuireader.annotation.annotation import Entity, Label
from tuireader.annotation.entities.builtin import find_entities
from tuireader.articles.article import Article, Block, BlockKind, Metadata
from tuireader.articles.offsets import OffsetMap


def article(*paragraphs: str, title: str = "", published: str = "") -> Article:
    blocks: list[Block] = []
    at = 0
    for number, text in enumerate((title, *paragraphs) if title else paragraphs):
        kind = BlockKind.HEADING if title and number == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(kind, text, at, at + len(text), int(kind is BlockKind.HEADING)))
        at += len(text) + 2
    body = "\n\n".join(block.text for block in blocks)
    return Article(
        id="0" * 32,
        path=Path("story.txt"),
        item=0,
        metadata=Metadata(title=title, published=published),
        blocks=tuple(blocks),
        text=body,
        raw=body,
        offsets=OffsetMap.identity(len(body)),
    )


def names(*paragraphs: str, label: Label | None = None) -> list[tuple[str, str]]:
    """Return the surface and label of every mention, in order of the text."""
    entities = find_entities(article(*paragraphs))
    mentions = sorted((m for e in entities for m in e.mentions), key=lambda m: m.start)
    return [(m.text, m.label.value) for m in mentions if label is None or m.label is label]


def entity(entities: tuple[Entity, ...], name: str) -> Entity:
    """Return the entity of a name or alias."""
    return next(e for e in entities if name == e.name or name in e.aliases)
