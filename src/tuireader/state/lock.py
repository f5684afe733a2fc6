"""A lock that only one running program holds, let go of by the system when the program dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class FileLock:
    """A lock on a file that stays in place; what is in it is not used.

    Args:
        path: The file; made where it is missing.

    Raises:
        BlockingIOError: Another program holds it.
        OSError: The file cannot be made or opened.
    """

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._file)
        except BaseException:
            os.close(self._file)
            raise

    def release(self) -> None:
        """Let go; safe to call twice."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(*error.args) from error

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
