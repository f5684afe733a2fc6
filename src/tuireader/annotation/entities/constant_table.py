"""A table of texts by their keys that is asked as it lies in its file, without being read whole.

After D. J. Bernstein's constant database, "cdb", 1996: a hash of the key tells the bucket, and the
few records of a bucket are looked through. A dictionary of as many keys takes tens of milliseconds
to make and ten times the memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self
from zlib import crc32

from tuireader.annotation.entities.byte_order import bytes_of, numbers_in

_FILLING = 4
"""How many records a bucket holds on average."""
_OFFSET = 4
"""The bytes of an offset."""


class ConstantTable:
    """Texts by their keys; neither may hold a tab or a line feed."""

    def __init__(self, data: bytes) -> None:
        """Prepare.

        Args:
            data: The table as `to_bytes` gives it.
        """
        self._data = data
        self._size = int.from_bytes(data[:_OFFSET], "little")
        self._offsets = numbers_in(memoryview(data)[_OFFSET : _OFFSET * (self._size + 2)], "I")

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Self:
        """Return the table of some texts by their keys; their order does not matter."""
        size = 1 << max(0, len(texts).bit_length() - _FILLING.bit_length() + 1)
        buckets = [b""] * size
        for key in sorted(texts):
            record = f"\n{key}\t{texts[key]}".encode(errors="surrogatepass")
            if record.count(b"\n") + record.count(b"\t") != 2:
                raise ValueError(f"a tab or a line feed in {key!r} or in its text")
            buckets[crc32(_encoded(key)) % size] += record
        offsets, at = [], _OFFSET * (size + 2)
        for bucket in buckets:
            offsets.append(at)
            at += len(bucket)
        offsets.append(at)
        return cls(size.to_bytes(_OFFSET, "little") + bytes_of("I", offsets) + b"".join(buckets))

    def to_bytes(self) -> bytes:
        """Return the table as it is kept in a file.

        It is the number of buckets, where each begins and the last ends, and the buckets, each of
        records of a line feed, a key, a tab and a text. Numbers are of 32 bits, little-endian.
        """
        return self._data

    def get(self, key: str) -> str | None:
        """Return the text of a key; None where there is none."""
        encoded = _encoded(key)
        bucket = crc32(encoded) % self._size
        records = self._data[self._offsets[bucket] : self._offsets[bucket + 1]]
        _, found, rest = records.partition(b"\n" + encoded + b"\t")
        return rest.partition(b"\n")[0].decode(errors="surrogatepass") if found else None


def _encoded(key: str) -> bytes:
    return key.encode(errors="surrogatepass")
