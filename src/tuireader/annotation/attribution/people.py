"""The people and bodies an article names, by its entities and by its capitals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from tuireader.annotation.annotation import Entity, Label
from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.foreign_names import INFLECTING, mend_names
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.introductions import Introductions
from tuireader.annotation.attribution.names import NameRuns
from tuireader.annotation.attribution.person import GENDERS, Gender, Person
from tuireader.annotation.attribution.roles import Roles
from tuireader.annotation.attribution.words import Words
from tuireader.annotation.entities.gender import likely_genders
from tuireader.annotation.entities.lexicon import lexicon

_NAMING = frozenset({Label.PERSON, Label.ORG, Label.GPE, Label.NORP, Label.FAC})
FOR_NAMES = "en"
"""The language that the engine for names is made for."""
_STEM = 4


class People(NameRuns):
    """Everyone an article names.

    Attributes:
        places: The numbers of the tokens at which a name begins, in order, with who it is.
    """

    def __init__(
        self, words: Words, cues: Cues, grammar: Grammar, entities: Sequence[Entity]
    ) -> None:
        super().__init__(words, cues, grammar)
        self._roles = Roles(words, cues, grammar, self.named)
        likely = likely_genders(words.text, entities, lexicon())
        for entity in entities:
            if entity.label in _NAMING:
                self._add_entity(entity, entity.gender or likely.get(entity.id, ""))
        if cues.language != FOR_NAMES:
            mend_names(self)
        self._introduce()
        self._runs = self.name_runs()
        self._complete_names()
        self._add_runs()
        for person in self.all:
            person.places.sort()
            if person.human:
                self._roles.describe(person)
        self.places: list[tuple[int, Person]] = sorted(
            ((at, person) for person in self.all for at in person.places),
            key=lambda place: place[0],
        )

    def before(self, at: int, most: int) -> Iterable[tuple[int, Person]]:
        """Yield the last names before a token, the nearest first.

        Args:
            at: The token's number.
            most: How many to give at most.
        """
        end = bisect_left(self.places, at, key=lambda place: place[0])
        return reversed(self.places[max(0, end - most) : end])

    def after(self, at: int) -> Iterable[tuple[int, Person]]:
        """Yield the names from a token on, the nearest first."""
        start = bisect_left(self.places, at, key=lambda place: place[0])
        return (self.places[number] for number in range(start, len(self.places)))

    def by_name(self, first: int, end: int) -> Person:
        """Return who a run of capitalised tokens names, by its last name where need be.

        Args:
            first: The first token.
            end: The token after the last.
        """
        first, end = self.trim(first, end)
        last = self.words.lower[end - 1]
        body = last in self.cues.bodies
        for at in range(end - 1, first - 1, -1):
            person = self.named.get(at)
            if person is not None and not (body and person.vague and at < end - 1):
                return person
        full = self._runs.get(last)
        name = self.text_of(first, end)
        if full is not None and end - first == 1:
            name = full
        for person in self.all:
            if person.name == name:
                return person
        thing = body or last in self.cues.documents
        known = self._inflected(last) if end - first == 1 else None
        if known is not None:
            return known
        gender = Gender.THING if thing else Gender.UNKNOWN
        several = end - first == 1 and last.endswith("s") and self.words.starts_sentence(first)
        person = Person(name, human=not thing, plural=several, gender=gender)
        person.places.append(first)
        self.all.append(person)
        if not thing:
            self._roles.describe(person)
        return person

    def _inflected(self, last: str) -> Person | None:
        """Return who a last name in another case may be, in languages that inflect names."""
        if self.cues.language not in INFLECTING or len(last) < _STEM:
            return None
        stem = last[: max(_STEM, len(last) - 2)]
        return next(
            (
                person
                for person in self.all
                if person.human and person.name.split()[-1].lower().startswith(stem)
            ),
            None,
        )

    def _add_entity(self, entity: Entity, likely: str) -> None:
        human = entity.label is Label.PERSON
        gender = GENDERS.get(likely, Gender.UNKNOWN) if human else Gender.THING
        belonging = entity.label is Label.NORP and not entity.name.endswith("s")
        person = Person(entity.name, entity.id, human, gender=gender, vague=belonging)
        for mention in entity.mentions:
            first, end = self.words.at(mention.start), self.words.at(mention.end)
            person.places.append(first)
            for at in range(first, end):
                if at not in self.named or human:
                    self.named[at] = person
        self.all.append(person)

    def _introduce(self) -> None:
        """Add the people whom an office or a nickname introduces and no entity covers whole."""
        introductions = Introductions(self.words, self.cues, self.grammar)
        for first, end in introductions.after_offices():
            known = self.named.get(first)
            if known is None or (not known.human and known.name != self.text_of(first, end)):
                self._put(Person(self.text_of(first, end)), first, end)
            elif not known.human:
                known.human, known.gender = True, Gender.UNKNOWN
        for first, last, end in introductions.with_nicknames():
            person, other = self.named.get(last), self.named.get(first)
            if person is None or person is other or not person.human:
                continue
            if other is not None:
                other.places = [at for at in other.places if at != first]
                if not other.places:
                    self.all.remove(other)
            person.name = self.text_of(first, end)
            self._put(person, first, end)

    def _put(self, person: Person, first: int, end: int) -> None:
        """Note that some tokens name a person."""
        if all(known is not person for known in self.all):
            self.all.append(person)
        person.places = sorted({at for at in person.places if not first < at < end} | {first})
        self.named.update(dict.fromkeys(range(first, end), person))

    def _complete_names(self) -> None:
        """Give people known by their last name alone the full name that ends with it."""
        given = self.cues.male_names | self.cues.female_names
        for person in self.all:
            full = self._runs.get(person.name.lower(), "") if person.human else ""
            if full and full.split()[0].lower() in given:
                person.name = full

    def _add_runs(self) -> None:
        """Add the people that no entity covers but whose first name is one."""
        known = {person.name: person for person in self.all}
        given = self.cues.male_names | self.cues.female_names
        for first, end in self.found:
            if any(at in self.named for at in range(first, end)):
                continue
            while first < end and self.words.lower[first] not in given:
                first += 1
            if end - first < 2:
                continue
            name = self.text_of(first, end)
            person = known.get(name) or known.get(self.text_of(first, first + 2))
            if person is None:
                person = known[name] = Person(name)
                self.all.append(person)
            person.places.append(first)
            for at in range(first, end):
                self.named[at] = person
        self._add_other_spellings()
        self._add_last_names()

    def _add_last_names(self) -> None:
        """Add the places where a last name stands that nobody, or no person, is known by."""
        lasts = {
            person.name.split()[-1].lower(): person
            for person in self.all
            if person.human and " " in person.name
        }
        for at in self.words.where(lasts):
            if not self.grammar.is_proper(at):
                continue
            lower = self.words.lower[at]
            person = lasts[lower]
            known = self.named.get(at)
            if known is None or (not known.human and known.name.lower() == lower):
                self.named[at] = person
                person.places.append(at)

    def _add_other_spellings(self) -> None:
        """Add the places where a full name stands with other capitals."""
        words = self.words
        names: dict[str, list[tuple[list[str], Person]]] = {}
        for person in self.all:
            parts = person.name.lower().split()
            if person.human and len(parts) > 1:
                names.setdefault(parts[0], []).append((parts, person))
        for at in words.where(names):
            for parts, person in names[words.lower[at]]:
                end = at + len(parts)
                if words.lower[at:end] == parts and self.named.get(end - 1) is not person:
                    person.places.append(at)
                    self.named.update(dict.fromkeys(range(at, end), person))
