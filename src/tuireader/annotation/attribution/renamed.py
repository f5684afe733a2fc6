"""Somebody who is called by another word than before: "Ann Lee sang. “…,” said the star"."""

from __future__ import annotations

from tuireader.annotation.attribution.descriptions import Description
from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.salience import Ranked, Salience, shares

_NEAR = 2
"""A word for somebody means who was meant so many sentences before at most."""
_LIKELY = 0.55
_VERB = 6


class Renamed:
    """Finds out whom the nouns of one article call anew, where nothing says who holds that role.

    Some nouns tell of nobody new ("the star"), others may ("the driver"). A title means whoever
    the sentence before says something of, if nothing is known of their roles.
    """

    def __init__(self, people: People, sentence: list[int]) -> None:
        self.words = people.words
        self.cues = people.cues
        self.grammar = people.grammar
        self._named = people.named
        self._sentence = sentence

    def of(self, description: Description, salience: Salience) -> Person | None:
        """Return who is called anew by a definite description of nobody known, if anybody.

        Args:
            description: The description.
            salience: How everybody stands before it.
        """
        cues, noun = self.cues, self.words.lower[description.head]
        titled = noun in cues.titles
        if (not titled and noun not in cues.renaming) or self._names_somebody(description):
            return None
        found = self._likeliest(description.first, noun, salience)
        if found is None or found.unnamed or not found.places:
            return None
        if titled and noun not in cues.renaming:
            return found if not found.offices and self._told(found, description.first) else None
        return found

    def _names_somebody(self, description: Description) -> bool:
        """Whether a name stands in a description: "the Lincoln actor"."""
        named = (self._named.get(at) for at in range(description.first, description.head))
        return any(person is not None and person.human for person in named)

    def _likeliest(self, at: int, noun: str, salience: Salience) -> Person | None:
        genders = [Gender.MALE, Gender.FEMALE]
        if noun in self.cues.female_nouns:
            genders = [Gender.FEMALE]
        elif noun in self.cues.male_nouns:
            genders = [Gender.MALE]
        best: tuple[float, Ranked] | None = None
        for gender in genders:
            ranked = salience.ranked(at, gender)
            share = shares(ranked)[0] if ranked else 0.0
            if share >= _LIKELY and (best is None or ranked[0].score > best[1].score):
                best = share, ranked[0]
        if best is None:
            return None
        last = salience.sentence_of(best[1].person)
        near = last is not None and self._sentence[at] - last <= _NEAR
        return best[1].person if near else None

    def _told(self, person: Person, before: int) -> bool:
        """Whether somebody told something in the sentence before a token, as its subject."""
        place = max((at for at in person.places if at < before), default=-1)
        if place < 0 or self._sentence[before] - self._sentence[place] > 1:
            return False
        end = min(place + _VERB, before)
        verbs = self.grammar.verbs(range(place, end))
        return any(self.grammar.subject(verb, place) is not None for verb in verbs)
