"""Who holds the role that a description names, by what the article says of its people."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.salience import Salience

_KNOWN = 0.9
_LONG_AGO = 0.75
_ONE_OF_SEVERAL = 0.8
_LOOSE = 0.6
_NEAR = 3
"""Of several who hold a role, one is meant who stands so many sentences nearer than the others."""
_LASTS = 12
"""For so many sentences a noun alone says who it is for."""
_HALF = 0.5
_MOST = 40
"""Of those with a role, the last so many are looked at."""
_ANYBODY = frozenset({"man", "woman", "gentleman", "lady", "person", "member", "head", "general"})
"""Nouns that fit too many to say who is meant."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a role.

    Attributes:
        person: Who.
        confidence: How sure it is that they are meant, from 0 to 1.
        apposed: Whether their name stands right beside the words for the role.
    """

    person: Person
    confidence: float
    apposed: bool = False


class Holders:
    """Knows the roles of the people of one article."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        self._by_office: dict[str, OrderedDict[int, Person]] = defaultdict(OrderedDict)

    def meet(self, person: Person) -> None:
        """Take in that somebody is meant, whom their roles may mean from now on."""
        for office in person.offices if person.human else ():
            known = self._by_office[office]
            known[id(person)] = person
            known.move_to_end(id(person))

    def learn(self, person: Person, noun: str, details: frozenset[str]) -> None:
        """Note that the article says what somebody is.

        Args:
            person: Who.
            noun: The noun for it.
            details: The words that go with it.
        """
        person.details |= {noun, *details}
        person.offices.add(noun)
        self.meet(person)

    def of(
        self, head: str, content: frozenset[str], sentence: int, salience: Salience
    ) -> Holder | None:
        """Return who is meant by a definite noun phrase.

        Args:
            head: Its noun.
            content: Its other words that tell which one is meant.
            sentence: The number of its sentence.
            salience: How everybody stands before it.
        """
        if head in _ANYBODY:
            return None
        fitting = [
            (sentence - at, person)
            for person in self._last(head)
            if self.fits(person, head) and (at := salience.sentence_of(person)) is not None
        ]
        fitting.sort(key=lambda entry: entry[0])
        exact = [entry for entry in fitting if content <= entry[1].details]
        if exact:
            return self._nearest(exact, bool(content))
        part = [
            entry for entry in fitting if len(content & entry[1].details) > _HALF * len(content)
        ]
        return Holder(part[0][1], _LOOSE) if part else None

    def _last(self, head: str) -> Iterator[Person]:
        """Yield those last meant of whom a noun was said, the last first."""
        known = self._by_office.get(head)
        if known is None and self.cues.nouns_capitalised:
            ends = (office for office in reversed(self._by_office) if office.endswith(head))
            known = self._by_office.get(next(ends, ""))
        return islice(reversed(known.values()), _MOST) if known else iter(())

    def _nearest(self, fitting: Sequence[tuple[int, Person]], told: bool) -> Holder:
        """Return the one meant last of those whom all words fit."""
        apart, person = fitting[0]
        if len(fitting) > 1:
            alone = fitting[1][0] - apart >= _NEAR
            return Holder(person, _ONE_OF_SEVERAL if alone else _LOOSE)
        return Holder(person, _KNOWN if told or apart <= _LASTS else _LONG_AGO)

    def fits(self, person: Person, head: str) -> bool:
        """Whether a noun's gender is not another than somebody's."""
        if head in self.cues.male_nouns:
            return person.gender is not Gender.FEMALE
        if head in self.cues.female_nouns:
            return person.gender is not Gender.MALE
        return True
