"""``tuireader clean``: the readable text, and what was removed to get it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tuireader.articles.article import Article, Block, BlockKind, Unreadable
from tuireader.articles.cleaning.explain import changes, unified_diff
from tuireader.cli.command import Command, add_json, add_paths, articles_of
from tuireader.cli.output import print_json, print_text, report
from tuireader.cli.overruling import add_overruling, overruling_of_reader
from tuireader.language import mark, retold
from tuireader.language import translated as _


def _configure(parser: argparse.ArgumentParser) -> None:
    add_paths(parser)
    add_overruling(parser)
    form = parser.add_mutually_exclusive_group()
    add_json(form)
    form.add_argument(
        "--explain", action="store_true", help=_("print a table of what cleaning did, and why")
    )
    form.add_argument("--diff", action="store_true", help=_("print it as a unified diff"))


def _run(arguments: argparse.Namespace) -> int:
    status = 0
    for found in articles_of(arguments, overruling_of_reader(arguments.no_corrections)):
        if isinstance(found, Unreadable):
            report(found, arguments.json)
            status = 1
        elif arguments.json:
            print_json(found, _fields(found))
        elif arguments.explain:
            print_text(_explained(found))
        elif arguments.diff:
            print_text(unified_diff(found, name=str(found.path)))
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
                "number": block.number,
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
        yield _line(block)
    yield ""


def _line(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return "#" * block.level + " " + block.text
    return block.text if block.number is None else f"{block.number}. {block.text}"


_ACTIONS = (mark("removed"), mark("proposed"), mark("repaired"))
"""What cleaning does, as `changes` calls it."""


def _explained(article: Article) -> Iterator[str]:
    yield str(article.path)
    found = changes(article)
    rules = max((len(each.rule) for each in found), default=0)
    actions = max((len(_(each.action)) for each in found), default=0)
    for each in found:
        yield (
            f"{each.line:>6}  {_(each.action):{actions}}  {each.rule:{rules}}"
            f"  {each.confidence:4.0%}  {_shortened(each.before)}"
            + (f" → {_shortened(each.after)}" if each.after else "")
        )
        yield f"{'':>6}  {'':{actions}}  {'':{rules}}        {retold(each.reason)}"
    yield ""


def _shortened(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:69]}…"


COMMAND = Command(
    name="clean",
    summary="Print articles without the mess that scraping leaves.",
    examples=(
        ("tuireader clean article.txt", "print the clean text"),
        ("tuireader clean article.txt --explain", "what was removed or repaired, and why"),
        ("tuireader clean article.txt --diff", "the same as a unified diff"),
        ("tuireader clean ~/articles --json", "text, blocks and removals as JSON Lines"),
    ),
    configure=_configure,
    run=_run,
)
