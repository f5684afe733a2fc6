"""What read-later services give out: Pocket, Instapaper, wallabag, Omnivore, Readwise Reader.

What is still on a service's list is bookmarked, what is in its archive is read.
Column names are those seen in the importers of other programs; the services never published them.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterable
from typing import Any

from tuireader.articles.article import Metadata
from tuireader.export.bookmarks import moment_of
from tuireader.export.item import Item
from tuireader.export.safe_cells import read_table
from tuireader.state.anchors import TextAnchor
from tuireader.state.notes import Note
from tuireader.state.reader_state import ArticleRecord


def read_pocket(text: str) -> list[Item]:
    """Return the articles of a Pocket CSV: ``title,url,time_added,tags,status``."""
    return [
        _item(
            row["url"],
            row.get("title", ""),
            read=row.get("status") == "archive",
            bookmarked=row.get("status") != "archive",
            opened=moment_of(row.get("time_added", "")),
            tags=row.get("tags", "").split("|"),
        )
        for row in read_table(text)
    ]


def read_instapaper(text: str) -> list[Item]:
    """Return the articles of an Instapaper CSV: ``URL,Title,Selection,Folder,Timestamp,Tags``."""
    return [
        _item(
            row["url"],
            row.get("title", ""),
            read=row.get("folder") == "Archive",
            bookmarked=row.get("folder") in ("Starred", "Unread"),
            opened=moment_of(row.get("timestamp", "")),
            tags=[*_array(row.get("tags", "")), *_own_folder(row.get("folder", ""))],
            highlights=[(row.get("selection", ""), "")],
        )
        for row in read_table(text)
    ]


def read_readwise_reader(text: str) -> list[Item]:
    """Return the articles of a Readwise Reader CSV: ``Title,URL,Document tags,Location …``."""
    return [
        _item(
            row["url"],
            row.get("title", ""),
            read=row.get("location") == "archive",
            bookmarked=row.get("location") != "archive",
            progress=_share(row.get("reading progress", "")),
            tags=_array(row.get("document tags", "")),
        )
        for row in read_table(text)
    ]


def read_wallabag(value: Iterable[dict[str, Any]]) -> list[Item]:
    """Return the articles of a wallabag JSON export."""
    return [
        _item(
            _text(entry, "url"),
            _text(entry, "title"),
            read=bool(entry.get("is_archived")),
            bookmarked=bool(entry.get("is_starred")),
            opened=_text(entry, "created_at"),
            tags=[_label(tag) for tag in entry.get("tags") or ()],
            highlights=[
                (_text(note, "quote"), _text(note, "text"))
                for note in entry.get("annotations") or ()
            ],
            published=_text(entry, "published_at"),
            byline=", ".join(map(str, entry.get("published_by") or ())),
        )
        for entry in value
    ]


def read_omnivore(value: Iterable[dict[str, Any]]) -> list[Item]:
    """Return the articles of a ``metadata_*.json`` of an Omnivore export."""
    return [
        _item(
            _text(entry, "url"),
            _text(entry, "title"),
            read=_text(entry, "state") == "Archived",
            bookmarked=_text(entry, "state") != "Archived",
            progress=_share(str(entry.get("readingProgress") or "")),
            opened=_text(entry, "savedAt"),
            tags=[_label(tag) for tag in entry.get("labels") or ()],
            published=_text(entry, "publishedAt"),
            byline=_text(entry, "author"),
        )
        for entry in value
    ]


TABLES: tuple[tuple[frozenset[str], Callable[[str], list[Item]]], ...] = (
    (frozenset({"url", "time_added", "status"}), read_pocket),
    (frozenset({"url", "selection", "folder"}), read_instapaper),
    (frozenset({"url", "document tags"}), read_readwise_reader),
)
"""The columns by which a CSV is known, and what reads it."""


def _item(
    url: str,
    title: str,
    *,
    read: bool,
    bookmarked: bool,
    progress: float = 0.0,
    opened: str = "",
    tags: Iterable[str] = (),
    highlights: Iterable[tuple[str, str]] = (),
    published: str = "",
    byline: str = "",
) -> Item:
    """Return what a service says of an article; a title that is but the address is none."""
    title = "" if title == url else title
    record = ArticleRecord(
        "",
        title=title,
        read=read,
        bookmarked=bookmarked,
        progress=progress,
        opened=opened,
        tags=tuple(sorted({tag.strip() for tag in tags} - {""})),
    )
    notes = tuple(
        Note("", "", TextAnchor(exact), words) for exact, words in highlights if exact.strip()
    )
    return Item(record, Metadata(title, byline=byline, published=published, url=url), notes)


def _text(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""


def _label(tag: object) -> str:
    if isinstance(tag, dict):
        return str(tag.get("label") or tag.get("name") or "")
    return str(tag)


def _own_folder(folder: str) -> list[str]:
    return [] if folder in ("", "Unread", "Archive", "Starred") else [folder]


def _array(cell: str) -> list[str]:
    """Return the tags of a cell such as ``['a', 'b']`` or ``["a"]``; or else those with commas."""
    for parse in (json.loads, ast.literal_eval):
        try:
            value = parse(cell)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            continue
        if isinstance(value, list):
            return [str(tag) for tag in value]
    return cell.split(",")


def _share(text: str) -> float:
    """Return a share from 0 to 1, given as such or as a percentage."""
    try:
        number = float(text)
    except ValueError:
        return 0.0
    share = number / 100 if number > 1 else number
    return share if 0 <= share <= 1 else 0.0
