"""Reading the files of the library in the background."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic

from textual.message import Message
from textual.screen import Screen

from tuireader.app.looking import Answer, FirstList
from tuireader.app.source import ArticleSource
from tuireader.language import translated as _
from tuireader.library.entry import Entry
from tuireader.library.progress import Progress

INTERVAL = 0.15
"""Seconds between two messages about what was read."""


@dataclass
class LibraryListed(Message):
    """All that is known of the library without reading its files.

    Attributes:
        answer: What was known at the last start.
        waiting: Where nothing was, the files, each with its name for a title.
    """

    answer: Answer
    waiting: list[Entry]


@dataclass
class EntriesRead(Message):
    """Files have been read.

    Attributes:
        entries: What is in them.
        gone: Files that are no longer there.
        done: How many files have been read so far.
        total: How many there are to read.
        finished: Whether no more will come.
        part: How much of the files that are partly read has been read: the sum of the share of
            each.
    """

    entries: list[Entry]
    gone: list[Path]
    done: int
    total: int
    finished: bool = False
    part: float = 0.0

    @property
    def progress(self) -> str:
        """How far it is, in words; empty once nothing is left to be read."""
        if self.finished or not self.total:
            return ""
        told = _("Reading files: {done} of {total}").format(done=self.done, total=self.total)
        if not self.part:
            return told
        return told + f" ({100 * (self.done + self.part) / self.total:.0f} %)"


@dataclass
class LibraryFailed(Message):
    """The library could not be read to its end."""

    reason: str


class LibraryRefresher:
    """Lists the library for a screen, reads what is new, then follows what changes.

    Args:
        screen: Where the messages go.
        library: The library.
    """

    def __init__(self, screen: Screen[None], library: ArticleSource) -> None:
        self._screen: Screen[None] = screen
        self._library = library
        self._stop = threading.Event()
        self._begun = False
        self._reading = False
        self._asked = 0
        self._asking = threading.Lock()

    @property
    def running(self) -> bool:
        """Whether files are being read; not while waiting for them to change."""
        return self._reading

    def list(self, first: FirstList) -> None:
        """Post a message with the first list, once it is found."""

        def work() -> None:
            try:
                answer = first.wait()
                known = answer.found is not None and answer.found.total > 0
                waiting = [] if known else self._library.entries()
                self._screen.post_message(LibraryListed(answer, waiting))
            except Exception as error:
                self._screen.post_message(LibraryFailed(f"{type(error).__name__}: {error}"))

        self._screen.run_worker(work, thread=True, group="list", name="list")

    def start(self) -> None:
        """Begin to read what is new, unless it has begun or was stopped before."""
        if self._begun or self._stop.is_set():
            return
        self._begun = self._reading = True
        self._screen.run_worker(self._work, thread=True, group="refresh", name="refresh")

    def read_anew(self) -> None:
        """Read everything anew that was read otherwise than is wanted now.

        What is being read is left at its next step, and read as is wanted.
        """
        with self._asking:
            self._asked += 1
            if not self._begun or self._reading or self._stop.is_set():
                return
            self._reading = True
        self._screen.run_worker(self._update, thread=True, group="refresh", name="read anew")

    def read_in_new_encodings(self) -> None:
        """Read the files anew for which the reader chose another encoding."""
        self._read_some(self._library.read_in_new_encodings)

    def read_corrected(self) -> None:
        """Read the files anew in which the reader put something right."""
        self._read_some(self._library.read_corrected)

    def _read_some(self, steps: Callable[..., Iterator[Progress]]) -> None:
        stop = self._stop

        def work() -> None:
            try:
                self._tell(steps(stop=stop.is_set), stop)
            except Exception as error:
                self._screen.post_message(LibraryFailed(f"{type(error).__name__}: {error}"))

        self._screen.run_worker(work, thread=True, group="encodings", name="encodings")

    def stop(self) -> None:
        """Stop after the file that is being read, and follow no changes."""
        self._stop.set()
        self._reading = False

    def _work(self) -> None:
        stop = self._stop
        if self._update() and not stop.is_set():
            try:
                self._tell(self._library.watch(stop), stop)
            except Exception as error:
                self._screen.post_message(LibraryFailed(f"{type(error).__name__}: {error}"))

    def _update(self) -> bool:
        """Read what is new until nothing else is wanted meanwhile; return whether that was done."""
        try:
            while self._reading:
                asked = self._asked
                self._tell(self._library.update(stop=partial(self._is_to_leave, asked)), self._stop)
                with self._asking:
                    self._reading = self._asked != asked and not self._stop.is_set()
        except Exception as error:
            self._reading = False
            self._screen.post_message(LibraryFailed(f"{type(error).__name__}: {error}"))
            return False
        return True

    def _is_to_leave(self, asked: int) -> bool:
        return self._stop.is_set() or self._asked != asked

    def _tell(self, steps: Iterator[Progress], stop: threading.Event) -> None:
        entries: list[Entry] = []
        gone: list[Path] = []
        done = total = 0
        told = monotonic()
        for step in steps:
            if stop.is_set():
                return
            entries += step.entries
            gone += step.gone
            done, total = step.done, step.total
            all_read = not self._reading and done >= total
            if all_read or monotonic() - told > INTERVAL:
                self._screen.post_message(
                    EntriesRead(entries, gone, done, total, all_read, step.part)
                )
                entries, gone, told = [], [], monotonic()
        if not stop.is_set():
            self._screen.post_message(EntriesRead(entries, gone, done, total, finished=True))
