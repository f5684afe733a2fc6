"""Finding and reading every state file of a folder, and what to do about those that are damaged."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tuireader.state.backups import daily_backups
from tuireader.state.documents import Tables, join_tables
from tuireader.state.files import TEMPORARY, make_folder, move_into, write_atomically
from tuireader.state.journal import read_journal
from tuireader.state.migrations import SCHEMA
from tuireader.state.snapshot import DamagedError, NewerStateError, Snapshot, read_snapshot
from tuireader.state.state_files import StatePaths


@dataclass
class Loaded:
    """What was found in a state folder.

    Attributes:
        own: This machine's tables.
        others: The tables of the other machines, joined.
        notices: What the reader must be told.
        journal_length: How much of this machine's journal is good, in bytes.
        fold: Whether the state file should be written anew.
        merged: Conflict copies of this machine's files, to be moved away once saved.
    """

    own: Tables = field(default_factory=dict)
    others: Tables = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    journal_length: int = 0
    fold: bool = False
    merged: list[Path] = field(default_factory=list)


def load(paths: StatePaths, may_write: bool) -> Loaded:
    """Read everything in a state folder.

    Args:
        paths: The places of this machine's files.
        may_write: Whether damaged files may be moved aside.

    Raises:
        OSError: This machine's file is there and cannot be read.
        NewerStateError: A newer version wrote this machine's file.
    """
    found = Loaded()
    if not _load_snapshot(paths, may_write, found):
        _load_journal(paths.previous_journal, paths, may_write, found)
    _load_journal(paths.journal, paths, may_write, found)
    _load_strays(paths, found)
    return found


def _load_snapshot(paths: StatePaths, may_write: bool, found: Loaded) -> bool:
    """Join the newest good generation; say which were damaged, and set them aside.

    Returns:
        Whether it was the state file itself, which holds all of the journal before its own.
    """
    damaged: list[Path] = []
    for path in (paths.snapshot, paths.previous, *daily_backups(paths)):
        try:
            used = read_snapshot(path)
        except FileNotFoundError:
            continue
        except DamagedError:
            damaged.append(_set_aside(paths, path) if may_write else path)
            continue
        join_tables(found.own, used.tables)
        if may_write and used.schema != SCHEMA:
            _keep_old_schema(paths, path, used.schema)
        found.fold = path != paths.snapshot or used.schema != SCHEMA
        if damaged or path not in (paths.snapshot, paths.previous):
            happened = _what_happened(paths, damaged, may_write)
            found.notices.append(f"{happened} {_what_was_used(paths, path, used)}")
        return path == paths.snapshot
    found.fold = True
    if damaged:
        happened = _what_happened(paths, damaged, may_write)
        found.notices.append(f"{happened} No earlier version was found: only the journal was used.")
    return False


def _what_happened(paths: StatePaths, damaged: list[Path], may_write: bool) -> str:
    if not damaged:
        return f"{paths.snapshot} was missing."
    if not may_write:
        return f"{damaged[0]} is damaged."
    return f"{paths.snapshot} was damaged and set aside as {damaged[0]}."


def _what_was_used(paths: StatePaths, path: Path, used: Snapshot) -> str:
    if path == paths.previous:
        return f"The version of {used.saved} was used, with the changes journalled since."
    return f"The daily copy {path} was used: what was done after {used.saved} may be missing."


def _keep_old_schema(paths: StatePaths, path: Path, schema: int) -> None:
    """Keep a copy of a file that is about to be written in the present schema."""
    with suppress(OSError):
        make_folder(paths.backups)
        place = paths.backups / f"state-{paths.device}.schema-{schema}.json"
        write_atomically(place, [path.read_bytes()])


def _set_aside(paths: StatePaths, path: Path) -> Path:
    with suppress(OSError):
        return move_into(paths.set_aside, path)
    return path


def _load_journal(path: Path, paths: StatePaths, may_write: bool, found: Loaded) -> None:
    try:
        journal = read_journal(path)
    except FileNotFoundError:
        return
    join_tables(found.own, journal.tables)
    if path == paths.journal:
        found.journal_length = journal.length
    if journal.damaged:
        found.fold = True
        copy = _copy_aside(paths, path) if may_write else path
        found.notices.append(
            f"{journal.damaged} damaged lines in {path} were left out; the file is kept as {copy}."
        )


def _copy_aside(paths: StatePaths, path: Path) -> Path:
    with suppress(OSError):
        content = path.read_bytes()
        place = move_into(paths.set_aside, path)
        path.write_bytes(content)
        return place
    return path


def _load_strays(paths: StatePaths, found: Loaded) -> None:
    """Join the files of other machines, and conflict copies that a file sync made of any."""
    own = {paths.snapshot, paths.journal, paths.previous, paths.previous_journal}
    whole: set[str] = set()
    for path in state_files_in(paths.folder):
        if path in own or _is_superseded(path, whole):
            continue
        try:
            device, tables = _read_any(path)
        except (DamagedError, NewerStateError, OSError) as error:
            found.notices.append(f"{path} was left out: {_reason(error)}.")
            continue
        whole.add(path.name)
        if device != paths.device:
            join_tables(found.others, tables)
            continue
        found.merged.append(path)
        if join_tables(found.own, tables):
            found.fold = True
            found.notices.append(f"Merged {path.name}, a conflict copy made by file sync.")


def state_files_in(folder: Path) -> list[Path]:
    """Return the state files and journals in a folder, of all machines, sorted by name."""
    return [
        path
        for path in sorted(folder.glob("*state-*"))
        if (".json" in path.name or ".journal" in path.name) and path.suffix != TEMPORARY
    ]


def _is_superseded(path: Path, whole: set[str]) -> bool:
    """Whether a file is of the previous generation of a state file that was read."""
    name, previous, _ = path.name.partition(".previous.")
    return bool(previous) and f"{name}.json" in whole


def _read_any(path: Path) -> tuple[str, Tables]:
    if ".journal" in path.name:
        journal = read_journal(path)
        return journal.device, journal.tables
    snapshot = read_snapshot(path)
    return snapshot.device, snapshot.tables


def _reason(error: Exception) -> str:
    if isinstance(error, NewerStateError):
        return "a newer version of tuireader wrote it; update tuireader on this machine"
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return "it is damaged, or half copied"
