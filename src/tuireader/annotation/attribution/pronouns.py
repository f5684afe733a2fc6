"""Whom a pronoun that names a speaker means."""

from __future__ import annotations

from typing import NamedTuple

from tuireader.annotation.attribution.discourse import Discourse
from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.person import ARTICLES, Gender, Person
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.salience import agrees
from tuireader.annotation.attribution.several import Several

_AFTER = 0.55
_SEVERAL = 0.85
_PLACES = ("gpe:", "loc:", "fac:")
_LEAST = 0.6
_MOST = 0.95


class Identity(NamedTuple):
    """Who a phrase stands for.

    Attributes:
        person: The speaker.
        confidence: How sure that is, from 0 to 1.
        how: In words, where it was not named outright; else empty.
        known: Whether the article says who it is; where not, only the words are to be shown.
    """

    person: Person
    confidence: float
    how: str = ""
    known: bool = True


class Pronouns:
    """Finds whom the pronouns of one article mean, remembering who spoke."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.people: People = discourse.people
        self.words = discourse.words
        self.cues = discourse.cues
        self._they = Several(self.people, discourse.clause)

    @property
    def spoken(self) -> list[tuple[int, Person]]:
        """Who spoke so far, each with the token at which that is said."""
        return self.discourse.spoken

    def heard(self, at: int, person: Person) -> None:
        """Note that somebody speaks at a token."""
        self.discourse.spoken.append((at, person))

    def text_of(self, phrase: Phrase) -> str:
        """Return a phrase's words, without a possessive ending."""
        tokens, last = self.words.tokens, phrase.end - 1
        if last > phrase.head and self.words.lower[last] in self.cues.relative:
            last -= 1
        text = self.words.text[tokens[phrase.first].start : tokens[last].end].rstrip(" ,")
        return text[:-2] if text[1:].endswith(("'s", "’s")) else text

    def as_it_stands(self, phrase: Phrase) -> Person:
        """Return a speaker known by a phrase alone."""
        lower = self.words.lower[phrase.head]
        thing = lower in self.cues.bodies or lower in self.cues.documents
        plural = lower.endswith("s") and not lower.endswith(("ss", "us"))
        return Person(
            self.text_of(phrase),
            human=not thing,
            plural=plural or lower in self.cues.plural,
            vague=not self.is_agent(lower),
            gender=ARTICLES.get(self.words.lower[phrase.first], Gender.UNKNOWN),
            places=[phrase.first],
        )

    def is_agent(self, head: str) -> bool:
        """Whether a noun is one for a person, as far as lists and endings say."""
        cues = self.cues
        if head in cues.titles or head in cues.male_nouns or head in cues.female_nouns:
            return True
        return head not in cues.documents | cues.bodies and head.endswith(
            self.people.grammar.agents
        )

    def pronoun(self, phrase: Phrase, gender: Gender) -> Identity:
        """Return the likeliest name before a pronoun."""
        pronoun = self.words.lower[phrase.head]
        if pronoun in self.cues.plural:
            return self._several(phrase)
        meaning = self.discourse.meaning(phrase.first, gender)
        if meaning is None:
            return self._named_after(phrase, gender) or self.nobody(phrase)
        confidence = _LEAST + (_MOST - _LEAST) * meaning.share
        return Identity(meaning.person, confidence, f"{pronoun} → {meaning.person.name}")

    def _several(self, phrase: Phrase) -> Identity:
        """Return whom "they" means: several people, or the body that the last sentence is about."""
        pronoun = self.words.lower[phrase.head]
        if pronoun in self.cues.first:
            return self.nobody(phrase)
        person = self._they.before(phrase.first, self.spoken)
        if person is not None:
            return Identity(person, _SEVERAL, f"{pronoun} → {person.name}")
        meaning = self.discourse.meaning(phrase.first, Gender.THING)
        if meaning is None or not self._is_body(meaning.person, phrase.first):
            return self._named_after(phrase, Gender.THING) or self.nobody(phrase)
        confidence = _LEAST + (_MOST - _LEAST) * meaning.share
        return Identity(meaning.person, confidence, f"{pronoun} → {meaning.person.name}")

    def _is_body(self, person: Person, at: int) -> bool:
        """Whether somebody is no place, and the subject of a sentence close before a token."""
        place = (person.id or "").startswith(_PLACES)
        return not place and self.discourse.read_to(at).is_subject(person, at)

    def nobody(self, phrase: Phrase) -> Identity:
        """Return that the article does not say who a pronoun is."""
        text = self.text_of(phrase)
        how = f"the article does not say who “{text}” is"
        return Identity(Person(text, vague=True), 0.5, how, known=False)

    def _named_after(self, phrase: Phrase, gender: Gender) -> Identity | None:
        """Return the name that follows a pronoun in its sentence: "As he left, Vance said …"."""
        words = self.words
        for place, person in self.people.after(phrase.end):
            between = range(phrase.first, place)
            if any(words.ends[at] and words.quoted[at] < 0 for at in between):
                break
            if words.block[place] != words.block[phrase.first]:
                break
            if words.quoted[place] < 0 and agrees(person, gender) and person.human:
                text = self.text_of(phrase)
                return Identity(person, _AFTER, f"{text} → {person.name}, named after it")
        return None
