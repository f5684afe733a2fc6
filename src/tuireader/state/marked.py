"""Which articles are marked in some way, kept up to date at the cost of what changes."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tuireader.state.articles import ARTICLES
from tuireader.state.collector import collector_paused
from tuireader.state.documents import Fields
from tuireader.state.fields import is_kept, tags_of, text_of
from tuireader.state.following import REPLACED_BY
from tuireader.state.ledger import Ledger

_NOTES = "notes"
_TABLES = (ARTICLES, _NOTES)
_READ, _BOOKMARKED, _NOTED = "read", "bookmarked", "noted"


@dataclass(frozen=True, eq=False)
class Marked:
    """The identities of articles by what the reader did with them.

    Attributes:
        read: Those marked read.
        bookmarked: Those bookmarked.
        noted: Those with a note or a highlight.
        tagged: Those with a tag, by tag.
        tags: How many articles and notes have a tag, by tag.
    """

    read: frozenset[str] = frozenset()
    bookmarked: frozenset[str] = frozenset()
    noted: frozenset[str] = frozenset()
    tagged: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tags: Mapping[str, int] = field(default_factory=dict)


class _Facts(NamedTuple):
    """What one document adds: the article it is about, and which marks it gives it."""

    article: str
    marks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class MarkedArticles:
    """Gathers the marks of all articles; every method may be called from any thread.

    Args:
        ledger: The documents.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._facts: dict[tuple[str, str], _Facts] = {}
        self._ids: dict[str, set[str]] = {_READ: set(), _BOOKMARKED: set()}
        self._noted: Counter[str] = Counter()
        self._tagged: dict[str, set[str]] = {}
        self._tags: Counter[str] = Counter()
        self._stale: dict[str, set[str]] | None = None  # everything, until it is asked for
        self._stale_lock = threading.Lock()
        self._marked = Marked()
        ledger.watch(self._changed)

    def _changed(self, table: str, keys: Iterable[str]) -> None:
        with self._stale_lock:
            if self._stale is not None and table in self._stale:
                self._stale[table].update(keys)

    def marked(self) -> Marked:
        """Return the marks as they are now; the same object while they are the same."""
        with self._lock, collector_paused():
            with self._stale_lock:
                stale, self._stale = self._stale, {table: set() for table in _TABLES}
            if stale is None:
                stale = {table: set(self._ledger.keys(table)) for table in _TABLES}
            different = False
            for table, keys in stale.items():
                for key in keys:
                    different |= self._renew(table, key)
            if different:
                self._marked = Marked(
                    frozenset(self._ids[_READ]),
                    frozenset(self._ids[_BOOKMARKED]),
                    frozenset(+self._noted),
                    {tag: frozenset(ids) for tag, ids in sorted(self._tagged.items()) if ids},
                    +self._tags,
                )
            return self._marked

    def _renew(self, table: str, key: str) -> bool:
        """Take a document as it is now; return whether it marks anything differently."""
        document = self._ledger.document(table, key)
        facts = _of_article(key, document) if table == ARTICLES else _of_note(document)
        before = self._facts.get((table, key))
        if facts == before or (before is None and not facts.marks and not facts.tags):
            return False
        for known, by in ((before, -1), (facts, 1)):
            if known is not None:
                self._count(table, known, by)
        self._facts[table, key] = facts
        return True

    def _count(self, table: str, facts: _Facts, by: int) -> None:
        for mark in facts.marks:
            if mark == _NOTED:
                self._noted[facts.article] += by
            else:
                _put(self._ids[mark], facts.article, by)
        for tag in facts.tags:
            self._tags[tag] += by
            if table == ARTICLES:
                _put(self._tagged.setdefault(tag, set()), facts.article, by)


def _put(ids: set[str], key: str, by: int) -> None:
    if by > 0:
        ids.add(key)
    else:
        ids.discard(key)


def _of_article(key: str, document: Fields) -> _Facts:
    if document.get(REPLACED_BY):
        return _Facts(key)
    marks = tuple(name for name in (_READ, _BOOKMARKED) if document.get(name) is True)
    return _Facts(key, marks, tags_of(document))


def _of_note(document: Fields) -> _Facts:
    if not is_kept(document):
        return _Facts("")
    return _Facts(text_of(document, "article_id"), (_NOTED,), tags_of(document))
