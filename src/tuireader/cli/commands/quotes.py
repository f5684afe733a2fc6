"""``tuireader quotes``: who said what."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tuireader.annotation.annotation import Annotation, Quote, QuoteKind
from tuireader.annotation.corrections import SAID_SO
from tuireader.articles.article import Article, Unreadable
from tuireader.cli.annotating import add_engine, annotation_settings
from tuireader.cli.command import Command, add_json, add_paths, articles_of
from tuireader.cli.output import print_json, print_text, report
from tuireader.cli.overruling import add_overruling, overruling_of_reader
from tuireader.language import translated as _
from tuireader.library.opening import annotated

_SPOKEN = (QuoteKind.SPEECH, QuoteKind.PARTIAL)


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
            quotes = [_fields(found, quote) for quote in annotation.quotes]
            print_json(found, {"id": found.id, "title": found.title, "quotes": quotes})
        else:
            print_text(_lines(found, annotation))
    return status


def _fields(article: Article, quote: Quote) -> dict[str, object]:
    raw_start, raw_end = article.offsets.span_to_raw(quote.start, quote.end)
    mention = quote.mention
    speaker_raw: tuple[int | None, int | None] = (None, None)
    if mention is not None:
        speaker_raw = article.offsets.span_to_raw(mention.start, mention.end)
    return {
        "start": quote.start,
        "end": quote.end,
        "raw_start": raw_start,
        "raw_end": raw_end,
        "text": article.text[quote.start : quote.end],
        "kind": quote.kind.value,
        "nested": quote.nested,
        "speaker": quote.speaker,
        "speaker_id": quote.speaker_id,
        "speaker_mention": article.text[mention.start : mention.end] if mention else None,
        "speaker_raw_start": speaker_raw[0],
        "speaker_raw_end": speaker_raw[1],
        "cue": quote.cue,
        "confidence": round(quote.confidence, 3),
        "reason": quote.reason,
        "corrected": quote.reason == SAID_SO,
    }


def _lines(article: Article, annotation: Annotation) -> Iterator[str]:
    yield article.title
    speaker: str | None = ""
    for quote in annotation.quotes:
        if quote.kind not in _SPOKEN or quote.nested:
            continue
        if quote.speaker != speaker:
            speaker = quote.speaker
            yield ""
            yield f"{speaker or _('not named')}:"
        yield f"  {article.text[quote.start : quote.end]}"
    yield ""


COMMAND = Command(
    name="quotes",
    summary="Print who said what in articles.",
    examples=(
        ("tuireader quotes article.txt", "print each speaker with their words"),
        ("tuireader quotes ~/articles --json", "quotes with offsets and reasons as JSON Lines"),
        ("tuireader correct article.txt", "number the quotes, to say who speaks"),
    ),
    configure=_configure,
    run=_run,
)
