"""Web pages as browsers save them with everything in one file (MHTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tuireader.articles.article import Document, Unreadable
from tuireader.articles.formats.dates import iso_date
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.formats.transcript import link_target

NAME = "mhtml"
SUFFIXES = (".mhtml", ".mht")

MAXIMUM_PARTS = 200
"""How many parts with parts of their own one page may have."""
_NESTING = re.compile(rb"^content-type:\s*(?:multipart/|message/)", re.IGNORECASE | re.MULTILINE)


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is a page saved as MHTML."""
    if path.suffix.lower() in SUFFIXES:
        return True
    return path.suffix.lower() != ".eml" and head.startswith(b"From: <Saved by ")


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the one article of a saved page."""
    from tuireader.articles.formats.mail import header, parse_message, part_text
    from tuireader.articles.formats.web.page import read_page

    if len(_NESTING.findall(data)) > MAXIMUM_PARTS:
        yield Unreadable(path, "The page has too many parts inside one another.")
        return
    message = parse_message(data)
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    if not pages:
        yield Unreadable(path, "There is no web page in this file.")
        return
    source, encoding = part_text(pages[0], options)
    address = link_target(
        header(message, "Snapshot-Content-Location") or header(pages[0], "Content-Location")
    )
    page = read_page(source, address)
    if not page.raw:
        yield Unreadable(path, "There is no readable text in this web page.")
        return
    page = page.saved_from(address, iso_date(header(message, "Date")))
    yield page.document(data, path, encoding, NAME)
