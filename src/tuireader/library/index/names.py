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
        key: The `Quote.speaker_id`, or a key of the words the articles use.
        name: The name.
        quotes: How many quotes they have in all articles.
        articles: In how many articles.
    """

    key: str
    name: str
    quotes: int
    articles: int


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
    """Return who is quoted, those with the most quotes first.

    Args:
        connection: One in a transaction.
        beginning: What a word of the name begins with; empty for all.
        most: How many.
    """
    folded = fold(beginning)
    found = connection.execute(
        "SELECT key, shown, sum(count) AS quotes, articles"
        " FROM names JOIN appearances USING (name)"
        " WHERE kind = ? AND (? = '' OR instr(folded, ?))"
        " GROUP BY name ORDER BY quotes DESC, shown LIMIT ?",
        (SPEAKER, folded, f" {folded}", most),
    )
    return [Speaker(*values) for values in found]


def sayings(connection: sqlite3.Connection, key: str, most: int) -> list[Saying]:
    """Return what somebody said, the newest article first, quotes within others left out.

    Args:
        connection: One in a transaction.
        key: The `Speaker.key`.
        most: How many.
    """
    found = connection.execute(
        "SELECT row, files.path, item, id, title, source, published, text, start, stop,"
        " quotes.kind, cue, confidence, shown"
        " FROM names JOIN quotes ON speaker = name JOIN articles USING (row)"
        " JOIN files USING (file)"
        " WHERE names.kind = ? AND names.key = ? AND NOT nested"
        " ORDER BY day DESC, row DESC, start LIMIT ?",
        (SPEAKER, key, most),
    )
    return [Saying(row, Path(os.fsdecode(path)), *values) for row, path, *values in found]
