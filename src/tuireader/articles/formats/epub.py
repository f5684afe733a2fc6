"""E-books (EPUB 2 and 3): each chapter, or each article of a compiled newspaper, is an article."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tuireader.articles.article import BlockKind, Document, Unreadable, content_id
from tuireader.articles.formats.archive import ArchiveError, BoundedZip
from tuireader.articles.formats.dates import iso_date
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.safe_xml import elements, parse_xml
from tuireader.articles.formats.structured import metadata_of, plain

NAME = "epub"
SUFFIXES = (".epub",)

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml"}


@dataclass(frozen=True, slots=True)
class _Book:
    title: str
    creator: str
    published: str
    language: str
    chapters: tuple[str, ...]


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is an e-book, by its name or by the type it begins with."""
    if not head.startswith(b"PK"):
        return False
    named = path.suffix.lower() in SUFFIXES
    return named or b"application/epub+zip" in head[:200] or _CONTAINER.encode() in head


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the chapters of a book in its reading order, without those that hold no text."""
    try:
        archive = BoundedZip(data)
        book = _book(archive)
    except ArchiveError as error:
        yield Unreadable(path, str(error))
        return
    item = 0
    for name in book.chapters:
        try:
            content = archive.read(name)
        except ArchiveError as error:
            yield Unreadable(path, str(error), item=item)
            item += 1
            if "more than" in str(error):
                return
            continue
        document = _chapter(content, path, book, item, options)
        if document is not None:
            yield document
            item += 1
    if not item:
        yield Unreadable(path, "There is no readable text in this book.")


def _chapter(
    content: bytes, path: Path, book: _Book, item: int, options: ReadOptions
) -> Document | None:
    from tuireader.articles.formats.web.decoding import decode
    from tuireader.articles.formats.web.page import read_fragment

    source, encoding = decode(content, overruled=options.encoding)
    page = read_fragment(source)
    if not page.raw:
        return None
    headings = [
        page.raw[block.start : block.end]
        for block in page.blocks[:3]
        if block.kind is BlockKind.HEADING
    ]
    return Document(
        id=content_id(content),
        path=path,
        raw=page.raw,
        blocks=page.blocks,
        metadata=metadata_of(
            title=headings[0] if headings else page.title or book.title,
            byline=book.creator,
            source=book.title,
            published=book.published,
            language=book.language,
        ),
        links=page.links,
        encoding=encoding,
        format=NAME,
        item=item,
        extracted=True,
    )


def _book(archive: BoundedZip) -> _Book:
    """Return what the package document of a book states.

    Raises:
        ArchiveError: The book is damaged or locked.
    """
    container = parse_xml(archive.read(_CONTAINER))
    package_name = next(
        (each.get("full-path") or "" for each in elements(container, "rootfile")), ""
    )
    package = parse_xml(archive.read(package_name))
    folder = posixpath.dirname(package_name)
    manifest = {
        each.get("id"): (each.get("href") or "", each.get("media-type") or "")
        for each in elements(package, "item")
    }
    locked = _locked(archive)
    chapters: list[str] = []
    for reference in elements(package, "itemref"):
        address, kind = manifest.get(reference.get("idref"), ("", ""))
        name = posixpath.normpath(posixpath.join(folder, unquote(address.partition("#")[0])))
        if kind in _PAGES and name in archive.names and name not in chapters:
            chapters.append(name)
    if chapters and all(name in locked for name in chapters):
        raise ArchiveError("The book is locked by its seller (DRM).")
    return _Book(
        title=_text(package, "title"),
        creator=", ".join(plain(each.text) for each in elements(package, "creator") if each.text),
        published=iso_date(_text(package, "date")),
        language=_text(package, "language"),
        chapters=tuple(name for name in chapters if name not in locked),
    )


def _locked(archive: BoundedZip) -> set[str]:
    if _ENCRYPTION not in archive.names:
        return set()
    listed = parse_xml(archive.read(_ENCRYPTION))
    return {unquote(each.get("URI") or "") for each in elements(listed, "CipherReference")}


def _text(root: Any, name: str) -> str:
    return next((plain(each.text) for each in elements(root, name) if each.text), "")
