"""What read-later services give out, as articles that come in.

What is in a service's archive is read. Bookmarked is what has a star, or, where a service has none,
what is still on its list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from tuireader.articles.article import Metadata
from tuireader.articles.formats.archive import ArchiveError
from tuireader.articles.formats.read_later import saved_links
from tuireader.articles.formats.readlater.saved_link import SavedLink
from tuireader.export.item import Item
from tuireader.library.entry import Entry
from tuireader.state.anchors import TextAnchor
from tuireader.state.notes import Note
from tuireader.state.reader_state import ArticleRecord
from tuireader.state.stamps import in_utc

_WITH_STARS = ("instapaper", "wallabag")


def read_later_items(data: bytes, *, waiting_is_kept: bool = True) -> list[Item]:
    """Return the articles of a service's export: Pocket, Instapaper, wallabag, Omnivore, Reader.

    Args:
        data: The whole file.
        waiting_is_kept: Whether, where a service has no star, what is still on its list counts as
            bookmarked.

    Raises:
        ValueError: It is damaged, or of none of these; the message says why.
    """
    try:
        return [_item(link, waiting_is_kept) for link in saved_links(data)]
    except ArchiveError as error:
        raise ValueError(str(error)) from error


def items_of_library(
    data: bytes, entries_at: Callable[[Sequence[str]], Sequence[Sequence[Entry]]]
) -> list[Item]:
    """Return what an export says of the articles of a library, an item for each article.

    Entries that say nothing but that they wait to be read are left out.

    Args:
        data: The whole file.
        entries_at: `Library.entries_at`.

    Raises:
        ValueError: It is damaged, or no export; the message says why.
    """
    items = read_later_items(data, waiting_is_kept=False)
    telling = [item for item in items if item.kept or item.record.read or item.record.progress]
    found = entries_at([item.metadata.url for item in telling])
    return [
        _about(item, entry)
        for item, entries in zip(telling, found, strict=True)
        for entry in entries
        if entry.id
    ]


def _about(item: Item, entry: Entry) -> Item:
    record = replace(
        item.record, article_id=entry.id, path=str(entry.path), title=entry.title, opened=""
    )
    return replace(item, record=record)


def _item(link: SavedLink, waiting_is_kept: bool) -> Item:
    title = "" if link.title == link.url else link.title
    record = ArticleRecord(
        "",
        title=title,
        read=link.read,
        bookmarked=link.starred or (waiting_is_kept and _waits(link)),
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


def _waits(link: SavedLink) -> bool:
    return link.service not in _WITH_STARS and not link.read


def _moment(stated: str) -> str:
    try:
        return in_utc(datetime.fromisoformat(stated).astimezone(UTC)) if stated else ""
    except ValueError:
        return ""
