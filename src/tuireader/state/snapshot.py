"""The state file: JSON with one document a line, which people and TinyDB can read.

The file is an object of tables, as TinyDB keeps it; a table is an object of documents by key.
The table ``about`` says what the file is: its format, its schema, its machine, when it was saved.
`docs/state.md` describes every table and field.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from tuireader.state.documents import CHANGED, Tables
from tuireader.state.encoding import decode, encode
from tuireader.state.migrations import SCHEMA, migrate

FORMAT = "tuireader-state"
ABOUT = "about"
"""The table that says what the file is; not part of the state."""
_TEXT = {str}
_LINES_AT_ONCE = 200
"""So few that other threads run in between: encoding holds the interpreter for its whole call."""


class DamagedError(Exception):
    """What a file holds is not a state file."""


class NewerStateError(Exception):
    """A state file was written by a newer version of the program; it was not touched.

    Args:
        path: The file.
        schema: Its schema.
    """

    def __init__(self, path: Path, schema: int) -> None:
        super().__init__(
            f"{path} was written by a newer version of tuireader (schema {schema}; this version "
            f"knows up to {SCHEMA}). It was left as it is. Update tuireader, or set "
            "TUIREADER_STATE to another folder."
        )
        self.path = path
        self.schema = schema


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state file that was read.

    Attributes:
        tables: Its tables, in the present schema, without ``about``.
        device: The machine that wrote it.
        saved: When, ISO 8601 in UTC.
        schema: The schema it was written in.
    """

    tables: Tables
    device: str
    saved: str
    schema: int = SCHEMA


def snapshot_chunks(tables: Tables, device: str, saved: str) -> Iterator[bytes]:
    """Yield the content of a state file, a few documents at a time.

    Args:
        tables: What to write; must not change meanwhile (a copy of each table is enough).
        device: The machine that writes it.
        saved: The moment, ISO 8601 in UTC.
    """
    about = {"format": FORMAT, "schema": SCHEMA, "device": device, "saved": saved}
    yield b'{\n"about": {\n"file": ' + encode(about) + b"\n}"
    for name, table in tables.items():
        yield b",\n" + encode(name) + b": {"
        documents = iter(table.items())
        between = b"\n"
        while some := list(islice(documents, _LINES_AT_ONCE)):
            yield between + b",\n".join(encode(key) + b": " + encode(doc) for key, doc in some)
            between = b",\n"
        yield b"\n}"
    yield b"\n}\n"


def read_snapshot(path: Path) -> Snapshot:
    """Read a state file.

    Raises:
        FileNotFoundError: There is none.
        OSError: It cannot be read.
        DamagedError: It is no state file, or not a whole one.
        NewerStateError: A newer version wrote it.
    """
    return parse_snapshot(path.read_bytes(), path)


def parse_snapshot(content: bytes, path: Path) -> Snapshot:
    """Return what the content of a state file means; errors as in `read_snapshot`."""
    try:
        tables = decode(content)
        about = tables.pop(ABOUT)["file"]
        schema, device, saved = about["schema"], about["device"], about["saved"]
        known = about["format"] == FORMAT and isinstance(schema, int)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedError(f"{path} is not a whole state file") from error
    if not known:
        raise DamagedError(f"{path} is not a state file of tuireader")
    if schema > SCHEMA:
        raise NewerStateError(path, schema)
    tables = migrate(tables, schema)
    if not all(_is_table(table) for table in tables.values()):
        raise DamagedError(f"{path} holds something that is no document")
    return Snapshot(tables, str(device), str(saved), schema)


def is_document(value: Any) -> bool:
    """Whether a value is a document: fields, and stamps under `CHANGED`."""
    if not isinstance(value, dict):
        return False
    changed = value.get(CHANGED, {})
    return isinstance(changed, dict) and set(map(type, changed.values())) <= _TEXT


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) and all(is_document(document) for document in value.values())
