"""What the word under the cursor may become: fields, their values, and names that are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tuireader.library.query.fields import FIELDS, SORT_KEYS, Field, Kind

_WORD = re.compile(r'(?:[^\s()"“”]|"[^"]*"?|“[^”]*”?)+$')
_FIELD = re.compile(r"-?([A-Za-z_]+)(:|<=|>=|<|>|=)")


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name in the index.

    Attributes:
        name: As it is shown.
        articles: In how many articles it stands.
        key: What makes it the same in several articles.
    """

    name: str
    articles: int
    key: str = ""


HINTS = ("the order of the list", "the other way round", "1 article", "{count} articles")
"""What is said beside what a query can go on with, apart from what each field is for."""


class Names(Protocol):
    """Where completion finds the names that are known."""

    def names(self, kinds: Sequence[str], beginning: str, most: int) -> list[KnownName]:
        """Return names with a word that begins so, the most frequent first.

        Args:
            kinds: The kinds of names wanted.
            beginning: Any part of a name from the start of a word.
            most: How many.
        """
        ...


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on.

    Attributes:
        text: What to put in place of ``[start, end)``.
        start: Where the unfinished word starts in the query, in code points.
        end: Where it ends: the cursor.
        help: What it means, or how often it is found.
    """

    text: str
    start: int
    end: int
    help: str = ""


def complete(
    query: str, cursor: int, names: Names, tags: Sequence[str] = (), most: int = 12
) -> list[Completion]:
    """Return how the word before the cursor can go on.

    Args:
        query: The query so far.
        cursor: Where the cursor stands in it, in code points.
        names: Where the known names are.
        tags: The reader's tags.
        most: How many completions at most.
    """
    match = _WORD.search(query[:cursor])
    word = match.group() if match else ""
    start = cursor - len(word)
    field = _FIELD.match(word)
    if field is None:
        begun = word.removeprefix("-").casefold()
        found = [
            Completion(f"{name}:", cursor - len(begun), cursor, known.help)
            for name, known in FIELDS.items()
            if begun and name.startswith(begun)
        ]
        if begun and "sort".startswith(begun):
            found.append(Completion("sort:", cursor - len(begun), cursor, HINTS[0]))
        return found[:most]
    start += field.end()
    begun = query[start:cursor].lstrip('"“').casefold()
    return [
        Completion(text, start, cursor, about)
        for text, about in _values(field[1].casefold(), begun, names, tags, most)
    ][:most]


def _values(
    name: str, begun: str, names: Names, tags: Sequence[str], most: int
) -> list[tuple[str, str]]:
    if name == "sort":
        plain = begun.removeprefix("-")
        sign = begun[: len(begun) - len(plain)]
        return [
            (sign + key, HINTS[1] if sign else about)
            for key, about in SORT_KEYS.items()
            if key.startswith(plain)
        ]
    field: Field | None = FIELDS.get(name)
    if field is None:
        return []
    match field.kind:
        case Kind.CHOICE:
            return [(choice, "") for choice in field.choices if choice.startswith(begun)]
        case Kind.NAME:
            return [
                (_quoted(known.name), _articles(known.articles))
                for known in names.names(field.names, begun, most)
            ]
        case Kind.TAG:
            return [(_quoted(tag), "") for tag in tags if tag.casefold().startswith(begun)]
        case Kind.DATE:
            return [(text, "") for text in ("today", "yesterday") if text.startswith(begun)]
        case _:
            return []


def _quoted(text: str) -> str:
    plain = text.replace('"', " ")
    return plain if plain.isalnum() else f'"{plain}"'


def _articles(count: int) -> str:
    return HINTS[2] if count == 1 else HINTS[3].format(count=f"{count:,}")
