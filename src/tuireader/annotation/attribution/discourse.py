"""Whom the pronouns and the descriptions of an article mean: one walk over its people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tuireader.annotation.attribution.announced import Announced
from tuireader.annotation.attribution.antecedents import Antecedent, Clause, named_places
from tuireader.annotation.attribution.appositions import Appositions
from tuireader.annotation.attribution.descriptions import BECOMING, Description, Descriptions
from tuireader.annotation.attribution.holders import Holder, Holders
from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.renamed import Renamed
from tuireader.annotation.attribution.salience import Salience, shares
from tuireader.annotation.attribution.words import OUTSIDE

_APPOSED = 0.95
_RENAMED = 0.65
_VERB = 4
_SAYING = 2
_WHO = frozenset({"who"})


class Meaning(NamedTuple):
    """Whom a pronoun most likely means, and the share that speaks for them, from 0 to 1."""

    person: Person
    share: float


class _Event(NamedTuple):
    """A place of the walk: a name up to ``end``, a description, or else a pronoun."""

    at: int
    end: int = 0
    person: Person | None = None
    description: Description | None = None


class Discourse:
    """Reads the people of one article in order and says whom its pronouns mean.

    Pronouns and descriptions in quotes are left out, as another speaks there.

    Attributes:
        clause: The parts that words play in their clauses.
        spoken: Who spoke so far, each with the token at which that is said.
        meant: For each pronoun read so far whom it means; None where nobody fits.
        holders: Who holds which role.
        held: For each description read so far, by its noun's token, who holds that role.
        described: For each of them who is meant, if only somebody whom nothing names.
        introduced: The nouns of those that told of somebody new: "an aide".
    """

    def __init__(self, people: People) -> None:
        self.people = people
        self.words = people.words
        self.cues = people.cues
        self.clause = Clause(people.words, people.cues, people.grammar)
        self.spoken: list[tuple[int, Person]] = []
        self.meant: dict[int, Meaning | None] = {}
        self.held: dict[int, tuple[Description, Holder | None]] = {}
        self.described: dict[int, Person] = {}
        self.introduced: set[str] = set()
        self._genders = {
            **dict.fromkeys(self.cues.neuter | self.cues.plural, Gender.THING),
            **dict.fromkeys(self.cues.feminine, Gender.FEMALE),
            **dict.fromkeys(self.cues.masculine, Gender.MALE),
        }
        self._pronouns = frozenset(self._genders)
        self._verbal = self.cues.auxiliaries | self.cues.adverbs | self.cues.determiners | BECOMING
        self._descriptions = Descriptions(people)
        self._appositions = Appositions(people)
        self._announced = Announced(people, self.clause)
        self.holders = Holders(people.cues)
        self._salience = Salience(self.clause)
        self._renamed = Renamed(people, self.clause.sentence)
        self._events = sorted(self._all(), key=lambda event: event.at)
        self._next = 0
        self._closing: tuple[int, Person | None] = (0, None)
        self._entered: list[Antecedent] = []

    def gender(self, at: int) -> Gender:
        """Return the gender of the pronoun at a token; unknown where there is none."""
        if not self.words.is_pronoun(at, self._pronouns):
            return Gender.UNKNOWN
        return self._genders[self.words.lower[at]]

    def meet(self, first: int, end: int, person: Person) -> None:
        """Take in that words name a speaker whom no list knows as a person."""
        antecedent = self.clause.of_name(first, end, person)
        self._salience.enter(antecedent._replace(subject=True))

    def read_to(self, end: int) -> Salience:
        """Read on to a token, and return how everybody stands there."""
        while self._next < len(self._events) and self._events[self._next].at < end:
            event = self._events[self._next]
            self._next += 1
            for antecedent in self._meant_by(event):
                self._salience.enter(antecedent)
                self.holders.meet(antecedent.person)
                self._entered.append(antecedent)
        self._salience.spoke = self._spoke(end)
        return self._salience

    def meaning(self, at: int, gender: Gender) -> Meaning | None:
        """Return whom a pronoun outside of quotes means, having read the article up to it."""
        if at not in self.meant:
            salience = self.read_to(at)
            announced = self._announced.before(at, gender)
            ranked = salience.ranked(at, gender, self._spoken_of(at), announced)
            share = shares(ranked)
            self.meant[at] = Meaning(ranked[0].person, share[0]) if ranked else None
        return self.meant[at]

    def _spoken_of(self, at: int) -> Person | None:
        """Return who is named right after "he said": somebody else."""
        for place in range(at + 1, min(at + 1 + _SAYING, len(self.words))):
            verb = self.people.grammar.verb(place)
            if verb is not None and verb.strong:
                that = place + 1 < len(self.words) and self.words.lower[place + 1] == "that"
                return self.people.named.get(place + 1 + that)
        return None

    def holder(self, head: int, content: frozenset[str]) -> Holder | None:
        """Return who holds a role that a noun phrase outside of quotes names.

        Args:
            head: The token of its noun.
            content: Its other words that tell which one is meant.
        """
        salience = self.read_to(head)
        found = self.holders.of(
            self.words.lower[head], content, self.clause.sentence[head], salience
        )
        if found is None and self.cues.renaming:
            self.read_to(head + 1)
            found = self.held.get(head, (None, None))[1]
        return None if found is None or found.person.unnamed else found

    def quoted(self) -> Iterator[tuple[int, Salience]]:
        """Yield the pronouns in quotes, each with how everybody stands there.

        To be asked once the whole article has been read.
        """
        salience = Salience(self.clause)
        single = self.cues.masculine | self.cues.feminine | self.cues.first
        waiting = [
            at
            for at in self.words.where(single)
            if self.words.quoted[at] != OUTSIDE and self.words.is_pronoun(at, single)
        ]
        number = 0
        for at in waiting:
            while number < len(self._entered) and self._entered[number].at < at:
                salience.enter(self._entered[number])
                number += 1
            yield at, salience

    def _spoke(self, at: int) -> Person | None:
        return next((who for place, who in reversed(self.spoken[-4:]) if place < at), None)

    def _all(self) -> Iterator[_Event]:
        words = self.words
        for at, end, person in named_places(self.people):
            yield _Event(at, end, person)
        for description in self._descriptions.all():
            if words.quoted[description.head] == OUTSIDE:
                yield _Event(description.head, description=description)
        single = self.cues.masculine | self.cues.feminine | _WHO
        for at in words.where(single):
            if words.quoted[at] == OUTSIDE:
                yield _Event(at)

    def _meant_by(self, event: _Event) -> Iterator[Antecedent]:
        """Yield the antecedent of an event, having found out who is meant."""
        if event.person is not None:
            self._closing = (event.end, event.person)
            yield self.clause.of_name(event.at, event.end, event.person)
        elif event.description is not None:
            yield from self._described(event.description)
        elif self.words.lower[event.at] in _WHO:
            yield from self._relative(event.at)
        else:
            gender = self.gender(event.at)
            meaning = self.meaning(event.at, gender) if gender is not Gender.UNKNOWN else None
            if meaning is not None:
                yield self.clause.of_pronoun(event.at, meaning.person, gender)

    def _described(self, description: Description) -> Iterator[Antecedent]:
        words, head = self.words, description.head
        noun, content = words.lower[head], self._descriptions.content(description)
        beside = self._appositions.bearer(description)
        if beside is not None:
            self.held[head] = (description, Holder(beside, _APPOSED, apposed=True))
            self._closing = (description.end, beside)
            self.holders.learn(beside, noun, content)
            return
        if description.predicate:
            self._said_of_subject(description, noun, content)
            return
        if self._appositions.is_title(description) or self._appositions.follows_name(description):
            return
        holder = None
        if description.definite and not description.possessed:
            sentence = self.clause.sentence[head]
            holder = self.holders.of(noun, content, sentence, self._salience)
            if holder is None and noun not in self.introduced:
                known = self._renamed.of(description, self._salience)
                holder = Holder(known, _RENAMED) if known is not None else None
        self.held[head] = (description, holder)
        person = holder.person if holder else self._stranger(description, noun, content)
        self.described[head] = person
        if person.unnamed and not description.definite:
            self.introduced.add(noun)
        self._closing = (description.end, person)
        yield self.clause.of_name(description.first, description.end, person)

    def _relative(self, at: int) -> Iterator[Antecedent]:
        """Yield whom "who" stands for: whoever is meant right before it."""
        end, person = self._closing
        gap = self.words.tokens[end:at]
        if person is not None and person.human and all(token.text == "," for token in gap):
            yield self.clause.of_relative(at, person)

    def _said_of_subject(
        self, description: Description, noun: str, content: frozenset[str]
    ) -> None:
        """Note what "Ann Lee is the mayor" says of whom it is about."""
        end, person = self._closing
        if person is None or not person.human or person.unnamed:
            return
        between = range(end, description.first)
        lower = self.words.lower
        if len(between) <= _VERB and all(lower[at] in self._verbal for at in between):
            self.holders.learn(person, noun, content)

    def _stranger(self, description: Description, noun: str, content: frozenset[str]) -> Person:
        """Return somebody whom the article only describes."""
        gender = Gender.UNKNOWN
        if noun in self.cues.male_nouns:
            gender = Gender.MALE
        elif noun in self.cues.female_nouns:
            gender = Gender.FEMALE
        tokens = self.words.tokens
        first = description.first - description.possessed
        name = self.words.text[tokens[first].start : tokens[description.head].end]
        return Person(name, gender=gender, offices={noun}, details={noun, *content}, unnamed=True)
