"""The same article after something in it was put right: everything stays where it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from tuireader.annotation.annotation import Span
from tuireader.app.rendition.intervals import Stretch
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.reading import Reading, Search
from tuireader.articles.article import BLOCK_SEPARATOR, Article

S = TypeVar("S", bound=Stretch)


def renewed(old: Reading, prepared: Prepared) -> Reading:
    """Return a reading of an article as it is now, with the cursor and the view of another.

    Args:
        old: The reading until now, of the same raw text.
        prepared: The article, cleaned or annotated otherwise.
    """
    new, loaded = Reading(prepared), prepared.loaded
    new.raw, new.linear, new.jumps = old.raw, old.linear, old.jumps
    new.marks = replace(new.marks, layers=old.marks.layers)
    new.only = old.only if old.only in new.cast else ""
    before, after = old.loaded.article, loaded.article
    if old.quote is not None:
        new.quote = _at(loaded.annotation.quotes, moved_span(old.quote, before, after))
    if old.reported is not None:
        new.reported = _at(loaded.annotation.indirect, moved_span(old.reported, before, after))
    if old.mention is not None:
        place = moved(old.mention.start, before, after)
        by_name = old.mention.reference is None
        mentions = (new.marks.mentions if by_name else new.marks.references).items
        new.mention = next((one for one in mentions if one.start == place), None)
    if old.search is not None:
        new.search = Search(new.sheet, old.search.query, regex=old.search.regex)
        new.search.index = min(old.search.index, len(new.search.hits.items) - 1)
    return new


def moved(position: int, before: Article, after: Article) -> int:
    """Return the position in a text of what stood at one of the same text cleaned otherwise."""
    if before.text == after.text:
        return position
    return after.offsets.from_raw(before.offsets.to_raw(position))


def moved_span(span: Stretch, before: Article, after: Article) -> Span:
    """Return where in a text a stretch of the same text, cleaned otherwise, now stands."""
    start = moved(span.start, before, after)
    return Span(start, max(start, moved(max(span.start, span.end - 1), before, after) + 1))


def moved_cursor(span: Span, before: Article, after: Article) -> Span:
    """Return where a cursor on a paragraph goes: with it, or to the next where it was taken out."""
    found = moved_span(span, before, after)
    raw = before.offsets.span_to_raw(span.start, span.end)
    if before.text == after.text or after.offsets.span_from_raw(*raw) is not None:
        return found
    start = found.start + len(BLOCK_SEPARATOR)
    return Span(start, start + 1)


def _at(quotes: Sequence[S], place: Span) -> S | None:
    met = [quote for quote in quotes if quote.start < place.end and place.start < quote.end]
    return min(
        met,
        key=lambda quote: abs(quote.start - place.start) + abs(quote.end - place.end),
        default=None,
    )
