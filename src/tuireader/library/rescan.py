"""What to do so that the index says again what the folders hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tuireader.library.scan import Stamp


@dataclass(frozen=True, slots=True)
class Plan:
    """The difference between the index and the folders.

    Attributes:
        read: The files to read: new ones, changed ones, and those an older version has read.
        moved: Files that lie elsewhere now: the old path, and the stamp at the new one.
        gone: The paths that are no more.
        total: How many files there are.
    """

    read: tuple[Stamp, ...]
    moved: tuple[tuple[bytes, Stamp], ...]
    gone: tuple[bytes, ...]
    total: int


def compare(known: Mapping[bytes, tuple[int, int, int]], found: Iterable[Stamp]) -> Plan:
    """Return what has to be done.

    A file is taken to be unchanged where its size, time and inode are; it is taken to be moved
    where all three are those of a file that is gone.

    Args:
        known: Size, time and inode by path, as the index has them.
        found: The stamps of the files there are.
    """
    left = dict(known)
    read: list[Stamp] = []
    total = 0
    for stamp in found:
        total += 1
        if left.pop(stamp.path, None) != stamp[1:]:
            read.append(stamp)
    if not left or not read:
        return Plan(tuple(read), (), tuple(left), total)
    by_stamp = {values: path for path, values in left.items() if values[2]}
    moved: list[tuple[bytes, Stamp]] = []
    changed: list[Stamp] = []
    for stamp in read:
        old = None if stamp.path in known else by_stamp.pop(stamp[1:], None)
        if old is None:
            changed.append(stamp)
        else:
            moved.append((old, stamp))
            del left[old]
    return Plan(tuple(changed), tuple(moved), tuple(left), total)
