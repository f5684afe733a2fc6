"""What holds of whatever a reader yields, however damaged the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields

from tuireader.articles.article import Document, Unreadable
from tuireader.articles.cleaning.safety import sanitize_line

_ID = re.compile(r"[0-9a-f]{32}")


def check(found: Sequence[Document | Unreadable]) -> None:
    """Assert that what a reader yielded is sound.

    Raises:
        AssertionError: It is not.
    """
    assert found, "nothing was yielded"
    for each in found:
        if isinstance(each, Unreadable):
            assert each.reason.endswith((".", ")")) or "http" in each.reason.lower(), each.reason
            assert each.reason == sanitize_line(each.reason)
            assert each.advice == sanitize_line(each.advice)
        else:
            _check_document(each)
    items = [each.item for each in found]
    assert items == sorted(items)


def _check_document(document: Document) -> None:
    assert _ID.fullmatch(document.id)
    # Cleaning says of a text without any that there is none in it.
    assert document.raw.strip() or document.format in {"text", "markdown"}
    document.raw.encode("utf-8")
    for field in fields(document.metadata):
        value = getattr(document.metadata, field.name)
        for text in value if isinstance(value, tuple) else (value,):
            assert text == sanitize_line(text), (field.name, text)
    at = 0
    left_out = [block for part in document.left_out for block in part.blocks]
    for block in sorted((*document.blocks, *left_out), key=lambda block: block.start):
        assert at <= block.start <= block.end <= len(document.raw)
        empty = not document.raw[block.start : block.end].strip()
        assert not empty or document.format == "markdown"
        at = block.end
    at = 0
    for link in document.links:
        assert at <= link.start < link.end <= len(document.raw)
        assert link.url == sanitize_line(link.url)
        at = link.end
