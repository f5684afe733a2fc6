"""Any other format, compressed with gzip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tuireader.articles.article import Document, Unreadable
from tuireader.articles.formats.archive import ArchiveError, gunzip
from tuireader.articles.formats.format import ReadOptions

NAME = "gzip"
SUFFIXES = (".gz",)

_HEAD = 4_096


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is compressed with gzip, whatever its name."""
    del path
    return head[:3] == b"\x1f\x8b\x08"


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the documents of the file inside; their identities are those of the file unpacked."""
    from tuireader.articles.formats.registry import FORMATS

    try:
        inside, _ = gunzip(data)
    except ArchiveError as error:
        yield Unreadable(path, str(error))
        return
    unpacked = path.with_suffix("") if path.suffix.lower() in SUFFIXES else path
    head = inside[:_HEAD]
    if accepts(unpacked, head):
        yield Unreadable(path, "The file is compressed more than once.", "Unpack it first.")
        return
    for reader in FORMATS:
        if reader.accepts(unpacked, head):
            for document in reader.read(inside, unpacked, options):
                yield replace(document, path=path)
            return
    yield Unreadable(path, "This is no format that tuireader reads.")
