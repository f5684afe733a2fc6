"""Whom a role means in the languages other than English.

Newspapers there name a role and then its bearer ("le maire de la ville, Paul Roux", "глава банка
Иван Рудин"), and go on with another word for them ("l’élu", "бизнесмен") where English has "he".
"""

from __future__ import annotations

from tuireader.annotation.attribution.discourse import Discourse
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.person_nouns import LISTED
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.salience import shares
from tuireader.annotation.attribution.words import OUTSIDE

_REACH = 18
_LONGEST = 7
_NEAR = 2
"""A word for somebody means who was named so many sentences before at most."""
_PARTING = ":;.!?—–"
_WOMEN = ("in", "rice", "euse", "ère", "ienne", "née", "ée", "ora", "ica", "ница", "ниця", "ка")
_ARTICLES = {
    "der": Gender.MALE, "die": Gender.FEMALE, "le": Gender.MALE, "la": Gender.FEMALE,
    "el": Gender.MALE, "ce": Gender.MALE, "cet": Gender.MALE, "cette": Gender.FEMALE,
    "dieser": Gender.MALE, "diese": Gender.FEMALE, "este": Gender.MALE, "esta": Gender.FEMALE,
}  # fmt: skip


class Bearers:
    """Finds the bearers of the roles of one article."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.words = discourse.words
        self.cues = cues = discourse.cues
        self.grammar = discourse.people.grammar
        self.named = discourse.people.named
        self._ends = cues.conjunctions | cues.relative | cues.auxiliaries | cues.adverbs
        self._inflects = not cues.definite
        self.applies = cues.language != LISTED and bool(cues.finite)

    def named_with(self, phrase: Phrase) -> Person | None:
        """Return who is named at the end of a role, past all that belongs to it.

        Args:
            phrase: A noun phrase whose head may be cut short: "президент Союза".
        """
        words, start = self.words, phrase.first
        if not self.applies or self._is_person(start) or not self._is_role(phrase):
            return None
        previous: Person | None = None
        prepositional = False
        for at in range(start + 1, min(start + _REACH, len(words))):
            if words.block[at] != words.block[start]:
                break
            if words.quoted[at] != OUTSIDE:
                continue
            person = self.named.get(at)
            if person is not None and person.human:
                if person is previous:
                    continue
                if previous is not None and not prepositional:
                    return person
                before = words.lower[at - 1]
                prepositional = before in self.cues.prepositions or self._is_owner(at - 1)
                previous = person
                continue
            if previous is not None and not prepositional:
                return previous
            if self._ends_role(at):
                break
        return None if prepositional else previous

    def spoken_of(self, phrase: Phrase) -> tuple[Person, float] | None:
        """Return who was spoken of last and can be meant by a word for a person, and how surely.

        Args:
            phrase: A noun phrase that names nobody: "la ministre", "бизнесмен".
        """
        words, cues = self.words, self.cues
        head = words.lower[phrase.head]
        first = words.lower[phrase.first]
        if not self.applies or phrase.end - phrase.first > _LONGEST or head in cues.newcomers:
            return None
        definite = first in cues.definite or (self._inflects and first not in cues.determiners)
        if not definite or not self._is_agent(head) or self._has_name(phrase):
            return None
        gender = self._gender(phrase)
        if gender is None:
            return None
        salience = self.discourse.read_to(phrase.first)
        genders = (gender,) if gender is not Gender.UNKNOWN else (Gender.MALE, Gender.FEMALE)
        sentence = self.discourse.clause.sentence[phrase.first]
        found = [
            (shares(ranked)[0], ranked[0].person)
            for each in genders
            if (ranked := salience.ranked(phrase.first, each))
        ]
        near = [
            (share, person)
            for share, person in found
            if person.human
            and not person.plural
            and (last := salience.sentence_of(person)) is not None
            and sentence - last <= _NEAR
        ]
        if not near:
            return None
        share, person = max(near, key=lambda each: each[0])
        return person, share

    def _is_person(self, at: int) -> bool:
        person = self.named.get(at)
        return person is not None and person.human

    def _is_owner(self, at: int) -> bool:
        """Whether a word is an article in the genitive: "die Frau des Malers"."""
        return self.words.lower[at] in ("des",) and bool(self.cues.nouns_capitalised)

    def _is_role(self, phrase: Phrase) -> bool:
        """Whether a phrase begins with a word for a person or a determiner."""
        words, cues = self.words, self.cues
        if words.lower[phrase.first] in cues.determiners:
            return True
        return any(
            self._is_agent(words.lower[at])
            for at in range(phrase.first, min(phrase.end, phrase.first + _NEAR))
        )

    def _ends_role(self, at: int) -> bool:
        words = self.words
        text, lower = words.tokens[at].text, words.lower[at]
        if text in _PARTING and not (text == "." and not words.ends[at]):
            return True
        if text == ",":
            return not self._leads_to_name(at + 1)
        if lower in self._ends and lower not in self.cues.determiners:
            return True
        return self.grammar.verb(at) is not None

    def _leads_to_name(self, at: int) -> bool:
        """Whether a name follows a comma, a title before it or not: ", Me Anne Carel"."""
        words = self.words
        for place in range(at, min(at + _NEAR, len(words))):
            if self._is_person(place):
                return True
            if words.lower[place] not in self.cues.titles and words.tokens[place].text != ".":
                return False
        return False

    def _is_agent(self, lower: str) -> bool:
        cues = self.cues
        if lower in cues.documents or lower in cues.bodies:
            return False
        if lower in cues.titles or lower in cues.male_nouns or lower in cues.female_nouns:
            return True
        last = lower.rpartition("-")[2]
        return last.endswith(self.grammar.agents) or last in cues.titles | cues.male_nouns

    def _has_name(self, phrase: Phrase) -> bool:
        return any(self._is_person(at) for at in range(phrase.first, phrase.end))

    def _gender(self, phrase: Phrase) -> Gender | None:
        """Return the gender that a phrase tells; None where it means several."""
        words, cues = self.words, self.cues
        first, head = words.lower[phrase.first], words.lower[phrase.head]
        woman = head in cues.female_nouns or head.endswith(_WOMEN)
        if first in ("les", "los", "las"):
            return None
        if first == "die":
            single = woman or head.endswith(("frau", "ige", "ende", "nete", "erte"))
            return Gender.FEMALE if single else None
        if first in _ARTICLES:
            return _ARTICLES[first]
        if head in cues.female_nouns and head not in cues.male_nouns:
            return Gender.FEMALE
        if head in cues.male_nouns and not self._inflects:
            return Gender.MALE
        if self._inflects and head.endswith(("ы", "и", "і", "ів", "ов", "ей")):
            return None
        return Gender.FEMALE if woman and head not in cues.titles else Gender.UNKNOWN
