"""Who said each quote, and why we think so."""

from __future__ import annotations

from dataclasses import dataclass

from tuireader.annotation.annotation import Entity, IndirectSpeech, Quote
from tuireader.articles.article import Article


@dataclass(frozen=True, slots=True)
class Spoken:
    """The quotes of an article with their speakers, and its reported speech."""

    quotes: tuple[Quote, ...]
    indirect: tuple[IndirectSpeech, ...]


def attribute(article: Article, quotes: tuple[Quote, ...], entities: tuple[Entity, ...]) -> Spoken:
    """Return the quotes with their speakers.

    Args:
        article: A clean article.
        quotes: Its quoted spans, as `quotes.find_quotes` gives them.
        entities: Its entities.
    """
    return Spoken(quotes, ())
