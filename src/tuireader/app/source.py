"""What the app needs of a library."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from tuireader.articles.article import Unreadable
from tuireader.articles.formats.format import ReadOptions
from tuireader.library.entry import Entry, Loaded
from tuireader.library.marks import Marks
from tuireader.library.overruling import Overruling
from tuireader.library.progress import Progress
from tuireader.library.query.syntax import Query


class Found(Protocol):
    """What a query found: `tuireader.library.listing.Listing` as the app uses it."""

    @property
    def rows(self) -> Iterable[int]:
        """The `Entry.row` of each, in order."""
        ...


class ArticleSource(Protocol):
    """Some articles: `tuireader.library.library.Library` as the app uses it."""

    roots: tuple[Path, ...]

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader must be told, as sentences."""
        ...

    def entries(self) -> list[Entry]:
        """Return what is known without reading any file."""
        ...

    def update(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        """Read what is new or changed; yield how far it is."""
        ...

    def watch(self, stop: threading.Event) -> Iterator[Progress]:
        """Follow what happens to the files until told to stop."""
        ...

    def find(self, query: Query, marks: Marks) -> Found:
        """Return the articles that a query means."""
        ...

    def load(
        self,
        entry: Entry,
        options: ReadOptions | None = None,
        overruling: Overruling | None = None,
    ) -> Loaded | Unreadable:
        """Open the article of an entry and annotate it."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...
