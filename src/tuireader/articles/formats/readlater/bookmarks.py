"""Bookmarks as browsers and Pocket write them in HTML, and lists of feeds in OPML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuireader.articles.formats.readlater.saved_link import SavedLink, saved_link

_ROOTS = frozenset({"bookmarks", "bookmarks bar", "bookmarks menu", "other bookmarks", ""})


def kind_of(head: bytes) -> str:
    """Return ``pocket``, ``bookmarks`` or ``opml`` by a file's beginning; empty for others."""
    start = head[:2_000].lower()
    if b"<!doctype netscape-bookmark-file-1" in start:
        return "bookmarks"
    if b"<title>pocket export" in start:
        return "pocket"
    return "opml" if b"<opml" in start and start.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<" else ""


def read_bookmarks(source: str, service: str) -> Iterator[SavedLink]:
    """Yield the links of a page of bookmarks; the folders around each become its tags.

    Args:
        source: The page.
        service: ``bookmarks`` or ``pocket``, whose headings are states rather than folders.
    """
    from lxml import etree

    from tuireader.articles.formats.web.markup import parse, prepare

    root = parse(prepare(source))
    if root is None:
        return
    folders: list[str] = []
    heading = ""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "end":
            if tag == "dl" and folders:
                folders.pop()
            continue
        if tag in {"h1", "h3"}:
            heading = " ".join("".join(element.itertext()).split())
        elif tag == "dl":
            folders.append(heading)
            heading = heading if service == "pocket" else ""
        elif tag == "a":
            link = _bookmark(element, service, folders, heading)
            if link is not None:
                yield link


def _bookmark(element: Any, service: str, folders: list[str], heading: str) -> SavedLink | None:
    own = (element.get("tags") or "").split(",")
    around = [name for name in folders if name.casefold() not in _ROOTS]
    read = heading.casefold() == "read archive" if service == "pocket" else False
    url = element.get("href")
    title = "".join(element.itertext())
    return saved_link(
        service,
        url,
        title="" if title == url else title,
        tags=own if service == "pocket" else [*own, *around],
        read=read or element.get("toread") == "0",
        added=element.get("add_date") or element.get("time_added"),
    )


def read_opml(data: bytes) -> Iterator[SavedLink]:
    """Yield the feeds and links in an OPML file; the outlines around each become its tags.

    Args:
        data: The whole file.

    Raises:
        ArchiveError: It is no XML.
    """
    from tuireader.articles.formats.safe_xml import elements, parse_xml

    for outline in elements(parse_xml(data), "outline"):
        around = [
            parent.get("title") or parent.get("text") or ""
            for parent in outline.iterancestors()
            if isinstance(parent.tag, str) and parent.tag.endswith("outline")
        ]
        link = saved_link(
            "opml",
            outline.get("xmlUrl") or outline.get("url") or outline.get("htmlUrl"),
            title=outline.get("title") or outline.get("text"),
            tags=[*(outline.get("category") or "").split(","), *reversed(around)],
            added=outline.get("created"),
        )
        if link is not None:
            yield link
