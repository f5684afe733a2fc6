"""Reading an export of any kind that is known, told by what is in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tuireader.export.bookmarks import read_bookmarks
from tuireader.export.item import Item
from tuireader.export.json_lines import SCHEMA, read_json_lines
from tuireader.export.read_later import read_later_items
from tuireader.export.readwise import read_readwise
from tuireader.export.safe_cells import read_table
from tuireader.export.web_annotations import CONTEXT, read_web_annotations
from tuireader.state.views import View

_KNOWN = (
    "It cannot be read as an export: known are tuireader's JSON Lines, bookmarks in HTML, "
    "W3C annotations, and the exports of Readwise, Pocket, Instapaper, wallabag and Omnivore."
)


class UnknownExportError(Exception):
    """A text is no export that can be read."""


@dataclass(frozen=True, slots=True)
class Export:
    """What an export holds.

    Attributes:
        kind: What it is, for the reader.
        items: Its articles.
        views: Its named filters.
    """

    kind: str
    items: tuple[Item, ...]
    views: tuple[View, ...] = ()


def read_export(text: str) -> Export:
    """Return what an export holds, whichever kind it is.

    Args:
        text: The content of the file.

    Raises:
        UnknownExportError: It is of no kind that is known, or damaged; the message says why.
    """
    text = text.removeprefix("\ufeff")
    start = text.lstrip()[:2000]
    try:
        if SCHEMA in start.partition("\n")[0]:
            items, views = read_json_lines(text)
            return Export("tuireader's own export", tuple(items), tuple(views))
        if start.startswith(("{", "[")):
            return _json(text)
        if "<a " in text.casefold():
            return Export("bookmarks", tuple(read_bookmarks(text)))
        return _table(text)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UnknownExportError(f"It cannot be read as an export: {error}.") from error


def read_export_file(path: Path) -> Export:
    """Return what an export file holds; an Omnivore export may be in its ZIP archive.

    Raises:
        UnknownExportError: It is of no kind that is known, or damaged; the message says why.
        OSError: It cannot be read.
    """
    data = path.read_bytes()
    if data.startswith(b"PK"):
        return _read_later(data)
    try:
        return read_export(data.decode("utf-8-sig"))
    except UnicodeError as error:
        raise UnknownExportError("It cannot be read as an export: it is not UTF-8.") from error


def _read_later(data: bytes) -> Export:
    try:
        items = read_later_items(data)
    except ValueError as error:
        raise UnknownExportError(f"It cannot be read as an export: {error}") from error
    if not items:
        raise UnknownExportError(_KNOWN)
    return Export("a list of articles", tuple(items))


def _json(text: str) -> Export:
    value: Any = json.loads(text)
    if CONTEXT in json.dumps(value)[:2000] or '"Annotation"' in text:
        return Export("web annotations", tuple(read_web_annotations(text)))
    return _read_later(text.encode())


def _table(text: str) -> Export:
    first = next(read_table(text), None)
    columns = set(first or ())
    if "highlight" in columns:
        return Export("Readwise highlights", tuple(read_readwise(text)))
    return _read_later(text.encode())
