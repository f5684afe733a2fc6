"""Where a name begins and ends by the guideline: no titles, "The" only where it is part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tuireader.annotation.entities.beside import with_origins, without_date
from tuireader.annotation.entities.guess import BODIES
from tuireader.annotation.entities.islands import LINKS
from tuireader.annotation.entities.lexicon import GIVEN, Lexicon, word_list
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.words import Word

LONGEST_TITLE = 4
LONGEST_ROLE = 3
LONGEST_NICKNAME = 3
NAMING = GIVEN | {"surname"}
REGIONS = frozenset({"country", "province", "region"})
QUOTES = frozenset("\"“”„‘’'")
INITIAL = re.compile(r"[A-Z]\.")
ADDRESSES = word_list("form_of_address")
"""Forms of address, after which only people stand."""
JOINTS = word_list("joint")
"""Particles that always belong to the surname after them."""


def trim(words: Sequence[Word], names: Sequence[Name], lists: Lexicon) -> list[Name]:
    """Return the names of a block with their edges by the guideline; empty ones are dropped.

    Args:
        words: The words of the block.
        names: Its names.
        lists: The word lists.
    """
    found: list[Name] = []
    for whole in _joined(words, names):
        dated = without_date(words, _without_links(words, whole), lists)
        trimmed = name = _addressed(words, _before_title(words, dated, lists))
        if name.label in ("PER", "LOC") and _is_organisation(words, name, lists):
            trimmed = replace(name, label="ORG")
        elif name.label == "PER":
            bare = _without_role(words, _without_title(words, name, lists), lists)
            bare = _before_caption(words, bare)
            trimmed = _with_particle(words, _without_pronoun(words, bare, lists), lists)
        elif name.label == "ORG" and _is_place(words, name, lists):
            trimmed = replace(name, label="LOC")
        elif name.label == "ORG":
            trimmed = _with_article(words, name)
        if trimmed.start < trimmed.end and not _is_generic(words, trimmed, lists):
            found.append(trimmed)
    return with_origins(words, found, lists)


def _joined(words: Sequence[Word], names: Sequence[Name]) -> list[Name]:
    """Join the parts of a person's name with nothing but particles or a nickname between them."""
    found: list[Name] = []
    for name in names:
        last = found[-1] if found else None
        if last and last.label == name.label == "PER" and _is_inside_name(words, last, name):
            confidence = min(last.confidence, name.confidence)
            found[-1] = Name(last.start, name.end, "PER", confidence)
        else:
            found.append(name)
    return _with_nicknames(words, found)


def _without_links(words: Sequence[Word], name: Name) -> Name:
    """Leave out the "in" of "Simulation in", with which no name ends."""
    end = name.end
    while end > name.start + 1 and words[end - 1].text.isalpha() and words[end - 1].text in LINKS:
        end -= 1
    return replace(name, end=end)


def _is_inside_name(words: Sequence[Word], one: Name, other: Name) -> bool:
    """Whether what stands between two names belongs to both as one."""
    between = [words[at].text for at in range(one.end, other.start)]
    if not between:
        return not words[other.start].first
    return all(text in JOINTS for text in between)


def _with_nicknames(words: Sequence[Word], names: Sequence[Name]) -> list[Name]:
    """Join the halves of "Alberto “Tiny” Rengifo"; what else names the nickname is dropped."""
    found: list[Name] = []
    for name in names:
        opening = _opening_of_nickname(words, name.start)
        if opening < 0:
            found.append(name)
            continue
        after = len(found)
        while after and found[after - 1].end > opening:
            after -= 1
        first = found[after - 1] if after and found[after - 1].end == opening else None
        if first and first.label == name.label == "PER":
            confidence = min(first.confidence, name.confidence)
            found[after - 1 :] = [Name(first.start, name.end, "PER", confidence)]
        else:
            found.append(name)
    return found


def _opening_of_nickname(words: Sequence[Word], end: int) -> int:
    """Return where the quotation mark stands that opens a nickname before a word; -1 if none."""
    if end < 3 or words[end - 1].text not in QUOTES:
        return -1
    for at in range(end - 3, max(-1, end - 3 - LONGEST_NICKNAME), -1):
        if words[at].text in QUOTES:
            inside = words[at + 1 : end - 1]
            touching = words[at].end == inside[0].start and inside[-1].end == words[end - 1].start
            named = all(word.text[0].isupper() or word.text in JOINTS for word in inside)
            return at if touching and named else -1
    return -1


def _is_organisation(words: Sequence[Word], name: Name, lists: Lexicon) -> bool:
    """Whether what looks like a person begins or ends as only organisations do: "Banco Real"."""
    if name.end - name.start < 2:
        return False
    first, last = words[name.start].text, words[name.end - 1].text
    if first in lists["org_first"] or last in lists["org_suffix"]:
        return True
    if name.label == "PER" and not GIVEN.isdisjoint(lists.word_kinds(first)):
        return False
    if lists.phrase_kinds(" ".join(word.text for word in words[name.start : name.end])):
        return False
    return last in lists["org_head"] and last not in word_list("org_or_place")


def _with_particle(words: Sequence[Word], name: Name, lists: Lexicon) -> Name:
    """Take in what belongs to a surname: particles, initials, a given name before particles."""
    start = name.start
    while start > 0 and words[start - 1].text.lower() in JOINTS and not words[start - 1].first:
        start -= 1
    if start == name.start:
        while start > 0 and INITIAL.fullmatch(words[start - 1].text):
            start -= 1
        if start == name.start and name.end - start == 1 and _is_given_before(words, start, lists):
            start -= 1
        return replace(name, start=start) if start < name.start else name
    given = words[start - 1].text if start else ""
    if given and GIVEN.intersection(lists.word_kinds(given)):
        start -= 1
    return replace(name, start=start)


