import os
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.reliability.machines import Clock, SharedFolder
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from tuireader.state import Subject, open_state
from tuireader.state.documents import Tables, change, join, join_tables
from tuireader.state.live_state import TinyDBState

EXAMPLES = int(os.environ.get("TUIREADER_SYNC_EXAMPLES", "20"))

fields = st.dictionaries(st.sampled_from("xyz"), st.integers(0, 3), min_size=1)
stamps = st.integers(0, 5).map(lambda n: f"2026-03-01T00:00:0{n}.000Z laptop")
documents = st.lists(st.tuples(fields, stamps), max_size=4).map(lambda changes: _changed(changes))


def _changed(changes: list[tuple[dict[str, int], str]]) -> dict[str, object]:
    document: dict[str, object] = {}
    for values, stamp in sorted(changes, key=lambda pair: pair[1]):
        document = dict(change(document, values, stamp))
    return document


@given(documents, documents, documents)
def test_joining_is_commutative_associative_and_idempotent(
    a: dict[str, object], b: dict[str, object], c: dict[str, object]
) -> None:
    assert join(a, b) == join(b, a)
    assert join(join(a, b), c) == join(a, join(b, c))
    assert join(a, a) == a
    assert join(join(a, b), b) == join(a, b)


@given(documents, documents)
def test_joining_tables_says_what_came_out_different(
    a: dict[str, object], b: dict[str, object]
) -> None:
    into: Tables = {"t": {"k": a}}
    different = join_tables(into, {"t": {"k": b, "new": b}})
    assert into["t"]["k"] == join(a, b)
    assert ("t", "new") in different
    assert (("t", "k") in different) == (join(a, b) != a)


def test_machines_that_meet_come_to_the_same() -> None:
    run_state_machine_as_test(
        SharedFolder,
        settings=settings(max_examples=EXAMPLES, stateful_step_count=20, deadline=None),
    )


def test_what_two_machines_change_at_once_is_all_kept(tmp_path: Path) -> None:
    def machine(name: str, hour: int) -> TinyDBState:
        return open_state(tmp_path, Clock(datetime(2026, 3, 1, hour, tzinfo=UTC)), device=name)

    subject = Subject("a1")
    alpha, beta = machine("alpha", 9), machine("beta", 8)
    alpha.set_read([subject], True)
    alpha.tag([subject], add=["ports"])
    alpha.add_time(subject, 30)
    beta.set_bookmarked([subject], True)
    beta.tag([subject], add=["storm"])
    beta.add_time(subject, 12)
    alpha.close()
    beta.close()
    for name in ("alpha", "beta", "gamma"):
        state = machine(name, 10)
        record = state.record("a1")
        assert (record.read, record.bookmarked, record.seconds) == (True, True, 42.0)
        assert record.tags == ("ports", "storm")
        state.close()


def test_a_file_half_copied_from_another_machine_is_left_out_and_said(tmp_path: Path) -> None:
    other = open_state(tmp_path, device="alpha")
    other.set_read([Subject("a1")], True)
    other.close()
    path = other.location
    path.write_bytes(path.read_bytes()[:60])
    state = open_state(tmp_path, device="beta")
    assert state.notices == (f"{path} was left out: it is damaged, or half copied.",)
    assert path.exists()
    state.close()


def test_a_newer_version_on_another_machine_does_no_harm(tmp_path: Path) -> None:
    other = open_state(tmp_path, device="alpha")
    other.set_read([Subject("a1")], True)
    other.close()
    path = other.location
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":2'))
    state = open_state(tmp_path, device="beta")
    assert "a newer version of tuireader wrote it" in state.notices[0]
    state.set_read([Subject("a2")], True)
    state.close()


def test_a_conflict_copy_of_this_machine_is_merged_and_moved_away(tmp_path: Path) -> None:
    state = open_state(tmp_path)
    state.set_read([Subject("a1")], True)
    state.close()
    copy = state.location.with_name(f"{state.location.stem} (conflicted copy).json")
    content = state.location.read_bytes()
    copy.write_bytes(content.replace(b'"a1"', b'"a2"'))
    state = open_state(tmp_path)
    assert state.notices == (f"Merged {copy.name}, a conflict copy made by file sync.",)
    assert state.record("a2").read
    state.close()
    assert not copy.exists()
    assert (tmp_path / "set-aside" / copy.name).exists()
    state = open_state(tmp_path)
    assert state.notices == ()
    assert state.record("a2").read
    state.close()
