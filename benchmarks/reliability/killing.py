"""Programs that are killed while they write, and what is left of what they acknowledged."""

from __future__ import annotations

import os
import random
import select
import signal
import time
from contextlib import suppress
from itertools import count
from pathlib import Path
from unittest.mock import patch

from tuireader.state import ReaderState, Subject, open_state, state_files

ARTICLES = 40
"""So few that the same article is changed again and again."""
SMALL_JOURNAL = 3000
"""Journals of this size, in bytes, are folded: so few changes that kills meet folds."""
_NUMBER = 8


def kill_while_writing(
    folder: Path, rng: random.Random, first: int, patience: float = 10
) -> dict[int, int]:
    """Start a program that changes the state in a folder, and kill it (SIGKILL) at some moment.

    Args:
        folder: The state's folder; what is there from before is continued.
        rng: Chooses the moment, up to 40 ms after the program has started to write.
        first: The number of the program's first change.
        patience: How long to wait for its first acknowledgement, in seconds.

    Returns:
        By article, the number of the last change that was acknowledged.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _write_for_ever(folder, writer, first)
    os.close(writer)
    try:
        select.select([reader], [], [], patience)
        time.sleep(rng.uniform(0, 0.04))
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as acknowledged:
        content = acknowledged.read()
    numbers = [
        int.from_bytes(content[at : at + _NUMBER])
        for at in range(0, len(content) - _NUMBER + 1, _NUMBER)
    ]
    return {number % ARTICLES: number for number in numbers}


def lost(folder: Path, acknowledged: dict[int, int]) -> list[str]:
    """Open the state as the next program would, and return what is missing or wrong, in words."""
    state = open_state(folder)
    try:
        return [*state.notices, *missing(state, acknowledged)]
    finally:
        state.close()


def missing(state: ReaderState, acknowledged: dict[int, int]) -> list[str]:
    """Return which acknowledged changes a state does not have, in words."""
    found = {number: state.record(f"article-{number}").position for number in acknowledged}
    return [
        f"article {article}: change {number} lost, {found[article]} found"
        for article, number in acknowledged.items()
        if found[article] < number
    ]


def write(state: ReaderState, number: int) -> None:
    """Make the change of a number, which `missing` looks for."""
    subject = Subject(f"article-{number % ARTICLES}", f"/articles/{number % ARTICLES}")
    state.set_position(subject, number, 0.5)


def _write_for_ever(folder: Path, acknowledge: int, first: int) -> None:
    """Change the state and say so after each flush, until killed or orphaned; never returns."""
    parent = os.getppid()
    try:
        with patch.object(state_files, "FOLD_AT", SMALL_JOURNAL):
            state = open_state(folder)
            for number in count(first):
                while state.read_only and os.getppid() == parent:
                    time.sleep(0.1)
                if os.getppid() != parent:
                    return
                write(state, number)
                with suppress(OSError):
                    state.flush()
                    os.write(acknowledge, number.to_bytes(_NUMBER))
    finally:
        os._exit(1)
