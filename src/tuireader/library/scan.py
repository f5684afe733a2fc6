"""Which files there are, and whether they are still the same."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_DOT = ord(".")


class Stamp(NamedTuple):
    """What tells an unchanged file from a changed one without opening it.

    Attributes:
        path: The absolute path, as the file system has it (see `os.fsencode`).
        size: In bytes; -1 where the file cannot be looked at.
        modified: When it last changed, in nanoseconds since the epoch.
        inode: Its number in its file system; it stays the same when the file is moved there.
    """

    path: bytes
    size: int
    modified: int
    inode: int


def find_files(roots: Sequence[Path]) -> Iterator[Path]:
    """Yield the files under some roots, each once, root by root, in the order of their paths.

    Hidden files and folders are left out unless they are named as a root. A root that does not
    exist is yielded as it is: opening it says why it cannot be read. Paths are relative where
    their root is.

    Args:
        roots: Folders and files.
    """
    seen: set[bytes] = set()
    for root in roots:
        path = os.fsencode(root)
        found = sorted(stamp.path for stamp in _walk(path)) if os.path.isdir(path) else [path]
        for each in found:
            absolute = os.path.abspath(each)
            if absolute not in seen:
                seen.add(absolute)
                yield Path(os.fsdecode(each))


def scan(roots: Sequence[Path]) -> Iterator[Stamp]:
    """Yield the stamp of each file that `find_files` yields, by its absolute path, in any order.

    What is neither a file nor a folder (a pipe, a device) is left out, and so is a folder that
    cannot be listed. Links to files are followed, links to folders only where they are a root.

    Args:
        roots: Folders and files.
    """
    several = len(roots) > 1
    seen: set[bytes] = set()
    for root in roots:
        path = os.path.abspath(os.fsencode(root))
        for stamp in _walk(path) if os.path.isdir(path) else (stamp_of(path),):
            if several:
                if stamp.path in seen:
                    continue
                seen.add(stamp.path)
            yield stamp


def stamp_of(path: bytes) -> Stamp:
    """Return the stamp of one file, whether it exists or not."""
    try:
        found = os.stat(path)
    except OSError:
        return Stamp(path, -1, 0, 0)
    return Stamp(path, found.st_size, found.st_mtime_ns, found.st_ino)


# A stamp is made for each file at each start, and the usual way takes twice as long.
_quick_stamp = tuple.__new__


def _walk(folder: bytes) -> Iterator[Stamp]:
    waiting = [folder]
    while waiting:
        try:
            listing = os.scandir(waiting.pop())
        except OSError:
            continue
        with listing:
            for entry in listing:
                if entry.name[0] == _DOT:
                    continue
                try:
                    if entry.is_file():
                        found = entry.stat()
                        yield _quick_stamp(
                            Stamp, (entry.path, found.st_size, found.st_mtime_ns, found.st_ino)
                        )
                    elif entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                except OSError:
                    yield Stamp(entry.path, -1, 0, 0)
