"""Being told to end: a request of the system, or a terminal that hangs up."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What ends the program in good order."""
GRACE = 3.0
"""Seconds for ending in good order; where the terminal is gone, writing to it may never end."""


def write_nowhere() -> None:
    """Lose what is still to be written: where the terminal is gone, Python would end with 120."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None and not stream.closed:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


class EndingSignals:
    """While entered, `SIGNALS` end the program with its place and its state kept.

    Signals that the program was started to ignore, as by ``nohup``, stay ignored.

    Args:
        app: The program.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._over = threading.Event()
        self.status: int | None = None
        """The exit status that a signal asks for, 128 and its number; None where none came."""

    def __enter__(self) -> Self:
        """Listen."""
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._caught)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Take note that the program has ended."""
        self._over.set()

    def _caught(self, number: int, frame: FrameType | None) -> None:
        if self.status is None:
            self.status = 128 + number
            threading.Thread(target=self._end, args=(self.status,), daemon=True).start()

    def _end(self, status: int) -> None:
        self._app.call_later(self._app.leave, status)
        if not self._over.wait(GRACE):
            with suppress(OSError):
                self._app.state.flush()
            os._exit(status)
