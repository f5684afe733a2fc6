"""From a path to the articles in it: sniff the format, call its reader, clean the result."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tuireader.articles.article import Article, Unreadable
from tuireader.articles.cleaning.clean import clean
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.registry import FORMATS

MAXIMUM_SIZE = 50_000_000
"""The size of a file, in bytes, from which on it is not opened."""


def open_articles(
    path: Path,
    options: ReadOptions = ReadOptions(),  # noqa: B008 (frozen)
) -> Iterator[Article | Unreadable]:
    """Yield the articles in a file, cleaned; what cannot be read is yielded as `Unreadable`.

    Never raises for what a file holds or lacks.

    Args:
        path: The file.
        options: What the reader overrules.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Unreadable(path, error.strerror or str(error))
        return
    head = data[:4096]
    for reader in FORMATS:
        if reader.accepts(path, head):
            for document in reader.read(data, path, options):
                yield clean(document) if not isinstance(document, Unreadable) else document
            return
    yield Unreadable(path, "This is no format that tuireader reads.")
