"""Web pages as browsers and SingleFile save them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tuireader.articles.article import Document, Unreadable
from tuireader.articles.formats.format import ReadOptions

NAME = "html"
SUFFIXES = (".html", ".htm", ".xhtml", ".xht")

_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,3000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def accepts(path: Path, head: bytes) -> bool:
    """Return whether the file is a web page, by its name or its beginning."""
    return path.suffix.lower() in SUFFIXES or _BEGINNING.match(head) is not None


def read(data: bytes, path: Path, options: ReadOptions) -> Iterator[Document | Unreadable]:
    """Yield the one article of a web page."""
    from tuireader.articles.formats.web.decoding import decode
    from tuireader.articles.formats.web.page import read_page

    source, encoding = decode(data, overruled=options.encoding)
    page = read_page(source)
    if not page.raw:
        yield Unreadable(path, "There is no readable text in this web page.")
        return
    yield page.document(data, path, encoding, NAME)
