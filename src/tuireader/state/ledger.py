"""The documents of the state while the program runs: in memory, and saved behind its back."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import islice
from types import MappingProxyType
from typing import cast

from tuireader.language import translated as _
from tuireader.state.backups import DailyBackups
from tuireader.state.collector import collector_paused
from tuireader.state.documents import Fields, Tables, change, join, latest_stamp
from tuireader.state.files import move_into
from tuireader.state.loading import Loaded
from tuireader.state.lock import FileLock
from tuireader.state.saver import Saver
from tuireader.state.stamps import Clock, Stamper, in_utc
from tuireader.state.state_files import StateFiles, StatePaths
from tuireader.state.storage import KeyedTable, NotingStorage, StateDatabase

_NOTHING: Fields = MappingProxyType({})
AT_ONCE = 1000
"""So many documents are changed while everybody else waits."""
COPY_AFTER = 5.0
"""Seconds until the copy of the day is made: the program is just starting, and is waited for."""
SMALL = 2000
"""With no more documents than this, the state file is written anew whenever the program ends."""


class Ledger:
    """All documents, whatever they are about. Every method may be called from any thread.

    Args:
        paths: Where the files are.
        loaded: What was read from them.
        lock: The lock on the files; None where nothing will be saved.
        clock: Tells the time.

    Attributes:
        device: The name of this machine.
        version: Another number after each change.
    """

    def __init__(
        self, paths: StatePaths, loaded: Loaded, lock: FileLock | None, clock: Clock
    ) -> None:
        self.device = paths.device
        self.version = 0
        self._paths = paths
        self._clock = clock
        self._others = loaded.others
        self._joined: dict[tuple[str, str], tuple[Fields, Fields]] = {}
        self._merged = loaded.merged
        self._file_lock = lock
        self._lock = threading.RLock()
        self._database = StateDatabase(loaded.own, storage=NotingStorage)
        self._storage = cast(NotingStorage, self._database.storage)
        self._stamper = Stamper(paths.device, clock)
        self._unseen: tuple[Tables, ...] = (loaded.own, loaded.others)
        self._fold_wanted = loaded.fold
        self._files = StateFiles(paths, loaded.journal_length, self.moment)
        self._backups = DailyBackups(paths)
        self._as_opened = self.own_tables() if lock and any(loaded.own.values()) else None
        self._watchers: list[Callable[[str, Iterable[str]], None]] = []
        self._saver: Saver | None = None
        if lock is not None:
            self._saver = Saver(self._save, self._tidy)
            atexit.register(self.close)
            if self._as_opened:
                self._saver.wake(COPY_AFTER)

    def moment(self) -> str:
        """Return the present moment, ISO 8601 in UTC."""
        return in_utc(self._clock())

    def document(self, table: str, key: str) -> Fields:
        """Return a document as all machines together know it; empty where there is none.

        Documents are replaced, never altered: the same object is the same content.
        """
        own = self._storage.table(table).get(key)
        others = self._others.get(table)
        other = others.get(key) if others else None
        if own is None or other is None:
            return own or other or _NOTHING
        known = self._joined.get((table, key))
        if known is not None and known[0] is own:
            return known[1]
        joined = join(own, other)
        self._joined[table, key] = own, joined
        return joined

    def keys(self, table: str) -> list[str]:
        """Return the keys of a table."""
        with self._lock:
            return list({**self._others.get(table, {}), **self._storage.table(table)})

    def change(self, table: str, changes: Mapping[str, Fields]) -> None:
        """Set fields of documents; other threads get their turn between many.

        Args:
            table: The table.
            changes: By key: the fields and their new values.
        """
        if not changes:
            return
        with collector_paused():
            keys = iter(changes)
            while some := list(islice(keys, AT_ONCE)):
                self._change(table, {key: changes[key] for key in some})
        if self._saver:
            self._saver.wake()

    def _change(self, table: str, changes: Mapping[str, Fields]) -> None:
        with self._lock:
            stamp = self._stamp()
            rows = self._storage.table(table)
            documents = {
                key: change(rows.get(key, {}), fields, stamp) for key, fields in changes.items()
            }
            cast(KeyedTable, self._database.table(table)).put(documents)
            self.version += 1
            for watcher in self._watchers:
                watcher(table, changes)

    def _stamp(self) -> str:
        """Return the stamp of a change made now, later than all stamps there are."""
        unseen, self._unseen = self._unseen, ()
        for tables in unseen:  # not before it is needed: it takes a while where there are many
            self._stamper.see(latest_stamp(tables))
        return self._stamper.stamp()

    def watch(self, watcher: Callable[[str, Iterable[str]], None]) -> None:
        """Have something told of every change: the table, and the keys of the documents."""
        self._watchers.append(watcher)

    def own_tables(self) -> Tables:
        """Return a copy of what this machine knows by itself."""
        with self._lock:
            return self._storage.copy()

    @property
    def problem(self) -> str:
        """Why the last save failed, as a sentence; empty while all is well."""
        error = self._saver.problem if self._saver else None
        return _("Not saved: {error}. It will be tried again.").format(error=error) if error else ""

    def flush(self) -> None:
        """Return once every change so far is on disk; at once where nothing is saved.

        Raises:
            OSError: The disk is full, or the folder cannot be written to.
        """
        if self._saver:
            self._saver.flush()

    def close(self) -> None:
        """Flush, bring a small state file up to date, and let go of the lock; safe to call twice.

        Raises:
            OSError: As `flush`; the lock is let go of all the same.
        """
        saver, self._saver = self._saver, None
        if saver is None:
            return
        atexit.unregister(self.close)
        try:
            saver.flush()
        finally:
            saver.stop()
            if not saver.problem and self._files.journal_length and self._size() <= SMALL:
                with suppress(OSError):
                    self._fold()
            if self._file_lock:
                self._file_lock.release()

    def _size(self) -> int:
        return sum(len(table) for table in self._storage.read().values())

    def _save(self) -> None:
        """Bring everything changed so far to the disk; in the saver's thread."""
        with self._lock:
            documents = self._storage.take()
        try:
            if not self._append(documents):
                self._fold_wanted = True
                self._fold()
        except BaseException:
            with self._lock:
                self._note_again(documents)
            raise

    def _append(self, documents: list[tuple[str, str, Fields]] | None) -> bool:
        """Put documents into the journal; return False where that does not save everything."""
        if documents is None:
            return False
        try:
            if documents:
                self._files.append(documents)
        except FileNotFoundError:
            return False
        return True

    def _note_again(self, documents: Iterable[tuple[str, str, Fields]] | None) -> None:
        if documents is None:
            self._storage.note_all()
            return
        for table, key, _fields in documents:
            self._storage.note(table, key)

    def _fold(self) -> None:
        self._files.fold(self.own_tables(), both=self._fold_wanted)
        self._fold_wanted = False
        for path in self._merged:
            with suppress(OSError):
                move_into(self._paths.set_aside, path)
        self._merged = []

    def _tidy(self) -> None:
        """Fold the journal where it has grown, and copy the day's state; in the saver's thread."""
        today = self._clock().astimezone().date()
        with suppress(OSError):  # the journal holds everything
            if self._files.must_fold() or self._merged or self._fold_wanted:
                self._fold()
        with suppress(OSError):
            if self._backups.due(today) and not self._fold_wanted:
                tables = self._as_opened or self.own_tables()
                self._backups.make(tables, self.moment(), today)
        self._as_opened = None
