"""The articles of some folders and files: listed, loaded, searched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tuireader.annotation.annotate import annotate
from tuireader.articles.article import Article, Unreadable
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.open import open_articles
from tuireader.library.entry import Entry, Loaded
from tuireader.library.scan import find_files


class Library:
    """The articles under some roots.

    Args:
        roots: Folders and files, in the order given.
    """

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)

    def entries(self) -> list[Entry]:
        """Return what is known at once, without reading any file: the list's first paint."""
        return [Entry(path, title=path.name) for path in find_files(self.roots)]

    def refresh(self) -> Iterator[list[Entry]]:
        """Read what is new or changed; yield, file by file, the full entries of each.

        Slow: call it in a worker. It may be abandoned at any point.
        """
        for path in find_files(self.roots):
            yield [_entry(found) for found in open_articles(path)]

    def load(self, entry: Entry, options: ReadOptions | None = None) -> Loaded | Unreadable:
        """Open the article of an entry and annotate it; slow, so call it in a worker.

        Args:
            entry: Any entry of this library.
            options: What the reader overrules, such as the encoding.
        """
        found = [*open_articles(entry.path, options or ReadOptions())]
        if entry.item >= len(found):
            return Unreadable(entry.path, "The file no longer holds this article.")
        article = found[entry.item]
        if isinstance(article, Unreadable):
            return article
        return Loaded(article, annotate(article))


def _entry(found: Article | Unreadable) -> Entry:
    if isinstance(found, Unreadable):
        return Entry(
            found.path, found.item, title=found.path.name, problem=found.reason, advice=found.advice
        )
    data = found.metadata
    return Entry(
        path=found.path,
        item=found.item,
        id=found.id,
        title=found.title,
        byline=data.byline,
        source=data.source,
        published=data.published,
        language=data.language,
        words=found.words,
        minutes=found.minutes,
    )
