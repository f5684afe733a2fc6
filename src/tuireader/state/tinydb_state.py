"""Opening the state: the lock, the files, and what the reader must be told of them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from tuireader.state.collector import collector_paused
from tuireader.state.device import device_name
from tuireader.state.files import make_folder
from tuireader.state.history import History
from tuireader.state.ledger import Ledger
from tuireader.state.live_state import TinyDBState
from tuireader.state.loading import Loaded, load
from tuireader.state.lock import FileLock
from tuireader.state.stamps import Clock, now
from tuireader.state.state_files import StatePaths

__all__ = ["TinyDBState", "open_state"]


def open_state(
    folder: Path,
    clock: Clock = now,
    device: str | None = None,
    undo_key: str = "U",
    read_only: bool = False,
) -> TinyDBState:
    """Open the reader's state; see its `notices` for what the reader must be told.

    Args:
        folder: Where it is kept; made where it is missing.
        clock: Tells the time.
        device: The name of this machine; by default `device_name`.
        undo_key: The key that undoes, as messages name it.
        read_only: Look at it without taking it: a running reader keeps it, nothing is written.

    Raises:
        NewerStateError: A newer version of the program wrote it; nothing was touched.
    """
    paths = StatePaths(folder, device or device_name(folder))
    lock, reason = (None, "It was opened to be looked at.") if read_only else _lock(paths)
    try:
        with collector_paused():
            loaded = load(paths, may_write=lock is not None)
    except OSError as error:
        loaded = Loaded()
        reason = (
            reason or f"{paths.snapshot} cannot be read ({error.strerror}): check its permissions."
        )
        _release(lock)
        lock = None
    except BaseException:
        _release(lock)
        raise
    if lock is None:
        loaded.notices.insert(0, f"{reason} What you do now will not be kept.")
    ledger = Ledger(paths, loaded, lock, clock)
    notices = tuple(loaded.notices)
    return TinyDBState(
        ledger, History(ledger, undo_key), paths.snapshot, notices, lock is None, reason
    )


def _lock(paths: StatePaths) -> tuple[FileLock | None, str]:
    try:
        make_folder(paths.folder)
        return FileLock(paths.lock), ""
    except BlockingIOError:
        told = f"Another tuireader is running and keeps the state in {paths.folder}:"
        return None, f"{told} leave that one first."
    except OSError as error:
        why = error.strerror or error
        return None, f"The state folder {paths.folder} cannot be written to ({why})."


def _release(lock: FileLock | None) -> None:
    if lock is not None:
        with suppress(OSError):
            lock.release()
