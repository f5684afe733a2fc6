"""What the reader did with the articles, as far as queries ask for it: plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import orjson


class Record(Protocol):
    """What is kept about one article; `state.reader_state.ArticleRecord` is one."""

    @property
    def article_id(self) -> str:
        """The `Article.id`."""
        ...

    @property
    def read(self) -> bool:
        """Whether it is marked read."""
        ...

    @property
    def bookmarked(self) -> bool:
        """Whether it is bookmarked."""
        ...

    @property
    def tags(self) -> tuple[str, ...]:
        """The reader's own tags."""
        ...


@dataclass(frozen=True)
class Marks:
    """The ids of the articles that were marked somehow.

    Attributes:
        read: Those marked read.
        bookmarked: Those bookmarked.
        noted: Those with a note or a highlight.
        tagged: The ids by tag.
    """

    read: frozenset[str] = frozenset()
    bookmarked: frozenset[str] = frozenset()
    noted: frozenset[str] = frozenset()
    tagged: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record], noted: Iterable[str] = ()) -> Marks:
        """Gather the marks of all records.

        Args:
            records: Everything that is kept, such as `ReaderState.records()`.
            noted: The ids of the articles with a note or a highlight.
        """
        read: set[str] = set()
        bookmarked: set[str] = set()
        tagged: dict[str, set[str]] = {}
        for record in records:
            if record.read:
                read.add(record.article_id)
            if record.bookmarked:
                bookmarked.add(record.article_id)
            for tag in record.tags:
                tagged.setdefault(tag, set()).add(record.article_id)
        return cls(
            frozenset(read),
            frozenset(bookmarked),
            frozenset(noted),
            {tag: frozenset(ids) for tag, ids in sorted(tagged.items())},
        )

    @cached_property
    def read_json(self) -> str:
        """The ids of `read` as a JSON array, which is how SQLite gets them."""
        return orjson.dumps([*self.read]).decode()

    @cached_property
    def bookmarked_json(self) -> str:
        """The ids of `bookmarked` likewise."""
        return orjson.dumps([*self.bookmarked]).decode()

    @cached_property
    def noted_json(self) -> str:
        """The ids of `noted` likewise."""
        return orjson.dumps([*self.noted]).decode()

    def tagged_json(self, tag: str, exact: bool) -> str:
        """Return the ids with a tag likewise.

        Args:
            tag: The tag, or its beginning; case does not matter.
            exact: Whether it is the whole tag.
        """
        wanted = tag.casefold()
        found: set[str] = set()
        for name, ids in self.tagged.items():
            known = name.casefold()
            if known == wanted or (not exact and known.startswith(wanted)):
                found |= ids
        return orjson.dumps([*found]).decode()

    @cached_property
    def any_tag_json(self) -> str:
        """The ids with any tag likewise."""
        return orjson.dumps([*frozenset().union(*self.tagged.values())]).decode()
