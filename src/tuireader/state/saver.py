"""The thread that saves: soon after a change, several changes at once, again after a failure."""

from __future__ import annotations

import threading
from collections.abc import Callable
from math import inf
from time import monotonic

SAVE_WITHIN = 0.3
"""How long a change may wait for others to be saved with, in seconds."""
TRY_AGAIN_AFTER = 2.0
"""How long to wait after a save that failed, in seconds."""


class Saver:
    """Calls a function in a thread of its own whenever there is something to save.

    Args:
        save: Saves everything changed up to its call; raises OSError where it cannot, and then
            saves the same again at its next call.
        tidy: Called after each save that succeeded; nobody waits for it, and what it raises is
            a `problem`.
        delay: How long a change may wait for others, in seconds.
    """

    def __init__(
        self,
        save: Callable[[], None],
        tidy: Callable[[], None],
        delay: float = SAVE_WITHIN,
    ) -> None:
        self._save = save
        self._tidy = tidy
        self._delay = delay
        self._condition = threading.Condition()
        self._wanted = 0
        self._saved = 0
        self._failed: tuple[int, Exception] | None = None
        self._hurry = False
        self._due = inf
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="tuireader-state", daemon=True)
        self._thread.start()

    @property
    def problem(self) -> Exception | None:
        """Why the last save failed; None where it did not."""
        failed = self._failed
        return failed[1] if failed else None

    def wake(self, delay: float | None = None) -> None:
        """Say that there is something to save; returns at once.

        Args:
            delay: How long it may wait, in seconds; None for as long as any change.
        """
        with self._condition:
            self._wanted += 1
            if not self._failed:  # else it is tried again when that is due
                due = monotonic() + (self._delay if delay is None else delay)
                self._due = min(self._due, due)
            self._condition.notify_all()

    def flush(self) -> None:
        """Return once everything up to this call is saved.

        Raises:
            OSError: It could not be saved; it is tried again after a while.
        """
        with self._condition:
            wanted = self._wanted
            if self._saved >= wanted:
                return
            self._failed = None
            self._hurry = True
            self._condition.notify_all()
            self._condition.wait_for(lambda: self._saved >= wanted or self._gave_up(wanted))
            if self._saved < wanted and self._failed is not None:
                raise self._failed[1]

    def stop(self) -> None:
        """Let the thread end without saving more; safe to call twice."""
        with self._condition:
            self._stopping = True
            self._condition.notify_all()
        self._thread.join()

    def _gave_up(self, wanted: int) -> bool:
        return self._failed is not None and self._failed[0] >= wanted

    def _run(self) -> None:
        while self._wait():
            with self._condition:
                wanted = self._wanted
                self._hurry = False
            failed = None
            try:
                self._save()
            except Exception as error:  # whatever it was: keep the thread, and tell
                failed = (wanted, error)
            with self._condition:
                self._failed = failed
                if failed is None:
                    self._saved = wanted
                self._condition.notify_all()
            if failed is None:
                self._tidied(wanted)

    def _tidied(self, wanted: int) -> None:
        try:
            self._tidy()
        except Exception as error:  # likewise
            with self._condition:
                self._failed = (wanted, error)

    def _wait(self) -> bool:
        """Wait for something to save, and then a little for more; return False to end."""
        with self._condition:
            if self._failed:
                self._due = monotonic() + TRY_AGAIN_AFTER
            self._condition.wait_for(lambda: self._stopping or self._saved < self._wanted)
            while not (self._stopping or self._hurry):
                left = self._due - monotonic()
                if left <= 0:
                    break
                self._condition.wait(min(left, threading.TIMEOUT_MAX))
            self._due = inf
            return not self._stopping
