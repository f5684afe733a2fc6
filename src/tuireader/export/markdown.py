"""Notes and articles as Markdown: one file an article, or one digest; made for Obsidian too."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tuireader.annotation.annotation import QuoteKind
from tuireader.articles.article import Block, BlockKind
from tuireader.export.citations import authors
from tuireader.export.item import Item
from tuireader.state.notes import Note

PARTS = ("notes", "quotes", "entities", "text")
"""What a file can hold, in this order."""
_LONGEST_NAME = 80
_ALWAYS = re.compile(r"([\\`*_\[\]<>|~$]|&(?=[#\w]))")
_TAG = re.compile(r"(?<!\S)#(?=\w)")
_AT_START = re.compile(r"^(\s*)([#+\-=>:]|\d+[.)])", re.MULTILINE)


def write_article(item: Item, parts: Collection[str] = ("notes",)) -> str:
    """Return an article as a Markdown file with front matter.

    Args:
        item: The article; `quotes`, `entities` and `text` need it to be loaded.
        parts: Which of `PARTS` it holds.
    """
    head = yaml.safe_dump(
        _properties(item), allow_unicode=True, sort_keys=False, width=10_000
    ).rstrip()
    body = "\n\n".join([f"# {inline(item.title)}", *_sections(item, parts, 2)])
    return f"---\n{head}\n---\n\n{body}\n"


def write_digest(items: Iterable[Item], title: str, parts: Collection[str] = ("notes",)) -> str:
    """Return several articles as one Markdown file.

    Args:
        items: The articles.
        title: The headline of the digest.
        parts: Which of `PARTS` it holds of each.
    """
    sections = [f"# {inline(title)}"]
    for item in items:
        sections += [f"## {_linked(item)}", *filter(None, [_origin(item)])]
        sections += _sections(item, parts, 3, headed=len(parts) > 1)
    return "\n\n".join(sections) + "\n"


def file_name(item: Item, taken: Collection[str]) -> str:
    """Return a name for an article's file that every system allows and nobody has taken yet.

    Args:
        item: The article.
        taken: The names in use, in lower case.
    """
    file = Path(item.record.path)
    title = file.stem if item.title == file.name else item.title
    plain = re.sub(r'[\x00-\x1f\x7f-\x9f\\/:*?"<>|#^\[\]%\ud800-\udfff]', " ", title)
    stem = " ".join(plain.split())[:_LONGEST_NAME].strip(" .") or "Untitled"
    name, number = f"{stem}.md", 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem} {number}.md"
    return name


def inline(text: str) -> str:
    """Return text on one line with what Markdown would read as its own escaped."""
    escaped = _TAG.sub(r"\\#", _ALWAYS.sub(r"\\\1", " ".join(text.split())))
    return _AT_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    space, mark = match[1], match[2]
    return f"{space}\\{mark}" if len(mark) == 1 else f"{space}{mark[:-1]}\\{mark[-1]}"


def _properties(item: Item) -> dict[str, Any]:
    """Return the front matter: only what is known, in Obsidian's types."""
    record, metadata = item.record, item.metadata
    names = authors(metadata.byline)
    properties: dict[str, Any] = {
        "title": item.title,
        "author": names[0] if len(names) == 1 else names,
        "source": metadata.source,
        "published": _day(metadata.published),
        "url": metadata.url,
        "tags": [re.sub(r"[^\w/-]+", "-", tag).strip("-") for tag in record.tags],
        "read": record.read,
        "bookmarked": record.bookmarked,
        "opened": record.opened,
        "finished": record.finished,
        "tuireader": record.article_id,
    }
    return {name: value for name, value in properties.items() if value not in ("", [])}


def _day(published: str) -> date | str:
    """Return a day as YAML writes one; what is more or less than a day stays a text."""
    try:
        return date.fromisoformat(published) if len(published) == len("2026-03-01") else published
    except ValueError:
        return published


def _sections(
    item: Item, parts: Collection[str], level: int, *, headed: bool = True
) -> Iterator[str]:
    for part in PARTS:
        if part in parts and (found := list(_WRITERS[part](item))):
            if headed:
                yield f"{'#' * level} {part.capitalize()}"
            yield from found


def _notes(item: Item) -> Iterator[str]:
    for note in item.notes:
        yield _quoted(note.anchor.exact)
        if note.text or note.tags:
            yield _own_words(note)


def _own_words(note: Note) -> str:
    paragraphs = [inline(line) for line in note.text.splitlines() if line.strip()]
    tags = " ".join("#" + re.sub(r"[^\w/-]+", "-", tag).strip("-") for tag in note.tags)
    return "\n\n".join(filter(None, [*paragraphs, tags]))


def _quotes(item: Item) -> Iterator[str]:
    if item.article is None or item.annotation is None:
        return
    for quote in item.annotation.quotes:
        if quote.kind in (QuoteKind.SPEECH, QuoteKind.PARTIAL) and not quote.nested:
            speaker = f"\n>\n> — {inline(quote.speaker)}" if quote.speaker else ""
            yield _quoted(item.article.text[quote.start : quote.end]) + speaker


def _entities(item: Item) -> Iterator[str]:
    entities = item.annotation.entities if item.annotation else ()
    lines = [
        f"- {inline(entity.name)} ({entity.label}, {len(entity.mentions)})" for entity in entities
    ]
    if lines:
        yield "\n".join(lines)


def _text(item: Item) -> Iterator[str]:
    above: list[int] = []  # how wide the bullets are of the items that the next may stand under
    for block in item.article.blocks if item.article else ():
        if block.kind is BlockKind.LIST_ITEM:
            del above[block.level - 1 :]
            yield " " * sum(above) + _block(block)
            above.append(len(_bullet(block)))
        else:
            above.clear()
            yield _block(block)


def _bullet(block: Block) -> str:
    return "- " if block.number is None or block.number < 0 else f"{block.number}. "


def _block(block: Block) -> str:
    if block.kind is BlockKind.PREFORMATTED:
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", block.text)), default=0))
        return f"{fence}\n{block.text}\n{fence}"
    if block.kind is BlockKind.HEADING:
        return f"{'#' * min(6, max(3, block.level + 1))} {inline(block.text)}"
    if block.kind is BlockKind.LIST_ITEM:
        return f"{_bullet(block)}{inline(block.text)}"
    if block.kind is BlockKind.QUOTATION:
        return _quoted(block.text)
    return f"*{inline(block.text)}*" if block.kind is BlockKind.CAPTION else inline(block.text)


_WRITERS: dict[str, Callable[[Item], Iterator[str]]] = {
    "notes": _notes,
    "quotes": _quotes,
    "entities": _entities,
    "text": _text,
}


def _quoted(text: str) -> str:
    paragraphs = [inline(line) for line in text.splitlines() if line.strip()]
    return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs)


def _linked(item: Item) -> str:
    address = re.sub(r"[\s<>]", lambda match: f"%{ord(match[0]):02X}", item.address)
    return f"[{inline(item.title)}](<{address}>)" if address else inline(item.title)


def _origin(item: Item) -> str:
    metadata = item.metadata
    parts = (metadata.byline, metadata.source, metadata.published[:10])
    return ", ".join(inline(part) for part in parts if part)
