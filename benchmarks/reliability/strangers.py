"""A program of another user, who may not do everything."""

from __future__ import annotations

import os
from pathlib import Path

from tuireader.state import Subject, open_state

_NOBODY = 65534


def as_a_stranger(folder: Path, unreadable: bool) -> list[str]:
    """Open a state as a user who may not write to it, or not even read it; return what is wrong.

    Args:
        folder: The state's folder.
        unreadable: Whether the files may not be read.
    """
    before = {path: path.read_bytes() for path in folder.glob("state-*")}
    for path in before:
        path.chmod(0o000 if unreadable else 0o444)
    folder.chmod(0o555)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _look(folder, writer)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as said:
        wrong = said.read().splitlines()
    folder.chmod(0o755)
    for path in before:
        path.chmod(0o644)
    if before != {path: path.read_bytes() for path in folder.glob("state-*")}:
        wrong.append("a file was changed")
    return wrong


def _look(folder: Path, writer: int) -> None:
    """Open the state without rights, and write what is wrong with that; never returns."""
    try:
        if os.getuid() == 0:
            os.setuid(_NOBODY)
        state = open_state(folder)
        state.set_read([Subject("x")], True)
        state.flush()
        state.close()
        if not state.read_only or not state.notices:
            os.write(writer, b"the reader was not told that nothing can be kept\n")
    except BaseException as error:
        os.write(writer, f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(0)
