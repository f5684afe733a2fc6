"""The names in the index, and who said what in all articles."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tuireader.library.folding import fold
from tuireader.library.query.complete import KnownName
from tuireader.library.records import SPEAKER


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody's words, wherever in the library they stand.

    Attributes:
        row: The `Entry.row` of the article.
        path: Its file.
        item: Which article of the file it is.
        article_id: The `Article.id`.
        title: The article's title.
        source: Where it was published.
        published: When, as `Metadata.published`.
        text: The words with their marks.
        start: Where they start in `Article.text`, in code points.
        end: Where they end; half-open.
        kind: As `Quote.kind`.
        cue: As `Quote.cue`.
        confidence: How sure it is that they are theirs, from 0 to 1.
        speaker: The speaker's name in this article.
    """

    row: int
    path: Path
    item: int
    article_id: str
    title: str
    source: str
    published: str
    text: str
    start: int
    end: int
    kind: str
    cue: str
    confidence: float
    speaker: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted.

    Attributes:
        name: The fullest name.
        keys: The `NameRecord.key` of each name they go by.
        quotes: How many quotes they have in all articles.
        articles: In how many articles they speak.
        named: Whether it is a name, and not a description such as “a witness”.
    """

    name: str
    keys: tuple[str, ...]
    quotes: int
    articles: int
    named: bool


def known_names(
    connection: sqlite3.Connection, kinds: Sequence[str], beginning: str, most: int
) -> list[KnownName]:
    """Return names of some kinds, those in the most articles first.

    Args:
        connection: One in a transaction.
        kinds: Of which kinds.
        beginning: What a word of the name begins with; empty for all.
        most: How many.
    """
    marks = ", ".join("?" * len(kinds))
    folded = fold(beginning)
    found = connection.execute(
        f"SELECT shown, articles, key FROM names WHERE kind IN ({marks}) AND articles > 0"
        " AND (? = '' OR instr(folded, ?)) ORDER BY articles DESC, shown LIMIT ?",
        (*kinds, folded, f" {folded}", most),
    )
    return [KnownName(*values) for values in found]


def speakers(connection: sqlite3.Connection, beginning: str, most: int) -> list[Speaker]:
    """Return who is quoted, those with the most quotes first, and descriptions after names.

    A name of one word (“Petrić”) counts for the full name that ends with it (“Ana Petrić”), where
    the library has only one such.

    Args:
        connection: One in a transaction.
        beginning: What a word of the name begins with; empty for all.
        most: How many.
    """
    wanted = f" {fold(beginning)}"
    found = connection.execute(
        "SELECT shown, key,"
        " (SELECT sum(count) FROM appearances WHERE appearances.name = names.name),"
        " articles, folded FROM names WHERE kind = ? AND articles > 0",
        (SPEAKER,),
    ).fetchall()
    full: dict[str, set[str]] = {}
    for *_, folded in found:
        words = folded.split()
        if len(words) > 1:
            full.setdefault(words[-1], set()).add(folded)
    people: dict[str, list[Speaker]] = {}
    matching: set[str] = set()
    for name, key, quotes, articles, folded in found:
        owners = full.get(folded.strip(), set())
        owner = min(owners) if len(owners) == 1 else folded
        named = not key.startswith(f"{SPEAKER}:")
        people.setdefault(owner, []).append(Speaker(name, (key,), quotes, articles, named))
        if wanted in folded:
            matching.add(owner)
    merged = [_merged(parts) for owner, parts in people.items() if owner in matching]
    merged.sort(key=lambda speaker: (not speaker.named, -speaker.quotes, speaker.name))
    return merged[:most]


def _merged(parts: Sequence[Speaker]) -> Speaker:
    return Speaker(
        max((part.name for part in parts), key=len),
        tuple(part.keys[0] for part in parts),
        sum(part.quotes for part in parts),
        sum(part.articles for part in parts),
        any(part.named for part in parts),
    )


def sayings(connection: sqlite3.Connection, keys: Sequence[str], most: int) -> list[Saying]:
    """Return what somebody said, the newest article first, quotes within others left out.

    Args:
        connection: One in a transaction.
        keys: The `Speaker.keys`.
        most: How many.
    """
    marks = ", ".join("?" * len(keys))
    found = connection.execute(
        "SELECT row, files.path, item, id, title, source, published, text, start, stop,"
        " quotes.kind, cue, confidence, shown"
        " FROM names JOIN quotes ON speaker = name JOIN articles USING (row)"
        " JOIN files USING (file)"
        f" WHERE names.kind = ? AND names.key IN ({marks}) AND NOT nested"
        " ORDER BY day DESC, row DESC, start LIMIT ?",
        (SPEAKER, *keys, most),
    )
    return [Saying(row, Path(os.fsdecode(path)), *values) for row, path, *values in found]
