"""Quotes and entities as tables, one line each, for spreadsheets and scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tuireader.export.item import Item
from tuireader.export.safe_cells import write_table

QUOTE_COLUMNS = (
    "Quote", "Kind", "Speaker", "Cue", "Confidence", "Title", "Source", "Published", "Address",
)  # fmt: skip
ENTITY_COLUMNS = (
    "Name", "Kind", "Mentions", "Aliases", "Title", "Source", "Published", "Address",
)  # fmt: skip


def write_quotes(items: Iterable[Item]) -> str:
    """Return all quotes of articles that were loaded, as CSV."""
    return write_table(QUOTE_COLUMNS, _quotes(items))


def write_entities(items: Iterable[Item]) -> str:
    """Return all entities of articles that were loaded, as CSV."""
    return write_table(ENTITY_COLUMNS, _entities(items))


def _quotes(items: Iterable[Item]) -> Iterator[dict[str, str]]:
    for item in items:
        if item.article is None or item.annotation is None:
            continue
        for quote in item.annotation.quotes:
            yield {
                "Quote": item.article.text[quote.start : quote.end],
                "Kind": quote.kind.value,
                "Speaker": quote.speaker or "",
                "Cue": quote.cue,
                "Confidence": f"{quote.confidence:.2f}",
                **_where(item),
            }


def _entities(items: Iterable[Item]) -> Iterator[dict[str, str]]:
    for item in items:
        for entity in item.annotation.entities if item.annotation else ():
            yield {
                "Name": entity.name,
                "Kind": entity.label.value,
                "Mentions": str(len(entity.mentions)),
                "Aliases": "; ".join(entity.aliases),
                **_where(item),
            }


def _where(item: Item) -> dict[str, str]:
    return {
        "Title": item.title,
        "Source": item.metadata.source,
        "Published": item.metadata.published,
        "Address": item.address,
    }
