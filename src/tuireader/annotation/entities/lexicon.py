"""The word lists of the engine, and where a run of words matches one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tuireader.annotation.entities.shipped import DATA

PHRASE_KINDS = (
    "country", "province", "region", "big_city", "small_city", "demonym", "organisation", "media",
    "club", "event", "law", "product", "title",
)  # fmt: skip
"""Lists whose entries may have several words, the ones that decide first."""

WORD_KINDS = (
    "given_female", "given_male", "given_other", "surname", "org_head", "org_first", "org_suffix",
    "facility_head", "place_head", "place_first", "event_head", "law_head", "role", "speech_verb",
    "kin",
)  # fmt: skip
"""Lists that are asked about single words."""

GIVEN = frozenset({"given_female", "given_male", "given_other"})
"""The lists of given names."""
REMEMBERED = 30_000
"""How many words have their lists remembered."""
LONGEST = 7
"""No entry of more words is looked for."""


@dataclass(frozen=True, slots=True)
class Match:
    """A run of words ``[start, end)`` that stands in the lists of these kinds."""

    start: int
    end: int
    kinds: tuple[str, ...]


@cache
def word_list(name: str) -> frozenset[str]:
    """Return one list of the package by its file name without ``.txt``."""
    path = DATA / "lists" / f"{name}.txt"
    return frozenset(path.read_text(encoding="utf-8").splitlines())


class Lexicon:
    """Every list, ready to be asked."""

    def __init__(self, lists: dict[str, frozenset[str]]) -> None:
        self._lists = lists
        self._longest: dict[str, int] = {}
        for kind in PHRASE_KINDS:
            for entry in lists[kind]:
                if " " in entry:
                    head, _, rest = entry.partition(" ")
                    size = rest.count(" ") + 2
                    if size > self._longest.get(head, 1):
                        self._longest[head] = size
        self.peoples = lists["country"] | lists["demonym"] | word_list("people_prefix")
        self._word_kinds: dict[str, tuple[str, ...]] = {}
        self._phrase_kinds: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, kind: str) -> frozenset[str]:
        """Return a list by its name."""
        return self._lists[kind]

    def word_kinds(self, word: str) -> tuple[str, ...]:
        """Return the single-word lists a word stands in."""
        found = self._word_kinds.get(word)
        if found is None:
            folded = _fold(word)
            found = tuple(
                kind
                for kind in WORD_KINDS
                if word in (entries := self._lists[kind]) or folded in entries
            )
            self._word_kinds[word] = found
        return found

    def phrase_kinds(self, phrase: str) -> tuple[str, ...]:
        """Return the phrase lists a run of words, joined by single spaces, stands in."""
        found = self._phrase_kinds.get(phrase)
        if found is None:
            found = tuple(kind for kind in PHRASE_KINDS if phrase in self._lists[kind])
            if not found and phrase.isupper() and len(phrase) > 4:
                titled = phrase.title()
                found = tuple(kind for kind in PHRASE_KINDS if titled in self._lists[kind])
            self._phrase_kinds[phrase] = found
        return found

    def matches(self, words: Sequence[str]) -> list[Match]:
        """Return the longest matches in a run of words, from the left, not overlapping."""
        found: list[Match] = []
        end = 0
        for at, word in enumerate(words):
            if at < end or (word.islower() and word not in self._longest):
                continue
            longest = self._longest.get(word) or self._longest.get(word.title(), 1)
            for size in range(min(longest, LONGEST, len(words) - at), 0, -1):
                kinds = self.phrase_kinds(" ".join(words[at : at + size]) if size > 1 else word)
                if kinds:
                    end = at + size
                    found.append(Match(at, end, kinds))
                    break
        return found

    def forget(self) -> None:
        """Let go of what was remembered of words, where it has become much."""
        for memory in (self._word_kinds, self._phrase_kinds):
            if len(memory) > REMEMBERED:
                memory.clear()


def _fold(word: str) -> str:
    """Return a word in capitals as a list would write it."""
    return word.title() if len(word) > 3 and word.isupper() else word


@cache
def lexicon() -> Lexicon:
    """Return the lists of the package, read once."""
    return Lexicon({kind: word_list(kind) for kind in (*PHRASE_KINDS, *WORD_KINDS)})


@cache
def ordinary_words() -> frozenset[str]:
    """Return words that are common in lower case."""
    return frozenset((DATA / "ordinary.txt").read_text(encoding="utf-8").splitlines())
