"""Adding a name to the reader's own list beside ``config.toml``, and taking it away again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tuireader.annotation.entities.own_names import OwnName, read_own_names
from tuireader.articles.broken_list import BrokenListError
from tuireader.config.annotation import NAMES
from tuireader.config.edit import replace_file
from tuireader.config.names_text import fits_line, with_name, without_name
from tuireader.language import retold
from tuireader.language import translated as _

NAMES_TOML, NAMES_TXT = NAMES
_BYTE_ORDER_MARK = "\ufeff"


class NamesFileError(Exception):
    """A list of names was not changed; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class NameChange:
    """A name that was added to a list, or taken out of it.

    Attributes:
        path: The list.
        name: The name.
        added: Whether it was added.
        before: What stood in the list; None where there was none.
        after: What stands in it since.
    """

    path: Path
    name: OwnName
    added: bool
    before: str | None
    after: str

    def take_back(self) -> None:
        """Let the list be as it was; where it was changed since, change this name alone.

        Raises:
            NamesFileError: It cannot be done.
        """
        if _read(self.path) != self.after:
            _change(self.path, self.name, add=not self.added)
        elif self.before is None:
            _delete(self.path)
        else:
            _write(self.path, self.before)

    def do_again(self) -> None:
        """Change the list again; errors as of `take_back`."""
        if _read(self.path) == self.before:
            _write(self.path, self.after)
        else:
            _change(self.path, self.name, add=self.added)


def add_name(folder: Path, name: OwnName) -> NameChange:
    """Put a name on the reader's list.

    It goes into ``names.txt`` where there is one and a line can say all of it, or else into
    ``names.toml``, which is made where it is missing.

    Args:
        folder: The folder of the lists.
        name: The name.

    Raises:
        NamesFileError: It is listed already, or the list cannot be read or written.
    """
    complain_if_listed(folder, name.name)
    lines = folder / NAMES_TXT
    path = lines if lines.exists() and fits_line(name) else folder / NAMES_TOML
    return _change(path, name, add=True)


def complain_if_listed(folder: Path, name: str) -> None:
    """Raise `NamesFileError` where a name is on one of the lists of a folder."""
    for path in (folder / file for file in NAMES):
        if any(known.name == name for known in _names_in(path)):
            told = _("“{name}” stands in {path} already: change it there.")
            raise NamesFileError(told.format(name=name, path=path))


def remove_name(folder: Path, name: str) -> NameChange:
    """Take a name off the reader's list.

    Args:
        folder: The folder of the lists.
        name: The name as the list has it.

    Raises:
        NamesFileError: It is on no list, or the list cannot be read or written.
    """
    for path in (folder / file for file in NAMES):
        for known in _names_in(path):
            if known.name == name:
                return _change(path, known, add=False)
    told = _("“{name}” is not in {path} or {other}.")
    raise NamesFileError(told.format(name=name, path=folder / NAMES_TXT, other=NAMES_TOML))


def _names_in(path: Path) -> tuple[OwnName, ...]:
    """Return the names of a list; none where it is missing or broken, which is told elsewhere."""
    try:
        return read_own_names(
            (_read(path) or "").removeprefix(_BYTE_ORDER_MARK), path.suffix == ".toml"
        )
    except (NamesFileError, BrokenListError):
        return ()


def _change(path: Path, name: OwnName, *, add: bool) -> NameChange:
    before, toml = _read(path), path.suffix == ".toml"
    text = (before or "").removeprefix(_BYTE_ORDER_MARK)
    mark = _BYTE_ORDER_MARK if before and before != text else ""
    try:
        changed = (
            with_name(text, name, toml=toml) if add else without_name(text, name.name, toml=toml)
        )
    except BrokenListError as error:
        told = _("{path}, line {n}: {problem} Mend it first; nothing was changed.")
        problem = retold(str(error))
        raise NamesFileError(told.format(path=path, n=error.line, problem=problem)) from error
    except LookupError as error:
        told = _("“{name}” is no longer in {path}.")
        raise NamesFileError(told.format(name=name.name, path=path)) from error
    except ValueError as error:
        told = _("{path} was left alone, as it could not be changed safely: change it by hand.")
        raise NamesFileError(told.format(path=path)) from error
    _write(path, mark + changed)
    return NameChange(path, name, add, before, mark + changed)


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8") if path.exists() else None
    except UnicodeDecodeError as error:
        told = _("{path} is no UTF-8 text: save it as UTF-8 first; nothing was changed.")
        raise NamesFileError(told.format(path=path)) from error
    except OSError as error:
        raise _not_written(path, error) from error


def _write(path: Path, text: str) -> None:
    try:
        replace_file(path, text)
    except (OSError, UnicodeEncodeError) as error:
        raise _not_written(path, error) from error


def _delete(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: OSError | UnicodeEncodeError) -> NamesFileError:
    told = _("{path} cannot be changed ({error}): see to it, then try again.")
    reason = error.strerror if isinstance(error, OSError) else None
    return NamesFileError(told.format(path=path, error=reason or error))
