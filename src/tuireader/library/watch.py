"""Noticing that files appear, change, move or go."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from watchfiles import Change, watch

_STEP = 100  # milliseconds between two looks at `stop`


def changed_paths(
    roots: Sequence[Path], stop: threading.Event, anything: Callable[[], bool] = lambda: False
) -> Iterator[frozenset[bytes]]:
    """Yield the paths of files and folders that changed, some at a time, until told to stop.

    The first set is empty and says that from now on nothing is missed. Slow by nature: call it
    in a thread of its own.

    Args:
        roots: Absolute paths of folders and files; those that do not exist are passed over.
        stop: Ends the watch within a fraction of a second.
        anything: Asked about ten times a second; once it says True an empty set is yielded:
            everything must be looked at again.

    Raises:
        OSError: The system does not allow to watch so many folders.
    """
    folders = [root for root in roots if root.is_dir()]
    files = [root for root in roots if root.is_file()]
    watched = {
        *folders,
        *(file.parent for file in files if not folders),
        *(files if folders else ()),
    }
    if not watched:
        return

    def wanted(change: Change, path: str) -> bool:
        return _is_wanted(Path(path), folders, files)

    armed = False
    for changes in watch(
        *watched,
        watch_filter=wanted,
        stop_event=stop,
        step=_STEP,
        debounce=400,
        rust_timeout=_STEP,
        yield_on_timeout=True,
        raise_interrupt=False,
        ignore_permission_denied=True,
        recursive=bool(folders),
    ):
        if changes or not armed or anything():
            armed = True
            changed = () if anything() else changes
            yield frozenset(os.fsencode(path) for _, path in changed)


def _is_wanted(path: Path, folders: Sequence[Path], files: Sequence[Path]) -> bool:
    if path in files:
        return True
    return any(
        path.is_relative_to(folder)
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        for folder in folders
    )
