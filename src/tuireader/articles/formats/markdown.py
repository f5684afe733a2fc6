"""Markdown, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tuireader.articles.article import Document, Unreadable, content_id
from tuireader.articles.encodings import EncodingError, decode, looks_binary
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.front_matter import read_front_matter
from tuireader.articles.formats.text import ENCODING_ADVICE

NAME = "markdown"
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdtext")

LARGEST = 2_000_000
"""From how many code points on a file is read as plain text: its markup would take too long."""


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is Markdown by its name, and text by its content."""
    return path.suffix.lower() in SUFFIXES and not looks_binary(head)


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the one document of a Markdown file."""
    from tuireader.articles.formats.markdown_blocks import read_blocks

    try:
        decoded = decode(data, options.encoding)
    except EncodingError as error:
        yield Unreadable(path, str(error), ENCODING_ADVICE if options.encoding else "")
        return
    raw = decoded.text
    front = read_front_matter(raw)
    found = read_blocks(raw, front.end) if len(raw) <= LARGEST else None
    yield Document(
        id=content_id(data),
        path=path,
        raw=raw,
        blocks=found.blocks if found else (),
        metadata=front.metadata,
        links=found.links if found else (),
        encoding=decoded.encoding,
        format=NAME,
        markup=found.markup if found else (),
    )
