"""Web archives (WARC and WACZ), by warcio; each page in them is an article."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tuireader.articles.article import Document, Unreadable
from tuireader.articles.formats.archive import ArchiveError, BoundedZip, gunzip
from tuireader.articles.formats.dates import iso_date
from tuireader.articles.formats.extras import is_installed, missing
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.quiet import silence
from tuireader.articles.formats.transcript import link_target

NAME = "warc"
SUFFIXES = (".warc", ".warc.gz", ".wacz")
EXTRA = "warc"

MAXIMUM_RECORDS = 200_000
"""How many records of one archive are looked at."""
MAXIMUM_PAGE = 20_000_000
"""How many bytes of one page are read."""
MAXIMUM_TOTAL = 200_000_000
"""How many bytes are unpacked of one archive, and how many of the pages in it."""


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is a web archive, by its name or its beginning."""
    name = path.name.lower()
    if head.startswith(b"PK"):
        return name.endswith(".wacz")
    return head.startswith(b"WARC/") or name.endswith((".warc", ".warc.gz"))


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the pages of an archive in its order, each address once."""
    if not is_installed(EXTRA):
        yield missing(path, EXTRA, "web archives")
        return
    item = 0
    for document in _documents(data, path, options):
        yield replace(document, item=item)
        item += 1
    if not item:
        yield Unreadable(path, "There is no page with readable text in this archive.")


def _documents(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    seen: set[str] = set()
    unpacked = 0
    try:
        for archive in _archives(data):
            for record in _records(archive):
                content = record.content_stream().read(MAXIMUM_PAGE)
                unpacked += len(content)
                if unpacked > MAXIMUM_TOTAL:
                    yield Unreadable(path, "The archive unpacks to more than tuireader reads.")
                    return
                address = link_target(record.rec_headers.get_header("WARC-Target-URI") or "")
                if address in seen:
                    continue
                document = _document(content, record, path, address, options)
                if document is not None:
                    seen.add(address)
                    yield document
    except ArchiveError as error:
        yield Unreadable(path, str(error))
    except Exception:
        # The parser has no common error; what came before the damage is read.
        yield Unreadable(path, "The archive is damaged or not complete from here on.")


def _archives(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"PK"):
        archive = BoundedZip(data)
        names = [name for name in archive.names if name.lower().endswith((".warc", ".warc.gz"))]
        packed: Iterator[bytes] = (archive.read(name) for name in names)
    else:
        packed = iter((data,))
    for content in packed:
        yield gunzip(content, MAXIMUM_TOTAL)[0] if content.startswith(b"\x1f\x8b") else content


def _records(archive: bytes) -> Iterator[Any]:
    """Yield the records that hold a page that was really there."""
    from warcio.archiveiterator import ArchiveIterator

    _silence()
    for number, record in enumerate(ArchiveIterator(io.BytesIO(archive))):
        if number >= MAXIMUM_RECORDS:
            return
        if record.rec_type not in {"response", "resource"}:
            continue
        headers = record.http_headers
        if headers is not None:
            if not (headers.get_statuscode() or "").startswith("2"):
                continue
            kind = headers.get_header("Content-Type") or ""
        else:
            kind = record.rec_headers.get_header("Content-Type") or ""
        if kind.partition(";")[0].strip().lower() in {"text/html", "application/xhtml+xml"}:
            yield record


class _Nowhere:
    """A place for what is written to the error stream: none."""

    @staticmethod
    def write(text: str) -> int:
        """Forget a text."""
        return len(text)


def _silence() -> None:
    """Keep the parser from writing to the terminal what an invalid record holds."""
    from warcio import archiveiterator, bufferedreaders

    silence("warcio")
    # Of `sys` these modules use the error stream only.
    archiveiterator.sys = bufferedreaders.sys = SimpleNamespace(stderr=_Nowhere)


def _document(
    content: bytes, record: Any, path: Path, address: str, options: ReadOptions
) -> Document | None:
    from tuireader.articles.formats.web.decoding import decode
    from tuireader.articles.formats.web.page import read_page

    headers = record.http_headers or record.rec_headers
    _, _, declared = (headers.get_header("Content-Type") or "").lower().partition("charset=")
    source, encoding = decode(content, declared.strip(" \"'").partition(";")[0], options.encoding)
    page = read_page(source, address)
    if not page.raw:
        return None
    page = page.saved_from(address, iso_date(record.rec_headers.get_header("WARC-Date")))
    return page.document(content, path, encoding, NAME)
