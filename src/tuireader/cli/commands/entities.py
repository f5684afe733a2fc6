"""``tuireader entities``: the people, organisations, places and dates of articles."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tuireader.annotation.annotation import Annotation, Entity, Mention, Reference, ReferenceKind
from tuireader.annotation.kind_words import KIND_PLURALS
from tuireader.articles.article import Article
from tuireader.cli.annotating import add_annotating, print_annotations
from tuireader.cli.command import Command
from tuireader.language import translated as _


def _run(arguments: argparse.Namespace) -> int:
    return print_annotations(arguments, "entities", _records, _lines)


def _records(article: Article, annotation: Annotation) -> list[dict[str, object]]:
    return [_fields(article, entity) for entity in annotation.entities]


def _fields(article: Article, entity: Entity) -> dict[str, object]:
    return {
        "id": entity.id,
        "name": entity.name,
        "label": entity.label.value,
        "aliases": list(entity.aliases),
        "roles": list(entity.roles),
        "gender": entity.gender,
        "corrected": entity.by_reader,
        "mentions": [_mention(article, mention) for mention in entity.mentions],
        "references": [_reference(article, reference) for reference in entity.references],
    }


def _mention(article: Article, mention: Mention) -> dict[str, object]:
    return {
        **_place(article, mention),
        "confidence": round(mention.confidence, 3),
        "value": mention.value,
    }


def _reference(article: Article, reference: Reference) -> dict[str, object]:
    return {
        **_place(article, reference),
        "kind": reference.kind.value,
        "confidence": round(reference.confidence, 3),
    }


def _place(article: Article, words: Mention | Reference) -> dict[str, object]:
    """Return where words are, in the cleaned text and in the file, and which they are."""
    raw_start, raw_end = article.offsets.span_to_raw(words.start, words.end)
    return {
        "start": words.start,
        "end": words.end,
        "raw_start": raw_start,
        "raw_end": raw_end,
        "text": words.text,
    }


def _lines(article: Article, annotation: Annotation) -> Iterator[str]:
    yield article.title
    yield ""
    for label, plural in KIND_PLURALS.items():
        entities = [entity for entity in annotation.entities if entity.label is label]
        if entities:
            yield f"{_(plural)}:"
            for entity in sorted(entities, key=lambda each: -len(each.mentions)):
                yield f"  {len(entity.mentions):3} {_called(entity)}"
    yield ""


def _called(entity: Entity) -> str:
    folded = entity.name.casefold()
    aliases = [alias for alias in entity.aliases if alias.casefold() != folded]
    named = f"{entity.name} ({', '.join(aliases)})" if aliases else entity.name
    named += _unnamed(entity)
    return f"{named}  {_('(you said so)')}" if entity.by_reader else named


def _unnamed(entity: Entity) -> str:
    """Return how often an entity is meant without its name."""
    kinds = [reference.kind for reference in entity.references]
    counts = ((kinds.count(kind), kind.value) for kind in ReferenceKind)
    return "".join(f", {count} by {kind}" for count, kind in counts if count)


COMMAND = Command(
    name="entities",
    summary="Print the people, organisations, places and dates of articles.",
    examples=(
        ("tuireader entities article.txt", "print the names, the most frequent first"),
        ("tuireader entities ~/articles --json", "names with every mention as JSON Lines"),
    ),
    configure=add_annotating,
    run=_run,
)
