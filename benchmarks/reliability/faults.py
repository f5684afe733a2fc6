"""The faults that a reader's state is put through; each round returns what was lost, in words."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from benchmarks.reliability.killing import ARTICLES, kill_while_writing, lost, missing, write
from benchmarks.reliability.power import Disk, NotPossibleError
from benchmarks.reliability.strangers import as_a_stranger
from tuireader.state import open_state, state_files
from tuireader.state.maintenance import state_path


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong.

    Attributes:
        name: What, in a few words.
        expected: What must hold after it.
        rounds: How often it is tried.
        run: Tries it once in an empty folder, and returns what was lost or wrong.
    """

    name: str
    expected: str
    rounds: int
    run: Callable[[Path, random.Random], list[str]]


def killed(folder: Path, rng: random.Random) -> list[str]:
    """Kill the program twice running, the second time while it goes on from the last."""
    acknowledged: dict[int, int] = {}
    for _ in range(2):
        first = max(acknowledged.values(), default=0) + 1
        acknowledged |= kill_while_writing(folder, rng, first)
    return lost(folder, acknowledged)


def killed_and_damaged(folder: Path, rng: random.Random) -> list[str]:
    """Kill the program, and damage the state file as well."""
    acknowledged = kill_while_writing(folder, rng, 1)
    path = state_path(folder)
    if path.exists():
        _garble(path, rng)
    state = open_state(folder)
    wrong = missing(state, acknowledged)
    state.close()
    return wrong


def power_lost(folder: Path, rng: random.Random) -> list[str]:
    """Let the power fail after some changes; see `power`."""
    folder.mkdir()
    disk = Disk(folder)
    acknowledged: dict[int, int] = {}
    wrong: list[str] = []
    with disk.watched(), patch.object(state_files, "FOLD_AT", 1500):
        state = open_state(folder)
        for number in range(1, rng.randint(2, 60)):
            write(state, number)
            if rng.random() < 0.7:
                state.flush()
                acknowledged = {change % ARTICLES: change for change in range(1, number + 1)}
                if rng.random() < 0.1:
                    place = folder.with_name(f"{folder.name}-{number}")
                    disk.after_power_failure(place, rng)
                    wrong += lost(place, acknowledged)
        place = folder.with_name(f"{folder.name}-end")
        disk.after_power_failure(place, rng)
        state.close()
    return wrong + lost(place, acknowledged)


def disk_full(folder: Path, rng: random.Random) -> list[str]:
    """Fill the disk while the program writes, kill it, look, make room, and look again."""
    with _small_disk(folder):
        acknowledged = kill_while_writing(folder, rng, 1)
        with (folder / "filler").open("wb", buffering=0) as filler, suppress(OSError):
            while True:
                filler.write(bytes(1 << 12))

        first = max(acknowledged.values(), default=0) + 1
        acknowledged |= kill_while_writing(folder, rng, first, patience=0.1)
        wrong = lost(folder, acknowledged)
        (folder / "filler").unlink()
        first = max(acknowledged.values(), default=0) + 1
        acknowledged |= kill_while_writing(folder, rng, first)
        if max(acknowledged.values(), default=0) < first:
            wrong.append("nothing could be saved after room was made")
        return wrong + lost(folder, acknowledged)


def read_only_disk(folder: Path, rng: random.Random) -> list[str]:
    """Make the whole disk read-only before the program is started again."""
    with _small_disk(folder):
        acknowledged = kill_while_writing(folder, rng, 1)
        _run("mount", "-o", "remount,ro", str(folder))
        state = open_state(folder)
        wrong = missing(state, acknowledged)
        if not (state.read_only and state.notices):
            wrong.append("the reader was not told that nothing can be kept")
        write(state, 10_000)
        state.close()
        _run("mount", "-o", "remount,rw", str(folder))
        return wrong + lost(folder, acknowledged)


def permission_denied(folder: Path, rng: random.Random) -> list[str]:
    """Take away the right to write into the folder, or to read the files."""
    acknowledged = kill_while_writing(folder, rng, 1)
    unreadable = rng.random() < 0.5
    wrong = as_a_stranger(folder, unreadable)
    return wrong + lost(folder, acknowledged)


def cut_off(folder: Path, rng: random.Random) -> list[str]:
    """Cut the state file off at some byte."""
    return _damaged(folder, rng, lambda path: os.truncate(path, rng.randrange(path.stat().st_size)))


def garbage(folder: Path, rng: random.Random) -> list[str]:
    """Put something else in place of the state file: noise, zeros, or another program's JSON."""
    return _damaged(folder, rng, lambda path: _garble(path, rng))


def journal_cut_off(folder: Path, rng: random.Random) -> list[str]:
    """Cut the journal off at some byte: what stood before the cut must be there."""
    state = open_state(folder)
    write(state, ARTICLES)
    state.close()
    state = open_state(folder)
    ends = []
    journal = state_path(folder).with_suffix(".journal")
    for number in range(1, 30):
        write(state, number)
        state.flush()
        ends.append(journal.stat().st_size)
    files = {path: path.read_bytes() for path in folder.glob("state-*.j*")}
    state.close()
    for path in folder.glob("state-*.j*"):
        path.unlink()
    for path, content in files.items():
        path.write_bytes(content)
    cut = rng.randrange(len(files[journal]))
    os.truncate(journal, cut)
    kept = sum(end <= cut for end in ends)
    return lost(folder, {number: number for number in range(1, kept + 1)})


