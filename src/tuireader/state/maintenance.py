"""Looking after the state: where it is, whether it is whole, back to an earlier day."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tuireader.state.backups import backup_day, daily_backups
from tuireader.state.device import device_name
from tuireader.state.files import make_folder, write_atomically
from tuireader.state.journal import read_journal
from tuireader.state.loading import state_files_in
from tuireader.state.snapshot import (
    DamagedError,
    NewerStateError,
    Snapshot,
    read_snapshot,
    snapshot_chunks,
)
from tuireader.state.stamps import Clock, in_utc, now
from tuireader.state.state_files import StatePaths
from tuireader.state.tinydb_state import open_state


@dataclass(frozen=True, slots=True)
class FileReport:
    """What is known of one file of the state.

    Attributes:
        path: The file.
        whole: Whether all of it can be read.
        device: The machine it belongs to; empty where that cannot be read.
        records: The number of documents in it.
        saved: When it was written, ISO 8601 in UTC; empty for journals.
        problem: What is wrong with it, as a sentence; empty where nothing is.
    """

    path: Path
    whole: bool
    device: str = ""
    records: int = 0
    saved: str = ""
    problem: str = ""


class RestoreError(Exception):
    """The state could not be restored; it is as it was."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring did.

    Attributes:
        source: The copy that was restored.
        kept: Where the state from before is.
        changed: The number of documents that are different now.
    """

    source: Path
    kept: Path
    changed: int


def state_path(folder: Path) -> Path:
    """Return the state file of this machine in a state folder; it need not be there yet."""
    return StatePaths(folder, device_name(folder)).snapshot


def check_state(folder: Path) -> tuple[FileReport, ...]:
    """Read every file of a state folder, daily copies included; nothing is changed.

    Args:
        folder: The state's folder.
    """
    paths = StatePaths(folder, device_name(folder))
    return tuple(_report(path) for path in (*state_files_in(folder), *daily_backups(paths)))


def available_backups(folder: Path) -> tuple[FileReport, ...]:
    """Return this machine's daily copies, the latest first."""
    paths = StatePaths(folder, device_name(folder))
    return tuple(_report(path) for path in daily_backups(paths))


def restore_state(folder: Path, day: str = "", clock: Clock = now) -> Restored:
    """Bring the state back to what a daily copy holds; the present state is kept beside it.

    Restoring counts as a change made now, so that it also holds against what other machines
    know; what was changed on other machines only is left alone.

    Args:
        folder: The state's folder.
        day: The day of the copy as ISO 8601; empty for the latest copy that is whole.
        clock: Tells the time.

    Raises:
        RestoreError: There is no such copy, it is damaged, or another program is running.
        NewerStateError: The present state is of a newer version.
        OSError: The disk is full, or the folder cannot be written to.
    """
    paths = StatePaths(folder, device_name(folder))
    source, backup = _chosen(paths, day)
    state = open_state(folder, clock)
    try:
        if state.read_only:
            raise RestoreError(f"Nothing was restored. {state.reason}")
        moment = in_utc(clock())
        kept = paths.backups / f"state-{paths.device}.before-{moment.replace(':', '')}.json"
        make_folder(kept.parent)
        write_atomically(kept, snapshot_chunks(state.own_tables(), paths.device, moment))
        changed = state.become(backup.tables)
    finally:
        state.close()
    return Restored(source, kept, changed)


def _chosen(paths: StatePaths, day: str) -> tuple[Path, Snapshot]:
    wanted = [path for path in daily_backups(paths) if not day or backup_day(path) == day]
    if not wanted:
        of_day = f" of {day}" if day else ""
        raise RestoreError(f"There is no daily copy{of_day} in {paths.backups}.")
    for path in wanted:
        try:
            return path, read_snapshot(path)
        except (DamagedError, NewerStateError, OSError):
            continue
    raise RestoreError(f"{wanted[0]} cannot be read. Choose another day.")


def _report(path: Path) -> FileReport:
    try:
        if ".journal" in path.name:
            journal = read_journal(path)
            records = sum(map(len, journal.tables.values()))
            problem = f"{journal.damaged} damaged lines." if journal.damaged else ""
            return FileReport(path, not problem, journal.device, records, problem=problem)
        snapshot = read_snapshot(path)
    except NewerStateError as error:
        return FileReport(path, False, problem=str(error))
    except DamagedError as error:
        return FileReport(path, False, problem=f"{error}.")
    except OSError as error:
        return FileReport(path, False, problem=f"It cannot be read ({error.strerror}).")
    records = sum(map(len, snapshot.tables.values()))
    return FileReport(path, True, snapshot.device, records, snapshot.saved)
