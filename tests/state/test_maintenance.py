from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tuireader.state import Subject, open_state
from tuireader.state.anchors import TextAnchor
from tuireader.state.maintenance import (
    RestoreError,
    available_backups,
    check_state,
    restore_state,
    state_path,
)

FIRST, SECOND = Subject("a1", "/one.txt"), Subject("a2", "/two.txt")


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


def on_each_day(folder: Path, clock: Clock, days: int) -> None:
    for number in range(days):
        state = open_state(folder, clock)
        state.set_position(FIRST, number, 0.1)
        state.close()
        clock.time += timedelta(days=1)


def days(folder: Path) -> list[str]:
    return [report.path.name.split(".")[1] for report in available_backups(folder)]


def test_the_last_ten_days_are_kept(tmp_path: Path, clock: Clock) -> None:
    on_each_day(tmp_path, clock, 13)
    assert days(tmp_path) == [f"2026-03-{day:02}" for day in range(13, 3, -1)]
    assert all(report.whole and report.records == 1 for report in available_backups(tmp_path))


def test_a_clock_set_back_keeps_the_new_copy(tmp_path: Path, clock: Clock) -> None:
    on_each_day(tmp_path, clock, 11)
    clock.time -= timedelta(days=300)
    on_each_day(tmp_path, clock, 1)
    assert days(tmp_path)[-1] == "2025-05-16"
    assert len(days(tmp_path)) == 10


def test_a_day_is_copied_as_it_began(tmp_path: Path, clock: Clock) -> None:
    on_each_day(tmp_path, clock, 2)
    restored = restore_state(tmp_path, "2026-03-02", clock)
    state = open_state(tmp_path, clock)
    assert state.record("a1").position == 0
    assert restored.changed == 1
    state.close()


def test_restoring_brings_back_and_takes_away(tmp_path: Path, clock: Clock) -> None:
    state = open_state(tmp_path, clock)
    state.set_bookmarked([FIRST], True)
    state.notes.add(FIRST, TextAnchor("harbour"), "a note")
    state.close()
    clock.time += timedelta(days=1)
    state = open_state(tmp_path, clock)
    state.close()
    state = open_state(tmp_path, clock)
    state.set_bookmarked([FIRST, SECOND], False)
    state.set_read([SECOND], True)
    state.notes.remove([note.id for note in state.notes.all()])
    state.close()
    restored = restore_state(tmp_path, clock=clock)
    assert restored.source.name.endswith(".2026-03-02.json")
    state = open_state(tmp_path, clock)
    assert state.record("a1").bookmarked
    assert not state.record("a2").read
    assert [note.text for note in state.notes.all()] == ["a note"]
    state.close()
    assert b'"a2"' in restored.kept.read_bytes()


def test_a_damaged_copy_is_passed_over(tmp_path: Path, clock: Clock) -> None:
    on_each_day(tmp_path, clock, 2)
    available_backups(tmp_path)[0].path.write_bytes(b"{")
    assert restore_state(tmp_path, clock=clock).source.name.endswith(".2026-03-01.json")
    with pytest.raises(RestoreError, match="cannot be read"):
        restore_state(tmp_path, "2026-03-02", clock)


def test_restoring_is_refused_with_a_reason(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(RestoreError, match=r"There is no daily copy in .*backups"):
        restore_state(tmp_path)
    on_each_day(tmp_path, clock, 1)
    with pytest.raises(RestoreError, match="no daily copy of 1999-01-01"):
        restore_state(tmp_path, "1999-01-01")
    running = open_state(tmp_path)
    with pytest.raises(RestoreError, match=r"Nothing was restored\. Another tuireader is running"):
        restore_state(tmp_path)
    running.close()


def test_the_check_names_what_is_damaged(tmp_path: Path, clock: Clock) -> None:
    on_each_day(tmp_path, clock, 2)
    assert all(report.whole for report in check_state(tmp_path))
    path = state_path(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[:-9])
    [damaged] = [report for report in check_state(tmp_path) if not report.whole]
    assert (damaged.path, damaged.problem) == (path, f"{path} is not a whole state file.")
    path.write_bytes(content.replace(b'"schema":1', b'"schema":7'))
    [newer] = [report for report in check_state(tmp_path) if not report.whole]
    assert "newer version" in newer.problem
    assert check_state(tmp_path / "nowhere") == ()
