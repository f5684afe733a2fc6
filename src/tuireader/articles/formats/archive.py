"""Files packed in others, read in bounded time and memory.

A few kilobytes can unpack to terabytes ("zip bombs"), so what is unpacked is counted while it is
unpacked; sizes that an archive states of itself are not relied on.
"""

from __future__ import annotations

import gzip
import io
import lzma
import struct
import zipfile
import zlib
from typing import IO

MAXIMUM_MEMBER = 50_000_000
"""How many bytes one packed file may have."""
MAXIMUM_TOTAL = 200_000_000
"""How many bytes are unpacked of one archive."""
MAXIMUM_MEMBERS = 20_000
"""How many files an archive may list."""
_CHUNK = 1 << 18
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
    struct.error,
)


class ArchiveError(Exception):
    """An archive cannot be read; the message is a sentence for the reader."""


class BoundedZip:
    """A ZIP archive that never unpacks more than it may.

    Attributes:
        names: The names of the files in it, in its own order.
    """

    def __init__(self, data: bytes) -> None:
        """Open an archive.

        Args:
            data: The whole archive.

        Raises:
            ArchiveError: It is damaged or lists too many files.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (
            zipfile.BadZipFile,
            ValueError,
            OSError,
            NotImplementedError,
            OverflowError,
        ) as error:
            raise ArchiveError("The file is damaged or not complete.") from error
        self.names = self._zip.namelist()
        if len(self.names) > MAXIMUM_MEMBERS:
            raise ArchiveError(f"The file holds more than {MAXIMUM_MEMBERS:,} packed files.")
        self._unpacked = 0

    def read(self, name: str) -> bytes:
        """Return the content of a packed file.

        Args:
            name: One of `names`.

        Raises:
            ArchiveError: There is no such file, it is damaged, locked with a password or too large.
        """
        try:
            with self._zip.open(name) as member:
                content = self._read_bounded(member)
        except ArchiveError:
            raise
        except KeyError as error:
            raise ArchiveError("The file is not complete: a part of it is missing.") from error
        except _DAMAGE as error:
            raise ArchiveError("The file is damaged or not complete.") from error
        except RuntimeError as error:
            raise ArchiveError("The file is locked with a password.") from error
        return content

    def _read_bounded(self, member: IO[bytes]) -> bytes:
        chunks: list[bytes] = []
        size = 0
        while chunk := member.read(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            self._unpacked += len(chunk)
            if size > MAXIMUM_MEMBER or self._unpacked > MAXIMUM_TOTAL:
                raise ArchiveError("The file unpacks to more than tuireader reads.")
        return b"".join(chunks)


def gunzip(data: bytes, limit: int = MAXIMUM_MEMBER) -> tuple[bytes, bool]:
    """Return what a gzip file holds, and whether that is all of it.

    A file that was cut off gives what can be unpacked of it.

    Args:
        data: The whole file; it may have several members.
        limit: How many bytes to unpack at most.

    Raises:
        ArchiveError: Nothing can be unpacked, or it is more than the limit.
    """
    parts: list[bytes] = []
    size = 0
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            while chunk := file.read1(_CHUNK):
                parts.append(chunk)
                size += len(chunk)
                if size > limit:
                    raise ArchiveError(f"The file unpacks to more than {limit // 1_000_000} MB.")
    except (zlib.error, EOFError, OSError) as error:
        if not parts:
            raise ArchiveError("The file is damaged or not complete.") from error
        return b"".join(parts), False
    return b"".join(parts), True
