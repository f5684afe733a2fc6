"""Reading the files of the library in the background."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tuireader.library.entry import Entry
from tuireader.library.library import Library

INTERVAL = 0.15
"""Seconds between two messages about what was read."""


@dataclass
class LibraryListed(Message):
    """All that is known of the library without reading its files."""

    entries: list[Entry]


@dataclass
class EntriesRead(Message):
    """Files have been read.

    Attributes:
        entries: What is in them.
        gone: Files that are no longer there.
        done: How many files have been read so far.
        total: How many there are to read.
        finished: Whether no more will come.
    """

    entries: list[Entry]
    gone: list[Path]
    done: int
    total: int
    finished: bool = False


@dataclass
class LibraryFailed(Message):
    """The library could not be read to its end."""

    reason: str


class LibraryRefresher:
    """Lists the library for a screen, then reads what is new.

    Args:
        screen: Where the messages go.
        library: The library.
    """

    def __init__(self, screen: Screen[None], library: Library) -> None:
        self._screen: Screen[None] = screen
        self._library = library
        self._worker: Worker[None] | None = None

    @property
    def running(self) -> bool:
        """Whether files are being read."""
        return self._worker is not None and not self._worker.is_finished

    def start(self) -> None:
        """Begin, or begin anew."""
        self._worker = self._screen.run_worker(
            self._work, thread=True, exclusive=True, group="refresh", name="refresh"
        )

    def stop(self) -> None:
        """Stop after the file that is being read."""
        if self._worker is not None:
            self._worker.cancel()
            self._worker = None

    def _work(self) -> None:
        try:
            self._screen.post_message(LibraryListed(self._library.entries()))
            self._update()
        except Exception as error:
            self._screen.post_message(LibraryFailed(f"{type(error).__name__}: {error}"))

    def _update(self) -> None:
        worker = get_current_worker()
        entries: list[Entry] = []
        gone: list[Path] = []
        done = total = 0
        told = monotonic()
        for progress in self._library.update():
            if worker.is_cancelled:
                return
            entries += progress.entries
            gone += progress.gone
            done, total = progress.done, progress.total
            if monotonic() - told > INTERVAL:
                self._screen.post_message(EntriesRead(entries, gone, done, total))
                entries, gone, told = [], [], monotonic()
        self._screen.post_message(EntriesRead(entries, gone, done, total, finished=True))
