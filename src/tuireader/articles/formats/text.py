"""Plain text in any encoding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tuireader.articles.article import Document, Unreadable, content_id
from tuireader.articles.encodings import EncodingError, decode, looks_binary
from tuireader.articles.formats.format import ReadOptions

NAME = "text"
SUFFIXES = (".txt", ".text")

ENCODING_ADVICE = "Choose an encoding that Python knows, such as utf-8, cp1252 or shift_jis."


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file looks like plain text: the last format to be asked."""
    return not looks_binary(head)


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the one document of a text file."""
    try:
        decoded = decode(data, options.encoding)
    except EncodingError as error:
        yield Unreadable(path, str(error), ENCODING_ADVICE if options.encoding else "")
        return
    yield Document(
        id=content_id(data),
        path=path,
        raw=decoded.text,
        encoding=decoded.encoding,
        format=NAME,
    )
