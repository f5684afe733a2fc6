"""Several machines share one folder by a file sync that copies files whenever it likes."""

import os
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tuireader.state import ArticleRecord, Subject, open_state
from tuireader.state.documents import Tables, change, join, join_tables
from tuireader.state.live_state import TinyDBState

EXAMPLES = int(os.environ.get("TUIREADER_SYNC_EXAMPLES", "40"))
MACHINES = ("alpha", "beta", "gamma")
machines = st.sampled_from(MACHINES)
articles = st.sampled_from(["a1", "a2", "a3"])
tags = st.sampled_from(["ports", "storm"])

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


class _Clock:
    """A clock that may be wrong: each machine has its own, and each can be set."""

    def __init__(self, time: datetime) -> None:
        self.time = time

    def __call__(self) -> datetime:
        return self.time


class SharedFolder(RuleBasedStateMachine):
    """Machines that change, restart, crash, and see each other's files late and out of order."""

    @initialize()
    def start(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.clocks = {
            name: _Clock(datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=number))
            for number, name in enumerate(MACHINES)
        }
        self.states: dict[str, TinyDBState] = {}
        self.arrived: set[str] = set()
        for name in MACHINES:
            self._open(name)

    def teardown(self) -> None:
        for state in self.states.values():
            state.close()
        shutil.rmtree(self.root, ignore_errors=True)

    def _open(self, name: str) -> None:
        state = open_state(self.root / name, self.clocks[name], device=name)
        assert not state.read_only
        self.states[name] = state

    def _restart(self, name: str) -> None:
        before = _seen(self.states[name])
        self.states[name].close()
        self._open(name)
        own = self.states[name].notices
        assert all("conflict copy" in notice for notice in own)
        assert name in self.arrived or before == _seen(self.states[name])
        self.arrived.discard(name)

    @rule(name=machines, article=articles, value=st.booleans())
    def mark(self, name: str, article: str, value: bool) -> None:
        self.states[name].set_read([Subject(article)], value)
        assert self.states[name].record(article).read == value

    @rule(name=machines, article=articles, tag=tags, on=st.booleans())
    def tag(self, name: str, article: str, tag: str, on: bool) -> None:
        chosen = {"add" if on else "remove": [tag]}
        self.states[name].tag([Subject(article)], **chosen)
        assert (tag in self.states[name].record(article).tags) == on

    @rule(name=machines, article=articles, position=st.integers(0, 99))
    def scroll(self, name: str, article: str, position: int) -> None:
        self.states[name].set_position(Subject(article), position, position / 100)
        assert self.states[name].record(article).position == position

    @rule(name=machines)
    def undo(self, name: str) -> None:
        self.states[name].undo()

    @rule(name=machines)
    def restart(self, name: str) -> None:
        self._restart(name)

    @rule(name=machines, hours=st.integers(-500, 500))
    def set_clock(self, name: str, hours: int) -> None:
        self.clocks[name].time += timedelta(hours=hours)

    @rule(source=machines, to=machines, kind=st.sampled_from(["", ".json", ".journal"]))
    def sync(self, source: str, to: str, kind: str) -> None:
        """Copy some of a machine's files to another, which sees the rest later."""
        if source == to:
            return
        self.states[source].flush()
        for path in (self.root / source).glob(f"state-{source}*{kind}"):
            if path.suffix != ".lock":
                _copy(path, self.root / to / path.name)
                self.arrived.add(to)

    @rule(source=machines)
    def conflict_copy(self, source: str) -> None:
        """Do what a file sync does that finds two versions of a file: keep both."""
        for path in (self.root / source).glob(f"state-{source}.json"):
            _copy(path, path.with_name(f"{path.stem}.sync-conflict-20260301-1200.json"))

    @precondition(lambda self: bool(self.states))
    @rule()
    def all_meet(self) -> None:
        """Sync everything to everybody: all machines must then show the same."""
        before = [_seen(self.states[name]) for name in MACHINES]
        for name in MACHINES:
            self.states[name].close()
        for source in MACHINES:
            for target in MACHINES:
                for path in (self.root / source).glob(f"state-{source}*"):
                    if source != target and path.suffix != ".lock":
                        _copy(path, self.root / target / path.name)
        self.arrived.clear()
        for name in MACHINES:
            self._open(name)
        seen = [_seen(self.states[name]) for name in MACHINES]
        assert seen[0] == seen[1] == seen[2]
        for article, record in seen[0].items():
            known = [records[article] for records in before if article in records]
            assert record.read in {one.read for one in known}
            assert record.position in {one.position for one in known}

    @invariant()
    def nothing_is_read_only(self) -> None:
        assert not any(state.read_only for state in getattr(self, "states", {}).values())


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    with suppress(FileNotFoundError):  # the program is just replacing it
        shutil.copyfile(source, target)


def _seen(state: TinyDBState) -> dict[str, ArticleRecord]:
    return {record.article_id: record for record in state.records()}


def test_machines_that_meet_come_to_the_same() -> None:
    run_state_machine_as_test(
        SharedFolder,
        settings=settings(max_examples=EXAMPLES, stateful_step_count=20, deadline=None),
    )


def test_what_two_machines_change_at_once_is_all_kept(tmp_path: Path) -> None:
    def machine(name: str, hour: int) -> TinyDBState:
        return open_state(tmp_path, _Clock(datetime(2026, 3, 1, hour, tzinfo=UTC)), device=name)

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
