"""What is measured, and on what."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.quotes.damage import Damaged
from benchmarks.quotes.data import GoldArticle
from benchmarks.quotes.scoring import Predicted, Tally, add, trimmed
from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import QuoteKind
from tuireader.annotation.entities.builtin import find_entities
from tuireader.annotation.quotes import quoted_spans, read_quotes
from tuireader.annotation.speakers import attribute
from tuireader.articles.article import Article, Document
from tuireader.articles.cleaning.clean import clean

_SPOKEN = (QuoteKind.SPEECH, QuoteKind.PARTIAL)
_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
_LENGTHS = (1_000, 10_000, 100_000)
_PARAGRAPH = (
    "“The ferry will not sail before spring,” said Ann Lee, who runs the harbour at Leith. "
    "She told the council that the pier was “far too weak” for winter storms, and that nobody "
    "had asked the crews. Peter Lund, a diver, disagreed. “It held last year,” he said."
)


def predictions(article: Article) -> Iterator[Predicted]:
    """Yield the quotes that the program takes for speech, in offsets of the raw text."""
    for quote in annotate(article).quotes:
        if quote.nested or quote.kind not in _SPOKEN:
            continue
        start, end = article.offsets.span_to_raw(quote.start, quote.end)
        mention = None
        if quote.mention is not None:
            mention = article.offsets.span_to_raw(quote.mention.start, quote.mention.end)
        yield Predicted(start, end, quote.speaker, mention, quote.confidence)


def evaluate(articles: Iterable[GoldArticle]) -> Tally:
    """Return the counts over some articles, each read as from a file."""
    tally = Tally()
    for gold in articles:
        add(tally, gold, predictions(gold.article()))
    return tally


def reliability(graded: Sequence[tuple[float, bool]]) -> Iterator[tuple[float, float, int]]:
    """Yield the points of the reliability curve, from the least sure on.

    Args:
        graded: As `Tally.graded`.

    Returns:
        For each range of confidence its mean, the share that is right, and how many there are.
    """
    for low, high in pairwise(_BINS):
        inside = [(sure, right) for sure, right in graded if low <= sure < high]
        if inside:
            count = len(inside)
            mean = sum(sure for sure, _ in inside) / count
            yield mean, sum(right for _, right in inside) / count, count


def calibration_error(graded: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error (Naeini, Cooper and Hauskrecht 2015), from 0 to 1."""
    points = list(reliability(graded))
    return sum(abs(mean - right) * count for mean, right, count in points) / max(1, len(graded))


def recall_of_spans(damaged: Iterable[Damaged]) -> tuple[float, float | None]:
    """Return the share of quoted spans found exactly, in percent.

    Returns:
        Of the quotes with both marks, and of those whose closing mark was lost; None for the
        latter where there are none.
    """
    hits = {True: 0, False: 0}
    asked = {True: 0, False: 0}
    for text in damaged:
        article = clean(Document("0", Path("damaged.txt"), text.text, format="text"))
        found = {
            trimmed(text.text, *article.offsets.span_to_raw(span.start, span.end))
            for span in quoted_spans(article)
        }
        for kept, places in ((True, text.intact), (False, text.lost)):
            asked[kept] += len(places)
            hits[kept] += sum(place in found for place in places)
    lost = 100 * hits[False] / asked[False] if asked[False] else None
    return 100 * hits[True] / max(1, asked[True]), lost


def seconds_with_marks(count: int) -> float:
    """Return the seconds that a text of nothing but quotation marks takes to be annotated.

    Args:
        count: How many marks.
    """
    text = "\n\n".join(["“” " * 50] * (count // 100))
    article = clean(Document("0", Path("marks.txt"), text, format="text"))
    begun = time.process_time()
    annotate(article)
    return time.process_time() - begun


def speed() -> Iterator[tuple[int, float]]:
    """Yield lengths in words and the seconds that quotes and speakers take there."""
    for words in _LENGTHS:
        count = words // len(_PARAGRAPH.split()) + 1
        text = "\n\n".join([_PARAGRAPH] * count)
        article = clean(Document("0", Path("long.txt"), text, format="text"))
        entities = find_entities(article)
        best = float("inf")
        for _ in range(3):
            begun = time.process_time()
            quotes, context = read_quotes(article)
            attribute(article, quotes, entities, context=context)
            best = min(best, time.process_time() - begun)
        yield article.words, best
