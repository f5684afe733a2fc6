"""The reader's own names: people, places and things that are found wherever they stand."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tuireader.annotation.annotation import Label, Mention
from tuireader.annotation.entities.refine import without_overlap

KINDS = {
    "person": Label.PERSON, "organisation": Label.ORG, "organization": Label.ORG,
    "place": Label.GPE, "region": Label.LOC, "group": Label.NORP, "facility": Label.FAC,
    "event": Label.EVENT, "law": Label.LAW, "work": Label.WORK_OF_ART, "product": Label.PRODUCT,
}  # fmt: skip
"""How a kind is written in the list of names."""


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name the reader wants to see.

    Attributes:
        name: The full name.
        label: Its kind.
        aliases: Other ways to write it.
        colour: A colour of the reader's choice; empty for that of the kind.
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


def read_own_names(text: str) -> tuple[OwnName, ...]:
    """Return the names of a list.

    The list is TOML with a table ``[[name]]`` for each, or plain text with a name a line:
    ``Amina Traoré | person | Traoré | the Minister of Mines`` (kind and aliases may be left out;
    a line that starts with ``#`` is passed over).

    Args:
        text: What stands in the file.

    Raises:
        ValueError: The list cannot be read; the message names the line or the entry.
    """
    if re.search(r"^\s*\[\[", text, re.MULTILINE):
        try:
            entries = tomllib.loads(text).get("name", [])
        except tomllib.TOMLDecodeError as error:
            raise ValueError(f"The list of names is not valid TOML: {error}.") from error
        return tuple(_from_table(n, entry) for n, entry in enumerate(entries, 1))
    lines = enumerate(text.splitlines(), 1)
    return tuple(_from_line(n, line) for n, line in lines if line.strip() and line[0] != "#")


def _from_table(number: int, entry: Any) -> OwnName:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise ValueError(f"Entry {number} of the list of names has no name.")
    aliases = entry.get("aliases", [])
    if not isinstance(aliases, list):
        raise ValueError(f"Entry {number} of the list of names: aliases must be a list.")
    return OwnName(
        name=entry["name"],
        label=_label(str(entry.get("kind", "person")), f"Entry {number}"),
        aliases=tuple(str(alias) for alias in aliases),
        colour=str(entry.get("colour", "")),
        note=str(entry.get("note", "")),
    )


def _from_line(number: int, line: str) -> OwnName:
    name, *rest = (part.strip() for part in line.split("|"))
    if not name:
        raise ValueError(f"Line {number} of the list of names has no name.")
    label = _label(rest[0] or "person", f"Line {number}") if rest else Label.PERSON
    return OwnName(name, label, tuple(alias for alias in rest[1:] if alias))


def _label(kind: str, where: str) -> Label:
    label = KINDS.get(kind.lower())
    if label is None:
        known = ", ".join(kind for kind in KINDS if kind != "organization")
        raise ValueError(f'{where} of the list of names: "{kind}" is no kind; use one of {known}.')
    return label


def with_own_names(text: str, mentions: Sequence[Mention], own: Sequence[OwnName]) -> list[Mention]:
    """Return mentions with the reader's own names, which take the place of what they overlap.

    Args:
        text: The article's text.
        mentions: What an engine found in it.
        own: The reader's names; matched as whole words, with upper and lower case as written.
    """
    labels = {form: name.label for name in reversed(own) for form in name.forms if form.strip()}
    if not labels:
        return list(mentions)
    forms = "|".join(re.escape(form) for form in sorted(labels, key=lambda f: (-len(f), f)))
    found = [
        Mention(match.start(), match.end(), match.group(), labels[match.group()])
        for match in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", text)
    ]
    ends = [own_mention.end for own_mention in found]
    kept = [
        mention
        for mention in mentions
        if (at := bisect_right(ends, mention.start)) == len(ends) or found[at].start >= mention.end
    ]
    return without_overlap([*found, *kept])
