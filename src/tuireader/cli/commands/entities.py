"""``tuireader entities``: the people, organisations, places and dates of articles."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tuireader.annotation.annotation import Annotation, Entity, Mention
from tuireader.articles.article import Article, Unreadable
from tuireader.cli.annotating import add_engine, annotation_settings
from tuireader.cli.command import Command, add_json, add_paths, articles_of
from tuireader.cli.output import print_json, print_text, report
from tuireader.cli.overruling import add_overruling, overruling_of_reader
from tuireader.library.opening import annotated


def _configure(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_engine(parser)
    add_overruling(parser)
    add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    status = 0
    settings = annotation_settings(arguments.engine)
    overruling = overruling_of_reader(arguments.no_corrections)
    for found in articles_of(arguments, overruling):
        if isinstance(found, Unreadable):
            report(found, arguments.json)
            status = 1
            continue
        annotation = annotated(found, settings, overruling)
        if arguments.json:
            entities = [_fields(found, entity) for entity in annotation.entities]
            print_json(found, {"id": found.id, "title": found.title, "entities": entities})
        else:
            print_text(_lines(found, annotation))
    return status


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
    }


def _mention(article: Article, mention: Mention) -> dict[str, object]:
    raw_start, raw_end = article.offsets.span_to_raw(mention.start, mention.end)
    return {
        "start": mention.start,
        "end": mention.end,
        "raw_start": raw_start,
        "raw_end": raw_end,
        "text": mention.text,
        "confidence": round(mention.confidence, 3),
        "value": mention.value,
    }


def _lines(article: Article, annotation: Annotation) -> Iterator[str]:
    yield article.title
    yield ""
    by_label: dict[str, list[Entity]] = {}
    for entity in annotation.entities:
        by_label.setdefault(entity.label.value, []).append(entity)
    for label, entities in by_label.items():
        yield f"{label}:"
        for entity in sorted(entities, key=lambda each: -len(each.mentions)):
            aliases = f" ({', '.join(entity.aliases)})" if entity.aliases else ""
            yours = "  (you said so)" if entity.by_reader else ""
            yield f"  {len(entity.mentions):3} {entity.name}{aliases}{yours}"
    yield ""


COMMAND = Command(
    name="entities",
    summary="Print the people, organisations, places and dates of articles.",
    examples=(
        ("tuireader entities article.txt", "print the names, the most frequent first"),
        ("tuireader entities ~/articles --json", "names with every mention as JSON Lines"),
    ),
    configure=_configure,
    run=_run,
)
