"""Writing that is either done or not done, whenever the program or the machine stops."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

PRIVATE = 0o600
"""Only their owner reads the files of the state."""
PUBLIC = 0o666
"""Whoever the process's mask allows reads what was exported."""
TEMPORARY = ".tmp"
"""How the name of a file ends while it is being written."""


def write_beside(path: Path, chunks: Iterable[bytes], mode: int = PRIVATE) -> Path:
    """Write a file next to its final place, force it to the disk, and return it.

    Args:
        path: The final place; what stands there is not touched.
        chunks: The content.
        mode: Who may read and write it, before the process's mask.

    Raises:
        OSError: It could not be written; nothing is left behind.
    """
    temporary = path.with_name(path.name + TEMPORARY)
    try:
        with open(temporary, "wb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return temporary


def write_atomically(path: Path, chunks: Iterable[bytes], mode: int = PRIVATE) -> None:
    """Write a file so that its path holds the old content or the new, and never a part.

    Raises:
        OSError: It could not be written; the old content is still there.
    """
    write_beside(path, chunks, mode).replace(path)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those it lies in, so that they are still there after a power failure.

    Raises:
        OSError: It cannot be made, or something that is no folder stands there.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk, where the system can do that.

    Raises:
        OSError: The disk failed.
    """
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def move_into(folder: Path, path: Path) -> Path:
    """Move a file into a folder under a name that is free there, and return its new place.

    Raises:
        OSError: It could not be moved; it is where it was.
    """
    make_folder(folder)
    place = folder / path.name
    number = 1
    while place.exists():
        number += 1
        place = folder / f"{path.stem}-{number}{path.suffix}"
    path.rename(place)
    return place
