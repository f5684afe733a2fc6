"""The archive that Omnivore exported: metadata, texts and highlights in files of their own."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any

from tuireader.articles.formats.archive import ArchiveError, BoundedZip
from tuireader.articles.formats.readlater.saved_link import (
    Highlight,
    SavedLink,
    highlight,
    saved_link,
)

_METADATA = re.compile(r"(?:^|/)metadata_[^/]*\.json$")
_QUOTATION = re.compile(r"(?:^>[^\n]*\n?)+", re.MULTILINE)


def is_omnivore(head: bytes) -> bool:
    """Return whether a file is such an archive, by its beginning."""
    return head.startswith(b"PK") and re.search(rb"metadata_[\w-]+\.json", head) is not None


def is_omnivore_metadata(head: bytes) -> bool:
    """Return whether a file is a ``metadata_*.json`` of such an archive, by its beginning."""
    return head.lstrip().startswith(b"[") and b'"slug"' in head


def read_omnivore(data: bytes) -> Iterator[SavedLink]:
    """Yield the entries of an archive.

    Args:
        data: The whole archive.

    Raises:
        ArchiveError: It is damaged or unpacks to too much.
    """
    archive = BoundedZip(data)
    files = {posixpath.basename(name): name for name in archive.names}

    def text_of(name: str) -> str:
        return archive.read(files[name]).decode("utf-8", errors="replace") if name in files else ""

    for name in archive.names:
        if _METADATA.search(name):
            yield from _links(archive.read(name), text_of)


def read_omnivore_metadata(text: str) -> Iterator[SavedLink]:
    """Yield the entries of a ``metadata_*.json`` taken out of its archive.

    Args:
        text: The whole file.

    Raises:
        ArchiveError: It is damaged.
    """
    yield from _links(text, lambda name: "")


def _links(metadata: str | bytes, text_of: Callable[[str], str]) -> Iterator[SavedLink]:
    try:
        entries = json.loads(metadata)
    except (ValueError, RecursionError) as error:
        raise ArchiveError("The file is damaged or not complete.") from error
    for entry in entries if isinstance(entries, list) else ():
        link = _link(entry, text_of) if isinstance(entry, dict) else None
        if link is not None:
            yield link


def _link(entry: dict[str, Any], text_of: Callable[[str], str]) -> SavedLink | None:
    slug = str(entry.get("slug") or "")
    return saved_link(
        "omnivore",
        entry.get("url"),
        title=entry.get("title"),
        tags=entry.get("labels") or (),
        read=str(entry.get("state") or "").casefold() == "archived",
        added=entry.get("savedAt"),
        progress=entry.get("readingProgress"),
        highlights=_highlights(text_of(f"{slug}.md")),
        text=text_of(f"{slug}.html"),
        byline=entry.get("author"),
        published=entry.get("publishedAt"),
    )


def _highlights(source: str) -> tuple[Highlight, ...]:
    """Return the quotations in a file of highlights, each with the note that follows it."""
    found = list(_QUOTATION.finditer(source))
    ends = [*(match.start() for match in found[1:]), len(source)][: len(found)]
    return tuple(
        highlight(
            " ".join(line.lstrip("> ") for line in match[0].splitlines()),
            source[match.end() : end],
        )
        for match, end in zip(found, ends, strict=True)
    )
