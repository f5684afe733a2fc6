"""Whom a sentence names after a pronoun that its opening clause has: "When she left, Ann Lee …"."""

from __future__ import annotations

from tuireader.annotation.attribution.antecedents import Clause
from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.salience import agrees

_OPENING = 14
_TITLE = 4


class Announced:
    """Finds the subjects that the opening clauses of one article speak of before naming them."""

    def __init__(self, people: People, clause: Clause) -> None:
        self.people = people
        self.words = people.words
        self.cues = people.cues
        self._sentence = clause.sentence

    def before(self, at: int, gender: Gender) -> Person | None:
        """Return who is named after a pronoun as the subject of "When she left, Ann Lee …"."""
        words, cues, sentence = self.words, self.cues, self._sentence
        first = at
        while first and sentence[first - 1] == sentence[at]:
            first -= 1
            if at - first > _OPENING or words.tokens[first].text == ",":
                return None
        opening = words.lower[first]
        led = opening in cues.prepositions or opening in cues.conjunctions
        if first == at or not (led or opening.endswith("ing")):
            return None
        end = min(at + _OPENING, len(words))
        comma = next((place for place in range(at, end) if words.tokens[place].text == ","), None)
        if comma is None or sentence[comma] != sentence[at]:
            return None
        for place, person in self.people.after(comma):
            titled = all(words.is_name(word) for word in range(comma + 1, place))
            if place - comma > _TITLE or sentence[place] != sentence[at] or not titled:
                return None
            if person.human:
                return person if agrees(person, gender) else None
        return None
