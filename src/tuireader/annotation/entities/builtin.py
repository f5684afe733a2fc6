"""The built-in engine for entities."""

from __future__ import annotations

from tuireader.annotation.annotation import Entity
from tuireader.articles.article import Article


def find_entities(article: Article) -> tuple[Entity, ...]:
    """Return the entities of an article, each with its mentions, in order of first mention.

    Args:
        article: A clean article.
    """
    return ()
