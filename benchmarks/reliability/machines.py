"""Several machines share one folder by a file sync that copies files whenever it likes."""

import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tuireader.state import ArticleRecord, Subject, open_state
from tuireader.state.live_state import TinyDBState

MACHINES = ("alpha", "beta", "gamma")
machines = st.sampled_from(MACHINES)
articles = st.sampled_from(["a1", "a2", "a3"])
tags = st.sampled_from(["ports", "storm"])


class Clock:
    """A clock that may be wrong: each machine has its own, and each can be set."""

    def __init__(self, time: datetime) -> None:
        self.time = time

    def __call__(self) -> datetime:
        """Return the time it shows."""
        return self.time


class SharedFolder(RuleBasedStateMachine):
    """Machines that change, restart, crash, and see each other's files late and out of order."""

    @initialize()
    def start(self) -> None:
        """Open the state on each machine, with clocks some hours apart."""
        self.root = Path(tempfile.mkdtemp())
        self.clocks = {
            name: Clock(datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=number))
            for number, name in enumerate(MACHINES)
        }
        self.states: dict[str, TinyDBState] = {}
        self.arrived: set[str] = set()
        for name in MACHINES:
            self._open(name)

    def teardown(self) -> None:
        """Close everything."""
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
        """Mark an article read or unread."""
        self.states[name].set_read([Subject(article)], value)
        assert self.states[name].record(article).read == value

    @rule(name=machines, article=articles, tag=tags, on=st.booleans())
    def tag(self, name: str, article: str, tag: str, on: bool) -> None:
        """Put a tag on an article, or take it off."""
        chosen = {"add" if on else "remove": [tag]}
        self.states[name].tag([Subject(article)], **chosen)
        assert (tag in self.states[name].record(article).tags) == on

    @rule(name=machines, article=articles, position=st.integers(0, 99))
    def scroll(self, name: str, article: str, position: int) -> None:
        """Read on."""
        self.states[name].set_position(Subject(article), position, position / 100)
        assert self.states[name].record(article).position == position

    @rule(name=machines)
    def undo(self, name: str) -> None:
        """Take back the last change made since the machine was started."""
        self.states[name].undo()

    @rule(name=machines)
    def restart(self, name: str) -> None:
        """End the program, and start it again."""
        self._restart(name)

    @rule(name=machines, hours=st.integers(-500, 500))
    def set_clock(self, name: str, hours: int) -> None:
        """Set the clock of a machine."""
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
        """Every machine has files of its own to write to."""
        assert not any(state.read_only for state in getattr(self, "states", {}).values())


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    with suppress(FileNotFoundError):  # the program is just replacing it
        shutil.copyfile(source, target)


def _seen(state: TinyDBState) -> dict[str, ArticleRecord]:
    return {record.article_id: record for record in state.records()}
