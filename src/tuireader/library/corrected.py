"""The files in which the reader put something right, as the index has them."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from tuireader.library.extract import made_by
from tuireader.library.file_reading import Piece
from tuireader.library.parts import Parts, made_as_far_as
from tuireader.library.reading import read_here
from tuireader.library.recipe import Recipe
from tuireader.library.records import FileRecord
from tuireader.library.rescan import state_of, version_key
from tuireader.library.scan import stamp_of

_HOLDING = """
SELECT files.path, files.state, articles.id FROM articles JOIN files USING (file)
WHERE articles.id IN (SELECT value FROM json_each(?)) ORDER BY files.path, articles.item
"""


@dataclass(frozen=True, slots=True)
class CorrectedFile:
    """A file with an article in which the reader puts, or put, something right.

    Attributes:
        path: Its absolute path.
        state: What the index has as its `rescan.state_of`.
        made_by: The versions of what is to read it, and of what was put right.
    """

    path: bytes
    state: int
    made_by: str


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
    for path, state, article_id in connection.execute(_HOLDING, (json.dumps(sorted(articles)),)):
        mark = found[path].made_by if path in found else made_by(recipe)
        if overruling is not None and article_id in overruling.articles:
            mark += f":corrected {overruling.fingerprint(article_id)}"
        found[path] = CorrectedFile(path, state, mark)
    return found


def read_corrected(
    files: Mapping[bytes, CorrectedFile], recipe: Recipe, stop: Callable[[], bool]
) -> Iterator[FileRecord]:
    """Read the files anew that the index does not have as the reader put them right.

    Args:
        files: Those that may have to be read.
        recipe: How they are read.
        stop: Asked about ten times a second; once it says True nothing more is read.
    """
    for file in files.values():
        if stop():
            return
        if not os.path.isfile(file.path):
            continue
        stamp = stamp_of(file.path)
        if file.state == state_of(stamp, version_key(file.made_by)):
            continue
        parts = Parts(recipe)
        for records in read_here((Piece(stamp),), stop, recipe):
            for record in map(parts.took, records):
                # Not to be gone on with: what was put right may be another thing then.
                begun = file.made_by if record.complete else made_as_far_as(recipe, 0)
                yield replace(record, made_by=begun)
