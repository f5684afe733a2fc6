"""What the library needs to know of the reader's corrections."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from tuireader.annotation.corrections import EntityCorrection, QuoteCorrection
from tuireader.articles.article import Article, Document
from tuireader.articles.decision import Decision


class Overruling(Protocol):
    """What the reader put right; asked in a worker, so it must not change meanwhile."""

    @property
    def encodings(self) -> tuple[tuple[str, str], ...]:
        """The encodings chosen for files, as in `ReadOptions`."""
        ...

    @property
    def articles(self) -> Collection[str]:
        """The articles of which something of their own was put right, by `Article.id`."""
        ...

    def fingerprint(self, article_id: str) -> str:
        """Return what tells whether the corrections of an article of its own have changed."""
        ...

    def decisions(self, document: Document, source: str) -> Sequence[Decision]:
        """Return what the reader kept and took out of a document.

        Args:
            document: What a format reader found.
            source: The publication, where the library knows it.
        """
        ...

    def quotes(self, article: Article) -> Sequence[QuoteCorrection]:
        """Return the corrections of an article's quotes, at their places in its text."""
        ...

    def names(self, article: Article) -> Sequence[EntityCorrection]:
        """Return the corrections of an article's names, at their places in its text."""
        ...
