"""A real pseudo-terminal with a program in it: what it shows, and every byte it wrote."""

from __future__ import annotations

import os
import signal
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pexpect
import pyte

_PATIENCE = 60.0  # seconds; only ever used up where a test is about to fail


class Terminal:
    """A program run in a pseudo-terminal.

    Args:
        arguments: The command line, program first.
        size: Columns and rows.
        environment: What to add to the environment.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        size: tuple[int, int] = (80, 24),
        environment: dict[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        columns, rows = size
        self.output = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        # Programs believe these two before the terminal itself, and some test runners set them.
        inherited = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        variables = inherited | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            arguments[0],
            list(arguments[1:]),
            dimensions=(rows, columns),
            env=variables | (environment or {}),
            cwd=str(folder) if folder else None,
            timeout=_PATIENCE,
            preexec_fn=_hear_hang_ups,
        )
        self._child.delaybeforesend = None
        self.modes_before = termios.tcgetattr(self._child.child_fd)

    @property
    def screen(self) -> str:
        """What the terminal shows, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def modes(self) -> list[object]:
        """Return the settings of the terminal's line, to compare with `modes_before`."""
        return termios.tcgetattr(self._child.child_fd)

    def send(self, keys: str) -> None:
        """Type keys."""
        self._child.send(keys)

    def wait_for(self, text: str) -> None:
        """Return once the screen shows a text.

        Raises:
            AssertionError: It never did.
        """
        self.wait_until(lambda: text in self.screen, f"the screen to show {text!r}")

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Return once a condition holds, reading what the program writes.

        Raises:
            AssertionError: It never did.
        """
        deadline = time.monotonic() + _PATIENCE
        while not holds():
            if time.monotonic() > deadline or not self._read():
                raise AssertionError(f"waited in vain for {what}; the screen:\n{self.screen}")

    def leave(self) -> int:
        """Read on until the program has ended; return its exit status."""
        deadline = time.monotonic() + _PATIENCE
        while self._read():
            if time.monotonic() > deadline:
                raise AssertionError(f"the program does not end; the screen:\n{self.screen}")
        self._child.close()
        status = self._child.exitstatus
        return -1 if status is None else int(status)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._child.kill(number)

    def hang_up(self) -> int:
        """Take the terminal away; return the program's exit status once it has ended."""
        child: Any = self._child
        child.ptyproc.fileobj.close()
        child.ptyproc.wait()
        status = child.ptyproc.exitstatus
        return -1 if status is None else int(status)

    def kill(self) -> None:
        """End the program by force."""
        self._child.close(force=True)

    def _read(self) -> bool:
        try:
            written = self._child.read_nonblocking(65536, timeout=1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.output += written
        self._stream.feed(written)
        return True


def _hear_hang_ups() -> None:
    """Undo what ``nohup`` does, which whoever runs the tests may have used."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def reader(*paths: Path | str) -> list[str]:
    """Return the command line that opens the reader on some paths."""
    return [sys.executable, "-m", "tuireader", *map(str, paths)]
