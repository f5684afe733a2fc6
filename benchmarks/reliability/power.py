"""A power failure, simulated: only what was forced to the disk is still there afterwards.

While a state is written, every fsync and every rename in its folder is watched. From that follows
what a disk may hold after the power failed: the names as of the last fsync of the folder, with
any number of the later renames, in order; and of each file the content of its last fsync, with
any part of what was appended later. Stricter than ext4 and APFS are in practice. After
Pillai and others, "All file systems are not created equal" (OSDI 2014).
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR
from typing import Any
from unittest.mock import patch

_OPEN_FILES = Path("/proc/self/fd")


class NotPossibleError(Exception):
    """A fault cannot be made here, such as without the right to mount a file system."""


class Disk:
    """What a disk surely holds of one folder, and what it may hold.

    Args:
        folder: The folder; it must exist. Its sub-folders are not watched.

    Raises:
        NotPossibleError: This system does not show what an open file holds.
    """

    def __init__(self, folder: Path) -> None:
        if not _OPEN_FILES.is_dir():
            raise NotPossibleError(f"there is no {_OPEN_FILES}")
        self._folder = folder
        self._names: dict[str, int] = {}
        self._contents: dict[int, bytes] = {}
        self._renames: list[tuple[str, str]] = []
        for path in folder.iterdir():
            if path.is_file():
                self._names[path.name] = path.stat().st_ino
                self._contents[path.stat().st_ino] = path.read_bytes()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Watch what this process does to the folder."""
        fsync, replace, rename = os.fsync, os.replace, os.rename

        def note_fsync(file: int) -> None:
            fsync(file)
            self._note_fsync(file)

        def noting(move: Callable[..., None]) -> Callable[..., None]:
            def note(source: Any, target: Any, **options: Any) -> None:
                move(source, target, **options)
                if Path(source).parent == self._folder:
                    self._renames.append((Path(source).name, _name_in(self._folder, target)))

            return note

        with (
            patch("os.fsync", note_fsync),
            patch("os.replace", noting(replace)),
            patch("os.rename", noting(rename)),
        ):
            yield

    def _note_fsync(self, file: int) -> None:
        status = os.fstat(file)
        if not S_ISDIR(status.st_mode):
            self._contents[status.st_ino] = (_OPEN_FILES / str(file)).read_bytes()
        elif status.st_ino == self._folder.stat().st_ino:
            self._renames.clear()
            self._names = {
                path.name: path.stat().st_ino for path in self._folder.iterdir() if path.is_file()
            }

    def after_power_failure(self, place: Path, rng: random.Random) -> None:
        """Write into a new folder what the disk may hold now.

        Args:
            place: The new folder.
            rng: Chooses among what is possible.
        """
        names = dict(self._names)
        for source, target in self._renames[: rng.randint(0, len(self._renames))]:
            inode = names.pop(source, None)
            if inode is None:  # its name was never forced to the disk, only its content
                continue
            if target:
                names[target] = inode
        place.mkdir()
        for name, inode in names.items():
            content = self._contents.get(inode, b"")
            (place / name).write_bytes(content + self._unforced(name, inode, content, rng))

    def _unforced(self, name: str, inode: int, content: bytes, rng: random.Random) -> bytes:
        """Return some part of what was appended to a file since its last fsync."""
        path = self._folder / name
        if not path.is_file() or path.stat().st_ino != inode:
            return b""
        appended = path.read_bytes()[len(content) :]
        return appended[: rng.randint(0, len(appended))]


def _name_in(folder: Path, target: object) -> str:
    """Return the name of a path in a folder; empty where it is elsewhere."""
    path = Path(str(target))
    return path.name if path.parent == folder else ""
