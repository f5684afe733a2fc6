"""What the reader did with each article: read, bookmarked, where they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What is kept about one article; an article never touched has the defaults.

    Attributes:
        article_id: `Article.id`.
        path: Where the file last was, so that state can follow a file that changed in place.
        title: The headline when it was last touched, for lists and exports.
        read: Whether it is marked read.
        bookmarked: Whether it is bookmarked.
        position: The offset in `Article.text` of the first line on screen, in code points.
        progress: The share of the text seen so far, from 0 to 1.
        seconds: The time spent reading, in seconds.
        opened: When it was first opened, ISO 8601 in UTC; empty if never.
        finished: When it was first read to its end, likewise.
        tags: The reader's own tags, sorted.
    """

    article_id: str
    path: str = ""
    title: str = ""
    read: bool = False
    bookmarked: bool = False
    position: int = 0
    progress: float = 0.0
    seconds: float = 0.0
    opened: str = ""
    finished: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """The article a change is about: its identity, and what to remember of it."""

    article_id: str
    path: str = ""
    title: str = ""


class ReaderState(Protocol):
    """The reader's state as the rest of the program uses it.

    Every change is in memory at once and on disk within a second (and at `close`), written by a
    thread of its own. Every method may be called from the screen's thread.
    """

    read_only: bool
    """True where another running program holds the state: nothing will be kept."""
    notices: tuple[str, ...]
    """What the reader must be told about opening it (a damaged file set aside, read-only)."""
    location: Path
    """Where it is kept."""

    @property
    def problem(self) -> str:
        """Why the last save failed, as a sentence for the reader; empty while all is well."""
        ...

    def record(self, article_id: str) -> ArticleRecord:
        """Return what is kept about an article, or the defaults."""
        ...

    def records(self) -> tuple[ArticleRecord, ...]:
        """Return everything that is kept, in no particular order."""
        ...

    def set_read(self, subjects: Iterable[Subject], read: bool) -> str:
        """Mark articles read or unread; return what was done, as a message for the reader."""
        ...

    def set_bookmarked(self, subjects: Iterable[Subject], bookmarked: bool) -> str:
        """Bookmark articles or take the bookmark away; return the message."""
        ...

    def set_position(self, subject: Subject, position: int, progress: float) -> None:
        """Remember where the reader is in an article; not undone, no message."""
        ...

    def add_time(self, subject: Subject, seconds: float) -> None:
        """Add to the time spent reading an article, in seconds; not undone, no message."""
        ...

    def follow(self, subject: Subject) -> ArticleRecord:
        """Return the record of an article that was just loaded.

        Where nothing is kept about it, but its file held another article before (it changed in
        place), that one's record, notes and corrections are taken over first. Call it only for
        files that hold one article.
        """
        ...

    def undo(self) -> str:
        """Take back the last change; return what was undone, or why nothing was."""
        ...

    def redo(self) -> str:
        """Do again what was undone last; return the message."""
        ...

    def flush(self) -> None:
        """Return once every change so far is on disk.

        Raises:
            OSError: The disk is full, or the folder cannot be written to.
        """
        ...

    def close(self) -> None:
        """Flush and let go of the lock; safe to call twice."""
        ...
