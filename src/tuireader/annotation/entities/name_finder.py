"""Names in the words of a document: the rules' guesses, weighed by the tagger."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.annotation.entities.apart import apart
from tuireader.annotation.entities.beside import with_partners
from tuireader.annotation.entities.casing import casing
from tuireader.annotation.entities.clusters import clusters
from tuireader.annotation.entities.consensus import Consensus, without_things
from tuireader.annotation.entities.edges import trim
from tuireader.annotation.entities.features import Document, Features
from tuireader.annotation.entities.guess import Guess, Guesser
from tuireader.annotation.entities.islands import islands
from tuireader.annotation.entities.kinds import with_certain
from tuireader.annotation.entities.lexicon import Lexicon, Match
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.restraint import Restraint
from tuireader.annotation.entities.second_look import second_look
from tuireader.annotation.entities.tables import with_competitors
from tuireader.annotation.entities.tagger import Tagger, Vector, add
from tuireader.annotation.entities.words import Word

Blocks = Sequence[Sequence[Word]]
REMEMBERED = 5_000
"""How many words of each kind have their weights remembered."""


class NameFinder:
    """Finds names by a tagger over features, of which the rules' guess is one."""

    def __init__(self, lists: Lexicon, ordinary: frozenset[str], tagger: Tagger) -> None:
        """Prepare.

        Args:
            lists: The word lists.
            ordinary: Words common in lower case.
            tagger: The trained tagger.
        """
        self._lists = lists
        self._ordinary = ordinary
        self._guesser = Guesser(lists, ordinary)
        self._features = Features(lists, ordinary, clusters(), casing())
        self._tagger = tagger
        self._own: dict[str, Vector] = {}
        self._near: tuple[dict[str, Vector], ...] = ({}, {}, {}, {})

    def guess(self, blocks: Blocks) -> tuple[list[list[Match]], list[list[Guess]]]:
        """Return where each block of a document matches the lists, and what the rules say."""
        matches = [self._lists.matches([word.text for word in words]) for words in blocks]
        guesses = [
            self._guesser.guess(words, listed)
            for words, listed in zip(blocks, matches, strict=True)
        ]
        return matches, second_look(blocks, guesses, self._lists)

    def find(self, blocks: Blocks) -> list[list[Name]]:
        """Return the names in each block of a document."""
        for cache in (self._own, *self._near):
            if len(cache) > REMEMBERED:
                cache.clear()
        self._lists.forget()
        document = Document.of(blocks)
        matches, guesses = self.guess(blocks)
        tagged = [
            trim(words, self._tag(words, guess, listed, document), self._lists)
            for words, guess, listed in zip(blocks, guesses, matches, strict=True)
        ]
        tagged = without_things(blocks, tagged, self._lists)
        tagged = with_competitors(blocks, tagged, self._lists)
        consensus = Consensus(blocks, tagged, self._lists, self._ordinary)
        found = [
            [
                part
                for name in with_certain(words, consensus.apply(words, names), guess)
                for part in apart(words, name, self._lists)
            ]
            for words, names, guess in zip(blocks, tagged, guesses, strict=True)
        ]
        found = [
            with_partners(words, names, self._lists)
            for words, names in zip(blocks, found, strict=True)
        ]
        found = with_competitors(blocks, found, self._lists)
        restraint = Restraint(blocks, found, self._lists, self._ordinary, casing())
        return [restraint.apply(words, names) for words, names in zip(blocks, found, strict=True)]

    def _tag(
        self,
        words: Sequence[Word],
        guesses: Sequence[Guess],
        matches: Sequence[Match],
        document: Document,
    ) -> list[Name]:
        stretches = islands(words)
        if not stretches:
            return []
        places = self._features.of_places(words, guesses, matches, document)
        found: list[Name] = []
        for start, end in stretches:
            scores = [self._score(words, at, places[at]) for at in range(start, end)]
            found.extend(_names(self._tagger.decode(scores), start))
        return found

    def _score(self, words: Sequence[Word], at: int, place: list[str]) -> Vector:
        """Return the sum of the weights of everything known of a word."""
        last = len(words) - 1
        parts = self._tagger.vectors(place)
        parts.append(self._own_vector(words[at].text))
        parts.append(self._near_vector(0, words[at - 1].text if at else ""))
        parts.append(self._near_vector(1, words[at + 1].text if at < last else ""))
        parts.append(self._near_vector(2, words[at - 2].text if at > 1 else ""))
        parts.append(self._near_vector(3, words[at + 2].text if at + 1 < last else ""))
        return add(parts)

    def _own_vector(self, text: str) -> Vector:
        vector = self._own.get(text)
        if vector is None:
            vector = self._own[text] = self._tagger.vector(self._features.of_word(text))
        return vector

    def _near_vector(self, side: int, text: str) -> Vector:
        vector = self._near[side].get(text)
        if vector is None:
            sign = "-+"[side % 2]
            features = (
                self._features.of_neighbour(text, sign)
                if side < 2
                else self._features.of_second_neighbour(text, sign)
            )
            vector = self._near[side][text] = self._tagger.vector(features)
        return vector


def _names(tags: Sequence[tuple[str, float]], offset: int) -> list[Name]:
    """Return the names that B-, I- and O labels spell out."""
    found: list[Name] = []
    for at, (tag, confidence) in enumerate(tags, offset):
        if tag == "O":
            continue
        part, label = tag[0], tag[2:]
        if part == "I" and found and found[-1].end == at and found[-1].label == label:
            last = found[-1]
            found[-1] = Name(last.start, at + 1, label, min(last.confidence, confidence))
        else:
            found.append(Name(at, at + 1, label, confidence))
    return found
