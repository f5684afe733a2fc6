"""The files in which the reader put something right, as the index has them."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from tuireader.library.extract import made_by, made_by_unreadable
from tuireader.library.file_reading import Piece
from tuireader.library.parts import Parts, is_begun, made_as_far_as
from tuireader.library.reading import read_here
from tuireader.library.recipe import Recipe
from tuireader.library.records import MOST_ITEMS, FileRecord
from tuireader.library.rescan import state_of, version_key
from tuireader.library.scan import Stamp, stamp_of

_HOLDING = """
SELECT files.path, files.state, articles.id, articles.item FROM articles JOIN files USING (file)
WHERE articles.id IN (SELECT value FROM json_each(?)) ORDER BY files.path, articles.item
"""


@dataclass(frozen=True, slots=True)
class CorrectedFile:
    """A file with an article in which the reader puts, or put, something right.

    Attributes:
        path: Its absolute path.
        state: What the index has as its `rescan.state_of`.
        made_by: The versions of what is to read it, and of what was put right.
        items: The articles, by `Entry.item`.
    """

    path: bytes
    state: int
    made_by: str
    items: tuple[int, ...] = ()


def files_with(
    connection: sqlite3.Connection, articles: Collection[str], recipe: Recipe
) -> dict[bytes, CorrectedFile]:
    """Return the files of the index that hold some articles, by their paths.

    Args:
        connection: One in a transaction.
        articles: The articles that are, or were, corrected, by `Article.id`.
        recipe: How files are read.
    """
    found: dict[bytes, CorrectedFile] = {}
    overruling = recipe.overruling
    if not articles:
        return found
    wanted = (json.dumps(sorted(articles)),)
    for path, state, article_id, item in connection.execute(_HOLDING, wanted):
        known = found.get(path) or CorrectedFile(path, state, made_by(recipe))
        mark = known.made_by
        if overruling is not None and article_id in overruling.articles:
            mark += f":corrected {overruling.fingerprint(article_id)}"
        found[path] = replace(known, made_by=mark, items=(*known.items, item))
    return found


def read_corrected(
    files: Mapping[bytes, CorrectedFile],
    recipe: Recipe,
    stop: Callable[[], bool],
    settled: dict[bytes, int],
) -> Iterator[FileRecord]:
    """Read the articles anew that the index does not have as the reader put them right.

    Of a file of which nothing else can have been put right before, only these are read.

    Args:
        files: Those that may have to be read.
        recipe: How they are read.
        stop: Asked about ten times a second; once it says True nothing more is read.
        settled: The states of files, by path, in which nothing was put right but in articles
            that are among those of `files`; brought up to date.
    """
    for file in files.values():
        if stop():
            return
        if not os.path.isfile(file.path):
            continue
        stamp = stamp_of(file.path)
        wanted = state_of(stamp, version_key(file.made_by))
        if file.state == wanted:
            settled[file.path] = wanted
            continue
        if is_begun(file.state, stamp, recipe):
            continue  # what reads it does this, too
        untouched = (made_by(recipe), made_by_unreadable(file.path, recipe))
        known = {state_of(stamp, version_key(versions)) for versions in untouched}
        some = file.state in known or file.state == settled.get(file.path)
        for record in _some(file, stamp, recipe, stop) if some else _all(file, stamp, recipe, stop):
            yield record
            if record.complete:
                settled[file.path] = wanted


def _some(
    file: CorrectedFile, stamp: Stamp, recipe: Recipe, stop: Callable[[], bool]
) -> Iterator[FileRecord]:
    pieces = [Piece(stamp, item, item + 1, MOST_ITEMS) for item in file.items]
    for (record,) in read_here(pieces, stop, recipe):
        yield _marked(replace(record, complete=record.first == file.items[-1]), file, recipe)


def _all(
    file: CorrectedFile, stamp: Stamp, recipe: Recipe, stop: Callable[[], bool]
) -> Iterator[FileRecord]:
    parts = Parts(recipe)
    for (record,) in read_here((Piece(stamp),), stop, recipe):
        yield _marked(parts.took(record), file, recipe)


def _marked(record: FileRecord, file: CorrectedFile, recipe: Recipe) -> FileRecord:
    # What is only begun is not gone on with: what was put right may be another thing then.
    return replace(record, made_by=file.made_by if record.complete else made_as_far_as(recipe, 0))
