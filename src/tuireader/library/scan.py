"""Which files there are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path


def find_files(roots: Sequence[Path]) -> Iterator[Path]:
    """Yield the files under some roots, each once, folder by folder in the order of names.

    Hidden files and folders are left out unless they are named as a root. A root that does not
    exist is yielded as it is: opening it says why it cannot be read.

    Args:
        roots: Folders and files.
    """
    seen: set[Path] = set()
    for root in roots:
        for path in _walk(root) if root.is_dir() else (root,):
            if path not in seen:
                seen.add(path)
                yield path


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(parent, name)
