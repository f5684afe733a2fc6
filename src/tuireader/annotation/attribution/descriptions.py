"""Noun phrases that mean somebody without a name: "the mayor", "a nurse", "his brother"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.person_nouns import LISTED, person_nouns
from tuireader.annotation.attribution.verbs import COPULAS
from tuireader.annotation.attribution.words import OUTSIDE

_BEFORE_NOUN = 5
_INDEFINITE = frozenset({"a", "an", "another", "one", "ein", "eine", "un", "une", "una"})
_INSIDE = frozenset({"of", "and", "for", "the"})
BECOMING = frozenset({"became", "become", "appointed", "elected", "named"})
"""Verbs that say what somebody is from now on."""
_BEFORE_A_PREDICATE = COPULAS | BECOMING | {"as"}


class Description(NamedTuple):
    """A noun phrase for one person.

    Attributes:
        first: Its first token; a possessor's name or pronoun stands before it.
        end: The token after its last, with what "of" ties to it.
        head: The token of its noun.
        definite: Whether it means somebody known.
        possessed: Whether a possessor stands before it.
        predicate: Whether a verb such as "is" only says of somebody that they are it.
    """

    first: int
    end: int
    head: int
    definite: bool
    possessed: bool
    predicate: bool


class Descriptions:
    """Finds the descriptions of one article."""

    def __init__(self, people: People) -> None:
        self.words = people.words
        self.cues = cues = people.cues
        self.grammar = people.grammar
        self._named = people.named
        offices = (person.offices for person in people.all if person.human)
        self._nouns = person_nouns(cues).union(*offices)
        self._tying = {"of", "for"} if cues.language == LISTED else cues.linking
        self._parting = cues.prepositions | cues.conjunctions
        self._possessives = (cues.masculine | cues.feminine | cues.first) & cues.determiners

    def all(self) -> Iterator[Description]:
        """Yield the descriptions, in order."""
        for at in self.words.where(self._nouns):
            found = self._around(at)
            if found is not None:
                yield found

    def content(self, description: Description) -> frozenset[str]:
        """Return the words that tell which one of several is meant, without the noun."""
        words, cues = self.words, self.cues
        return frozenset(
            words.lower[at]
            for at in range(description.first, description.end)
            if at != description.head
            and words.is_word(at)
            and words.lower[at] not in cues.determiners
            and words.lower[at] not in cues.prepositions
        )

    def _around(self, head: int) -> Description | None:
        words, cues = self.words, self.cues
        if self._is_named(head) or self._leads_on(head):
            return None
        for first in range(head - 1, max(-1, head - 1 - _BEFORE_NOUN), -1):
            if words.block[first] != words.block[head] or words.quoted[first] != words.quoted[head]:
                return None
            lower = words.lower[first]
            if words.possessive(first) and self._is_person(first):
                return self._made(first + 1, head, definite=True, possessed=True)
            if lower in cues.determiners:
                possessed = lower in self._possessives or lower in ("its", "their", "our", "your")
                if possessed:
                    return self._made(first + 1, head, definite=True, possessed=True)
                definite = lower in cues.definite
                if not definite and lower not in _INDEFINITE:
                    return None
                return self._made(first, head, definite=definite, possessed=False)
            if words.tokens[first].text == "," and first and self._is_named(first - 1):
                return self._made(first + 1, head, definite=False, possessed=False)
            if lower in BECOMING:
                return self._made(first + 1, head, definite=False, possessed=False)
            if not words.is_word(first) or lower in self._parting:
                return None
        return None

    def _end_of_name(self, first: int, end: int) -> int:
        """Return where a phrase ends, or the name it begins with: "State" of "State intended"."""
        words = self.words
        for at in range(first + 1, end):
            small = words.tokens[at].text[0].islower() and words.lower[at] not in _INSIDE
            if small and words.is_name(at - 1) and not words.possessive(at - 1):
                return at
        return end

    def _leads_on(self, head: int) -> bool:
        """Whether a noun is only the beginning of another, or the title of a name."""
        words, following = self.words, head + 1
        if following >= len(words) or words.block[following] != words.block[head]:
            return False
        titled = words.is_name(head) and words.is_name(following) and not words.ends[head]
        return words.lower[following] in self._nouns or titled

    def _is_person(self, at: int) -> bool:
        return self.words.lower[at] in self._nouns or self._is_named(at)

    def _is_named(self, at: int) -> bool:
        known = self._named.get(at)
        return known is not None and known.human

    def _made(self, first: int, head: int, *, definite: bool, possessed: bool) -> Description:
        words = self.words
        end = head + 1
        if end < len(words) and words.lower[end] in self._tying and not words.ends[head]:
            named = end + 1 < len(words) and not words.lower[end + 1].isdigit()
            tied = self.grammar.phrase_right(end + 1) if named else None
            if tied is not None and words.quoted[head] == OUTSIDE:
                end = self._end_of_name(end + 1, tied.end)
        before = first - 2 if possessed else first - 1
        predicate = before >= 0 and words.lower[before] in _BEFORE_A_PREDICATE
        return Description(first, end, head, definite, possessed, predicate)
