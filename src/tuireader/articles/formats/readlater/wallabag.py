"""The JSON export of wallabag, which holds the articles' texts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tuireader.articles.formats.readlater.saved_link import SavedLink, highlight, saved_link


def is_wallabag(head: bytes) -> bool:
    """Return whether a file is such an export, by its beginning."""
    return head.lstrip().startswith((b"[", b"{")) and b'"is_archived"' in head


def read_wallabag(text: str) -> Iterator[SavedLink]:
    """Yield the entries of an export.

    Args:
        text: The whole file.
    """
    try:
        entries = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    for entry in entries if isinstance(entries, list) else [entries]:
        link = _link(entry) if isinstance(entry, dict) else None
        if link is not None:
            yield link


def _link(entry: dict[str, Any]) -> SavedLink | None:
    annotations = entry.get("annotations")
    people = entry.get("published_by")
    return saved_link(
        "wallabag",
        entry.get("url") or entry.get("given_url"),
        title=entry.get("title"),
        tags=entry.get("tags") or (),
        read=bool(entry.get("is_archived")),
        starred=bool(entry.get("is_starred")),
        added=entry.get("created_at"),
        highlights=tuple(
            highlight(each.get("quote"), each.get("text"))
            for each in (annotations if isinstance(annotations, list) else ())
            if isinstance(each, dict)
        ),
        text=entry.get("content"),
        byline=", ".join(map(str, people)) if isinstance(people, list) else people,
        source=entry.get("domain_name"),
        published=entry.get("published_at"),
        language=entry.get("language"),
    )
