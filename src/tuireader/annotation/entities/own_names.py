"""The reader's own names: people, places and things that are found wherever they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tuireader.annotation.annotation import Label
from tuireader.annotation.kind_words import KIND_NAMES, NAME_KINDS, kind_called
from tuireader.articles.broken_list import BrokenListError, line_of, read_toml
from tuireader.language import mark
from tuireader.language import translated as _

COLOURS = {
    mark("red"): "#d04040", mark("orange"): "#d07020", mark("yellow"): "#c0a020",
    mark("green"): "#40a060", mark("blue"): "#4080d0", mark("purple"): "#9060c0",
    mark("pink"): "#d06090", mark("grey"): "#808080",
}  # fmt: skip
"""Colours that may be written by their names."""


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name the reader wants to see.

    Attributes:
        name: The full name.
        label: Its kind.
        aliases: Other ways to write it.
        colour: A colour of the reader's choice as ``#rrggbb``; empty for that of the kind.
        note: What the reader wants to remember of it.
    """

    name: str
    label: Label
    aliases: tuple[str, ...] = ()
    colour: str = ""
    note: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


def read_own_names(text: str, toml: bool) -> tuple[OwnName, ...]:
    """Return the names of a list.

    The list is TOML with a table ``[[name]]`` for each, or plain text with a name a line:
    ``Amina Traoré | person | Traoré | the Minister of Mines`` (kind and aliases may be left out;
    a line that starts with ``#`` is passed over).

    Args:
        text: What stands in the file.
        toml: Whether it is TOML.

    Raises:
        BrokenListError: The list cannot be read.
    """
    if not toml:
        lines = ((n, line.strip()) for n, line in enumerate(text.splitlines(), 1))
        return tuple(_from_line(n, line) for n, line in lines if line and line[0] != "#")
    tables = read_toml(text)
    for key in tables:
        if key != "name":
            line = line_of(text, rf"\s*\[*\s*[\"']?{re.escape(key)}\b")
            raise BrokenListError(line, f'"{key}" is not known here: each name is a [[name]].')
    entries = tables.get("name", [])
    if not isinstance(entries, list):
        raise BrokenListError(line_of(text, r"\s*\[?\s*name\b"), "Each name must be a [[name]].")
    return tuple(
        _from_table(line_of(text, r"\s*\[\[\s*name\s*\]\]", n), entry)
        for n, entry in enumerate(entries, 1)
    )


def _from_table(line: int, entry: Any) -> OwnName:
    if not isinstance(entry, dict) or not _is_text(entry.get("name")):
        raise BrokenListError(line, 'There is no name: add a line such as name = "Amina Traoré".')
    aliases = entry.get("aliases", [])
    if not isinstance(aliases, list) or not all(_is_text(alias) for alias in aliases):
        raise BrokenListError(line, 'aliases must be a list of texts, such as ["Traoré"].')
    return OwnName(
        name=entry["name"].strip(),
        label=_label(line, str(entry.get("kind", "person"))),
        aliases=tuple(alias.strip() for alias in aliases),
        colour=_colour(line, str(entry.get("colour", "")).strip()),
        note=str(entry.get("note", "")),
    )


def _from_line(line: int, text: str) -> OwnName:
    name, *rest = (part.strip() for part in text.split("|"))
    if not name:
        raise BrokenListError(line, "There is no name before the first “|”.")
    label = _label(line, rest[0] or "person") if rest else Label.PERSON
    return OwnName(name, label, tuple(alias for alias in rest[1:] if alias))


def _label(line: int, kind: str) -> Label:
    label = kind_called(kind)
    if label is None:
        known = " · ".join(_(KIND_NAMES[label]) for label in NAME_KINDS)
        raise BrokenListError(line, f'"{kind}" is no kind of name; use one of {known}.')
    return label


def colour_called(word: str) -> str | None:
    """Return a colour as ``#rrggbb``; None where a word means none.

    Args:
        word: Such a number, or one of `COLOURS` in English or in the language spoken.
    """
    folded = word.casefold()
    called = (colour for name, colour in COLOURS.items() if folded in (name, _(name).casefold()))
    number = folded if re.fullmatch(r"#[0-9a-f]{6}", folded) else None
    return next(called, number)


def _colour(line: int, word: str) -> str:
    colour = colour_called(word) if word else ""
    if colour is None:
        known = ", ".join(map(_, COLOURS))
        raise BrokenListError(line, f'"{word}" is no colour: use {known}, or such as "#c05020".')
    return colour


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
