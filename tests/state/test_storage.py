from typing import cast

import pytest
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from tuireader.state.storage import KeyedTable, NotingStorage, StateDatabase


@pytest.fixture
def database() -> StateDatabase:
    tables = {"articles": {"a1": {"read": True}, "a2": {"read": False}}}
    return StateDatabase(tables, storage=NotingStorage)


def storage(database: StateDatabase) -> NotingStorage:
    return cast(NotingStorage, database.storage)


def test_documents_are_found_by_their_keys(database: StateDatabase) -> None:
    table = database.table("articles")
    assert table.get(doc_id="a1") == {"read": True}  # type: ignore[call-overload]
    assert [str(found.doc_id) for found in table.search(where("read") == False)] == ["a2"]  # noqa: E712
    assert len(table) == 2


def test_only_what_changed_is_taken_for_saving(database: StateDatabase) -> None:
    table = cast(KeyedTable, database.table("articles"))
    table.put({"a3": {"read": True}})
    assert storage(database).take() == [("articles", "a3", {"read": True})]
    assert storage(database).take() == []


def test_every_tinydb_method_notes_what_it_changed(database: StateDatabase) -> None:
    table = database.table("articles")
    before = storage(database).copy()
    table.insert(Document({"read": True}, "a4"))  # type: ignore[arg-type]
    table.update({"read": True}, doc_ids=["a2"])  # type: ignore[list-item]
    table.upsert(Document({"title": "One"}, "a1"))  # type: ignore[arg-type]
    assert storage(database).take() == [
        ("articles", "a4", {"read": True}),
        ("articles", "a2", {"read": True}),
        ("articles", "a1", {"read": True, "title": "One"}),
    ]
    assert before == {"articles": {"a1": {"read": True}, "a2": {"read": False}}}


def test_what_cannot_be_noted_counts_as_everything(database: StateDatabase) -> None:
    database.table("articles").remove(doc_ids=["a1"])  # type: ignore[list-item]
    assert storage(database).take() is None
    assert storage(database).take() == []
    database.drop_tables()
    assert storage(database).take() is None
    assert storage(database).copy() == {}


def test_a_keyed_table_refuses_other_storages() -> None:
    memory = MemoryStorage()  # type: ignore[no-untyped-call]
    with pytest.raises(TypeError, match="NotingStorage"):
        KeyedTable(memory, "articles").put({"a": {}})
    assert TinyDB.table_class is not KeyedTable
