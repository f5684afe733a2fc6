"""Quoted spans, whatever the marks."""

from __future__ import annotations

from tuireader.annotation.annotation import Quote
from tuireader.articles.article import Article


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the quoted spans of an article with their kind, not yet attributed.

    Args:
        article: A clean article.
    """
    return ()
