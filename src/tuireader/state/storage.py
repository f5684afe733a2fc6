"""TinyDB over memory, with every changed document noted, so that a save costs what changed.

Stock TinyDB hands its storage the whole database at each change. Here the tables live in memory
and are changed in place; which documents changed is noted for the journal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table as TinyDBTable

from tuireader.state.documents import Fields, Tables


class NotingStorage(Storage):
    """Keeps the tables in memory, and notes what was changed in them.

    Not safe for several threads: its owner holds a lock.

    Args:
        tables: The tables; changed in place.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._changed: dict[tuple[str, str], None] = {}
        self._replaced = False

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the tables."""
        return self._tables

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace all tables; everything then counts as changed."""
        self._tables = {name: dict(table) for name, table in data.items()}
        self.note_all()

    def table(self, name: str) -> MutableMapping[str, Fields]:
        """Return a table, made where it is missing."""
        table = self._tables.get(name)
        return self._tables.setdefault(name, {}) if table is None else table

    def note(self, table: str, key: str) -> None:
        """Note that a document was changed."""
        self._changed[table, key] = None

    def note_all(self) -> None:
        """Note that anything may have changed."""
        self._replaced = True

    def take(self) -> list[tuple[str, str, Fields]] | None:
        """Return the documents changed since the last call; None where that was not noted."""
        changed, self._changed = self._changed, {}
        if self._replaced:
            self._replaced = False
            return None
        return [
            (table, key, self._tables[table][key])
            for table, key in changed
            if key in self._tables[table]
        ]

    def copy(self) -> Tables:
        """Return the tables as they are now; later changes do not show in the copy."""
        return {name: dict(table) for name, table in self._tables.items()}


class KeyedTable(TinyDBTable):
    """A TinyDB table whose keys are text and whose changes cost what they change.

    Every method of a TinyDB table works; ``insert`` and ``upsert`` take a `Document`.
    """

    document_id_class = str  # type: ignore[assignment]

    def _update_table(self, updater: Callable[[dict[Any, Mapping[str, Any]]], None]) -> None:
        storage = self._storage
        if not isinstance(storage, NotingStorage):
            raise TypeError("a KeyedTable needs a NotingStorage")
        updater(_NotingTable(storage, self.name))  # type: ignore[arg-type]
        self.clear_cache()

    def put(self, documents: Mapping[str, Fields]) -> None:
        """Set documents by key: one step however many they are."""
        self._update_table(lambda table: table.update(documents))


class StateDatabase(TinyDB):
    """TinyDB over a `NotingStorage`."""

    table_class = KeyedTable


class _NotingTable(MutableMapping[str, Fields]):
    """A table while it is changed: what is read for writing is copied, what is set is noted.

    Documents are so never altered, only replaced, and a shallow copy of a table stays true.
    """

    def __init__(self, storage: NotingStorage, name: str) -> None:
        self._storage = storage
        self._name = name
        self._table = storage.table(name)

    def __getitem__(self, key: str) -> Fields:
        copy = dict(self._table[key])
        self[key] = copy
        return copy

    def __setitem__(self, key: str, document: Fields) -> None:
        self._table[key] = document
        self._storage.note(self._name, key)

    def __delitem__(self, key: str) -> None:
        del self._table[key]
        self._storage.note_all()

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)

    def __contains__(self, key: object) -> bool:
        return key in self._table
