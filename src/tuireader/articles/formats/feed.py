"""Feeds: RSS, Atom and JSON Feed; each item is an article."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from tuireader.articles.article import Document, Metadata, Unreadable
from tuireader.articles.formats.dates import iso_date
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.structured import (
    looks_marked_up,
    metadata_of,
    plain,
    record_id,
    with_body,
)

NAME = "feed"
SUFFIXES = (".rss", ".atom", ".rdf")

MAXIMUM_ITEMS = 20_000
"""How many items of one feed are read."""
_ROOT = re.compile(
    rb"<(?:rss[\s>]|rdf:RDF[\s>]|(?:\w+:)?feed\s[^>]{0,500}?http://(?:www\.w3\.org/2005/Atom|purl\.org/atom))"
)
_JSON_FEED = re.compile(rb'^\s*\{.{0,2000}?"https?:\\?/\\?/jsonfeed\.org\\?/version', re.DOTALL)
_Documents = Generator[Document | Unreadable, None, int]
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is a feed, by its name or its beginning."""
    if path.suffix.lower() in SUFFIXES or _JSON_FEED.match(head):
        return True
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and _ROOT.search(head.replace(b"\x00", b"")[:2_000]) is not None


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the items of a feed in its order."""
    documents = _json_items if _JSON_FEED.match(data[:4_096]) else _xml_items
    items = yield from documents(data, path, options)
    if not items:
        yield Unreadable(path, "There is no item in this feed.")


def _xml_items(data: bytes, path: Path, options: ReadOptions) -> _Documents:
    """Yield the items that are wanted; return how many there are."""
    import feedparser

    from tuireader.articles.formats.web.decoding import decode
    from tuireader.articles.formats.web.markup import without_controls

    source, encoding = decode(data, overruled=options.encoding)
    # Entities that a document type declares can grow without bound, and feeds need none.
    source = without_controls(_DOCTYPE.sub("", source, count=1))
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)
    try:
        feed = feedparser.parse(
            io.BytesIO(source.encode("utf-8", errors="replace")),
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    except Exception:
        yield Unreadable(path, "This feed is damaged and could not be read.")
        return 1
    site = plain(feed.feed.get("title"))
    language = plain(feed.feed.get("language"))
    for item, entry in enumerate(feed.entries[:MAXIMUM_ITEMS]):
        if not options.wants(item):
            continue
        body, marked_up = _body(entry)
        address = str(entry.get("link") or "")
        metadata = metadata_of(
            title=str(entry.get("title") or ""),
            byline=", ".join(_authors(entry)),
            source=str((entry.get("source") or {}).get("title") or site),
            published=_moment(entry),
            language=language,
            url=address,
        )
        tags = tuple(filter(None, (plain(tag.get("term")) for tag in entry.get("tags") or ())))
        yield _document(
            path,
            item,
            record_id([entry.get("id"), address, metadata.title, body]),
            _with_tags(metadata, tags),
            (body, marked_up),
            encoding,
        )
    return len(feed.entries)


def _body(entry: Any) -> tuple[str, bool]:
    """Return the longest text of an entry and whether it is marked up."""
    candidates = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    best, kind = "", "text/html"
    for candidate in candidates:
        value = str(candidate.get("value") or "")
        if len(value) > len(best):
            best, kind = value, str(candidate.get("type") or "")
    return best, kind != "text/plain" or looks_marked_up(best)


def _authors(entry: Any) -> list[str]:
    found = [plain(author.get("name")) for author in entry.get("authors") or ()]
    return list(dict.fromkeys(name for name in found if name)) or (
        [plain(entry.get("author"))] if entry.get("author") else []
    )


def _moment(entry: Any) -> str:
    for name in ("published", "updated", "created"):
        if moment := iso_date(entry.get(name)):
            return moment
    parsed = entry.get("published_parsed") or dict.get(entry, "updated_parsed")
    return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00".format(*parsed[:6]) if parsed else ""


def _json_items(data: bytes, path: Path, options: ReadOptions) -> _Documents:
    """Yield the items that are wanted; return how many there are."""
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError):
        yield Unreadable(path, "This feed is damaged or not complete.")
        return 1
    listed = feed.get("items")
    items = listed[:MAXIMUM_ITEMS] if isinstance(listed, list) else []
    for item, entry in enumerate(items):
        if not isinstance(entry, dict) or not options.wants(item):
            continue
        marked_up = isinstance(entry.get("content_html"), str)
        body = entry.get("content_html") if marked_up else entry.get("content_text")
        people = entry.get("authors") or entry.get("author") or feed.get("authors")
        metadata = metadata_of(
            title=str(entry.get("title") or ""),
            byline=", ".join(
                plain(person.get("name"))
                for person in (people if isinstance(people, list) else [people])
                if isinstance(person, dict)
            ),
            source=str(feed.get("title") or ""),
            published=iso_date(entry.get("date_published") or entry.get("date_modified")),
            language=str(entry.get("language") or feed.get("language") or ""),
            url=str(entry.get("url") or entry.get("external_url") or ""),
        )
        tags = entry.get("tags")
        yield _document(
            path,
            item,
            record_id(entry),
            _with_tags(metadata, tuple(map(plain, tags)) if isinstance(tags, list) else ()),
            (str(body or entry.get("summary") or ""), marked_up),
            "utf-8",
        )
    return sum(isinstance(entry, dict) for entry in items)


def _with_tags(metadata: Metadata, tags: tuple[str, ...]) -> Metadata:
    from dataclasses import replace

    return replace(metadata, tags=tuple(dict.fromkeys(tags))[:30])


def _document(
    path: Path,
    item: int,
    identity: str,
    metadata: Metadata,
    body: tuple[str, bool],
    encoding: str,
) -> Document | Unreadable:
    document = with_body(
        Document(
            id=identity,
            path=path,
            raw="",
            metadata=metadata,
            encoding=encoding,
            format=NAME,
            item=item,
            extracted=True,
        ),
        body[0],
        marked_up=body[1],
        address=metadata.url,
    )
    if not document.raw.strip():
        title = metadata.title or "without a title"
        return Unreadable(path, f"The item “{title}” has no text, only a link.", item=item)
    return document
