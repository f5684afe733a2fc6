"""Changing one setting in ``config.toml`` and leaving the rest as the reader wrote it."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from pathlib import Path

from tuireader.config.options import option_named
from tuireader.language import translated as _

Value = str | bool | int | tuple[str, ...]


class CannotSaveError(Exception):
    """A setting could not be written; the message says why, and what to do."""


def save_setting(path: Path, section: str, name: str, value: Value) -> None:
    """Write one setting; comments and everything else stay.

    Args:
        path: ``config.toml``; made where it is missing.
        section: The setting's table.
        name: Its name there.
        value: What it shall be.

    Raises:
        CannotSaveError: The file cannot be written, or could not be understood before.
    """
    assert option_named(section, name) is not None, f"there is no setting {section}.{name}"
    try:
        text = path.read_text("utf-8") if path.exists() else ""
        changed = change_setting(text, section, name, value)
        replace_file(path, changed)
    except OSError as error:
        raise CannotSaveError(
            _(
                "{path} cannot be written ({error}): the choice holds until you leave the program."
            ).format(path=path, error=error.strerror or error)
        ) from error
    except ValueError as error:
        raise CannotSaveError(
            _(
                "{path} was left alone, as it could not be changed safely ({error}):"
                " set {name} in [{section}] by hand."
            ).format(path=path, error=error, name=name, section=section)
        ) from error


def change_setting(text: str, section: str, name: str, value: Value) -> str:
    """Return the text of a ``config.toml`` with one setting changed.

    Raises:
        ValueError: The text is not valid TOML, or the change would not be.
    """
    import tomllib

    before = tomllib.loads(text)
    lines = text.splitlines()
    setting = f"{name} = {toml_value(value)}"
    header = next((i for i, line in enumerate(lines) if _is_header(line, section)), None)
    if header is None:
        lines += [*([""] if lines else []), f"[{section}]", setting]
    else:
        end = next(
            (i for i in range(header + 1, len(lines)) if re.match(r"\s*\[", lines[i])), len(lines)
        )
        at = next(
            (i for i in range(header + 1, end) if re.match(rf"\s*{re.escape(name)}\s*=", lines[i])),
            None,
        )
        if at is None:
            lines.insert(header + 1, setting)
        else:
            lines[at] = setting
    changed = "\n".join(lines) + "\n"
    wanted = {**before, section: {**before.get(section, {}), name: _plain(value)}}
    if tomllib.loads(changed) != wanted:
        raise ValueError("it is laid out in a way that this program does not change")
    return changed


def _is_header(line: str, section: str) -> bool:
    return re.match(rf"\s*\[\s*{re.escape(section)}\s*\]", line) is not None


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value


def toml_value(value: Value) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(toml_value(item) for item in value) + "]"
    return '"' + "".join(_escaped(character) for character in value) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if ord(character) < 32 or ord(character) == 127:
        return f"\\u{ord(character):04x}"
    return character


def replace_file(path: Path, text: str) -> None:
    """Let a file hold a text, whole or not at all; a link to it stays, and who may read it.

    Args:
        path: The file; made, with its folder, where it is missing.
        text: Written as UTF-8, its ends of lines as they are.

    Raises:
        OSError: It cannot be written; it is as it was.
        UnicodeEncodeError: The text holds what is no character.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    target = path.resolve()
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".config-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            os.chmod(temporary, target.stat().st_mode & 0o777)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
