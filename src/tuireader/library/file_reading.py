"""From a file to what the index keeps of it, some articles at a time: what worker processes do.

A file may hold very many articles, so that it is read in pieces, each soon done: the first as far
as some time allows, the others of as many articles as that came to.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from tuireader.articles.article import Document, Unreadable
from tuireader.articles.open import cleaned, open_documents
from tuireader.library.extract import article_record, made_by, made_by_unreadable
from tuireader.library.opening import decided
from tuireader.library.recipe import PLAIN, Recipe
from tuireader.library.records import MOST_ITEMS, ArticleRecord, FileRecord
from tuireader.library.scan import Stamp

ENOUGH = 1.0
"""Seconds after which the rest of a file is left for further pieces."""
_ADVICE = "Please report it, if possible with the file."


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or some of the articles in it.

    Attributes:
        stamp: The file as it was found.
        first: The first of the articles, as `Entry.item`.
        end: The one after the last of them; 0 for as far as the time allows.
        items: How many articles the file holds; 0 while not known.
    """

    stamp: Stamp
    first: int = 0
    end: int = 0
    items: int = 0

    def halves(self) -> tuple[Piece, ...]:
        """Return this piece in two where it can be divided, or else alone."""
        middle = (self.first + self.end) // 2
        if middle <= self.first:
            return (self,)
        return replace(self, end=middle), replace(self, first=middle)


def pieces_left(record: FileRecord) -> Iterator[Piece]:
    """Yield the pieces that are still to be asked for after one without an end."""
    length = max(1, record.end - record.first)
    for first in range(record.end, record.items, length) if record.goes_on else ():
        end = min(first + length, record.items)
        yield Piece(record.stamp, first, end, record.items)


def read_file(stamp: Stamp, recipe: Recipe = PLAIN) -> FileRecord:
    """Open, clean and annotate a file.

    Never raises: a fault of a reader or of the annotation is told as the entry's problem or
    leaves the article without annotation.

    Args:
        stamp: The file as it was found.
        recipe: How it is read.
    """
    reading = _FileReading(stamp, recipe)
    return reading.record(0, reading.read(0))


def read_piece(piece: Piece, recipe: Recipe = PLAIN, seconds: float = ENOUGH) -> FileRecord:
    """Do the same for a piece of a file.

    Where a piece without an end is not all that is left of its file, the record says how many
    articles there are, and `pieces_left` what is still to be asked for.

    Args:
        piece: What to read.
        recipe: How it is read.
        seconds: The time for a piece without an end.
    """
    reading = _kept(piece, recipe) or _FileReading(piece.stamp, recipe)
    if piece.end:
        articles = reading.read(piece.first, piece.end)
        if piece.end < piece.items:
            _here.kept = reading
        return reading.record(piece.first, articles, piece.end, piece.items)
    articles = reading.read(piece.first, seconds=seconds)
    if piece.first and not articles:  # there is less in it than there was
        return read_piece(Piece(piece.stamp), recipe, seconds)
    end, items = reading.passed, reading.counted()
    if piece.first == 0 and end == items:
        return reading.record(0, articles)
    record = reading.record(piece.first, articles, end, items)
    return replace(record, goes_on=end < items)


_here = threading.local()


def let_go() -> None:
    """Let go of the file that this thread began to read and need not go on with."""
    _here.kept = None


def _kept(piece: Piece, recipe: Recipe) -> _FileReading | None:
    """Return the reading of the piece's file that this thread began, where it can go on."""
    reading: _FileReading | None = getattr(_here, "kept", None)
    _here.kept = None
    if reading is not None and reading.stamp == piece.stamp and reading.recipe == recipe:
        return reading if 0 < reading.passed <= piece.first else None
    return None


class _FileReading:
    """A file whose articles are read in their order; those that are not wanted are passed over.

    Args:
        stamp: The file as it was found.
        recipe: How it is read.

    Attributes:
        stamp: The same.
        recipe: The same.
        passed: All articles below have been read or passed over, by `Entry.item`.
    """

    def __init__(self, stamp: Stamp, recipe: Recipe) -> None:
        self.stamp = stamp
        self.recipe = recipe
        self.passed = 0
        self._wanted = range(0)
        self._file_id = ""
        self._unreadable: Unreadable | None = None
        path = Path(os.fsdecode(stamp.path))
        self._options = recipe.options
        self._decide = decided(recipe.overruling)
        self._documents = self._opened(path)

    def read(self, first: int, end: int = 0, seconds: float = 0) -> list[ArticleRecord]:
        """Read some articles.

        Args:
            first: The first, not below `passed`.
            end: The one after the last; 0 for all.
            seconds: After this time no further one is begun; 0 for any time.
        """
        self._wanted = range(first, end or MOST_ITEMS)
        found: list[ArticleRecord] = []
        started = 0.0
        for document in self._documents:
            self._pass(document)
            if document.item in self._wanted and not self._unreadable:
                started = started or perf_counter()
                found.append(self._article(document))
            if self.passed == end or (found and 0 < seconds < perf_counter() - started):
                break
        if not found and self._unreadable:
            problem = replace(self._unreadable, item=first)
            return [article_record(problem, self.stamp, self.recipe.annotation)]
        return found

    def counted(self) -> int:
        """Return how many articles there are in all; nothing more can be read then."""
        self._wanted = range(0)
        for document in self._documents:
            self._pass(document)
        return self.passed

    def record(
        self, first: int, articles: list[ArticleRecord], end: int = 0, items: int = 0
    ) -> FileRecord:
        """Return what was read as a record; arguments as of `FileRecord`."""
        problem_there = any(article.entry.problem for article in articles)
        versions = (
            made_by_unreadable(self.stamp.path, self.recipe)
            if problem_there
            else made_by(self.recipe)
        )
        chosen = dict(self.recipe.encodings).get(self._file_id, "")
        return FileRecord(
            self.stamp, versions, tuple(articles), self._file_id, chosen, first, end, items
        )

    def _opened(self, path: Path) -> Iterator[Document | Unreadable]:
        try:
            yield from open_documents(path, replace(self._options, wanted=self._wants))
        except Exception as error:  # a fault in one file must not stop the others
            detail = f"{type(error).__name__}: {error}"
            reason = f"Reading this file failed ({detail})."
            yield Unreadable(path, reason, _ADVICE, self.passed, self._file_id)

    def _wants(self, item: int) -> bool:
        wanted = item in self._wanted
        if not wanted:
            self.passed = max(self.passed, item + 1)
        return wanted

    def _pass(self, document: Document | Unreadable) -> None:
        self.passed = max(self.passed, document.item + 1)
        self._file_id = self._file_id or document.file_id
        if isinstance(document, Unreadable) and not document.file_id:
            self._unreadable = document  # not even its bytes

    def _article(self, document: Document | Unreadable) -> ArticleRecord:
        settings, overruling = self.recipe.annotation, self.recipe.overruling
        if isinstance(document, Unreadable):
            return article_record(document, self.stamp, settings)
        try:
            decisions = self._decide(document) if self._decide else ()
            found = cleaned(document, decisions, self._options)
            return article_record(found, self.stamp, settings, overruling)
        except Exception as error:  # a fault in one article must not stop the others
            detail = f"{type(error).__name__}: {error}"
            reason = f"Reading this article failed ({detail})."
            problem = Unreadable(document.path, reason, _ADVICE, document.item, self._file_id)
            return article_record(problem, self.stamp, settings)
