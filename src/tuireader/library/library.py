"""The articles of some folders and files: listed, loaded, searched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tuireader.config import cache_folder
from tuireader.library.entry import Entry, Loaded
from tuireader.library.index import reader, writer
from tuireader.library.index.database import DamagedIndexError, Database
from tuireader.library.progress import Progress
from tuireader.library.records import FileRecord
from tuireader.library.rescan import Plan, compare
from tuireader.library.scan import find_files, scan

if TYPE_CHECKING:
    from tuireader.articles.article import Unreadable
    from tuireader.articles.formats.format import ReadOptions

_KEPT_INDEXES = 16
_Result = TypeVar("_Result")


class Library:
    """The articles under some roots, with an index that makes all but the first start quick.

    Every method may be called from any thread.

    Args:
        roots: Folders and files, in the order given.
        cache: The folder the index is kept in; None for `config.cache_folder`.

    Attributes:
        roots: The roots as absolute paths.
        notices: What the reader must be told about the index, as sentences.
    """

    def __init__(self, roots: Sequence[Path], cache: Path | None = None) -> None:
        self.roots = tuple(Path(os.path.abspath(root)) for root in roots)
        self.notices: tuple[str, ...] = ()
        self._rebuilt = 0
        folder = (cache or cache_folder()) / "indexes"
        self._database = Database(folder / f"{_name_of(self.roots)}.sqlite")
        if self._database.notice:
            self._notify(self._database.notice)
        else:
            _drop_old_indexes(self._database.path)

    def entries(self) -> list[Entry]:
        """Return what is known at once, without reading any file: the list's first paint."""
        known = self._read(reader.all_entries)
        return known or [Entry(path, title=path.name) for path in find_files(self.roots)]

    def refresh(self) -> Iterator[list[Entry]]:
        """Read what is new or changed; yield, file by file, the full entries of each.

        Slow: call it in a worker. It may be abandoned at any point.
        """
        for progress in self.update():
            if progress.entries:
                yield list(progress.entries)

    def update(self) -> Iterator[Progress]:
        """Bring the index up to date with the files; yield how far it is.

        Slow: call it in a worker. It may be abandoned at any point: what was yielded is kept,
        and the next call goes on from there.
        """
        from tuireader.library.extract import made_by, read_file

        rebuilt = -1
        while rebuilt != self._rebuilt:
            rebuilt = self._rebuilt
            known = self._read(lambda connection: reader.stamps(connection, made_by()))
            plan = compare(known, scan(self.roots))
            total = len(plan.read)
            yield self._tidy(plan)
            for done, stamp in enumerate(plan.read, 1):
                yield Progress(done, total, tuple(self._put(read_file(stamp))))

    def load(self, entry: Entry, options: ReadOptions | None = None) -> Loaded | Unreadable:
        """Open the article of an entry and annotate it; slow, so call it in a worker.

        Args:
            entry: Any entry of this library.
            options: What the reader overrules, such as the encoding.
        """
        from tuireader.annotation.annotate import annotate
        from tuireader.articles.article import Unreadable
        from tuireader.articles.formats.format import ReadOptions
        from tuireader.articles.open import open_articles

        found = [*open_articles(entry.path, options or ReadOptions())]
        if entry.item >= len(found):
            return Unreadable(entry.path, "The file no longer holds this article.")
        article = found[entry.item]
        if isinstance(article, Unreadable):
            return article
        return Loaded(article, annotate(article))

    def close(self) -> None:
        """Let go of the index; it need not be called, and may be called twice."""
        self._database.close()

    def _tidy(self, plan: Plan) -> Progress:
        moved: list[Entry] = []

        def work(connection: sqlite3.Connection) -> None:
            moved.clear()
            for old, stamp in plan.moved:
                writer.move(connection, old, stamp)
                moved.extend(reader.entries_of_file(connection, stamp.path))
            writer.remove(connection, plan.gone)

        if plan.moved or plan.gone:
            self._write(work)
        gone = (*plan.gone, *(old for old, _ in plan.moved))
        return Progress(
            0, len(plan.read), tuple(moved), tuple(Path(os.fsdecode(path)) for path in gone)
        )

    def _put(self, record: FileRecord) -> list[Entry]:
        try:
            return self._write(lambda connection: writer.put(connection, record))
        except sqlite3.Error as error:
            self._notify(
                f"The index {self._database.path} cannot be written ({error}): what is read now"
                " is shown but not found by a search, and will be read again at the next start."
            )
            return [article.entry for article in record.articles]

    def _read(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        try:
            with self._database.reading() as connection:
                return work(connection)
        except DamagedIndexError as error:
            self._rebuild(error)
        with self._database.reading() as connection:
            return work(connection)

    def _write(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        try:
            with self._database.writing() as connection:
                return work(connection)
        except DamagedIndexError as error:
            self._rebuild(error)
        with self._database.writing() as connection:
            return work(connection)

    def _rebuild(self, error: DamagedIndexError) -> None:
        self._database.discard()
        self._rebuilt += 1
        self._notify(
            f"The index {self._database.path} was damaged ({error}) and is being made anew from"
            " the files; nothing of yours is lost."
        )

    def _notify(self, notice: str) -> None:
        if notice not in self.notices:
            self.notices = (*self.notices, notice)


def _name_of(roots: Sequence[Path]) -> str:
    return blake2b(b"\0".join(os.fsencode(root) for root in roots), digest_size=8).hexdigest()


def _drop_old_indexes(current: Path) -> None:
    """Keep the indexes used last: each is of other roots, and can be made again."""
    with suppress(OSError):
        os.utime(current)
        found = sorted(
            current.parent.glob("*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True
        )
        for path in found[_KEPT_INDEXES:]:
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
