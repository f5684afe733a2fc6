"""The journal: changed documents, one a line, until they are folded into the state file.

A line is the CRC-32 of its JSON in eight hexadecimal digits, a space, and the JSON: an array of
table, key and document. The first line is an object that says what the file is. Documents join
(see `documents`), so reading a line twice, or one already folded, changes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from tuireader.state.documents import Fields, Tables, join_tables
from tuireader.state.encoding import decode, encode
from tuireader.state.files import sync_folder
from tuireader.state.migrations import SCHEMA, migrate
from tuireader.state.snapshot import DamagedError, NewerStateError, is_document

FORMAT = "tuireader-journal"
_LINES_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal that was read.

    Attributes:
        tables: Its documents.
        device: The machine that wrote it; empty where its first line is missing.
        damaged: The number of whole lines that could not be read. An unfinished last line is
            not damage: nothing in it was ever acknowledged.
        length: Where the last whole line ends, in bytes.
    """

    tables: Tables
    device: str
    damaged: int
    length: int


class JournalWriter:
    """Adds to a journal.

    Args:
        path: The file; made at the first save.
        device: The machine that writes.
        length: How much of the file that stands there is good, in bytes.
    """

    def __init__(self, path: Path, device: str, length: int = 0) -> None:
        self._path = path
        self._device = device
        self._inode = 0
        self.length = length

    def append(self, documents: Iterable[tuple[str, str, Fields]]) -> None:
        """Add documents, given as table, key and fields; return once they are on the disk.

        Raises:
            OSError: They could not be written; a later call starts after the last good line.
            FileNotFoundError: The file went away under us, and with it earlier lines.
        """
        new = self.length == 0
        flags = os.O_RDWR | getattr(os, "O_BINARY", 0)
        file = os.open(self._path, flags | (os.O_CREAT if new else 0), 0o600)
        with os.fdopen(file, "r+b", buffering=1 << 16) as stream:
            status = os.fstat(file)
            if status.st_size < self.length or status.st_ino != (self._inode or status.st_ino):
                raise FileNotFoundError(f"{self._path} was changed by another program")
            stream.truncate(self.length)
            stream.seek(self.length)
            if new:
                header = {"format": FORMAT, "schema": SCHEMA, "device": self._device}
                stream.write(_line(encode(header)))
            for document in documents:
                stream.write(_line(encode(document)))
            stream.flush()
            os.fsync(file)
            length = stream.tell()
        if new:
            sync_folder(self._path.parent)
        self.length, self._inode = length, status.st_ino


def read_journal(path: Path) -> Journal:
    """Read a journal, as far as it can be read.

    Raises:
        FileNotFoundError: There is none.
        OSError: It cannot be read.
        NewerStateError: A newer version wrote it.
    """
    return parse_journal(path.read_bytes(), path)


def parse_journal(content: bytes, path: Path) -> Journal:
    """Return what the content of a journal means; errors as in `read_journal`."""
    tables: Tables = {}
    device, schema, damaged = "", SCHEMA, 0
    length = content.rfind(b"\n") + 1
    for line in content[:length].split(b"\n")[:-1]:
        try:
            value = _value(line)
            if isinstance(value, dict):
                device, schema = str(value["device"]), int(value["schema"])
                if schema > SCHEMA:
                    raise NewerStateError(path, schema)
                continue
            table, key, document = value
            step = migrate({table: {key: document}}, schema)
            if not is_document(document):
                raise DamagedError(f"{path} holds something that is no document")
        except (ValueError, LookupError, TypeError, DamagedError):
            damaged += 1
            continue
        join_tables(tables, step)
    return Journal(tables, device, damaged, length)


def _line(content: bytes) -> bytes:
    return b"%08x %s\n" % (crc32(content), content)


def _value(line: bytes) -> Any:
    mark, _, content = line.partition(b" ")
    if int(mark, 16) != crc32(content):
        raise ValueError("the check sum is wrong")
    return decode(content)