def two_programs(folder: Path, rng: random.Random) -> list[str]:
    """Start a second program while the first writes; one of them must be read-only."""
    state = open_state(folder)
    number = rng.randint(1, 30)
    for change in range(1, number + 1):
        write(state, change)
    state.flush()
    acknowledged = kill_while_writing(folder, rng, 1000, patience=0.1)
    wrong = [f"the second program acknowledged {len(acknowledged)} changes"] if acknowledged else []
    write(state, number + 1)
    state.close()
    expected = {change % ARTICLES: change for change in range(1, number + 2)}
    return wrong + lost(folder, expected)


def clock_set_back(folder: Path, rng: random.Random) -> list[str]:
    """Set the clock anywhere between two changes; the later change must win."""
    wrong = []
    for number in range(1, 6):
        time = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=rng.randint(-200_000, 200_000))
        state = open_state(folder, lambda time=time: time)  # type: ignore[misc]
        write(state, number * ARTICLES)
        state.close()
        state = open_state(folder)
        position = state.record("article-0").position
        if position != number * ARTICLES:
            wrong.append(f"change {number * ARTICLES} lost, {position} found")
        state.close()
    return wrong


def conflict_copy(folder: Path, rng: random.Random) -> list[str]:
    """Let a file sync bring back an old state file, and keep the new one as a conflict copy."""
    acknowledged: dict[int, int] = {}
    old: dict[str, bytes] = {}
    for _ in range(4):
        first = max(acknowledged.values(), default=0) + 1
        acknowledged |= kill_while_writing(folder, rng, first)
        files = {path.name: path.read_bytes() for path in folder.glob("state-*.j*")}
        for name, content in old.items():
            if rng.random() < 0.5 and (folder / name).exists():
                path = folder / name
                mark = rng.choice([" (conflicted copy)", ".sync-conflict-20260301", " 2"])
                path.rename(path.with_name(f"{path.stem}{mark}{path.suffix}"))
                path.write_bytes(content)
        old = files
    state = open_state(folder)
    wrong = missing(state, acknowledged)
    state.close()
    return wrong + missing_after(folder, acknowledged)


def missing_after(folder: Path, acknowledged: dict[int, int]) -> list[str]:
    """Open the state again, and return what is missing then, whatever is noticed."""
    state = open_state(folder)
    wrong = missing(state, acknowledged)
    state.close()
    return wrong


def _damaged(folder: Path, rng: random.Random, damage: Callable[[Path], None]) -> list[str]:
    acknowledged = kill_while_writing(folder, rng, 1)
    wrong = lost(folder, acknowledged)
    acknowledged |= kill_while_writing(folder, rng, 1000)
    path = state_path(folder)
    if not path.exists():  # killed just between two steps: the next start puts it there
        wrong += lost(folder, acknowledged)
    damage(path)
    state = open_state(folder)
    wrong += missing(state, acknowledged)
    if not any("was damaged and set aside" in notice for notice in state.notices):
        wrong.append("the reader was not told of the damage")
    state.close()
    return wrong + lost(folder, acknowledged)


def _garble(path: Path, rng: random.Random) -> None:
    size = path.stat().st_size
    kind = rng.choice(["noise", "zeros", "other", "part"])
    if kind == "noise":
        path.write_bytes(rng.randbytes(size))
    elif kind == "zeros":
        path.write_bytes(bytes(size))
    elif kind == "other":
        path.write_bytes(b'{"version": 4, "bookmarks": []}')
    else:
        content = bytearray(path.read_bytes())
        at = rng.randrange(max(1, size - 64))
        content[at : at + 64] = rng.randbytes(64)
        path.write_bytes(content)


@contextmanager
def _small_disk(folder: Path) -> Iterator[None]:
    """Mount a disk of 256 kB at a folder."""
    folder.mkdir()
    if shutil.which("mount") is None:
        raise NotPossibleError("there is no mount command")
    _run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder))
    try:
        yield
    finally:
        _run("umount", str(folder))


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotPossibleError(f"{' '.join(command)}: {done.stderr.strip()}")


FAULTS = (
    Fault("killed (SIGKILL) at a random moment, twice running", "no loss", 1000, killed),
    Fault("killed, and the state file damaged too", "no loss", 200, killed_and_damaged),
    Fault("power failure (simulated from fsync and rename)", "no loss", 300, power_lost),
    Fault("disk full (a file system of 256 kB), killed, room made", "no loss", 100, disk_full),
    Fault("disk turned read-only", "no loss, said", 100, read_only_disk),
    Fault("permission denied to the folder or the files", "no loss, said", 100, permission_denied),
    Fault("state file cut off at a random byte", "no loss, said, set aside", 300, cut_off),
    Fault("state file overwritten: noise, zeros, other JSON", "no loss, said", 300, garbage),
    Fault("journal cut off at a random byte", "all before the cut kept", 300, journal_cut_off),
    Fault("two programs at once", "no loss, second read-only, said", 100, two_programs),
    Fault("clock set anywhere within 22 years, five times", "the later wins", 200, clock_set_back),
    Fault("old files back by file sync, conflict copies", "no loss, merged", 300, conflict_copy),
)
"""All faults, in the order of the table."""
