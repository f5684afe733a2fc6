"""One row of the list: an article as far as it is known without opening it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tuireader.annotation.annotation import Annotation
from tuireader.articles.article import Article


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the library, or a file that is none.

    Attributes:
        path: The file.
        item: Which article of the file it is, from 0.
        id: `Article.id`; empty while the file has not been read, or cannot be.
        title: The headline; the file's name while there is none.
        byline: The author.
        source: The publication or agency.
        published: ISO 8601, as `Metadata.published`; empty where the article has none.
        language: As `Metadata.language`.
        words: The number of words in the clean text; 0 while not known.
        minutes: The time it takes to read, in whole minutes; 0 while not known.
        quotes: The number of quotes that are somebody's words; 0 while not known.
        modified: When the file last changed, in seconds since the epoch.
        problem: Why it cannot be read, as a sentence; empty for an article.
        advice: What can be done about the problem.
        people: The number of different people named; 0 while not known.
        format: As `Article.format`.
        row: The key of the article in the index; 0 while it is not in it. It stays the same as
            long as the file does.
        family: What the article shares with its near-duplicates and with no other; 0 where it
            has none.
        versions: How many articles of the library are of the same family, itself included.
        url: As `Metadata.url`.
    """

    path: Path
    item: int = 0
    id: str = ""
    title: str = ""
    byline: str = ""
    source: str = ""
    published: str = ""
    language: str = ""
    words: int = 0
    minutes: int = 0
    quotes: int = 0
    modified: float = 0.0
    problem: str = ""
    advice: str = ""
    people: int = 0
    format: str = ""
    row: int = 0
    family: int = 0
    versions: int = 1
    url: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article with its annotation: all that the reading pane needs."""

    article: Article
    annotation: Annotation
