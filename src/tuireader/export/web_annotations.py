"""Notes as W3C Web Annotations: https://www.w3.org/TR/annotation-model/ (2017)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tuireader.articles.article import Metadata
from tuireader.export.item import Item
from tuireader.state.anchors import TextAnchor
from tuireader.state.notes import Note
from tuireader.state.reader_state import ArticleRecord

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NOTE = "urn:tuireader:note:"
_ARTICLE = "urn:tuireader:article:"


def write_web_annotations(items: Iterable[Item]) -> str:
    """Return all notes as one annotation page, in JSON-LD."""
    page = {
        "@context": [CONTEXT, {"dcterms": "http://purl.org/dc/terms/"}],
        "type": "AnnotationPage",
        "items": [_annotation(item, note) for item in items for note in item.notes],
    }
    return json.dumps(page, indent=2, ensure_ascii=False) + "\n"


def _annotation(item: Item, note: Note) -> dict[str, Any]:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in note.tags]
    if note.text:
        words = {"type": "TextualBody", "purpose": "commenting", "value": note.text}
        bodies.insert(0, {**words, "format": "text/plain"})
    place = note.anchor
    return {
        "id": _NOTE + note.id,
        "type": "Annotation",
        "motivation": "commenting" if note.text else "highlighting",
        "created": note.created,
        "modified": note.changed,
        "body": bodies,
        "target": {
            "source": {
                "id": item.address or _ARTICLE + item.record.article_id,
                "type": "Text",
                "dcterms:identifier": item.record.article_id,
                "dcterms:title": item.title,
                "dcterms:creator": item.metadata.byline,
            },
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": place.exact,
                    "prefix": place.prefix,
                    "suffix": place.suffix,
                },
                {"type": "TextPositionSelector", "start": place.start, "end": place.end},
            ],
        },
    }


def read_web_annotations(text: str) -> list[Item]:
    """Return the articles that annotations are about, with their notes.

    Takes an annotation page, an annotation collection with its first page in it, a single
    annotation, or an array of them. What has no quoted words is left out.

    Raises:
        ValueError: It is no JSON, or holds no annotations.
    """
    value = json.loads(text)
    if isinstance(value, dict) and isinstance(value.get("first"), dict):
        value = value["first"]
    found = value.get("items", [value]) if isinstance(value, dict) else value
    if not isinstance(found, list) or not all(_is_annotation(one) for one in found):
        raise ValueError("there are no annotations in it")
    items: dict[str, Item] = {}
    for annotation in found:
        source = _source(annotation["target"])
        note = _note(annotation, source.get("dcterms:identifier", ""))
        if note is None:
            continue
        known = items.get(source["id"])
        items[source["id"]] = _item(source, (*(known.notes if known else ()), note))
    return list(items.values())


def _is_annotation(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("target"), dict | str)


def _source(target: dict[str, Any] | str) -> dict[str, str]:
    source = target if isinstance(target, str) else target.get("source", target.get("id", ""))
    if isinstance(source, dict):
        return {name: str(value) for name, value in {"id": "", **source}.items()}
    return {"id": str(source)}


def _item(source: dict[str, str], notes: tuple[Note, ...]) -> Item:
    title = source.get("dcterms:title", "")
    url = "" if source["id"].startswith(_ARTICLE) else source["id"]
    metadata = Metadata(title, byline=source.get("dcterms:creator", ""), url=url)
    record = ArticleRecord(source.get("dcterms:identifier", ""), title=title)
    return Item(record, metadata, notes)


def _note(annotation: dict[str, Any], article_id: str) -> Note | None:
    target = annotation["target"]
    selectors = _list(target.get("selector", [])) if isinstance(target, dict) else []
    by_type = {one.get("type"): one for one in selectors if isinstance(one, dict)}
    quote, position = by_type.get("TextQuoteSelector"), by_type.get("TextPositionSelector", {})
    if not quote or not quote.get("exact"):
        return None
    place = TextAnchor(
        str(quote["exact"]),
        str(quote.get("prefix", "")),
        str(quote.get("suffix", "")),
        _position(position.get("start")),
        _position(position.get("end")),
    )
    bodies = [body for body in _list(annotation.get("body", [])) if isinstance(body, dict | str)]
    tags = {_value(body) for body in bodies if _is_tag(body)}
    return Note(
        str(annotation.get("id", "")).removeprefix(_NOTE),
        article_id,
        place,
        "\n\n".join(_value(body) for body in bodies if not _is_tag(body)),
        tuple(sorted(tags - {""})),
        str(annotation.get("created", "")),
        str(annotation.get("modified", "")),
    )


def _is_tag(body: dict[str, Any] | str) -> bool:
    return isinstance(body, dict) and body.get("purpose") == "tagging"


def _value(body: dict[str, Any] | str) -> str:
    return body if isinstance(body, str) else str(body.get("value", ""))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _position(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0
