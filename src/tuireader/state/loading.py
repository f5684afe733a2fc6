"""Finding and reading every state file of a folder, and what to do about those that are damaged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tuireader.state.documents import Tables, join_tables
from tuireader.state.files import TEMPORARY, move_into
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
    used: Snapshot | None = None
    for path in (paths.snapshot, paths.previous, *_backups(paths)):
        try:
            used = read_snapshot(path)
        except FileNotFoundError:
            continue
        except DamagedError:
            damaged.append(_set_aside(paths, path) if may_write else path)
            continue
        current = path == paths.snapshot
        break
    else:
        current = False
    if used is not None:
        join_tables(found.own, used.tables)
        found.fold = used.schema != SCHEMA
    if not damaged:
        return current
    found.fold = True
    what = f"{paths.snapshot} was damaged and set aside as {damaged[0]}. "
    if used is None:
        found.notices.append(what + "No earlier version was found: only the journal was used.")
    else:
        found.notices.append(
            what + f"The version of {used.saved} was used, with the changes journalled since."
        )
    return current


def _backups(paths: StatePaths) -> list[Path]:
    with suppress(OSError):
        return sorted(paths.backups.glob(f"state-{paths.device}.*.json"), reverse=True)
    return []


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
    for path in _strays(paths):
        try:
            device, tables = _read_any(path)
        except (DamagedError, NewerStateError, OSError) as error:
            found.notices.append(f"{path} was left out: {_reason(error)}.")
            continue
        if device != paths.device:
            join_tables(found.others, tables)
        elif join_tables(found.own, tables):
            found.fold = True
            found.merged.append(path)
            found.notices.append(f"Merged {path.name}, a conflict copy made by file sync.")
        else:
            found.merged.append(path)


def _strays(paths: StatePaths) -> Iterator[Path]:
    own = {paths.snapshot, paths.journal, paths.previous, paths.previous_journal}
    for path in sorted(paths.folder.glob("*state-*")):
        ours = path in own or path.name.endswith(TEMPORARY)
        if not ours and (".json" in path.name or ".journal" in path.name):
            yield path


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
