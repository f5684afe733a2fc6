"""Everything, as JSON Lines: the form in which nothing is lost.

Each line is an object with ``"schema": "tuireader-export/1"`` and a ``type``: ``article`` (what
the reader did with it, its notes and corrections) or ``view``. `docs/state.md` names the fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from tuireader.articles.article import Metadata
from tuireader.export.item import Item
from tuireader.state.anchors import TextAnchor
from tuireader.state.corrections import Correction, CorrectionKind
from tuireader.state.encoding import decode, encode
from tuireader.state.notes import Note
from tuireader.state.reader_state import ArticleRecord
from tuireader.state.views import View

SCHEMA = "tuireader-export/1"


def write_json_lines(
    items: Iterable[Item], views: Iterable[View] = (), text: bool = False
) -> Iterator[str]:
    """Yield the lines, each with its line break.

    Args:
        items: The articles.
        views: The named filters.
        text: Whether to give the text, the quotes and the entities of articles that have them.
    """
    for item in items:
        yield _line("article", _article(item, text))
    for view in views:
        yield _line("view", asdict(view))


def read_json_lines(text: str) -> tuple[list[Item], list[View]]:
    """Return the articles and views of an export.

    Raises:
        ValueError: A line is no JSON, or not of an export that this version knows.
    """
    items: list[Item] = []
    views: list[View] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = decode(line.encode("utf-8", "surrogatepass"))
            if value["schema"] != SCHEMA:
                raise ValueError(f"the schema is not {SCHEMA}")
            if value["type"] == "article":
                items.append(_item(value))
            elif value["type"] == "view":
                views.append(View(str(value["name"]), str(value["query"]), str(value["sort"])))
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise ValueError(f"line {number} is no line of an export: {error}") from error
    return items, views


def _line(kind: str, value: dict[str, Any]) -> str:
    return encode({"schema": SCHEMA, "type": kind, **value}).decode() + "\n"


def _article(item: Item, text: bool) -> dict[str, Any]:
    record = asdict(item.record)
    value = {
        "id": record.pop("article_id"),
        **record,
        "metadata": asdict(item.metadata),
        "notes": [_without_article(asdict(note)) for note in item.notes],
        "corrections": [_without_article(asdict(made)) for made in item.corrections],
    }
    if text and item.article:
        value["text"] = item.article.text
    if text and item.annotation:
        value["quotes"] = [asdict(quote) for quote in item.annotation.quotes]
        value["entities"] = [asdict(entity) for entity in item.annotation.entities]
    return value


def _without_article(value: dict[str, Any]) -> dict[str, Any]:
    del value["article_id"]
    return value


def _item(value: dict[str, Any]) -> Item:
    article_id = str(value["id"])
    metadata = {name: value["metadata"].get(name, "") for name in Metadata.__dataclass_fields__}
    metadata["tags"] = tuple(metadata["tags"])
    return Item(
        ArticleRecord(
            article_id,
            path=str(value["path"]),
            title=str(value["title"]),
            read=value["read"] is True,
            bookmarked=value["bookmarked"] is True,
            position=int(value["position"]),
            progress=float(value["progress"]),
            seconds=float(value["seconds"]),
            opened=str(value["opened"]),
            finished=str(value["finished"]),
            tags=tuple(map(str, value["tags"])),
        ),
        Metadata(**metadata),
        tuple(_note(article_id, note) for note in value["notes"]),
        tuple(_correction(article_id, made) for made in value["corrections"]),
    )


def _note(article_id: str, value: dict[str, Any]) -> Note:
    return Note(
        str(value["id"]),
        article_id,
        _anchor(value["anchor"]),
        str(value["text"]),
        tuple(map(str, value["tags"])),
        str(value["created"]),
        str(value["changed"]),
    )


def _correction(article_id: str, value: dict[str, Any]) -> Correction:
    return Correction(
        str(value["id"]),
        article_id,
        CorrectionKind(value["kind"]),
        _anchor(value["anchor"]),
        str(value["value"]),
        str(value["created"]),
    )


def _anchor(value: dict[str, Any]) -> TextAnchor:
    return TextAnchor(
        str(value["exact"]),
        str(value["prefix"]),
        str(value["suffix"]),
        int(value["start"]),
        int(value["end"]),
    )
