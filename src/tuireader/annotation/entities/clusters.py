"""Clusters of words that are used alike, looked up by a hash of the word.

The words themselves are not kept: a table of 32-bit checksums takes little room and no time to
load. A word that is not in the table is taken for one that is with a chance of about 1 in 15,000.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Self
from zlib import crc32

from tuireader.annotation.entities.byte_order import bytes_of, numbers_in
from tuireader.annotation.entities.shipped import DATA


class Clusters:
    """The clusters of words, whatever their case."""

    def __init__(self, checksums: Sequence[int], numbers: Sequence[int]) -> None:
        """Prepare.

        Args:
            checksums: The checksums of the words in lower case, in ascending order.
            numbers: The cluster of each.
        """
        self._checksums = checksums
        self._numbers = numbers

    @classmethod
    def of_words(cls, clusters: Mapping[str, int]) -> Self:
        """Return the table of some words in lower case and their clusters."""
        found: dict[int, int] = {}
        for word in sorted(clusters):
            found.setdefault(_checksum(word), clusters[word])
        pairs = sorted(found.items())
        return cls([checksum for checksum, _ in pairs], [number for _, number in pairs])

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a table: all checksums, then all numbers, both little-endian."""
        size = len(data) // 6
        table = memoryview(data)
        return cls(numbers_in(table[: 4 * size], "I"), numbers_in(table[4 * size :], "H"))

    def to_bytes(self) -> bytes:
        """Return the table as `from_bytes` reads it."""
        return bytes_of("I", self._checksums) + bytes_of("H", self._numbers)

    def number(self, word: str) -> int | None:
        """Return the cluster of a word; None where it is in none."""
        at = self.place(word)
        return None if at is None else self._numbers[at]

    def place(self, word: str) -> int | None:
        """Return where in the table a word stands, whatever its case; None where it does not."""
        checksum = _checksum(word.lower())
        at = bisect_left(self._checksums, checksum)
        if at < len(self._checksums) and self._checksums[at] == checksum:
            return at
        return None

    def __len__(self) -> int:
        return len(self._checksums)

    def __contains__(self, word: object) -> bool:
        """Whether a word is in the table, whatever its case."""
        return isinstance(word, str) and self.number(word) is not None


def family(number: int) -> int:
    """Return the family of a cluster: a larger group of clusters that are used alike."""
    return number >> 8


def _checksum(word: str) -> int:
    return crc32(word.encode(errors="surrogatepass"))


@cache
def clusters() -> Clusters:
    """Return the clusters of the package, read once."""
    return Clusters.from_bytes((DATA / "clusters.bin").read_bytes())
