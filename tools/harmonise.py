"""Bring the labels of open training sets into line with the annotation guideline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tuireader.annotation.entities.kinds import is_facility
from tuireader.annotation.entities.lexicon import lexicon
from tuireader.annotation.entities.words import split_words

Span = tuple[int, int, str]

_COMMON = {
    "PERSON": "PER", "GPE": "LOC", "FAC": "LOC", "GSP": "LOC", "EVENT": "MISC", "LAW": "MISC",
    "WORK": "MISC", "WORK_OF_ART": "MISC", "PRODUCT": "MISC",
}  # fmt: skip
_BODIES = frozenset({"organisation", "media"})
_WITHOUT_PEOPLES = frozenset({"docred", "crossner"})
"""Sets that give nationalities and political groups the labels of places and organisations."""
_KEPT = frozenset({"PER", "ORG", "LOC", "NORP", "MISC"})


def harmonise(text: str, spans: Iterable[Span], name: str) -> Iterator[Span]:
    """Yield the names of a text by the guideline.

    Titles, a leading "the" and a trailing possessive stay outside; nationalities, religions and
    political groups are NORP in every set; dates and sums are left to the rules.

    Args:
        text: The text.
        spans: The set's own names: start, end, label.
        name: The name of the set.
    """
    lists = lexicon()
    titles = lists["title"]
    covered: list[tuple[int, int]] = []
    for start, end, raw in spans:
        label = _COMMON.get(raw, raw)
        if label not in _KEPT:
            continue
        start, end = _trim(text, start, end)
        if label == "PER":
            start = _after_titles(text, start, end, titles)
        if start >= end:
            continue
        surface = text[start:end]
        if label == "ORG" and is_facility(surface, lists):
            label = "LOC"
        described = ("MISC", "LOC", "ORG") if name in _WITHOUT_PEOPLES else ("MISC", "LOC")
        if label in described and surface in lists["demonym"] - lists["region"]:
            label = "NORP"
        elif label == "NORP" and surface in lists["country"]:
            label = "LOC"
        elif name.startswith("gmb"):
            label = _corrected(surface, label)
        covered.append((start, end))
        yield start, end, label
    if name != "own":
        for word in split_words(text, 0, len(text), 0, lists.peoples):
            if (
                word.text in lists["demonym"]
                and word.text not in lists["region"]
                and word.text[0].isupper()
                and all(word.end <= a or word.start >= b for a, b in covered)
                and not word.skip
            ):
                yield word.start, word.end, "NORP"


def _corrected(surface: str, label: str) -> str:
    """Return the label the word lists give a surface where they leave no doubt."""
    kinds = set(lexicon().phrase_kinds(surface))
    if kinds & {"country", "big_city", "province", "region"} and not kinds & _BODIES:
        return "LOC"
    if kinds & _BODIES and not kinds & {"country", "big_city", "province", "region", "title"}:
        return "ORG"
    return label


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out a leading "the" and a trailing possessive."""
    surface = text[start:end]
    leading = re.match(r"[Tt]he\s+(?=\S)", surface)
    if leading and not surface.startswith("The Hague"):
        start += leading.end()
    trailing = re.search(r"['’]s?$", text[start:end])
    return start, end - len(trailing.group()) if trailing else end


def _after_titles(text: str, start: int, end: int, titles: frozenset[str]) -> int:
    """Return where the name starts after the titles before it."""
    moved = True
    while moved:
        moved = False
        words = text[start:end].split(" ")
        for size in range(min(4, len(words) - 1), 0, -1):
            if " ".join(words[:size]) in titles:
                start += len(" ".join(words[:size])) + 1
                moved = True
                break
    return start
