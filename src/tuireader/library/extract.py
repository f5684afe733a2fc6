"""From an article to what the index keeps of it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec

from tuireader.annotation.annotation import Annotation, Label, Quote, QuoteKind
from tuireader.annotation.engine import engine_of
from tuireader.annotation.settings import AnnotationSettings
from tuireader.articles.article import Article, Unreadable
from tuireader.articles.cleaning.clean import VERSION
from tuireader.articles.cleaning.own_phrases import digest
from tuireader.articles.formats.registry import FORMATS
from tuireader.library.entry import Entry
from tuireader.library.fingerprint import signature
from tuireader.library.folding import fold
from tuireader.library.opening import annotated
from tuireader.library.overruling import Overruling
from tuireader.library.recipe import PLAIN, Recipe
from tuireader.library.records import (
    AUTHOR,
    SOURCE,
    SPEAKER,
    ArticleRecord,
    NameRecord,
    QuoteRecord,
)
from tuireader.library.scan import Stamp

_OPTIONAL_PARSERS = ("mammoth", "pypdfium2", "warcio")
_NAMED = frozenset(
    {
        Label.PERSON,
        Label.NORP,
        Label.ORG,
        Label.GPE,
        Label.LOC,
        Label.FAC,
        Label.EVENT,
        Label.LAW,
        Label.WORK_OF_ART,
        Label.PRODUCT,
    }
)


def made_by(recipe: Recipe = PLAIN) -> str:
    """Return the versions of everything that decides what an article comes out as.

    Args:
        recipe: How files are read.
    """
    formats = ",".join(reader.NAME for reader in FORMATS)
    own = digest(recipe.phrases)
    phrases = f":phrases {own}" if own else ""
    return f"{VERSION}:{engine_of(recipe.annotation)}:{formats}{phrases}"


def made_by_unreadable(path: bytes, recipe: Recipe = PLAIN) -> str:
    """Return the same for a file that could not be read, with what may be different next time.

    Such a file is tried again once it may be opened, or a parser has been installed.

    Args:
        path: The file.
        recipe: How files are read.
    """
    parsers = ",".join(name for name in _OPTIONAL_PARSERS if find_spec(name))
    return f"{made_by(recipe)}:{parsers}:{os.access(path, os.R_OK)}"


def article_record(
    found: Article | Unreadable,
    stamp: Stamp,
    settings: AnnotationSettings,
    overruling: Overruling | None = None,
) -> ArticleRecord:
    """Return what the index keeps of an article, or of what is none.

    Args:
        found: The article, cleaned.
        stamp: Its file as it was found.
        settings: How it is annotated; where that fails, it has no annotation.
        overruling: What the reader put right.
    """
    modified = stamp.modified / 1e9
    if isinstance(found, Unreadable):
        return ArticleRecord(
            Entry(
                path=found.path,
                item=found.item,
                title=found.path.name,
                modified=modified,
                problem=found.reason,
                advice=found.advice,
            )
        )
    try:
        annotation = annotated(found, settings, overruling)
    except Exception:  # the article can still be listed, found and read
        annotation = Annotation()
    spoken = [
        quote for quote in annotation.quotes if quote.kind in (QuoteKind.SPEECH, QuoteKind.PARTIAL)
    ]
    data = found.metadata
    entry = Entry(
        path=found.path,
        item=found.item,
        id=found.id,
        title=found.title,
        byline=data.byline,
        source=data.source,
        published=data.published,
        language=data.language,
        words=found.words,
        minutes=found.minutes,
        quotes=sum(not quote.nested for quote in spoken),
        modified=modified,
        people=sum(entity.label is Label.PERSON for entity in annotation.entities),
        format=found.format,
        url=data.url,
    )
    return ArticleRecord(
        entry,
        found.text,
        tuple(_quote(quote, found.text) for quote in spoken),
        tuple(_names(entry, annotation, spoken)),
        signature(found.text),
    )


def _quote(quote: Quote, text: str) -> QuoteRecord:
    return QuoteRecord(
        quote.start,
        quote.end,
        quote.kind.value,
        quote.nested,
        text[quote.start : quote.end],
        _speaker_key(quote),
        quote.cue,
        quote.confidence,
    )


def _speaker_key(quote: Quote) -> str:
    return quote.speaker_id or (f"{SPEAKER}:{fold(quote.speaker)}" if quote.speaker else "")


def _names(entry: Entry, annotation: Annotation, spoken: list[Quote]) -> Iterator[NameRecord]:
    for kind, name in ((SOURCE, entry.source), (AUTHOR, entry.byline)):
        if name:
            yield NameRecord(kind, f"{kind}:{fold(name)}", name, _folded(name))
    seen: set[str] = set()
    for entity in annotation.entities:
        if entity.label in _NAMED and entity.id not in seen:
            seen.add(entity.id)
            yield NameRecord(
                entity.label.value,
                entity.id,
                entity.name,
                _folded(entity.name),
                len(entity.mentions),
            )
    names = {_speaker_key(quote): quote.speaker for quote in spoken if quote.speaker}
    for key, count in Counter(_speaker_key(quote) for quote in spoken if quote.speaker).items():
        name = names[key] or ""
        yield NameRecord(SPEAKER, key, name, _folded(name), count)


def _folded(name: str) -> str:
    return f" {fold(name)} "
