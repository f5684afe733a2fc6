from pathlib import Path

import pytest

from tuireader.state.documents import Tables
from tuireader.state.migrations import MIGRATIONS, SCHEMA, migrate
from tuireader.state.snapshot import parse_snapshot, snapshot_chunks


def test_steps_are_taken_in_order() -> None:
    steps = {
        1: lambda tables: {"b": tables["a"]},
        2: lambda tables: {"c": tables["b"] + 1},
    }
    assert migrate({"a": 1}, 1, 3, steps) == {"c": 2}
    assert migrate({"b": 1}, 2, 3, steps) == {"c": 2}
    with pytest.raises(LookupError):
        migrate({}, 0, 3, steps)


def test_every_schema_up_to_the_present_has_a_step() -> None:
    assert set(MIGRATIONS) == set(range(1, SCHEMA))


def test_a_snapshot_is_read_as_it_was_written() -> None:
    tables: Tables = {
        "articles": {f"a{n}": {"read": True, "changed": {"read": "s"}} for n in range(450)},
        "notes": {},
    }
    content = b"".join(snapshot_chunks(tables, "laptop", "2026-03-01T09:30:00.000Z"))
    found = parse_snapshot(content, Path("state.json"))
    assert (found.tables, found.device, found.schema) == (tables, "laptop", SCHEMA)
