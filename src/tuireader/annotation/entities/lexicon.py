"""The word lists of the engine, and where a run of words matches one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tuireader.annotation.entities.constant_table import ConstantTable
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

_PHRASE_LETTERS = tuple((kind, chr(ord("A") + at)) for at, kind in enumerate(PHRASE_KINDS))
_WORD_LETTERS = tuple((kind, chr(ord("a") + at)) for at, kind in enumerate(WORD_KINDS))
_LETTERS = dict((*_PHRASE_LETTERS, *_WORD_LETTERS))
"""The letter by which the table of the lists names each."""


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


def table_of(lists: Mapping[str, Collection[str]]) -> ConstantTable:
    """Return what a `Lexicon` is made of: for each entry and each first word of one its note.

    The note is the letters of the lists the entry stands in; before them, where phrases begin with
    it, how many words the longest of these has.

    Args:
        lists: The entries of the lists in `PHRASE_KINDS` and `WORD_KINDS`, by their names.
    """
    letters: dict[str, str] = {}
    longest: dict[str, int] = {}
    for kind, letter in _LETTERS.items():
        for entry in lists[kind]:
            letters[entry] = letters.get(entry, "") + letter
            words = entry.split(" ")
            if kind in PHRASE_KINDS and len(words) > 1:
                longest[words[0]] = max(longest.get(words[0], 0), min(len(words), LONGEST))
    return ConstantTable.of(
        {
            entry: str(longest.get(entry, "")) + letters.get(entry, "")
            for entry in letters.keys() | longest.keys()
        }
    )


class Lexicon:
    """Every list, ready to be asked."""

    def __init__(self, table: ConstantTable) -> None:
        """Prepare.

        Args:
            table: As `table_of` makes it.
        """
        self._notes = table
        self.peoples = word_list("country") | word_list("demonym") | word_list("people_prefix")
        self._word_kinds: dict[str, tuple[str, ...]] = {}
        self._phrase_kinds: dict[str, tuple[str, ...]] = {}
        self._reaches: dict[str, int] = {}

    def __getitem__(self, kind: str) -> frozenset[str]:
        """Return a list by its name; one of those in the package's folder of lists."""
        return word_list(kind)

    def has(self, kind: str, entry: str) -> bool:
        """Whether an entry, as it is written, stands in one of the lists of the table."""
        return _LETTERS[kind] in self._note(entry)

    def word_kinds(self, word: str) -> tuple[str, ...]:
        """Return the single-word lists a word stands in."""
        found = self._word_kinds.get(word)
        if found is None:
            note, folded = self._note(word), _fold(word)
            if folded != word:
                note += self._note(folded)
            found = tuple(kind for kind, letter in _WORD_LETTERS if letter in note)
            self._word_kinds[word] = found
        return found

    def phrase_kinds(self, phrase: str) -> tuple[str, ...]:
        """Return the phrase lists a run of words, joined by single spaces, stands in."""
        found = self._phrase_kinds.get(phrase)
        if found is None:
            found = self._listed(phrase)
            if not found and phrase.isupper() and len(phrase) > 4:
                found = self._listed(phrase.title())
            self._phrase_kinds[phrase] = found
        return found

    def matches(self, words: Sequence[str]) -> list[Match]:
        """Return the longest matches in a run of words, from the left, not overlapping."""
        found: list[Match] = []
        end = 0
        for at, word in enumerate(words):
            if at < end:
                continue
            reach = self._reaches.get(word)
            if reach is None:
                reach = self._reaches[word] = self._reach(word)
            for size in range(min(reach, len(words) - at), 0, -1):
                kinds = self.phrase_kinds(" ".join(words[at : at + size]) if size > 1 else word)
                if kinds:
                    end = at + size
                    found.append(Match(at, end, kinds))
                    break
        return found

    def forget(self) -> None:
        """Let go of what was remembered of words, where it has become much."""
        for memory in (self._word_kinds, self._phrase_kinds, self._reaches):
            if len(memory) > REMEMBERED:
                memory.clear()

    def _note(self, entry: str) -> str:
        return self._notes.get(entry) or ""

    def _listed(self, phrase: str) -> tuple[str, ...]:
        note = self._note(phrase)
        return tuple(kind for kind, letter in _PHRASE_LETTERS if letter in note) if note else ()

    def _reach(self, word: str) -> int:
        """Return how many words a match may have that begins with a word; 0 where none can."""
        longest = self._longest(word)
        return longest if word.islower() else longest or self._longest(word.title()) or 1

    def _longest(self, word: str) -> int:
        first = self._note(word)[:1]
        return int(first) if first.isdigit() else 0


def _fold(word: str) -> str:
    """Return a word in capitals as a list would write it."""
    return word.title() if len(word) > 3 and word.isupper() else word


@cache
def lexicon() -> Lexicon:
    """Return the lists of the package, read once."""
    return Lexicon(ConstantTable((DATA / "lexicon.bin").read_bytes()))


@cache
def ordinary_words() -> frozenset[str]:
    """Return words that are common in lower case."""
    return frozenset((DATA / "ordinary.txt").read_text(encoding="utf-8").splitlines())
