"""Bookmarks in the HTML that every browser and read-later service takes in and gives out.

The Netscape bookmark file has no standard; this is what Firefox and Chrome write, and what
Pocket wrote when it closed (``time_added`` for ``add_date``, a heading "Read Archive").
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from html.parser import HTMLParser

from tuireader.articles.article import Metadata
from tuireader.export.item import Item
from tuireader.state.reader_state import ArticleRecord
from tuireader.state.stamps import in_utc

_HEAD = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
"""


def write_bookmarks(items: Iterable[Item]) -> str:
    """Return the bookmarked articles as a bookmark file."""
    lines = [_line(item) for item in items if item.record.bookmarked and item.address]
    return _HEAD + "".join(lines) + "</DL><p>\n"


def _line(item: Item) -> str:
    added = _seconds(item.record.opened)
    date = f' ADD_DATE="{added}"' if added else ""
    tags = f' TAGS="{escape(",".join(item.record.tags))}"' if item.record.tags else ""
    return f'    <DT><A HREF="{escape(item.address)}"{date}{tags}>{escape(item.title)}</A>\n'


def _seconds(moment: str) -> int:
    try:
        return int(datetime.fromisoformat(moment).timestamp())
    except (ValueError, OverflowError):
        return 0


def read_bookmarks(text: str) -> list[Item]:
    """Return the articles of a bookmark file, each bookmarked, and read where the file says so."""
    parser = _Bookmarks()
    parser.feed(text)
    parser.close()
    return parser.items


class _Bookmarks(HTMLParser):
    """Collects the links, with the heading that they stand under."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[Item] = []
        self._link: dict[str, str] | None = None
        self._heading = ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a link or a heading."""
        if tag == "a":
            self._link = {name: value or "" for name, value in attrs}
        if tag in ("a", "h1", "h2", "h3"):
            self._words = []

    def handle_data(self, data: str) -> None:
        """Collect the words."""
        self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End a link or a heading."""
        words = "".join(self._words)
        if tag in ("h1", "h2", "h3"):
            self._heading = words.strip().casefold()
        if tag == "a" and self._link is not None:
            if self._link.get("href"):
                self.items.append(_item(self._link, words, self._heading == "read archive"))
            self._link = None


def _item(link: dict[str, str], title: str, read: bool) -> Item:
    tags = {tag.strip() for tag in link.get("tags", "").split(",")}
    record = ArticleRecord(
        "",
        title=title,
        read=read,
        bookmarked=True,
        opened=moment_of(link.get("add_date") or link.get("time_added") or ""),
        tags=tuple(sorted(tags - {""})),
    )
    return Item(record, Metadata(title, url=link["href"]))


def moment_of(seconds: str) -> str:
    """Return a moment given in seconds since the epoch as ISO 8601; empty where it is none."""
    try:
        return in_utc(datetime.fromtimestamp(int(seconds), UTC))
    except (ValueError, OverflowError, OSError):
        return ""
