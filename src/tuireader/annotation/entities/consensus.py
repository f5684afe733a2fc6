"""The document decides: what is clear in one place settles the unclear ones.

A name seen once with a clear cue gives its label to its other mentions; a full name gives its
parts; a name in capitals in brackets belongs to the name before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tuireader.annotation.entities.capitals import is_capital
from tuireader.annotation.entities.lexicon import GIVEN, Lexicon
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.names import is_acronym_of
from tuireader.annotation.entities.words import Word

Blocks = Sequence[Sequence[Word]]
CLEAR = 0.6
"""A name at least this sure may decide others."""
FILL = 0.75
"""A name at least this sure is looked for where the tagger saw none."""


class Consensus:
    """What a document as a whole says of its names."""

    def __init__(
        self,
        blocks: Blocks,
        found: Sequence[Sequence[Name]],
        lists: Lexicon,
        ordinary: frozenset[str],
    ) -> None:
        """Count the votes.

        Args:
            blocks: The words of each block.
            found: The names in each block.
            lists: The word lists.
            ordinary: Words common in lower case.
        """
        self._lists = lists
        self._ordinary = ordinary
        self._votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._parts: dict[str, float] = defaultdict(float)
        self._surnames: set[str] = set()
        self._unlisted: set[str] = set()
        for words, names in zip(blocks, found, strict=True):
            for name in names:
                self._count(words, name)
            self._acronyms(words, names)
        self._label = {
            key: max(sorted(votes), key=votes.__getitem__) for key, votes in self._votes.items()
        }
        self._long: dict[str, list[list[str]]] = defaultdict(list)
        for key in sorted(self._votes, key=lambda key: (-len(key), key)):
            if " " in key and self._votes[key][self._label[key]] >= FILL:
                texts = key.split(" ")
                self._long[texts[0]].append(texts)

    def _count(self, words: Sequence[Word], name: Name) -> None:
        texts = [w.text for w in words[name.start : name.end]]
        key = " ".join(texts)
        self._votes[key][name.label] += name.confidence - 0.3
        if name.label != "PER" or name.confidence < CLEAR:
            return
        titled = name.start > 0 and words[name.start - 1].text in self._lists["title"]
        if len(texts) > 1:
            for part in (texts[-1], texts[0]):
                if len(part) > 1 and part[0].isupper():
                    self._parts[part] += name.confidence
            self._surnames.add(texts[-1].lower())
            if set(self._lists.phrase_kinds(texts[-1])) <= {"small_city"}:
                self._unlisted.add(texts[-1])
        elif titled:
            self._parts[key] += name.confidence

    def _acronyms(self, words: Sequence[Word], names: Sequence[Name]) -> None:
        """Give an acronym in brackets the label of the name before it."""
        for name in names:
            at = name.end
            if at + 2 >= len(words) or words[at].text != "(" or words[at + 2].text != ")":
                continue
            short = words[at + 1].text
            long = " ".join(w.text for w in words[name.start : name.end])
            if is_acronym_of(short, long):
                self._votes[short][name.label] += 1.5

    def apply(self, words: Sequence[Word], names: Sequence[Name]) -> list[Name]:
        """Return the names of a block as the document as a whole sees them."""
        kept = [self._extend(words, self._judge(words, name)) for name in names]
        return sorted([*kept, *self._missing(words, kept)], key=lambda name: name.start)

    def _judge(self, words: Sequence[Word], name: Name) -> Name:
        key = " ".join(w.text for w in words[name.start : name.end])
        kinds = self._lists.phrase_kinds(key)
        if "country" in kinds or "demonym" in kinds:
            return name
        if name.end - name.start == 1 and key in self._parts:
            own = self._votes[key]
            if key in self._unlisted:
                return replace(name, label="PER", confidence=max(name.confidence, 0.8))
            others = max((own[label] for label in sorted(own) if label != "PER"), default=0.0)
            if self._parts[key] + own.get("PER", 0.0) > others:
                return replace(name, label="PER", confidence=max(name.confidence, 0.8))
        label = self._label[key]
        if label != name.label:
            return replace(name, label=label)
        return name

    def _extend(self, words: Sequence[Word], name: Name) -> Name:
        """Take in a surname that lost its capital: "Yuri rogulev" where "Rogulev" is known."""
        if name.label != "PER" or name.end - name.start != 1 or name.end >= len(words):
            return name
        follower = words[name.end].text
        if follower.islower() and len(follower) > 3 and follower in self._surnames:
            return replace(name, end=name.end + 1, confidence=0.9)
        return name

    def _missing(self, words: Sequence[Word], names: Sequence[Name]) -> list[Name]:
        """Return mentions of the document's clear names where the tagger saw none."""
        taken = {at for name in names for at in range(name.start, name.end)}
        added: list[Name] = []
        for at, word in enumerate(words):
            if at in taken or word.skip or not is_capital(word.text):
                continue
            long = self._long_name(words, at, taken)
            if long:
                added.append(long)
                taken.update(range(long.start, long.end))
                continue
            label = self._clear(word) or self._country(words, at)
            if not label or self._part_of_more(words, at, taken):
                continue
            added.append(Name(at, at + 1, label, 0.7))
        return added

    def _long_name(self, words: Sequence[Word], at: int, taken: set[int]) -> Name | None:
        """Return the longest clear name of several words that begins at a word."""
        for texts in self._long.get(words[at].text, ()):
            end = at + len(texts)
            found = [word.text for word in words[at:end]]
            if found == texts and taken.isdisjoint(range(at, end)):
                return Name(at, end, self._label[" ".join(texts)], 0.7)
        return None

    def _clear(self, word: Word) -> str:
        """Return the label of a single word that the document is clear about."""
        text = word.text
        if len(text) < 2 or (word.first and text.lower() in self._ordinary):
            return ""
        if text in self._parts and self._parts[text] >= FILL:
            return "PER" if text.lower() not in self._ordinary else ""
        votes = self._votes.get(text)
        if votes and (label := self._label[text]) != "MISC" and votes[label] >= FILL:
            return label
        return ""

    def _country(self, words: Sequence[Word], at: int) -> str:
        """Return the label of a country by its letters, "US", where not all is in capitals."""
        text = words[at].text
        near = [words[i].text for i in (at - 1, at + 1) if 0 <= i < len(words)]
        if not text.isupper() or any(other.isupper() for other in near):
            return ""
        return "LOC" if text in self._lists["country"] else ""

    def _part_of_more(self, words: Sequence[Word], at: int, taken: set[int]) -> bool:
        """Whether a word stands next to another capitalised word that belongs to no name."""
        for near in (at - 1, at + 1):
            if 0 <= near < len(words) and near not in taken and not words[near].first:
                text = words[near].text
                if text[0].isupper() and text not in self._lists["title"]:
                    return True
        return False


def without_things(
    blocks: Blocks, found: Sequence[Sequence[Name]], lists: Lexicon
) -> list[list[Name]]:
    """Return names without what follows a surname that is known: "Warhol" of "Warhol Polaroid".

    Args:
        blocks: The words of each block.
        found: The names in each block.
        lists: The word lists.
    """

    def texts(words: Sequence[Word], name: Name) -> list[str]:
        return [word.text for word in words[name.start : name.end]]

    def is_given(text: str) -> bool:
        return not GIVEN.isdisjoint(lists.word_kinds(text))

    def cut(words: Sequence[Word], name: Name) -> Name:
        first, *rest = texts(words, name)
        thing = len(rest) == 1 and first in surnames and not is_given(first)
        if name.label != "PER" or not thing or is_given(rest[0]) or "-" in rest[0]:
            return name
        return name if "surname" in lists.word_kinds(rest[0]) else replace(name, end=name.end - 1)

    pairs = list(zip(blocks, found, strict=True))
    people = [texts(words, n) for words, names in pairs for n in names if n.label == "PER"]
    surnames = {parts[-1] for parts in people if len(parts) > 1 and is_given(parts[0])}
    return [[cut(words, name) for name in names] for words, names in pairs]
