"""What to do so that the index says again what the folders hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from tuireader.library.scan import Stamp

_63_BITS = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Plan:
    """The difference between the index and the folders.

    Attributes:
        read: The files to read, in the order of paths: new ones, changed ones, and those that
            other versions have read.
        moved: Files that lie elsewhere now: the old path, and the stamp at the new one.
        gone: The paths that are no more.
        total: How many files there are.
    """

    read: tuple[Stamp, ...]
    moved: tuple[tuple[bytes, Stamp], ...]
    gone: tuple[bytes, ...]
    total: int


def version_key(made_by: str) -> int:
    """Return the number that stands for versions in the state of a file."""
    return int.from_bytes(blake2b(made_by.encode(), digest_size=8).digest()) & _63_BITS


def state_of(stamp: Stamp, key: int) -> int:
    """Return one number for a file's size, time, inode and the versions it was read with.

    The index keeps it of each file; while it is the same, the file is not read again.

    Args:
        stamp: The file.
        key: As `version_key` makes it.
    """
    return (stamp.modified ^ stamp.size << 20 ^ stamp.inode ^ key) & _63_BITS


def key_in(state: int, stamp: Stamp) -> int:
    """Return the key that a state was made with, provided that it is of this stamp."""
    return state ^ state_of(stamp, 0)


def compare(
    known: Mapping[bytes, int],
    found: Iterable[Stamp],
    key: int,
    other_key: Callable[[bytes], int],
) -> Plan:
    """Return what has to be done.

    A file is taken to be unchanged where its state is; it is taken to be moved where its state
    is that of a file that is gone.

    Args:
        known: The state of each file by its path, as the index has them.
        found: The stamps of the files there are.
        key: The present versions.
        other_key: The same for a file that could not be read when it was tried, or in which the
            reader put something right.
    """
    left = dict(known)
    new: list[Stamp] = []
    read: list[Stamp] = []
    total = 0
    for stamp in found:
        total += 1
        path, size, modified, inode = stamp
        before = left.pop(path, None)
        # As `state_of`, in place because it is done for each file at each start.
        if before == (modified ^ size << 20 ^ inode ^ key) & _63_BITS:
            continue
        if before is None:
            new.append(stamp)
        elif before != state_of(stamp, other_key(path)):
            read.append(stamp)
    moved: list[tuple[bytes, Stamp]] = []
    by_state = {state: path for path, state in left.items()} if new else {}
    for stamp in new:
        old = by_state.pop(state_of(stamp, key), None) if stamp.size >= 0 else None
        if old is None:
            read.append(stamp)
        else:
            moved.append((old, stamp))
            del left[old]
    return Plan(tuple(sorted(read)), tuple(moved), tuple(left), total)
