"""State that follows a file whose content changed in place, so that its identity changed too."""

from __future__ import annotations

from typing import Any

from tuireader.state.articles import ARTICLES
from tuireader.state.documents import CHANGED, Fields
from tuireader.state.ledger import Ledger
from tuireader.state.records import Subject

REPLACED_BY = "replaced_by"
"""The field that names the identity an article has now; its own document is then history."""
_OF_ARTICLES = ("notes", "corrections", "marks")
"""The tables whose documents say in `article_id` which article they are about."""


class Follower:
    """Knows which article was last seen at a path.

    Args:
        ledger: The documents.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._by_path: dict[str, set[str]] | None = None

    def seen(self, subject: Subject) -> None:
        """Take note of where an article is now."""
        if self._by_path is not None and subject.path:
            self._by_path.setdefault(subject.path, set()).add(subject.article_id)

    def follow(self, subject: Subject) -> None:
        """Give an article never touched the state of the one that its file held before.

        Nothing happens where several touched articles were last seen at the path: a file of many
        articles, whose articles keep their identity when the file grows.
        """
        known = self._ledger.document(ARTICLES, subject.article_id)
        if known and not known.get(REPLACED_BY):
            return
        before = [key for key in self._touched(subject.path) if key != subject.article_id]
        if len(before) != 1:
            return
        old = before[0]
        moved = _movable(self._ledger.document(ARTICLES, old))
        moved |= {"path": subject.path, "title": subject.title or moved.get("title")}
        self._ledger.change(
            ARTICLES,
            {
                subject.article_id: {**moved, REPLACED_BY: None},
                old: {REPLACED_BY: subject.article_id},
            },
        )
        for table in _OF_ARTICLES:
            keys = self._ledger.keys(table)
            about = [k for k in keys if self._ledger.document(table, k).get("article_id") == old]
            self._ledger.change(table, {key: {"article_id": subject.article_id} for key in about})
        self.seen(subject)

    def _touched(self, path: str) -> list[str]:
        """Return the identities last seen at a path, without those that were replaced."""
        if self._by_path is None:
            self._by_path = {}
            for key in self._ledger.keys(ARTICLES):
                place = self._ledger.document(ARTICLES, key).get("path")
                if isinstance(place, str) and place:
                    self._by_path.setdefault(place, set()).add(key)
        return [
            key
            for key in sorted(self._by_path.get(path, ()))
            if not (document := self._ledger.document(ARTICLES, key)).get(REPLACED_BY)
            and document.get("path") == path
        ]


def _movable(document: Fields) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name not in (CHANGED, REPLACED_BY)}
