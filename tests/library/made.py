"""Articles made up for the index, as the annotation would have found them."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tuireader.annotation.annotation import Label
from tuireader.library.entry import Entry
from tuireader.library.extract import made_by
from tuireader.library.fingerprint import signature
from tuireader.library.folding import fold
from tuireader.library.index import writer
from tuireader.library.index.index import Index
from tuireader.library.library import Library
from tuireader.library.records import (
    AUTHOR,
    SOURCE,
    SPEAKER,
    ArticleRecord,
    FileRecord,
    NameRecord,
    QuoteRecord,
)
from tuireader.library.scan import Stamp

FOLDER = Path("/somewhere/articles")


def name(kind: str, shown: str, count: int = 1) -> NameRecord:
    return NameRecord(kind, f"{kind}:{fold(shown)}", shown, f" {fold(shown)} ", count)


def made(
    path: str,
    title: str = "",
    text: str = "",
    *,
    published: str = "",
    source: str = "",
    byline: str = "",
    language: str = "en",
    people: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    said: tuple[tuple[str, str], ...] = (),
    modified: float = 0.0,
    problem: str = "",
) -> FileRecord:
    """Return a file with one article.

    Args:
        path: Under `FOLDER`; it makes up the id too.
        title: The title.
        text: The text; its words are counted.
        published: The date.
        source: Where it was published.
        byline: Who wrote it.
        language: Its language.
        people: Persons named.
        places: Places named.
        said: Quotes, each a speaker and words that stand in the text.
        modified: The time of the file in seconds.
        problem: Why it is no article.
    """
    file = FOLDER / path
    entry = Entry(
        path=file,
        id=f"id-{path}",
        title=title or file.name,
        byline=byline,
        source=source,
        published=published,
        language=language,
        words=len(text.split()),
        minutes=max(1, round(len(text.split()) / 230)),
        quotes=len(said),
        modified=modified,
        people=len(people),
        format="text",
        problem=problem,
    )
    names = [
        *(name(Label.PERSON.value, person) for person in people),
        *(name(Label.GPE.value, place) for place in places),
        *([name(SOURCE, source)] if source else []),
        *([name(AUTHOR, byline)] if byline else []),
        *(name(SPEAKER, who, count) for who, count in Counter(who for who, _ in said).items()),
    ]
    quotes = tuple(
        QuoteRecord(
            text.index(words),
            text.index(words) + len(words),
            "speech",
            False,
            words,
            f"{SPEAKER}:{fold(who)}",
            "said",
            0.9,
        )
        for who, words in said
    )
    stamp = Stamp(os.fsencode(file), len(text), int(modified * 1e9), 0)
    return FileRecord(
        stamp,
        made_by(),
        (ArticleRecord(entry, text, quotes, tuple(names), signature(text)),),
    )


def filled(cache: Path, files: Sequence[FileRecord]) -> Library:
    """Return a library whose index holds some files.

    Args:
        cache: Where the index is kept.
        files: The files, which need not exist.
    """

    def work(connection: sqlite3.Connection) -> None:
        for record in files:
            writer.put(connection, record)

    Index([FOLDER], cache).write(work)
    return Library([FOLDER], cache)
