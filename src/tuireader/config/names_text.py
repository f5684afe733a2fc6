"""Changing one name in the text of a list of names, and leaving the rest as the reader wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuireader.annotation.entities.own_names import COLOURS, OwnName, read_own_names
from tuireader.annotation.kind_words import KIND_NAMES
from tuireader.config.edit import toml_value

_TABLE = re.compile(r"\s*\[\[\s*[\"']?name[\"']?\s*\]\]")
_HEADER = re.compile(r"\s*\[")
_NOTHING = re.compile(r"\s*(#|$)")


def fits_line(name: OwnName) -> bool:
    """Return whether a name can stand in a list of a name a line: it has no colour and no note."""
    try:
        return read_own_names(_line(name), toml=False) == (name,)
    except ValueError:
        return False


def with_name(text: str, name: OwnName, *, toml: bool) -> str:
    """Return the text of a list with a name more, at its end.

    Args:
        text: What stands in the list.
        name: The name.
        toml: Whether the list is TOML, and not a name a line.

    Raises:
        BrokenListError: The list cannot be read.
        ValueError: It is laid out in a way that is not changed.
    """
    before = read_own_names(text, toml)
    end = "\r\n" if "\r\n" in text else "\n"
    gap = [""] if toml and text.strip() else []
    begun = text if not text or text.endswith("\n") else text + end
    added = _table(name) if toml else [_line(name)]
    changed = begun + "".join(line + end for line in (*gap, *added))
    return _checked(changed, (*before, name), toml=toml)


def without_name(text: str, name: str, *, toml: bool) -> str:
    """Return the text of a list without a name; comments around it stay.

    Args:
        text: What stands in the list.
        name: The name as the list has it; of several that are alike the first goes.
        toml: Whether the list is TOML, and not a name a line.

    Raises:
        BrokenListError: The list cannot be read.
        LookupError: There is no such name in it.
        ValueError: It is laid out in a way that is not changed.
    """
    before = read_own_names(text, toml)
    place = next((at for at, known in enumerate(before) if known.name == name), None)
    if place is None:
        raise LookupError(name)
    lines = text.splitlines(keepends=True)
    starts = [at for at, line in enumerate(lines) if _starts(line, toml=toml)]
    if len(starts) == len(before):
        start = starts[place]
        end = _end_of_table(lines, start) if toml else start + 1
        if toml and start and not lines[start - 1].strip():
            start -= 1
        del lines[start:end]
    return _checked("".join(lines), (*before[:place], *before[place + 1 :]), toml=toml)


def _starts(line: str, *, toml: bool) -> bool:
    return bool(_TABLE.match(line)) if toml else not _NOTHING.match(line)


def _end_of_table(lines: Sequence[str], start: int) -> int:
    """Return the line after a table, without the comments over what follows."""
    following = (at for at in range(start + 1, len(lines)) if _HEADER.match(lines[at]))
    end = next(following, len(lines))
    while _NOTHING.match(lines[end - 1]):
        end -= 1
    return end


def _line(name: OwnName) -> str:
    kind = KIND_NAMES[name.label]
    return " | ".join((name.name, kind, *name.aliases))


def _table(name: OwnName) -> list[str]:
    lines = ["[[name]]", f"name = {toml_value(name.name)}"]
    lines.append(f"kind = {toml_value(KIND_NAMES[name.label])}")
    if name.aliases:
        lines.append(f"aliases = {toml_value(name.aliases)}")
    if name.colour:
        words = {colour: word for word, colour in COLOURS.items()}
        lines.append(f"colour = {toml_value(words.get(name.colour, name.colour))}")
    if name.note:
        lines.append(f"note = {toml_value(name.note)}")
    return lines


def _checked(text: str, wanted: Sequence[OwnName], *, toml: bool) -> str:
    if read_own_names(text, toml) != tuple(wanted):
        raise ValueError("it is laid out in a way that this program does not change")
    return text
