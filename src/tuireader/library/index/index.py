"""The index as the library uses it: work is done on it, and done again where it was damaged."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from tuireader.library.index.database import DamagedIndexError, Database

_KEPT = 16
_TRIES = 3
_Result = TypeVar("_Result")


class Index:
    """The index of some roots; every method may be called from any thread.

    Args:
        roots: Absolute paths; each set of roots has an index of its own.
        cache: The folder in which indexes are kept.

    Attributes:
        notices: What the reader must be told, each once.
        rebuilt: How many times it has been thrown away because it was damaged.
    """

    def __init__(self, roots: Sequence[Path], cache: Path) -> None:
        self.notices: tuple[str, ...] = ()
        self.rebuilt = 0
        self._database = Database(cache / "indexes" / f"{_name_of(roots)}.sqlite")
        if self._database.notice:
            self.notify(self._database.notice)
        else:
            _drop_old(self._database.path)

    @property
    def path(self) -> Path:
        """Where it is kept."""
        return self._database.path

    def read(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        """Do some reading in one transaction and return its result.

        Where the index turns out to be damaged it is emptied, and the work done again.

        Args:
            work: What to do; it must not keep the connection.
        """
        return self._done(self._database.reading, work)

    def write(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        """Do some writing, wholly or not at all; otherwise as `read`.

        Raises:
            sqlite3.Error: The disk is full, or another program keeps the index locked.
        """

        def counted(connection: sqlite3.Connection) -> _Result:
            connection.execute("UPDATE changes SET number = number + 1")
            return work(connection)

        return self._done(self._database.writing, counted)

    def notify(self, notice: str) -> None:
        """Keep what the reader must be told, unless it was said before."""
        if notice not in self.notices:
            self.notices = (*self.notices, notice)

    def close(self) -> None:
        """Let go of it; may be called twice."""
        self._database.close()

    def _done(
        self,
        transaction: Callable[[], AbstractContextManager[sqlite3.Connection]],
        work: Callable[[sqlite3.Connection], _Result],
    ) -> _Result:
        for _ in range(_TRIES):
            try:
                with transaction() as connection:
                    return work(connection)
            except DamagedIndexError as error:
                self._rebuild(error)
        with transaction() as connection:
            return work(connection)

    def _rebuild(self, error: DamagedIndexError) -> None:
        self._database.discard()
        self.rebuilt += 1
        self.notify(
            f"The index {self.path} was damaged ({error}) and is being made anew from the files;"
            " nothing of yours is lost."
        )


def _name_of(roots: Sequence[Path]) -> str:
    return blake2b(b"\0".join(os.fsencode(root) for root in roots), digest_size=8).hexdigest()


def _drop_old(current: Path) -> None:
    """Keep the indexes used last: each is of other roots, and can be made again."""
    with suppress(OSError):
        os.utime(current)
        found = sorted(
            current.parent.glob("*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True
        )
        for path in found[_KEPT:]:
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
