"""Names that were taken for one: an organisation and who leads it, two people, two places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tuireader.annotation.entities.beside import ORIGIN, UNSURE
from tuireader.annotation.entities.forms import GOING_ON, PLACES
from tuireader.annotation.entities.lexicon import GIVEN, Lexicon
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.words import Word

LONGEST_TITLE = 3
LEADERS = frozenset(
    {"Chancellor", "Governor", "Mayor", "Minister", "Premier", "President", "Secretary"}
)
"""Last words of the titles of those who lead parties and governments."""

BEFORE_PLACES = frozenset({"from", "in", "of", "to"})
OWNS = frozenset({"'s", "’s"})
BREAKS = frozenset({",", "at", "for", "from", "in", "near", "to"})
"""What stands between two places, but not inside the name of one."""


def apart(words: Sequence[Word], name: Name, lists: Lexicon) -> Iterator[Name]:
    """Yield a name, or those that it consists of.

    Args:
        words: The words of the block.
        name: One of its names.
        lists: The word lists.
    """
    at = _possessive(words, name)
    if at and (owner := _owner(words, replace(name, end=at), lists)):
        yield owner
        if name.label == "PER":
            return
        name = replace(name, start=at + 1)
    if name.label == "LOC":
        yield from _at_breaks(words, name)
        return
    if name.label in ("PER", "ORG") and _begins_with_place(words, name, lists):
        yield Name(name.start, name.start + 1, "LOC", name.confidence)
        name = replace(name, start=name.start + 1, label="PER")
    if name.label == "PER":
        person = name
        at = _origin(words, person, lists)
        yield from _at_joint(words, replace(person, end=at) if at else person)
        if at:
            yield replace(person, start=at + 1, label="LOC")
        return
    if name.label == "ORG":
        for at in range(name.start + 1, name.end - 1):
            text = words[at].text
            if text == "of" and (first := _after_title(words, at + 1, name.end, lists)):
                yield replace(name, end=at)
                yield replace(name, start=first, label="PER")
                return
            if text == "for" and _is_person(words, name.start, at, lists):
                yield replace(name, end=at, label="PER")
                yield replace(name, start=at + 1)
                return
            if text == "and" and _begins_anew(words, at, name, lists):
                yield replace(name, end=at)
                yield replace(name, start=at + 1 + (words[at + 1].text == "the"))
                return
    yield name


def _possessive(words: Sequence[Word], name: Name) -> int:
    """Return where a possessive stands inside a name; 0 where none does."""
    return next((i for i in range(name.start + 1, name.end - 1) if words[i].text in OWNS), 0)


def _owner(words: Sequence[Word], name: Name, lists: Lexicon) -> Name | None:
    """Return whose the rest is: Norway's in "Norway's Border Agency"; None in "King's College"."""
    surface = " ".join(word.text for word in words[name.start : name.end])
    if name.label == "PER":
        return name
    if not PLACES.isdisjoint(lists.phrase_kinds(surface)):
        return replace(name, label="LOC")
    return replace(name, label="ORG") if surface.isupper() and surface.isalpha() else None


def _at_breaks(words: Sequence[Word], name: Name) -> Iterator[Name]:
    """Yield the places of "Washington, D.C." and "Bergen Airport for Lake Victoria" one by one."""
    start = name.start
    for at in range(name.start + 1, name.end - 1):
        if words[at].text in BREAKS:
            yield replace(name, start=start, end=at)
            start = at + 1
    yield replace(name, start=start)


def _is_person(words: Sequence[Word], start: int, end: int, lists: Lexicon) -> bool:
    """Whether "Lydia Vale" of "Lydia Vale for Food Standards Kenya" is a person."""
    first, last = (lists.word_kinds(words[at].text) for at in (start, end - 1))
    return end - start > 1 and not GIVEN.isdisjoint(first) and "org_head" not in last


def _begins_with_place(words: Sequence[Word], name: Name, lists: Lexicon) -> bool:
    """Whether a person stands behind a place: "Ohio Chris Vale" of "from Ohio Chris Vale"."""
    first = name.start
    if name.end - first < 3 or not first or words[first - 1].text not in BEFORE_PLACES:
        return False
    placed = not PLACES.isdisjoint(lists.phrase_kinds(words[first].text))
    given = not GIVEN.isdisjoint(lists.word_kinds(words[first + 1].text))
    last = lists.word_kinds(words[name.end - 1].text)
    person = name.label == "PER" or (name.confidence < UNSURE and GOING_ON.isdisjoint(last))
    return placed and given and person


def _origin(words: Sequence[Word], name: Name, lists: Lexicon) -> int:
    """Return where "of" stands in "Ann Lee of Lisbon", 0 in "Albrecht of Saxony"."""
    for at in range(name.start + 2, name.end - 1):
        rest = " ".join(word.text for word in words[at + 1 : name.end])
        if words[at].text in ORIGIN and not PLACES.isdisjoint(lists.phrase_kinds(rest)):
            return at
    return 0


def _at_joint(words: Sequence[Word], name: Name) -> Iterator[Name]:
    """Yield the people of "Rafael Zúniga y Harold Fonseca" one by one."""
    for at in range(name.start + 2, name.end - 2):
        if words[at].text in ("and", "y", "&"):
            yield replace(name, end=at)
            yield replace(name, start=at + 1)
            return
    yield name


def _after_title(words: Sequence[Word], start: int, end: int, lists: Lexicon) -> int:
    """Return where a name begins after a title that stands at a word; 0 where none does."""
    for size in range(min(LONGEST_TITLE, end - start - 1), 0, -1):
        title = [word.text for word in words[start : start + size]]
        if title[-1] in LEADERS and " ".join(title) in lists["title"]:
            return start + size
    return 0


def _begins_anew(words: Sequence[Word], at: int, name: Name, lists: Lexicon) -> bool:
    """Whether another organisation begins: "NFU and CBI", "… and the European Bank"."""
    if name.end - name.start == 3:
        return all(sum(c.isupper() for c in words[i].text) > 1 for i in (at - 1, at + 1))
    return (
        words[at + 1].text == "the"
        and name.end - at > 3
        and words[name.end - 1].text in lists["org_head"]
    )
