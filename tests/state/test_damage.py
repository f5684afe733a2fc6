import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tuireader.state import Subject, open_state, state_files
from tuireader.state.live_state import TinyDBState
from tuireader.state.snapshot import NewerStateError

ONE, TWO, THREE = Subject("a1"), Subject("a2"), Subject("a3")


def read_ids(state: TinyDBState) -> set[str]:
    return {record.article_id for record in state.records() if record.read}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two generations of the state file and a journal."""
    for subject in (ONE, TWO):
        state = open_state(tmp_path)
        state.set_read([subject], True)
        state.close()
    state = open_state(tmp_path)
    state.set_read([THREE], True)
    state.flush()
    copies = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    state.close()
    for path in tmp_path.iterdir():
        if path.is_file():
            path.unlink()
    for name, content in copies.items():
        (tmp_path / name).write_bytes(content)
    assert len(copies) == 5
    return tmp_path


def files(folder: Path) -> dict[Path, bytes]:
    return {place: place.read_bytes() for place in folder.rglob("*") if place.is_file()}


def snapshot(folder: Path) -> Path:
    return next(path for path in folder.glob("state-*.json") if ".previous" not in path.name)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garbage(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 8)


def other_json(path: Path) -> None:
    path.write_bytes(b'{"about": {"file": {"format": "something-else"}}, "articles": []}')


def nested(path: Path) -> None:
    path.write_bytes(b"[" * 200_000)


def wrong_documents(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"read":true', b'"read":true},"x":[{}],"y":{'))


@pytest.mark.parametrize("damage", [truncate, empty, garbage, other_json, nested, wrong_documents])
def test_a_damaged_file_is_set_aside_and_nothing_is_lost(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    path = snapshot(folder)
    damage(path)
    content = path.read_bytes()
    state = open_state(folder)
    assert read_ids(state) == {"a1", "a2", "a3"}
    [notice] = state.notices
    assert notice.startswith(f"{path} was damaged and set aside as {folder / 'set-aside'}")
    assert [kept.read_bytes() for kept in (folder / "set-aside").iterdir()] == [content]
    state.close()
    reopened = open_state(folder)
    assert reopened.notices == ()
    assert read_ids(reopened) == {"a1", "a2", "a3"}
    reopened.close()


def test_a_missing_state_file_is_made_good_from_the_previous_generation(folder: Path) -> None:
    snapshot(folder).unlink()
    state = open_state(folder)
    assert read_ids(state) == {"a1", "a2", "a3"}
    state.close()


def test_an_unfinished_last_line_of_the_journal_is_no_damage(folder: Path) -> None:
    [journal] = [path for path in folder.glob("*.journal") if ".previous" not in path.name]
    journal.write_bytes(journal.read_bytes() + b"0011aabb [")
    state = open_state(folder)
    assert state.notices == ()
    state.set_bookmarked([ONE], True)
    state.flush()
    assert b"0011aabb" not in journal.read_bytes()
    state.close()


def test_damaged_lines_of_the_journal_are_left_out_and_kept(folder: Path) -> None:
    [journal] = [path for path in folder.glob("*.journal") if ".previous" not in path.name]
    lines = journal.read_bytes()
    journal.write_bytes(lines + b"no line\n" + lines.replace(b"true", b"tru3"))
    state = open_state(folder)
    assert read_ids(state) == {"a1", "a2", "a3"}
    assert state.notices[0].startswith(f"2 damaged lines in {journal} were left out")
    state.close()
    assert any(b"no line" in path.read_bytes() for path in (folder / "set-aside").iterdir())


def test_a_file_of_a_newer_version_is_refused_and_left_untouched(folder: Path) -> None:
    path = snapshot(folder)
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":99'))
    before = files(folder)
    with pytest.raises(NewerStateError, match="newer version of tuireader") as refusal:
        open_state(folder)
    assert str(path) in str(refusal.value)
    assert files(folder) == before


def test_a_second_program_is_read_only_and_says_so(folder: Path) -> None:
    first = open_state(folder)
    second = open_state(folder)
    assert (first.read_only, second.read_only) == (False, True)
    assert second.notices[0].startswith("Another tuireader is running")
    assert read_ids(second) == {"a1", "a2", "a3"}
    second.set_bookmarked([ONE], True)
    second.close()
    first.close()
    third = open_state(folder)
    assert not third.read_only
    assert not third.record("a1").bookmarked
    third.close()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    state = open_state(tmp_path / "file" / "state")
    assert state.read_only
    assert "cannot be written to (File exists)" in state.notices[0]
    assert state.set_read([ONE], True).startswith("Marked")
    state.close()


def test_a_failed_save_is_told_kept_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = open_state(tmp_path)
    state.set_read([ONE], True)
    state.flush()
    real = os.fsync

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    state.set_read([TWO], True)
    with pytest.raises(OSError, match="No space left"):
        state.flush()
    assert "No space left" in state.problem
    monkeypatch.setattr(os, "fsync", real)
    state.flush()
    assert state.problem == ""
    state.close()
    reopened = open_state(tmp_path)
    assert read_ids(reopened) == {"a1", "a2"}
    reopened.close()


def test_a_failed_fold_keeps_every_generation(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state_files, "FOLD_AT", 1)
    monkeypatch.setattr(state_files, "FOLD_SHARE", 0.0)

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(errno.EACCES, "Permission denied")

    state = open_state(folder)
    monkeypatch.setattr(Path, "replace", refuse)
    state.set_bookmarked([ONE], True)
    state.flush()
    state.close()
    monkeypatch.undo()
    reopened = open_state(folder)
    assert reopened.record("a1").bookmarked
    assert read_ids(reopened) == {"a1", "a2", "a3"}
    reopened.close()


@pytest.mark.parametrize("vanish", ["journal", "folder"])
def test_files_deleted_under_a_running_program_are_written_anew(
    tmp_path: Path, vanish: str
) -> None:
    folder = tmp_path / "state"
    state = open_state(folder)
    state.set_read([THREE], True)
    state.close()
    state = open_state(folder)
    state.set_read([ONE], True)
    state.flush()
    if vanish == "folder":
        folder.rename(tmp_path / "elsewhere")
    else:
        state.location.with_suffix(".journal").unlink()
    state.set_read([TWO], True)
    state.flush()
    state.close()
    reopened = open_state(folder)
    assert read_ids(reopened) == {"a1", "a2", "a3"}
    reopened.close()


def test_a_daily_copy_is_used_where_both_generations_are_gone(folder: Path) -> None:
    for path in folder.glob("state-*.j*"):
        path.unlink()
    state = open_state(folder)
    assert read_ids(state)
    [notice] = state.notices
    assert notice.startswith(f"{state.location} was missing. The daily copy {folder}")
    state.close()
    reopened = open_state(folder)
    assert reopened.notices == ()
    reopened.close()


def test_the_last_resort_is_the_journal(folder: Path) -> None:
    shutil.rmtree(folder / "backups")
    for path in folder.glob("state-*.json"):
        path.write_bytes(b"")
    state = open_state(folder)
    assert "a3" in read_ids(state)
    assert "No earlier version was found: only the journal was used." in state.notices[0]
    state.close()
