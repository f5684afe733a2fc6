"""What the readers of formats with many articles in one file share."""

from __future__ import annotations

import json
import re
from typing import Any

from tuireader.articles.article import Document, Metadata, content_id
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.articles.formats.transcript import link_target

_TAG = re.compile(
    r"</?(?:p|br|div|span|h[1-6]|ul|ol|li|a|em|strong|b|i|img|blockquote)\b[^>]*>", re.I
)

# JSON can name half of a pair of code units, which is no character.
_SURROGATE = re.compile("[\ud800-\udfff]")


def looks_marked_up(text: str) -> bool:
    """Return whether a text is HTML rather than plain text."""
    return len(_TAG.findall(text[:20_000])) >= 2


def plain(text: object) -> str:
    """Return a short text, such as a title, on one line, without markup and safe to show."""
    import html

    words = str(text) if text is not None else ""
    if "<" in words:
        words = re.sub(r"<[^<>]{0,2000}>", " ", words)
    return sanitize_line(html.unescape(words)[:2_000])


def record_id(record: Any) -> str:
    """Return the identity of one record: a hash of its canonical JSON."""
    canonical = json.dumps(record, ensure_ascii=True, sort_keys=True, default=str)
    return content_id(canonical.encode())


def with_body(document: Document, body: str, *, marked_up: bool, address: str = "") -> Document:
    """Return the document with its text: that of HTML with its structure, or plain as it is.

    Args:
        document: The document without text.
        body: Its text.
        marked_up: Whether the text is HTML.
        address: What relative links are relative to.
    """
    from dataclasses import replace

    if not marked_up:
        return replace(document, raw=_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", body))
    from tuireader.articles.formats.web.page import read_fragment

    page = read_fragment(body, address)
    return replace(document, raw=page.raw, blocks=page.blocks, links=page.links)


def metadata_of(
    *,
    title: str = "",
    subtitle: str = "",
    byline: str = "",
    source: str = "",
    published: str = "",
    language: str = "",
    url: str = "",
) -> Metadata:
    """Return metadata with every text made safe and put on one line."""
    return Metadata(
        title=plain(title),
        subtitle=plain(subtitle),
        byline=plain(byline),
        source=plain(source),
        published=plain(published),
        language=plain(language),
        url=link_target(url),
    )
