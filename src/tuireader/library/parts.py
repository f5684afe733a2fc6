"""Files that are read in parts: how far each has come, and where it goes on after a break.

While a file is only partly read, its versions in the index say how far all its articles are as
they should be. A later start finds that out from the state of the file alone, and goes on there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tuireader.library.extract import made_by
from tuireader.library.file_reading import Piece
from tuireader.library.recipe import Recipe
from tuireader.library.records import FileRecord
from tuireader.library.rescan import key_in, version_key
from tuireader.library.scan import Stamp

_STEP = 100
_MOST = 200_000


def made_as_far_as(recipe: Recipe, item: int) -> str:
    """Return what stands for `made_by` where only the articles below one are as they should be.

    Args:
        recipe: How the file is read.
        item: The article, as `Entry.item`; it is rounded down.
    """
    return _mark(made_by(recipe), item)


def pieces(stamps: Iterable[Stamp], known: Mapping[bytes, int], recipe: Recipe) -> Iterator[Piece]:
    """Yield what is to be read of some files: those begun before from where they go on.

    Args:
        stamps: The files.
        known: The state of each file that is in the index, by its path.
        recipe: How they are read.
    """
    for stamp in stamps:
        before = known.get(stamp.path)
        yield Piece(stamp, 0 if before is None else _begun(recipe).get(key_in(before, stamp), 0))


def is_begun(state: int, stamp: Stamp, recipe: Recipe) -> bool:
    """Return whether a file is only partly read.

    Args:
        state: What the index has as its state.
        stamp: The file as it is now.
        recipe: How it is read.
    """
    return key_in(state, stamp) in _begun(recipe)


def _begun(recipe: Recipe) -> Mapping[int, int]:
    return _as_far(made_by(recipe), _STEP)


@lru_cache(maxsize=4)
def _as_far(versions: str, step: int) -> Mapping[int, int]:
    """Return up to which article a file has come, by the key of its versions."""
    return {version_key(_mark(versions, item)): item for item in range(0, _MOST, step)}


def _mark(versions: str, item: int) -> str:
    return f"{versions}:as far as {item // _STEP * _STEP}"


@dataclass
class _Part:
    """How far a file has come.

    Attributes:
        end: All articles below are done.
        items: How many there are.
        done: How many are done.
        ahead: Where what is done further on ends, by where it begins.
    """

    end: int
    items: int
    done: int
    ahead: dict[int, int] = field(default_factory=dict)


class Parts:
    """How far the files of a run have come that are read in parts.

    Args:
        recipe: How they are read.

    Attributes:
        whole: How many files have been read to their end.
    """

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._parts: dict[bytes, _Part] = {}
        self.whole = 0

    @property
    def share(self) -> float:
        """How much of these files has been read: the sum of the share of each."""
        return sum(part.done / part.items for part in self._parts.values())

    def took(self, record: FileRecord) -> FileRecord:
        """Return a record as the index is to get it: with how far its file has come.

        Args:
            record: A file, or the next part of one that came.
        """
        if not record.items:
            self.whole += 1
            return record
        path = record.stamp.path
        begun = _Part(record.first, record.items, record.first)
        part = self._parts.setdefault(path, begun)
        part.ahead[record.first] = record.end
        part.done += record.end - record.first
        while part.end in part.ahead:
            part.end = part.ahead.pop(part.end)
        if part.end >= part.items:
            del self._parts[path]
            self.whole += 1
            return record
        return replace(record, made_by=made_as_far_as(self._recipe, part.end), complete=False)
