"""A command of the system that gets a text and answers with one."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

MOST_READ = 400_000
"""Bytes of the output that are read; the rest is left."""


class CommandRun:
    """A command that runs, away from the terminal.

    Args:
        command: One line for the shell, or a program with its arguments for no shell.
        text: What it reads from its standard input.

    Raises:
        OSError: There is no such program, or it cannot be run.
    """

    def __init__(self, command: str | Sequence[str], text: str = "") -> None:
        self._output: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `wait`)
        try:
            with tempfile.TemporaryFile() as given:
                given.write(text.encode("utf-8", "replace"))
                given.seek(0)
                self._process = subprocess.Popen(
                    command if isinstance(command, str) else list(command),
                    shell=isinstance(command, str),
                    stdin=given,
                    stdout=self._output,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
        except BaseException:
            self._output.close()
            raise

    def wait(self) -> tuple[str, int]:
        """Return what it wrote, errors included, and its exit status, once it has ended."""
        status = self._process.wait()
        with self._output as output:
            output.seek(0)
            return output.read(MOST_READ).decode("utf-8", "replace"), status

    def stop(self) -> None:
        """End it, and what it started, if it still runs."""
        if self._process.poll() is None:
            with suppress(OSError):
                if hasattr(os, "killpg"):
                    os.killpg(self._process.pid, signal.SIGTERM)
                else:
                    self._process.terminate()
