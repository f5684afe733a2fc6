"""How far bringing the index up to date has come."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tuireader.library.entry import Entry


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of an update.

    Attributes:
        done: How many files have been read.
        total: How many there are to read.
        part: How much of the files that are partly read has been read: the sum of the share of
            each, from 0 to 1.
        entries: The new or changed entries of this step.
        gone: The files that are no more (or lie elsewhere now), in the first step only.
    """

    done: int
    total: int
    entries: tuple[Entry, ...] = ()
    gone: tuple[Path, ...] = ()
    part: float = 0.0
