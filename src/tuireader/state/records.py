"""What is kept about an article, as a plain value."""

from __future__ import annotations

from dataclasses import dataclass


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
