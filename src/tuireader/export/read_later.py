"""What read-later services give out, as articles that come in.

What is in a service's archive is read. Bookmarked is what has a star, or, where a service has none,
what is still on its list.
"""

from __future__ import annotations

from datetime import UTC, datetime

from tuireader.articles.article import Metadata
from tuireader.articles.formats.archive import ArchiveError
from tuireader.articles.formats.read_later import saved_links
from tuireader.articles.formats.readlater.saved_link import SavedLink
from tuireader.export.item import Item
from tuireader.state.anchors import TextAnchor
from tuireader.state.notes import Note
from tuireader.state.reader_state import ArticleRecord
from tuireader.state.stamps import in_utc

_WITH_STARS = ("instapaper", "wallabag")


def read_later_items(data: bytes) -> list[Item]:
    """Return the articles of a service's export: Pocket, Instapaper, wallabag, Omnivore, Reader.

    Args:
        data: The whole file.

    Raises:
        ValueError: It is damaged, or of none of these; the message says why.
    """
    try:
        return [_item(link) for link in saved_links(data)]
    except ArchiveError as error:
        raise ValueError(str(error)) from error


def _item(link: SavedLink) -> Item:
    title = "" if link.title == link.url else link.title
    record = ArticleRecord(
        "",
        title=title,
        read=link.read,
        bookmarked=link.starred or (link.service not in _WITH_STARS and not link.read),
        progress=link.progress,
        opened=_moment(link.added),
        tags=tuple(sorted(link.tags)),
    )
    metadata = Metadata(
        title,
        byline=link.byline,
        source=link.source,
        published=link.published,
        language=link.language,
        url=link.url,
    )
    notes = tuple(Note("", "", TextAnchor(each.text), each.note) for each in link.highlights)
    return Item(record, metadata, notes)


def _moment(stated: str) -> str:
    try:
        return in_utc(datetime.fromisoformat(stated).astimezone(UTC)) if stated else ""
    except ValueError:
        return ""
