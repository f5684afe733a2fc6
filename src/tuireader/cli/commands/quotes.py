"""``tuireader quotes``: who said what."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tuireader.annotation.annotation import Annotation, Quote, QuoteKind
from tuireader.annotation.corrections import SAID_SO
from tuireader.articles.article import Article
from tuireader.cli.annotating import add_annotating, print_annotations
from tuireader.cli.command import Command
from tuireader.language import translated as _

_SPOKEN = (QuoteKind.SPEECH, QuoteKind.PARTIAL)


def _run(arguments: argparse.Namespace) -> int:
    return print_annotations(arguments, "quotes", _records, _lines)


def _records(article: Article, annotation: Annotation) -> list[dict[str, object]]:
    return [_fields(article, quote) for quote in annotation.quotes]


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
    configure=add_annotating,
    run=_run,
)
