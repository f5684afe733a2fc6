"""What stands next to a name and says who that is: titles, roles, appositions."""

from __future__ import annotations

from collections import Counter

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.person import Gender, Person
from tuireader.annotation.attribution.person_nouns import LISTED, person_nouns
from tuireader.annotation.attribution.words import Words

_FIRST_NAME = 4
_TITLE = 2
_LOOKED_AT = 40
_NEXT_TO = 2
_ROLE_LENGTH = 16
_AGENTS = ("er", "or", "ist", "ian", "eer", "man", "woman")
_SHORTEST_AGENT = 5
_IN_FULL = {
    "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general",
    "prof": "professor", "dr": "doctor", "sgt": "sergeant", "lt": "lieutenant", "col": "colonel",
    "capt": "captain", "insp": "inspector", "supt": "superintendent", "maj": "major",
    "rev": "reverend", "cllr": "councillor", "amb": "ambassador", "det": "detective",
}  # fmt: skip


class Roles:
    """Reads the neighbours of the names of one article."""

    def __init__(
        self, words: Words, cues: Cues, grammar: Grammar, named: dict[int, Person]
    ) -> None:
        self.words = words
        self.cues = cues
        self.grammar = grammar
        self.named = named
        self._nouns = person_nouns(cues)
        self._listed = cues.language == LISTED
        self._parting = cues.prepositions - {"of", "for"}
        self._no_agents = cues.documents | cues.bodies | cues.adverbs | cues.times

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
            if self._listed and before and before[0] in self.cues.prepositions:
                before = []
            person.roles.update(before, after)
            self._note_offices(person, self._title(before))
            self._note_offices(person, after)
            for word in (*before[:_NEXT_TO], *after[:_NEXT_TO]):
                votes[Gender.MALE] += _TITLE * (word in cues.male_nouns)
                votes[Gender.FEMALE] += _TITLE * (word in cues.female_nouns)
        if person.gender is Gender.UNKNOWN and votes[Gender.MALE] != votes[Gender.FEMALE]:
            person.gender = max((Gender.MALE, Gender.FEMALE), key=lambda gender: votes[gender])

    def _note_offices(self, person: Person, phrase: list[str]) -> None:
        """Note the nouns for a person in a phrase, and the words that go with them."""
        links = (at for at, word in enumerate(phrase) if word in self.cues.prepositions)
        heads = [_IN_FULL.get(word, word) for word in phrase[: next(links, None)]]
        offices = {noun for noun in heads if noun in self._nouns or not self._listed}
        offices |= {noun for noun in heads[-1:] if self._is_agent(noun)}
        if offices:
            person.offices |= offices
            person.details.update(_IN_FULL.get(word, word) for word in phrase)

    def _is_agent(self, noun: str) -> bool:
        """Whether a noun next to a name means a person by its ending."""
        ends = noun.endswith(_AGENTS) and len(noun) >= _SHORTEST_AGENT
        return ends and noun not in self._no_agents

    def _title(self, before: list[str]) -> list[str]:
        """Return the words before a name, as far as no preposition but "of" or "for" parts them.

        Args:
            before: The words before the name, the last first.
        """
        end = next((at for at, word in enumerate(before) if word in self._parting), None)
        return before[:end][::-1]

    def _beside(self, place: int) -> tuple[list[str], list[str]]:
        """Return the words before a name in its phrase, and those of an apposition after it."""
        words, cues = self.words, self.cues
        before: list[str] = []
        at = place - 1
        if not self._listed and at > 0 and words.tokens[at].text == ",":
            return self._apposed_to(at), self._apposition(place)
        while at >= 0 and place - at < _ROLE_LENGTH and words.block[at] == words.block[place]:
            lower = words.lower[at]
            if words.ends[at] or words.quoted[at] >= 0 or words.tokens[at].text in ",;:—–":
                break
            known = self.named.get(at)
            if known is not None and known.human:
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

    def _apposed_to(self, comma: int) -> list[str]:
        """Return the noun in "la ministre de la Mer, Anne Carel", and what stands before it."""
        words, cues = self.words, self.cues
        start = comma
        while start > 0 and comma - start < _ROLE_LENGTH and words.is_word(start - 1):
            if words.quoted[start - 1] >= 0:
                break
            start -= 1
        for first in range(comma - 1, start - 1, -1):
            end = first + 1
            while end < comma and words.lower[end] not in self.grammar.small_words:
                end += 1
            nouns = words.lower[first + 1 : end]
            if words.lower[first] in cues.definite and self._has_role(nouns):
                return nouns[::-1]
        return []

    def _has_role(self, nouns: list[str]) -> bool:
        cues = self.cues
        return any(
            noun in cues.titles
            or noun in cues.male_nouns
            or noun in cues.female_nouns
            or noun.endswith(self.grammar.agents)
            for noun in nouns
        )

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
            if at == end + 1 and lower in cues.conjunctions:
                break
            if self._listed and self.grammar.verb(at) and words.lower[end + 1] == "the":
                return []
            if lower in cues.relative or self.grammar.verb(at):
                break
            found.append(lower)
        return found
