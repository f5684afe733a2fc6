"""The application: it ties the library and the state to the screens."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def run(paths: Sequence[Path]) -> int:
    """Open the reader on folders and files; return the exit status.

    Args:
        paths: Folders and files; empty for the configured library.
    """
    raise NotImplementedError
