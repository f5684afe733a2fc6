"""A folder of made-up articles with its index, made once and used by all measurements."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from benchmarks.library.generate import Generator, MadeArticle, write_files
from tuireader.annotation.annotation import Label
from tuireader.library.entry import Entry
from tuireader.library.extract import made_by
from tuireader.library.fingerprint import signature
from tuireader.library.folding import fold
from tuireader.library.index import reader, writer
from tuireader.library.index.index import Index
from tuireader.library.records import (
    AUTHOR,
    SOURCE,
    SPEAKER,
    ArticleRecord,
    FileRecord,
    NameRecord,
    QuoteRecord,
)
from tuireader.library.rescan import state_of, version_key
from tuireader.library.scan import stamp_of

_AT_ONCE = 500


def prepare(folder: Path, cache: Path, count: int) -> None:
    """Write files, and put them into the index as they are known to be.

    Reading a hundred thousand files takes minutes, and `throughput` measures it on a part of
    them. Here the index gets the same rows without it: the true quotes and names.

    Args:
        folder: Where the articles go; left alone where the index has as many already.
        cache: Where the index goes.
        count: How many articles.
    """
    index = Index([folder], cache)
    known = index.read(reader.states)
    if len(known) == count:
        index.write(lambda connection: _as_if_read_now(connection, known))
        index.close()
        return
    files = write_files(Generator().articles(count), folder)
    while some := list(islice(files, _AT_ONCE)):
        records = [_record(path, article) for path, article in some]

        def work(connection: sqlite3.Connection, records: list[FileRecord] = records) -> None:
            for record in records:
                writer.put(connection, record)

        index.write(work)
    index.write(writer.settle)
    index.close()


def _as_if_read_now(connection: sqlite3.Connection, paths: Iterable[bytes]) -> None:
    """Let the index take its files for unchanged, though they were put into it some time ago."""
    key = version_key(made_by())
    connection.executemany(
        "UPDATE files SET state = ? WHERE path = ?",
        [(state_of(stamp_of(path), key), path) for path in paths],
    )


def _record(path: Path, article: MadeArticle) -> FileRecord:
    stamp = stamp_of(os.fsencode(path))
    text = article.text
    words = len(text.split())
    entry = Entry(
        path=path,
        id=f"{path.stem:0>32}",
        title=article.title,
        byline=article.byline,
        source=article.source,
        published=article.published,
        language="en",
        words=words,
        minutes=max(1, round(words / 230)),
        quotes=len(article.said),
        modified=stamp.modified / 1e9,
        people=len(article.people),
        format="text",
    )
    names = [
        *(_name(Label.PERSON.value, person, text.count(person)) for person in article.people),
        *(_name(Label.GPE.value, place, text.count(place)) for place in article.places),
        _name(SOURCE, article.source),
        _name(AUTHOR, article.byline),
        *(_name(SPEAKER, *both) for both in Counter(who for who, _ in article.said).items()),
    ]
    quotes = []
    at = 0
    for who, said in article.said:
        at = text.index(said, at)
        end = at + len(said)
        key = f"{SPEAKER}:{fold(who)}"
        quotes.append(QuoteRecord(at, end, "speech", False, said, key, "said", 0.9))
    return FileRecord(
        stamp,
        made_by(),
        (ArticleRecord(entry, text, tuple(quotes), tuple(names), signature(text)),),
    )


def _name(kind: str, shown: str, count: int = 1) -> NameRecord:
    return NameRecord(kind, f"{kind}:{fold(shown)}", shown, f" {fold(shown)} ", count)
