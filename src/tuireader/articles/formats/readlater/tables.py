"""The CSV exports of Pocket, Instapaper and Readwise Reader."""

from __future__ import annotations

import ast
import csv
import io
import json
from collections.abc import Callable, Iterator

from tuireader.articles.formats.readlater.saved_link import SavedLink, highlight, saved_link

Row = dict[str, str]


def service_of(head: str) -> str:
    """Return whose export a table is, by the names in its first line; empty if nobody's.

    Args:
        head: The beginning of the file.
    """
    first = head.lstrip("\ufeff").partition("\n")[0].strip().casefold().replace('"', "")
    names = set(first.split(","))
    if {"url", "time_added", "status"} <= names:
        return "pocket"
    if {"url", "title", "selection", "folder"} <= names:
        return "instapaper"
    if {"url", "title", "document tags", "location"} <= names:
        return "readwise"
    return ""


def read_table(text: str) -> Iterator[SavedLink]:
    """Yield the entries of a table.

    Args:
        text: The whole file.
    """
    reader = _READERS.get(service_of(text[:2_000]))
    if reader is None:
        return
    csv.field_size_limit(1 << 30)
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    try:
        names = [name.strip().casefold() for name in next(rows, [])]
        for row in rows:
            link = reader(dict(zip(names, row, strict=False)))
            if link is not None:
                yield link
    except csv.Error:
        return


def _pocket(row: Row) -> SavedLink | None:
    title = row.get("title", "")
    return saved_link(
        "pocket",
        row.get("url"),
        title="" if title == row.get("url") else title,
        tags=row.get("tags", "").split("|"),
        read=row.get("status", "").casefold() == "archive",
        added=row.get("time_added"),
    )


def _instapaper(row: Row) -> SavedLink | None:
    folder = row.get("folder", "")
    known = folder.casefold() in {"unread", "archive", "starred", ""}
    return saved_link(
        "instapaper",
        row.get("url"),
        title=row.get("title"),
        tags=[*_listed(row.get("tags", "")), *([] if known else [folder])],
        read=folder.casefold() == "archive",
        starred=folder.casefold() == "starred",
        added=row.get("timestamp"),
        highlights=(highlight(row.get("selection", "")),),
    )


def _readwise(row: Row) -> SavedLink | None:
    location = row.get("location", "").casefold()
    return saved_link(
        "readwise",
        row.get("url"),
        title=row.get("title"),
        tags=_listed(row.get("document tags", "")),
        read=location == "archive",
        starred=location == "shortlist",
        added=row.get("saved date"),
        progress=row.get("reading progress"),
    )


def _listed(written: str) -> list[str]:
    """Return the tags in a cell: a list as JSON or Python writes it, or words between commas."""
    written = written.strip()
    if not written.startswith("["):
        return written.split(",")
    for parse in (json.loads, ast.literal_eval):
        try:
            value = parse(written[:10_000])
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        if isinstance(value, list):
            return [str(each) for each in value]
    return []


_READERS: dict[str, Callable[[Row], SavedLink | None]] = {
    "pocket": _pocket,
    "instapaper": _instapaper,
    "readwise": _readwise,
}
