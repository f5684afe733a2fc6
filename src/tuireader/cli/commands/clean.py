"""``tuireader clean``: the readable text, and what was removed to get it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tuireader.articles.article import Article, BlockKind, Unreadable
from tuireader.cli.command import Command, add_json, add_paths, articles_of
from tuireader.cli.output import print_json, print_text, report


def _configure(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    status = 0
    for found in articles_of(arguments):
        if isinstance(found, Unreadable):
            report(found, arguments.json)
            status = 1
        elif arguments.json:
            print_json(found, _fields(found))
        else:
            print_text(_lines(found))
    return status


def _fields(article: Article) -> dict[str, object]:
    data = article.metadata
    return {
        "id": article.id,
        "title": data.title,
        "subtitle": data.subtitle,
        "byline": data.byline,
        "source": data.source,
        "published": data.published,
        "language": data.language,
        "url": data.url,
        "format": article.format,
        "encoding": article.encoding,
        "text": article.text,
        "blocks": [
            {
                "kind": block.kind.value,
                "level": block.level,
                "text": block.text,
                "start": block.start,
                "end": block.end,
            }
            for block in article.blocks
        ],
        "removals": [
            {
                "raw_start": removal.raw_start,
                "raw_end": removal.raw_end,
                "text": removal.text,
                "rule": removal.rule,
                "reason": removal.reason,
                "confidence": removal.confidence,
                "applied": removal.applied,
            }
            for removal in article.removals
        ],
    }


def _lines(article: Article) -> Iterator[str]:
    data = article.metadata
    yield article.title
    if data.subtitle:
        yield data.subtitle
    about = " · ".join(part for part in (data.byline, data.source, data.published) if part)
    if about:
        yield about
    for block in article.blocks:
        yield ""
        yield (
            "#" * block.level + " " + block.text if block.kind is BlockKind.HEADING else block.text
        )
    yield ""


COMMAND = Command(
    name="clean",
    summary="Print articles without the mess that scraping leaves.",
    examples=(
        ("tuireader clean article.txt", "print the clean text"),
        ("tuireader clean ~/articles --json", "text, blocks and removals as JSON Lines"),
    ),
    configure=_configure,
    run=_run,
)