def _is_given_before(words: Sequence[Word], at: int, lists: Lexicon) -> bool:
    """Whether the word before a surname is nothing but a given name, and not that of a place."""
    if not at or words[at - 1].first or words[at].first:
        return False
    given = words[at - 1].text
    if not given[0].isupper() or GIVEN.isdisjoint(lists.word_kinds(given)):
        return False
    places = {"country", "province", "region", "big_city", "demonym"}
    return places.isdisjoint(lists.phrase_kinds(given)) and given not in lists["title"]


def _without_title(words: Sequence[Word], name: Name, lists: Lexicon) -> Name:
    start = name.start
    moved = True
    while moved and start < name.end - 1:
        moved = False
        for size in range(min(LONGEST_TITLE, name.end - start - 1), 0, -1):
            if " ".join(w.text for w in words[start : start + size]) in lists["title"]:
                start += size
                moved = True
                break
    return replace(name, start=start) if start != name.start else name


def _addressed(words: Sequence[Word], name: Name) -> Name:
    """Return "Frau Kuhnert" as a person, whatever it was taken for."""
    several = name.end - name.start > 1
    return replace(name, label="PER") if several and words[name.start].text in ADDRESSES else name


def _is_place(words: Sequence[Word], name: Name, lists: Lexicon) -> bool:
    """Whether what looks like an organisation is a country or a region: "West Bank"."""
    if name.end - name.start < 2:
        return False
    kinds = lists.phrase_kinds(" ".join(word.text for word in words[name.start : name.end]))
    return not REGIONS.isdisjoint(kinds) and BODIES.isdisjoint(kinds)


def _before_title(words: Sequence[Word], name: Name, lists: Lexicon) -> Name:
    """Leave out the beginning of a title: "White House Press" of "… Press Secretary Grisham"."""
    for start in range(name.start + 1, name.end):
        texts = [word.text for word in words[start : start + LONGEST_TITLE]]
        sizes = range(name.end - start + 1, len(texts) + 1)
        if any(" ".join(texts[:size]) in lists["title"] for size in sizes):
            return replace(name, end=start)
    return name


def _without_role(words: Sequence[Word], name: Name, lists: Lexicon) -> Name:
    """Leave out what somebody does: "Referee Grace Okafor", "Chief Economist Tom Barr"."""
    for size in range(min(LONGEST_ROLE, name.end - name.start - 1), 0, -1):
        texts = [word.text for word in words[name.start : name.start + size]]
        names = any(NAMING.intersection(lists.word_kinds(text)) for text in texts)
        if texts[-1].lower() in lists["role"] and not names:
            return replace(name, start=name.start + size)
    return name


def _before_caption(words: Sequence[Word], name: Name) -> Name:
    """Leave out the "Image" of "Ahmed Mohamed Image: Twitter"."""
    last = name.end - 1
    captioned = name.end < len(words) and words[name.end].text == ":"
    if last > name.start and captioned and words[last].text in word_list("generic"):
        return replace(name, end=last)
    return name


def _without_pronoun(words: Sequence[Word], name: Name, lists: Lexicon) -> Name:
    """Leave out the "I" of "As Will Rogers I had a rose", not that of "King Gustav I"."""
    end = name.end
    following = words[end].text if end < len(words) else ""
    ruler = name.start > 0 and words[name.start - 1].text in lists["title"]
    if words[end - 1].text == "I" and following.islower() and not ruler:
        return replace(name, end=end - 1)
    return name


def _with_article(words: Sequence[Word], name: Name) -> Name:
    """Take in "The" where its capital inside a sentence says that it belongs to the name."""
    at = name.start - 1
    if at < 1 or words[at].text != "The" or words[at].first:
        return name
    before = words[at - 1].text
    return replace(name, start=at) if before == "," or before[-1].isalpha() else name


def _is_generic(words: Sequence[Word], name: Name, lists: Lexicon) -> bool:
    """Whether a name is only a title or another word that names nobody by itself."""
    surface = " ".join(w.text for w in words[name.start : name.end])
    if surface in word_list("generic"):
        return True
    if _is_part_of_title(words, name, lists):
        return True
    if surface in lists["title"]:
        before = words[name.start - 1].text.lower() if name.start else ""
        return name.label != "PER" or name.end - name.start > 1 or before in ("the", "a", "his")
    first = words[name.start].text
    if first.lower() in lists["role"] and NAMING.isdisjoint(lists.word_kinds(first)):
        alone = name.end - name.start == 1
        if (alone and name.label == "PER") or (name.label == "ORG" and _is_office(words, name)):
            return True
    return first in lists["title"] and name.label != "PER" and _is_office(words, name)


def _is_part_of_title(words: Sequence[Word], name: Name, lists: Lexicon) -> bool:
    """Whether a name is only the beginning of a longer title: "Prime" of "Prime Minister"."""
    texts = [word.text for word in words[name.start : name.start + LONGEST_TITLE]]
    sizes = range(name.end - name.start + 1, len(texts) + 1)
    return any(" ".join(texts[:size]) in lists["title"] for size in sizes)


def _is_office(words: Sequence[Word], name: Name) -> bool:
    return name.start + 1 < name.end and words[name.start + 1].text in ("of", "for", "General")
