"""Whom a pronoun means."""

from __future__ import annotations

import math
from dataclasses import dataclass

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.words import Words

_LOOK_BACK = 60
_NEAR_BEGINNING = 4
_LONGEST_TITLE = 16
_SPOKE_LAST = 1.3
_SPOKE_BEFORE = 0.2


@dataclass(frozen=True, slots=True)
class Identity:
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
    """Finds whom the pronouns of one article mean, remembering who spoke.

    Attributes:
        spoken: Who spoke so far, each with the token at which that is said.
    """

    def __init__(self, words: Words, cues: Cues, people: People) -> None:
        self.words = words
        self.cues = cues
        self.people = people
        self.spoken: list[tuple[int, Person]] = []

    def heard(self, at: int, person: Person) -> None:
        """Note that somebody speaks at a token."""
        self.spoken.append((at, person))

    def text_of(self, phrase: Phrase) -> str:
        """Return a phrase's words, without a possessive ending."""
        tokens = self.words.tokens
        text = self.words.text[tokens[phrase.first].start : tokens[phrase.end - 1].end]
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
            places=[phrase.first],
        )

    def is_agent(self, head: str) -> bool:
        """Whether a noun is one for a person, as far as lists and endings say."""
        cues = self.cues
        if head in cues.titles or head in cues.male_nouns or head in cues.female_nouns:
            return True
        return head not in cues.documents | cues.bodies and head.endswith(tuple(cues.agents))

    def pronoun(self, phrase: Phrase, gender: Gender) -> Identity:
        """Return the likeliest name before a pronoun.

        Recency, subjecthood and having just spoken speak for a name, as in Lappin and Leass (1994).
        """
        words = self.words
        at = phrase.first
        sentences = 0
        position, block, led = at, words.block[at], False
        scores: dict[int, tuple[float, Person]] = {}
        pronoun = words.lower[phrase.head]
        for place, person in self._earlier(at):
            while position > place:
                position -= 1
                sentences += words.ends[position] and words.quoted[position] < 0
            if sentences > 14:
                break
            if not self._agrees(person, gender):
                continue
            score = 2.4 / (1 + 0.6 * sentences)
            subject = self._is_subject(place)
            score += 1.0 if subject else 0.0
            led = led or (subject and words.quoted[place] < 0 and words.block[place] == block)
            score -= 1.2 if words.quoted[place] >= 0 else 0.0
            score += 0.3 if person.gender is gender else 0.0
            score += 0.15 * math.log1p(len(person.places))
            known = scores.get(id(person))
            if known is None or score > known[0]:
                scores[id(person)] = (score, person)
        if self.spoken:
            place, last = self.spoken[-1]
            if id(last) in scores:
                score, person = scores[id(last)]
                earlier = led and words.block[place] != block
                scores[id(last)] = (score + (_SPOKE_BEFORE if earlier else _SPOKE_LAST), person)
        if not scores:
            return self._named_after(phrase, gender) or self.nobody(phrase)
        ranked = sorted(scores.values(), key=lambda entry: -entry[0])
        person = ranked[0][1]
        margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 1.5
        confidence = min(0.95, 0.62 + 0.2 * margin)
        return Identity(person, confidence, f"{pronoun} → {person.name}")

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
            if words.quoted[place] < 0 and self._agrees(person, gender) and person.human:
                text = self.text_of(phrase)
                return Identity(person, 0.55, f"{text} → {person.name}, named after it")
        return None

    def _earlier(self, at: int) -> list[tuple[int, Person]]:
        places = list(self.people.before(at, _LOOK_BACK))
        spoken = [(place, person) for place, person in self.spoken[-8:] if place < at]
        return sorted(places + spoken, key=lambda entry: -entry[0])

    def _agrees(self, person: Person, gender: Gender) -> bool:
        if gender is Gender.THING:
            return not person.human
        single = person.human and not person.plural and not person.vague
        return single and person.gender in (gender, Gender.UNKNOWN)

    def _is_subject(self, place: int) -> bool:
        """Whether a name stands near the beginning of its sentence, or ends the title there."""
        words = self.words
        for back in range(_LONGEST_TITLE):
            at = place - back
            if at < 0 or words.starts_sentence(at):
                return not words.possessive(place)
            if back >= _NEAR_BEGINNING and not self._is_in_title(at):
                return False
        return False

    def _is_in_title(self, at: int) -> bool:
        words, cues = self.words, self.cues
        if words.is_name(at) or words.lower[at] in cues.linking | cues.determiners:
            return True
        return words.tokens[at].text in "()."
