"""Plain text in any encoding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tuireader.articles.article import Document, Unreadable, content_id
from tuireader.articles.formats.format import ReadOptions

NAME = "text"
SUFFIXES = (".txt", ".text")


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file looks like plain text: the last format to be asked."""
    return b"\x00" not in head


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the one document of a text file."""
    raw = data.decode(options.encoding or "utf-8", errors="replace")
    yield Document(
        id=content_id(data), path=path, raw=raw, encoding=options.encoding or "utf-8", format=NAME
    )
