"""Exports of Pocket, Instapaper, wallabag, Omnivore and Readwise Reader, bookmarks and OPML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tuireader.articles.article import BlockKind, Document, Unreadable
from tuireader.articles.formats.archive import ArchiveError
from tuireader.articles.formats.format import EXPORT, LINK, ReadOptions
from tuireader.articles.formats.readlater import bookmarks, omnivore, tables, wallabag
from tuireader.articles.formats.readlater.saved_link import SavedLink
from tuireader.articles.formats.structured import metadata_of, record_id, with_body
from tuireader.articles.formats.transcript import Transcript

NAME = EXPORT
SUFFIXES = (".opml", ".zip")


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is such an export, by its beginning."""
    if bookmarks.kind_of(head) or omnivore.is_omnivore(head):
        return True
    suffix = path.suffix.lower()
    if suffix == ".zip":
        return head.startswith(b"PK")
    if suffix == ".json":
        return wallabag.is_wallabag(head)
    return suffix == ".csv" and bool(tables.service_of(head.decode("utf-8", errors="replace")))


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the entries of an export, those without text with their address in its place."""
    item = -1
    try:
        for item, link in enumerate(saved_links(data, options)):
            if options.wants(item):
                yield _document(link, path, item)
    except ArchiveError as error:
        yield Unreadable(path, str(error), item=item + 1)
        return
    if item < 0 and data.startswith(b"PK"):
        yield Unreadable(
            path,
            "This is a packed folder; of those, only exports of Omnivore are read as they are.",
            "Unpack it to read the articles in it.",
        )
    elif item < 0:
        yield Unreadable(path, "There is no link in this export.")


def saved_links(data: bytes, options: ReadOptions | None = None) -> Iterator[SavedLink]:
    """Yield the entries of an export of any service; none of another file.

    Args:
        data: The whole file.
        options: What the reader overrules.

    Raises:
        ArchiveError: The file is damaged; what came before the damage was yielded.
    """
    from tuireader.articles.formats.web.decoding import decode

    head = data[:4_096]
    if head.startswith(b"PK"):
        yield from omnivore.read_omnivore(data)
        return
    kind = bookmarks.kind_of(head)
    if kind == "opml":
        yield from bookmarks.read_opml(data)
        return
    text, _ = decode(data, overruled=options.encoding if options else "")
    if kind:
        yield from bookmarks.read_bookmarks(text, kind)
    elif wallabag.is_wallabag(head):
        yield from wallabag.read_wallabag(text)
    elif omnivore.is_omnivore_metadata(head):
        yield from omnivore.read_omnivore_metadata(text)
    else:
        yield from tables.read_table(text)


def _document(link: SavedLink, path: Path, item: int) -> Document:
    metadata = metadata_of(
        title=link.title or link.url,
        byline=link.byline,
        source=link.source,
        published=link.published,
        language=link.language,
        url=link.url,
    )
    document = Document(
        id=record_id([link.url, link.text]),
        path=path,
        raw="",
        metadata=replace(metadata, tags=link.tags, saved=link.added),
        format=NAME,
        item=item,
        extracted=True,
    )
    document = with_body(document, link.text, marked_up=True, address=link.url)
    return document if document.raw else _link_only(document, link)


def _link_only(document: Document, link: SavedLink) -> Document:
    """Return the document of an entry without text: its address, and what was marked in it."""
    transcript = Transcript()
    transcript.add(BlockKind.PARAGRAPH, [(link.url, link.url)])
    for marked in link.highlights:
        transcript.add(BlockKind.QUOTATION, [(marked.text, "")])
        transcript.add(BlockKind.PARAGRAPH, [(marked.note, "")])
    return replace(
        document,
        raw=transcript.raw,
        blocks=tuple(transcript.blocks),
        links=tuple(transcript.links),
        format=LINK,
    )
