"""The archive that Omnivore exported: metadata, texts and highlights in files of their own."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
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


def read_omnivore(data: bytes) -> Iterator[SavedLink]:
    """Yield the entries of an archive.

    Args:
        data: The whole archive.

    Raises:
        ArchiveError: It is damaged or unpacks to too much.
    """
    archive = BoundedZip(data)
    files = {posixpath.basename(name): name for name in archive.names}
    for name in archive.names:
        if not _METADATA.search(name):
            continue
        try:
            entries = json.loads(archive.read(name))
        except (ValueError, RecursionError) as error:
            raise ArchiveError("The file is damaged or not complete.") from error
        for entry in entries if isinstance(entries, list) else ():
            link = _link(entry, archive, files) if isinstance(entry, dict) else None
            if link is not None:
                yield link


def _link(entry: dict[str, Any], archive: BoundedZip, files: dict[str, str]) -> SavedLink | None:
    slug = str(entry.get("slug") or "")
    page = files.get(f"{slug}.html")
    marked = files.get(f"{slug}.md")
    return saved_link(
        "omnivore",
        entry.get("url"),
        title=entry.get("title"),
        tags=entry.get("labels") or (),
        read=str(entry.get("state") or "").casefold() == "archived",
        added=entry.get("savedAt"),
        progress=entry.get("readingProgress"),
        highlights=_highlights(_text(archive, marked)) if marked else (),
        text=_text(archive, page) if page else "",
        byline=entry.get("author"),
        published=entry.get("publishedAt"),
    )


def _text(archive: BoundedZip, name: str) -> str:
    return archive.read(name).decode("utf-8", errors="replace")


def _highlights(source: str) -> tuple[Highlight, ...]:
    """Return the quotations in a file of highlights, each with the note that follows it."""
    found = list(_QUOTATION.finditer(source))
    ends = [match.start() for match in found[1:]] + [len(source)]
    return tuple(
        highlight(
            " ".join(line.lstrip("> ") for line in match[0].splitlines()),
            source[match.end() : end],
        )
        for match, end in zip(found, ends, strict=True)
    )
