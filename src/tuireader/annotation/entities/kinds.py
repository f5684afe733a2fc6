"""The finer kinds: countries and cities, buildings, events, laws, works and products."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.guess import Guess
from tuireader.annotation.entities.lexicon import Lexicon, word_list
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.words import Word

_PLAIN = {"PER": Label.PERSON, "ORG": Label.ORG, "NORP": Label.NORP}
_LISTED = {"event": Label.EVENT, "law": Label.LAW, "product": Label.PRODUCT}
_OF_RULES = frozenset({"EVENT", "LAW", "PRODUCT"})
_GOVERNED = frozenset({"country", "province", "big_city", "small_city"})
CERTAIN_RULES = frozenset(
    {"head-of", "suffix", "state-of", "facility-of", "lost-capital", "apposition"}
)
"""Rules that overrule the tagger."""
_COARSE = frozenset({"PER", "ORG", "LOC", "NORP"})
_QUOTES = frozenset("\"“”«»„'‘’")


def label_of(words: Sequence[Word], name: Name, lists: Lexicon) -> Label | None:
    """Return the kind of a name; None where it is of no kind that is shown.

    Args:
        words: The words of the block.
        name: One of its names.
        lists: The word lists.
    """
    if name.label in _PLAIN:
        return _PLAIN[name.label]
    surface = " ".join(word.text for word in words[name.start : name.end])
    if name.label == "LOC":
        return _place(surface, lists)
    return _other(words, name, surface, lists)


def is_facility(surface: str, lists: Lexicon) -> bool:
    """Whether the last word of a name of several words is that of a building or a work."""
    head, _, last = surface.rpartition(" ")
    if not head:
        return False
    kinds = lists.word_kinds(last if last[0].isupper() else last.title())
    return "facility_head" in kinds and "org_head" not in kinds


def _place(surface: str, lists: Lexicon) -> Label:
    kinds = set(lists.phrase_kinds(surface))
    if kinds & _GOVERNED:
        return Label.GPE
    if "region" in kinds:
        return Label.LOC
    if is_facility(surface, lists) or surface.split()[0] in word_list("facility_first"):
        return Label.FAC
    words = surface.split()
    if len(words) > 1:
        if words[-1] in word_list("governed_head"):
            return Label.GPE
        if "place_head" in lists.word_kinds(words[-1].title()):
            return Label.LOC
        if words[0] in word_list("landscape_first"):
            return Label.LOC
    return Label.GPE


def _other(words: Sequence[Word], name: Name, surface: str, lists: Lexicon) -> Label | None:
    for kind in lists.phrase_kinds(surface):
        if kind in _LISTED:
            return _LISTED[kind]
    last = surface.split()[-1]
    kinds = lists.word_kinds(last)
    if name.end - name.start > 1:
        if "law_head" in kinds:
            return Label.LAW
        if "event_head" in kinds:
            return Label.EVENT
    if len(surface) > 1 and _is_quoted(words, name):
        return Label.WORK_OF_ART
    if any(char.isdigit() for char in surface) and surface[0].isupper():
        return Label.PRODUCT
    return None


def _is_quoted(words: Sequence[Word], name: Name) -> bool:
    """Whether quotation marks stand around a name; a comma or a full stop may stand within."""
    before = words[name.start - 1].text if name.start else ""
    after = [word.text for word in words[name.end : name.end + 2]]
    if after and after[0] in (",", "."):
        after = after[1:]
    return before in _QUOTES and bool(after) and after[0] in _QUOTES


def with_certain(
    words: Sequence[Word], names: Sequence[Name], guesses: Sequence[Guess]
) -> list[Name]:
    """Return names with those added that the rules are certain of.

    These are listed events, laws and products, and what a form such as "Kingdom of Norway",
    "Bank of Ghana" or "Minister Berg" leaves no doubt of. What lies inside one of them gives way
    to it; what crosses the edge of such a form is cut.

    Args:
        words: The words of the block.
        names: The names found in it.
        guesses: The rules' guesses.
    """
    found = sorted(names, key=_start)
    said = {(guess.start, guess.end): guess.label for guess in guesses}
    for guess in guesses:
        if not _is_certain(words, guess):
            continue
        first = bisect_right(found, guess.start, key=_end)
        after = bisect_left(found, guess.end, key=_start)
        touched = found[first:after]
        crossed = any(_crosses(name, guess) for name in touched)
        if crossed and guess.rule not in CERTAIN_RULES:
            continue
        label = "LOC" if guess.label == "FAC" else guess.label
        rests = [rest for name in touched if (rest := _outside(name, guess, said))]
        rests.append(Name(guess.start, guess.end, label, 0.8))
        found[first:after] = sorted(rests, key=_start)
    return found


_start = attrgetter("start")
_end = attrgetter("end")


def _crosses(name: Name, guess: Guess) -> bool:
    """Whether a name lies partly inside and partly outside of a guess."""
    overlap = name.start < guess.end and name.end > guess.start
    return overlap and not (guess.start <= name.start and name.end <= guess.end)


def _outside(name: Name, guess: Guess, said: dict[tuple[int, int], str]) -> Name | None:
    """Return what is left of a name outside of a guess, as what the rules say it is."""
    if name.end <= guess.start or name.start >= guess.end:
        return name
    if name.start < guess.start:
        start, end = name.start, guess.start
    else:
        start, end = guess.end, name.end
    if start >= end:
        return None
    label = said.get((start, end), name.label)
    return Name(start, end, label if label in _COARSE else name.label, name.confidence)


def _is_certain(words: Sequence[Word], guess: Guess) -> bool:
    if guess.rule in CERTAIN_RULES:
        return True
    if guess.label not in _OF_RULES:
        return False
    return guess.sure or (
        guess.rule == "list" and words[guess.start].text.lower() not in word_list("role")
    )
