"""Whom "they" means: several people, or whoever spoke last and may be called so."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.annotation.attribution.antecedents import Clause
from tuireader.annotation.attribution.people import People
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.person_nouns import people_nouns
from tuireader.annotation.attribution.words import OUTSIDE

_PARAGRAPHS = 2
_REACH = 150
_TITLE = 4
_NAMES = 8
_NOUN = 6
_PLACES = ("gpe:", "loc:", "fac:")
_PEOPLES = ("an", "at", "er", "ist", "or", "ent")
"""Endings of names for one of a people or a party."""
_ENDINGS = ("ists", "ians", "eers", "ers", "ors")
_THINGS = frozenset(
    {"factors", "figures", "matters", "waters", "powers", "corners", "borders", "doors", "errors"}
    | {
        "fingers",
        "sectors",
        "computers",
        "chapters",
        "offers",
        "quarters",
        "layers",
        "floors",
        "counters",
    }
)
"""Plurals with the ending of one for people."""


class Several:
    """Finds the several people that "they" can mean in one article."""

    def __init__(self, people: People, clause: Clause) -> None:
        self.people = people
        self.words = people.words
        self.cues = people.cues
        self.clause = clause
        self._nouns = people_nouns(people.cues)
        self._no_people = _THINGS | {noun + "s" for noun in self.cues.documents | self.cues.times}

    def before(self, at: int, spoken: Sequence[tuple[int, Person]]) -> Person | None:
        """Return whom "they" at a token means: the nearest subject that is several people.

        Args:
            at: The pronoun.
            spoken: Who spoke so far, each with the token at which that is said.
        """
        words = self.words
        last, speaker = spoken[-1] if spoken else (OUTSIDE, None)
        block = words.block[at] - _PARAGRAPHS
        for place in range(self._begin(at) - 1, max(-1, at - _REACH), -1):
            if words.block[place] < block:
                break
            if place == last and speaker is not None and self._may_be_they(speaker):
                return speaker
            if words.quoted[place] != OUTSIDE:
                continue
            found = self._joined(place) if words.lower[place] == "and" else self._described(place)
            if found is not None:
                return found
        return None

    def _begin(self, at: int) -> int:
        """Return where the words before a pronoun end that it may not say itself.

        In "The boats would float, they said" it says all of its sentence.
        """
        words, clause = self.words, self.clause
        parted = at > 0 and words.tokens[at - 1].text == ","
        if not (parted and self.people.grammar.verbs(range(at + 1, min(at + 3, len(words))))):
            return at
        first = at
        while first > 0 and clause.sentence[first - 1] == clause.sentence[at]:
            first -= 1
        opening = words.lower[first]
        led = opening in self.cues.conjunctions or opening in self.cues.prepositions
        return at if led else first

    def _may_be_they(self, speaker: Person) -> bool:
        """Whether a speaker is several, a body, or somebody whose gender nothing tells."""
        if not speaker.human:
            return not (speaker.id or "").startswith(_PLACES)
        return speaker.plural or (speaker.unnamed and speaker.gender is Gender.UNKNOWN)

    def _described(self, place: int) -> Person | None:
        """Return the subject whose noun is at a token: "the researchers"."""
        words, lower = self.words, self.words.lower[place]
        known = self.people.named.get(place)
        if known is not None:
            return known if self._is_group(known, place) else None
        if lower not in self._nouns and not (
            lower.endswith(_ENDINGS) and lower not in self._no_people
        ):
            return None
        if words.is_name(place) or words.possessive(place):
            return None
        first, end = self._first(place), self._end(place)
        if words.lower[first] in self.cues.relative:
            return None
        name = words.text[words.tokens[first].start : words.tokens[end - 1].end]
        person = Person(name, plural=True, places=[first])
        return person if self.clause.of_name(first, end, person).subject else None

    def _is_group(self, known: Person, last: int) -> bool:
        """Whether a name that ends with a token is a plural and a subject: "the Democrats"."""
        words, first = self.words, last
        if known.human or words.lower[last][-1] != "s" or words.possessive(last):
            return False
        if not words.lower[last][:-1].endswith(_PEOPLES):
            return False
        while first > 0 and self.people.named.get(first - 1) is known:
            first -= 1
        return self.clause.of_name(first, last + 1, known).subject

    def _first(self, noun: int) -> int:
        """Return where the words begin that belong to a noun: "a poet’s two friends and aides"."""
        words, first = self.words, noun
        while first > 0 and noun - first < _NOUN and self._belongs(first - 1):
            first -= 1
            if words.lower[first] in self.cues.definite:
                break
        return first

    def _belongs(self, at: int) -> bool:
        """Whether a word stands in the noun phrase of the noun after it."""
        words, cues, lower = self.words, self.cues, self.words.lower[at]
        if words.quoted[at] != OUTSIDE or words.ends[at] or not words.is_word(at):
            return False
        if lower == "and":
            return at > 0 and words.is_word(at - 1) and not words.is_name(at - 1)
        small = lower in cues.prepositions or lower in cues.conjunctions
        verbal = lower in cues.auxiliaries or self.people.grammar.verb(at) is not None
        return not (small or verbal or lower in cues.subjects)

    def _end(self, noun: int) -> int:
        """Return the end of a noun with what "of" ties to it: a name, or one word."""
        words, cues, end = self.words, self.cues, noun + 1
        if end + 1 >= len(words) or words.lower[end] not in ("of", "for"):
            return end
        at = end + 1
        while at + 1 < len(words) and words.lower[at] in cues.determiners:
            at += 1
        if words.quoted[at] != OUTSIDE or not words.is_word(at):
            return end
        at += 1
        while at < len(words) and words.is_name(at) and words.is_name(at - 1):
            at += 1
        return at

    def _joined(self, place: int) -> Person | None:
        """Return the subject that "and" at a token joins: "Ann Lee and Bob Roe"."""
        words, named = self.words, self.people.named
        left = named.get(place - 1) if place else None
        right = next((at for at in range(place + 1, place + _TITLE) if self._human(at)), None)
        if left is None or not left.human or right is None:
            return None
        if not all(words.is_name(at) or words.lower[at] == "." for at in range(place + 1, right)):
            return None
        end, first = right, place - 1
        while named.get(end) is named[right]:
            end += 1
        while named.get(first - 1) is left:
            first -= 1
        everybody = [left, named[right]]
        while len(everybody) < _NAMES and words.tokens[first - 1].text == "," and first > 1:
            earlier = named.get(first - 2)
            if earlier is None or not earlier.human:
                break
            everybody.insert(0, earlier)
            first -= 2
            while named.get(first - 1) is earlier:
                first -= 1
        names = [person.name for person in everybody]
        person = Person(f"{', '.join(names[:-1])} and {names[-1]}", plural=True, places=[first])
        return person if self.clause.of_name(first, end, person).subject else None

    def _human(self, at: int) -> bool:
        person = self.people.named.get(at)
        return person is not None and person.human
