"""Where an article means somebody: what a pronoun can point back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.verbs import COORDINATORS
from tuireader.annotation.attribution.words import OUTSIDE, Words

_NEAR_BEGINNING = 4
_LONGEST_TITLE = 16
_ADVERBS = 3


class Antecedent(NamedTuple):
    """A place where somebody is meant.

    Attributes:
        at: Its first token.
        person: Who is meant.
        subject: Whether it looks like the subject of its clause.
        oblique: Whether a preposition stands before it.
        possessor: Whether it is the possessor of something.
        quoted: Whether it stands in a quote.
        pronoun: Whether it is a pronoun.
        gender: That of the pronoun, where it is one.
    """

    at: int
    person: Person
    subject: bool = False
    oblique: bool = False
    possessor: bool = False
    quoted: bool = False
    pronoun: bool = False
    gender: Gender = Gender.UNKNOWN


class Clause:
    """Tells what part the words of one article play in their clauses."""

    def __init__(self, words: Words, cues: Cues, grammar: Grammar) -> None:
        self.words = words
        self.cues = cues
        self.grammar = grammar
        self.sentence: list[int] = []
        number, before, ended = 0, 0, False
        for block, quoted, ends in zip(words.block, words.quoted, words.ends, strict=True):
            number += ended or block != before
            self.sentence.append(number)
            before, ended = block, ends and quoted == OUTSIDE
        self._parting = cues.conjunctions | cues.relative
        self._in_titles = cues.linking | cues.determiners
        self._no_noun = cues.prepositions | cues.determiners | cues.conjunctions | cues.auxiliaries

    def of_name(self, at: int, end: int, person: Person) -> Antecedent:
        """Return a name as an antecedent.

        Args:
            at: Its first token.
            end: The token after its last.
            person: Whose it is.
        """
        possessor = self.words.possessive(end - 1)
        oblique = self._is_oblique(at)
        free = not possessor and not oblique
        return Antecedent(
            at,
            person,
            subject=free and (self._opens(at) or self._governs(end)),
            oblique=oblique,
            possessor=possessor,
            quoted=self.words.quoted[at] != OUTSIDE,
        )

    def of_pronoun(self, at: int, person: Person, gender: Gender) -> Antecedent:
        """Return a pronoun as an antecedent."""
        return Antecedent(
            at,
            person,
            subject=self.is_subject(at),
            oblique=self._is_oblique(at),
            possessor=self.is_possessive(at),
            quoted=self.words.quoted[at] != OUTSIDE,
            pronoun=True,
            gender=gender,
        )

    def of_relative(self, at: int, person: Person) -> Antecedent:
        """Return a "who" as an antecedent."""
        return Antecedent(at, person, subject=True, quoted=self.words.quoted[at] != OUTSIDE)

    def is_subject(self, at: int) -> bool:
        """Whether a pronoun has the form of a subject."""
        return self.words.lower[at] in self.cues.subjects

    def is_tag(self, at: int) -> bool:
        """Whether a pronoun speaks the quote before it, with which its paragraph begins."""
        words, last = self.words, at - 1
        if last >= 0 and words.tokens[last].text == ",":
            last -= 1
        if last < 0 or words.quoted[last] == OUTSIDE or not self.is_subject(at):
            return False
        if words.block[last] != words.block[at]:
            return False
        first, quote = last, words.quoted[last]
        while first > 0 and words.quoted[first - 1] == quote:
            first -= 1
        return first == 0 or words.block[first - 1] != words.block[at]

    def is_possessive(self, at: int) -> bool:
        """Whether a pronoun goes with the noun after it: "his", "her boat"."""
        words, cues = self.words, self.cues
        if words.lower[at] not in cues.determiners:
            return False
        following = at + 1
        if following >= len(words) or not words.is_word(following):
            return False
        return words.lower[following] not in self._no_noun

    def is_object(self, at: int) -> bool:
        """Whether a pronoun can only be an object: "him", "called her"."""
        reflexive = self.words.lower[at].endswith("self")
        return not reflexive and not self.is_subject(at) and not self.is_possessive(at)

    def in_one_clause(self, first: int, last: int) -> bool:
        """Whether nothing that parts clauses stands between two tokens of a sentence."""
        words = self.words
        if self.sentence[first] != self.sentence[last]:
            return False
        return not any(
            words.tokens[at].text in ",;:—–" or words.lower[at] in self._parting
            for at in range(first, last)
        )

    def _opens(self, at: int) -> bool:
        """Whether a name stands near the beginning of its sentence, or ends the title there."""
        words = self.words
        for back in range(_LONGEST_TITLE):
            place = at - back
            if place < 0 or words.starts_sentence(place):
                return True
            if back >= _NEAR_BEGINNING and not self._is_in_title(place):
                return False
        return False

    def _is_in_title(self, at: int) -> bool:
        words = self.words
        if words.is_name(at) or words.lower[at] in self._in_titles:
            return True
        return words.tokens[at].text in "()."

    def _governs(self, end: int) -> bool:
        """Whether a verb follows a name."""
        words, cues = self.words, self.cues
        for place in range(end, min(end + _ADVERBS, len(words))):
            lower = words.lower[place]
            if lower in cues.auxiliaries or lower.endswith("ed"):
                return True
            verb = self.grammar.verb(place)
            if verb is not None:
                return True
            if lower not in cues.adverbs:
                return False
        return False

    def _is_oblique(self, at: int) -> bool:
        """Whether a preposition stands before a name, or before one that "and" joins to it."""
        words, before = self.words, at - 1
        if before > 1 and words.lower[before] in COORDINATORS and words.is_name(before - 1):
            while before > 1 and words.is_name(before - 1):
                before -= 1
            before -= 1
        return before >= 0 and words.lower[before] in self.cues.prepositions


def named_places(people: People) -> Iterator[tuple[int, int, Person]]:
    """Yield where people and bodies are named, in order: the first token, the end, and who."""
    ordered = [*people.places, (len(people.words), None)]
    for (at, person), (following, _) in pairwise(ordered):
        if person is None:
            continue
        end = at + 1
        while end < following and people.named.get(end) is person:
            end += 1
        yield at, end, person


def in_order(*groups: Iterable[Antecedent]) -> list[Antecedent]:
    """Return antecedents by their place."""
    return sorted((one for group in groups for one in group), key=lambda one: one.at)
