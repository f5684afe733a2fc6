"""The ways out, by name: what `tuireader export` offers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from tuireader.export.bookmarks import write_bookmarks
from tuireader.export.citations import bibtex, bibtex_key, cited
from tuireader.export.item import Item
from tuireader.export.json_lines import write_json_lines
from tuireader.export.markdown import file_name, write_article, write_digest
from tuireader.export.readwise import write_readwise
from tuireader.export.tables import write_entities, write_quotes
from tuireader.export.web_annotations import write_web_annotations
from tuireader.state.files import PUBLIC, make_folder, write_atomically
from tuireader.state.notes import Note
from tuireader.state.reader_state import ArticleRecord
from tuireader.state.views import View


@dataclass(frozen=True, slots=True)
class Format:
    """A way out.

    Attributes:
        name: Its name on the command line.
        help: What it is good for.
        suffix: How such files end.
        wanted: Chooses the articles that must be loaded: those that it writes anything of.
        write: Returns the file, given articles and views.
    """

    name: str
    help: str
    suffix: str
    wanted: Callable[[Item], bool]
    write: Callable[[Sequence[Item], Sequence[View]], str]


def _styled(style: str) -> Callable[[Sequence[Item], Sequence[View]], str]:
    def write(items: Sequence[Item], views: Sequence[View]) -> str:
        return "\n".join(
            cited(note.anchor.exact, item.metadata, style, speaker_of(item, note))
            for item in items
            for note in item.notes
        )

    return write


def _bibliography(items: Sequence[Item], views: Sequence[View]) -> str:
    keys: set[str] = set()
    entries = []
    for item in items:
        if item.notes:
            key = bibtex_key(item.metadata, keys)
            keys.add(key)
            words = "\n\n".join(note.anchor.exact for note in item.notes)
            entries.append(bibtex(item.metadata, words, key))
    return "\n".join(entries)


def speaker_of(item: Item, note: Note) -> str:
    """Return who says the highlighted words, where they lie within one quote; or else nothing."""
    for quote in item.annotation.quotes if item.annotation else ():
        if quote.start <= note.anchor.start < note.anchor.end <= quote.end and quote.speaker:
            return quote.speaker
    return ""


def _has_notes(item: Item) -> bool:
    return bool(item.notes)


def _is_bookmarked(item: Item) -> bool:
    return item.record.bookmarked


def _is_touched(item: Item) -> bool:
    """Whether anything is kept about an article, beyond where it is."""
    empty = ArticleRecord(item.record.article_id, item.record.path, item.record.title)
    return bool(item.record != empty or item.notes or item.corrections)


def _any(item: Item) -> bool:
    return True


FORMATS = {
    form.name: form
    for form in (
        Format(
            "jsonl",
            "everything, to be taken in again: nothing is lost",
            ".jsonl",
            _is_touched,
            lambda items, views: "".join(write_json_lines(items, views)),
        ),
        Format(
            "markdown",
            "notes and highlights, as one digest",
            ".md",
            _has_notes,
            lambda items, views: write_digest(
                [item for item in items if item.notes], "Notes", ("notes",)
            ),
        ),
        Format(
            "readwise",
            "notes and highlights, as CSV for Readwise",
            ".csv",
            _has_notes,
            lambda items, views: write_readwise(items),
        ),
        Format(
            "annotations",
            "notes and highlights, as W3C Web Annotations",
            ".jsonld",
            _has_notes,
            lambda items, views: write_web_annotations(items),
        ),
        Format(
            "bookmarks",
            "bookmarked articles, as HTML for browsers and read-later services",
            ".html",
            _is_bookmarked,
            lambda items, views: write_bookmarks(items),
        ),
        Format(
            "quotes",
            "who said what, as CSV",
            ".csv",
            _any,
            lambda items, views: write_quotes(items),
        ),
        Format(
            "entities",
            "people, organisations, places and more, as CSV",
            ".csv",
            _any,
            lambda items, views: write_entities(items),
        ),
        Format(
            "chicago",
            "highlights, each cited as Chicago does",
            ".txt",
            _has_notes,
            _styled("chicago"),
        ),
        Format("apa", "highlights, each cited as APA does", ".txt", _has_notes, _styled("apa")),
        Format(
            "bibtex",
            "articles with highlights, as BibTeX entries",
            ".bib",
            _has_notes,
            _bibliography,
        ),
    )
}
"""All ways out into one file."""


def write_folder(
    items: Sequence[Item], folder: Path, parts: Collection[str] = ("notes",)
) -> list[Path]:
    """Write one Markdown file an article into a folder, for Obsidian and the like.

    A file that an earlier export wrote for the same article is written anew, any other is left
    alone.

    Args:
        items: The articles.
        folder: Where; made where it is missing.
        parts: What each file holds, of `markdown.PARTS`.

    Returns:
        The files, in the order of the articles.

    Raises:
        OSError: The disk is full, or the folder cannot be written to.
    """
    make_folder(folder)
    taken = {path.name.casefold(): path for path in folder.glob("*.md")}
    ours = {mark: path for path in taken.values() if (mark := _mark(path))}
    written = []
    for item in items:
        path = ours.get(f"tuireader: {item.record.article_id}")
        if path is None:
            path = folder / file_name(item, taken.keys())
            taken[path.name.casefold()] = path
        write_atomically(path, [write_article(item, parts).encode("utf-8", "replace")], PUBLIC)
        written.append(path)
    return written


def _mark(path: Path) -> str:
    """Return the line of a file's front matter that says which article it is; empty for none."""
    try:
        with path.open(encoding="utf-8") as lines:
            if next(lines, "") != "---\n":
                return ""
            for line in lines:
                if line == "---\n":
                    return ""
                if line.startswith("tuireader: "):
                    return line.rstrip("\n").replace("'", "")
    except (OSError, UnicodeError):
        pass
    return ""
