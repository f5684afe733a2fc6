"""What every engine for entities offers."""

from __future__ import annotations

from typing import Protocol

from tuireader.annotation.annotation import Mention
from tuireader.articles.article import Article


class Recognizer(Protocol):
    """An engine that finds names in an article."""

    @property
    def name(self) -> str:
        """Name and version of the engine, such as ``builtin/3``."""

    def recognize(self, article: Article) -> list[Mention]:
        """Return the mentions of an article, in order of the text, not overlapping.

        Args:
            article: A clean article.
        """
