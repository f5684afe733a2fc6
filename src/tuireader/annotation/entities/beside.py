"""Names that stand beside a date or a place: "This Easter Ann Lee", "Ann Lee of Lisbon"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tuireader.annotation.entities.forms import PLACES
from tuireader.annotation.entities.lexicon import GIVEN, Lexicon, word_list
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.words import Word

SEASONS = frozenset({"Autumn", "Christmas", "Easter", "Fall", "Ramadan", "Spring", "Summer"})
BEFORE_DATES = frozenset(
    {
        "after", "before", "by", "during", "each", "early", "every", "from", "in", "last", "late",
        "next", "on", "since", "that", "this", "until",
    }
)  # fmt: skip
PERSONAL = frozenset({"April", "August", "Autumn", "June", "May", "Summer"})
"""Dates that are given names too."""
ORIGIN = frozenset({"from", "of"})
KNOWN = 0.6
"""Beside a person at least so sure stands another."""
WHERE = frozenset({"across", "around", "at", "from", "in", "near", "of", "to", "via"})
UNSURE = 0.9
"""A name less sure than this may be a place where it stands as one."""


def without_date(words: Sequence[Word], name: Name, lists: Lexicon) -> Name:
    """Return a name without the day, month or season before it: "Ann" of "Easter Ann Lee".

    Args:
        words: The words of the block.
        name: One of its names.
        lists: The word lists.
    """
    first = words[name.start].text
    if name.end - name.start < 2 or not (first in word_list("calendar") or first in SEASONS):
        return name
    before = words[name.start - 1].text.lower() if name.start else ""
    second = words[name.start + 1].text
    anew = first not in PERSONAL and not GIVEN.isdisjoint(lists.word_kinds(second))
    if name.label == "PER" and (before in BEFORE_DATES or anew):
        return replace(name, start=name.start + 1)
    rest = " ".join(word.text for word in words[name.start + 1 : name.end])
    if before in BEFORE_DATES and not PLACES.isdisjoint(lists.phrase_kinds(rest)):
        return replace(name, start=name.start + 1, label="LOC")
    return name


def with_origins(words: Sequence[Word], names: Sequence[Name], lists: Lexicon) -> list[Name]:
    """Return names with "Lisbon" a place in "Ann Lee of Lisbon", though it is a surname too.

    Args:
        words: The words of the block.
        names: Its names, in order.
        lists: The word lists.
    """
    people = {name.end for name in names if name.label == "PER" and name.end - name.start > 1}

    def origin(name: Name) -> bool:
        if name.label not in ("PER", "ORG") or name.confidence >= UNSURE:
            return False
        if name.start - 1 not in people or words[name.start - 1].text not in ORIGIN:
            return False
        surface = " ".join(word.text for word in words[name.start : name.end])
        return not PLACES.isdisjoint(lists.phrase_kinds(surface))

    return [replace(name, label="LOC") if origin(name) else name for name in names]


def with_partners(words: Sequence[Word], names: Sequence[Name], lists: Lexicon) -> list[Name]:
    """Return names with "Bolton" a person in "between Bolton and Petrov", though it is a town.

    Args:
        words: The words of the block.
        names: Its names, in order.
        lists: The word lists.
    """

    def is_partner(at: int, of: int) -> bool:
        if not 0 <= of < len(names):
            return False
        first, second = names[min(at, of)], names[max(at, of)]
        joined = first.end + 1 == second.start and words[first.end].text == "and"
        return joined and names[of].label == "PER" and names[of].confidence >= KNOWN

    def is_person(at: int) -> bool:
        name = names[at]
        if name.label != "LOC" or name.end - name.start > 1:
            return False
        text = words[name.start].text
        before = words[name.start - 1].text.lower() if name.start else ""
        surname = "surname" in lists.word_kinds(text) and "country" not in lists.phrase_kinds(text)
        return (
            surname and before not in WHERE and (is_partner(at, at - 1) or is_partner(at, at + 1))
        )

    return [replace(n, label="PER") if is_person(at) else n for at, n in enumerate(names)]
