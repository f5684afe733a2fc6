"""The file the index is kept in: opened anew in each thread, thrown away where it is damaged."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tuireader.library.index.schema import SCHEMA, SCHEMA_VERSION

_DAMAGED = (
    "SQLITE_CORRUPT",
    "SQLITE_NOTADB",
    "SQLITE_FORMAT",
    "SQLITE_MISMATCH",
    "SQLITE_IOERR_SHORT_READ",
)
_TRIES = 5
_DAMAGED_MESSAGES = ("no such table", "no such column", "could not decode", "fts5: ", "vtable")


class DamagedIndexError(Exception):
    """The index can no longer be read; it has to be thrown away and made again."""


class Database:
    """An SQLite file with the tables of the index; every method may be called from any thread.

    Args:
        path: Where the file is, or is to be; its folder is made. Where that cannot be written to,
            the index lives in a temporary folder, and `notice` says so.
    """

    def __init__(self, path: Path) -> None:
        self.notice = ""
        self._here = threading.local()
        self._opening = threading.Lock()
        self._generation = 0
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with self._opening:
                self._connect_or_rebuild()[0].close()
        except (OSError, sqlite3.Error) as error:
            self._temporary = tempfile.TemporaryDirectory(prefix="tuireader-")
            self.path = Path(self._temporary.name, path.name)
            self.notice = (
                f"The index cannot be kept in {path.parent} ({error}), so the files are read anew"
                " at every start. Make the folder writable, or set TUIREADER_CACHE to another one."
            )

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give this thread's connection; one consistent view for as long as it is open.

        Raises:
            DamagedIndexError: The file is damaged; call `discard` and start again.
        """
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give this thread's connection; what is done with it is kept wholly or not at all.

        Raises:
            DamagedIndexError: The file is damaged; call `discard` and start again.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    def discard(self) -> None:
        """Throw away the index this thread last used; the next use makes an empty one.

        One that another thread has made in its place meanwhile is kept.
        """
        with self._opening:
            connection: sqlite3.Connection | None = getattr(self._here, "connection", None)
            if connection is not None and self._was_replaced():
                self._here.connection = None
                connection.close()
            elif getattr(self._here, "generation", self._generation) == self._generation:
                self._generation += 1
                self._remove()

    def close(self) -> None:
        """Let go of the file in this thread; other threads do so when they end."""
        connection: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if connection is not None:
            connection.close()
            self._here.connection = None
        if self._temporary is not None:
            self._temporary.cleanup()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        try:
            connection = self._connection()
            if connection.in_transaction:  # inside another one of this thread
                yield connection
                return
            connection.execute(begin)
            try:
                yield connection
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            if _is_damage(error):
                raise DamagedIndexError(str(error)) from error
            if getattr(self._here, "connection", None) is not None and self._was_replaced():
                raise DamagedIndexError("it was deleted") from error
            raise

    def _was_replaced(self) -> bool:
        """Whether the file this thread has open is no longer the one that stands there."""
        inode: int = self._here.inode
        return inode != _inode(self.path)

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._here, "connection", None)
        if connection is not None and self._here.generation == self._generation:
            if self._was_replaced():
                raise DamagedIndexError("it was deleted")
            return connection
        if connection is not None:
            self._here.connection = None
            connection.close()
        with self._opening:
            connection, self._here.inode = self._connect_or_rebuild()
            self._here.connection = connection
            self._here.generation = self._generation
        return connection

    def _connect_or_rebuild(self) -> tuple[sqlite3.Connection, int]:
        """Open the file, whatever another program does to it meanwhile; return its inode too."""
        for _ in range(_TRIES):
            inode = _made(self.path)
            try:
                connection = _connect(self.path)
            except sqlite3.Error as error:
                if _is_damage(error):
                    self._remove()
                elif inode == _inode(self.path) != 0:
                    raise
                continue
            if inode == _inode(self.path):
                return connection, inode
            connection.close()
        return _connect(self.path), _inode(self.path)

    def _remove(self) -> None:
        self.path.unlink(missing_ok=True)
        _remove_leftovers(self.path)


def _made(path: Path) -> int:
    """Make the file, and its folder, where they are not there; return its inode, 0 for none.

    What a deleted file left beside it goes: a connection that still has that file open maps the
    leftover "-shm" into memory, and SQLite, told to use it for the new file, would cut it short
    and so end the program with a bus error.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb"):
            _remove_leftovers(path)
    return _inode(path)


def _remove_leftovers(path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _inode(path: Path) -> int:
    try:
        return os.stat(path).st_ino
    except OSError:
        return 0


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == SCHEMA_VERSION:
            return connection
        connection.execute("BEGIN EXCLUSIVE")  # another program may be making it right now
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            for statement in _statements(SCHEMA):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
        if version not in (0, SCHEMA_VERSION):
            raise sqlite3.DatabaseError(f"no such table: schema {version}")
    except BaseException:
        connection.close()
        raise
    return connection


def _statements(script: str) -> Iterator[str]:
    for statement in script.split(";\n"):
        if statement.strip():
            yield statement


def _is_damage(error: sqlite3.Error) -> bool:
    if getattr(error, "sqlite_errorname", "").startswith(_DAMAGED):
        return True
    message = str(error).casefold()
    return any(known in message for known in _DAMAGED_MESSAGES)
