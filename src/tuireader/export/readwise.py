"""Highlights as CSV in the columns that Readwise imports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tuireader.articles.article import Metadata
from tuireader.export.item import Item
from tuireader.export.safe_cells import read_table, write_table
from tuireader.state.anchors import TextAnchor
from tuireader.state.notes import Note
from tuireader.state.reader_state import ArticleRecord

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def write_readwise(items: Iterable[Item]) -> str:
    """Return all notes as CSV; the location is the position in the text, in code points."""
    return write_table(COLUMNS, _rows(items))


def _rows(items: Iterable[Item]) -> Iterator[dict[str, str]]:
    for item in items:
        for note in item.notes:
            tags = " ".join(f".{tag.replace(' ', '_')}" for tag in note.tags)
            yield {
                "Highlight": note.anchor.exact,
                "Title": item.title,
                "Author": item.metadata.byline,
                "URL": item.address,
                "Note": f"{tags}\n{note.text}" if tags else note.text,
                "Location": str(note.anchor.start),
                "Date": note.created,
            }


def read_readwise(text: str) -> list[Item]:
    """Return the articles that a CSV of highlights is about, with their notes.

    Readwise's way to tag is kept: words that begin with a full stop at the start of a note.

    Raises:
        ValueError: It is no CSV, or has no column "Highlight".
    """
    found: dict[tuple[str, str, str], list[Note]] = {}
    for row in read_table(text):
        if "highlight" not in row:
            raise ValueError("there is no column “Highlight”")
        key = (row.get("title", ""), row.get("author", ""), row.get("url", ""))
        if row["highlight"]:
            found.setdefault(key, []).append(_note(row))
    return [
        Item(ArticleRecord("", title=title), Metadata(title, byline=author, url=url), tuple(notes))
        for (title, author, url), notes in found.items()
    ]


def _note(row: dict[str, str]) -> Note:
    exact, words = row["highlight"], row.get("note", "")
    tags: list[str] = []
    first, line, rest = words.partition("\n")
    if first.startswith(".") and all(word.startswith(".") for word in first.split()):
        tags = [word[1:].replace("_", " ") for word in first.split() if word[1:]]
        words = rest if line else ""
    location = row.get("location", "")
    start = int(location) if location.isdecimal() else 0
    place = TextAnchor(exact, start=start, end=start + len(exact))
    return Note("", "", place, words, tuple(sorted(tags)), row.get("date", ""))
