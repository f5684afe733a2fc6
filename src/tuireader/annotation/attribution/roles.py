"""What stands next to a name and says who that is: titles, roles, appositions."""

from __future__ import annotations

from collections import Counter

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.words import Words

_FIRST_NAME = 4
_TITLE = 2
_LOOKED_AT = 40
_NEXT_TO = 2
_ROLE_LENGTH = 16


class Roles:
    """Reads the neighbours of the names of one article."""

    def __init__(
        self, words: Words, cues: Cues, grammar: Grammar, named: dict[int, Person]
    ) -> None:
        self.words = words
        self.cues = cues
        self.grammar = grammar
        self.named = named

    def describe(self, person: Person) -> None:
        """Note on a person what stands next to a name: titles, roles, an apposition."""
        cues = self.cues
        votes = Counter[Gender]()
        first_name = person.name.split()[0].lower()
        if first_name in cues.male_names and first_name not in cues.female_names:
            votes[Gender.MALE] += _FIRST_NAME
        if first_name in cues.female_names and first_name not in cues.male_names:
            votes[Gender.FEMALE] += _FIRST_NAME
        for place in person.places[:_LOOKED_AT]:
            before, after = self._beside(place)
            person.roles.update(before, after)
            for word in (*before[:_NEXT_TO], *after[:_NEXT_TO]):
                votes[Gender.MALE] += _TITLE * (word in cues.male_nouns)
                votes[Gender.FEMALE] += _TITLE * (word in cues.female_nouns)
        if person.gender is Gender.UNKNOWN and votes[Gender.MALE] != votes[Gender.FEMALE]:
            person.gender = max((Gender.MALE, Gender.FEMALE), key=lambda gender: votes[gender])

    def _beside(self, place: int) -> tuple[list[str], list[str]]:
        """Return the words before a name in its phrase, and those of an apposition after it."""
        words, cues = self.words, self.cues
        before: list[str] = []
        at = place - 1
        while at >= 0 and place - at < _ROLE_LENGTH and words.block[at] == words.block[place]:
            lower = words.lower[at]
            if words.ends[at] or words.quoted[at] >= 0 or words.tokens[at].text in ",;:—–":
                break
            if lower in cues.auxiliaries or lower in cues.conjunctions or self.grammar.verb(at):
                break
            if words.possessive(at) and not before:
                break
            if words.is_word(at) and lower not in cues.determiners:
                before.append(lower)
            if lower in cues.determiners and lower not in cues.definite:
                break
            at -= 1
        return before, self._apposition(place)

    def _apposition(self, place: int) -> list[str]:
        words, cues = self.words, self.cues
        found: list[str] = []
        end = place + 1
        while end < len(words) and self.named.get(end) is self.named.get(place):
            end += 1
        if end + 1 >= len(words) or words.tokens[end].text != ",":
            return found
        for at in range(end + 1, min(end + _ROLE_LENGTH, len(words))):
            lower = words.lower[at]
            if words.block[at] != words.block[place] or not words.is_word(at):
                break
            if lower in cues.relative or self.grammar.verb(at):
                break
            found.append(lower)
        return found
