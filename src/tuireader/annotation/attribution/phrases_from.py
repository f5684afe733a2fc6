"""Noun phrases by their first word, found with word lists and word order alone."""

from __future__ import annotations

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.days import opens_day
from tuireader.annotation.attribution.insertions import Insertions
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.verbs import CueKind
from tuireader.annotation.attribution.words import Words

PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "ben", "de", "da", "di", "del", "della", "dos", "du", "la", "le"}
    | {"van", "von", "der", "den", "ter", "ten", "y", "e", "zu", "zum"}
)
"""Lower-case words that stand inside names."""

LONGEST_PHRASE = 14
"""The most words of a noun phrase."""
_ROLE_WORDS = 3
_SHORT_VERB = 5
_FULL = 2
_ALONE = frozenset({"one", "some", "many", "another", "others", "most", "several", "both", "few"})
JOINS = frozenset("&-–/")
"""Marks that join the parts of a name."""


class PhrasesFrom(Insertions):
    """Finds the noun phrases of one article by where they begin."""

    def __init__(self, words: Words, cues: Cues) -> None:
        super().__init__(words, cues)
        self._lone_pronouns = self.pronouns - cues.determiners
        self._lone_subjects = cues.subjects - cues.determiners
        self._verbal = cues.auxiliaries - cues.determiners
        self._breaks = cues.conjunctions | self._verbal
        self._standing_alone = cues.plural | _ALONE
        self._inside_names = PARTICLES | cues.determiners
        self.agents = tuple(cues.agents)
        articles = bool(cues.definite) or not cues.finite
        self._names_end = bool(cues.nouns_capitalised) or not articles

    def phrase_right(self, at: int, *, clause: bool = False) -> Phrase | None:
        """Return the noun phrase that begins at a token.

        Args:
            at: The token.
            clause: Whether a verb that no list knows may follow the phrase.
        """
        words, cues = self.words, self.cues
        count = len(words)
        if at >= count or not words.is_word(at) or words.quoted[at] >= 0:
            return None
        if words.lower[at] in self._verbal and not self.is_proper(at):
            return None
        block = words.block[at]
        if words.is_pronoun(at, self._lone_pronouns):
            return Phrase(at, at + 1, at)
        first, head, seen_noun = at, -1, False
        linked = False
        while at < count and at - first < LONGEST_PHRASE and words.block[at] == block:
            if words.quoted[at] >= 0:
                break
            lower, proper = words.lower[at], self.is_proper(at)
            if not words.is_word(at):
                if self._inside_name(at, first):
                    at += 1
                    continue
                break
            if seen_noun and opens_day(words, cues, at):
                break
            if not proper and lower in cues.prepositions:
                counted = lower == "of" and at == first + 1
                if not counted and (not seen_noun or not self._links(at, head)):
                    break
                if counted:
                    head = first
                linked = True
            elif at > first and self._ends_phrase(at, linked, clause=clause and seen_noun):
                break
            elif linked and proper and self._belongs_to_body(at - 1, head):
                head, linked = at, False
            elif lower not in cues.determiners:
                seen_noun = True
                if not linked:
                    head = at
            at += 1
        while at > first and (
            words.lower[at - 1] in self.small_words
            or (not words.is_word(at - 1) and words.tokens[at - 1].text != ".")
        ):
            at -= 1
        if at <= first or head < 0:
            if at == first + 1 and words.lower[first] in self._standing_alone:
                return Phrase(first, at, first)
            return None
        return Phrase(first, at, min(head, at - 1))

    def _belongs_to_body(self, at: int, head: int) -> bool:
        """Whether a name follows a body’s: "the Bureau of Sailing’s Ann Lee"."""
        words = self.words
        return words.possessive(at) and head >= 0 and words.lower[head] in self.cues.bodies

    def _ends_phrase(self, at: int, linked: bool, clause: bool) -> bool:
        if clause and self._may_be_verb(at):
            return True
        lower = self.words.lower[at]
        if self._names_end and self.is_proper(at - 1) and not self.is_proper(at):
            return lower not in self._inside_names or self._after_full_name(at)
        if lower in self.cues.determiners:
            if self._after_full_name(at):
                return True
            genitive = lower in self.cues.linking and at + 1 < len(self.words)
            return not linked and not (genitive and self.is_proper(at + 1))
        return not self.is_proper(at) and lower not in PARTICLES and self._closes(at)

    def _after_full_name(self, at: int) -> bool:
        """Whether a German article follows a full name, to which it does not belong."""
        words, cues = self.words, self.cues
        if not cues.nouns_capitalised or words.lower[at] not in cues.determiners or at < _FULL:
            return False
        given = words.lower[at - _FULL]
        return given in cues.male_names or given in cues.female_names

    def _may_be_verb(self, at: int) -> bool:
        """Whether a lower-case word after a noun looks like the verb of its clause."""
        words = self.words
        if self.is_proper(at) or words.lower[at] in PARTICLES:
            return False
        if words.lower[at].endswith("ed") or self.verb(at) is not None:
            return True
        if not self.is_proper(at - 1) or words.possessive(at - 1):
            return False
        lower = words.lower[at]
        if len(lower) > _SHORT_VERB and lower.endswith(self.agents):
            return False
        for ahead in range(1, _ROLE_WORDS + 1):
            if at + ahead >= len(words) or words.lower[at + ahead - 1] in self.cues.prepositions:
                return True
            if self.is_proper(at + ahead):
                return words.lower[at + ahead - 1].endswith("ed")
        return True

    def _closes(self, at: int) -> bool:
        """Whether a lower-case word ends the noun phrase before it."""
        lower = self.words.lower[at]
        if lower in self._breaks or lower in self.cues.adverbs or lower in self.cues.subjects:
            return True
        if lower in self.cues.prepositions:
            return True
        if lower.endswith("ly") and len(lower) > 4 and lower not in ("family", "ally", "assembly"):
            return True
        verb = self.verb(at)
        if verb is None or verb.kind is not CueKind.PARTICIPLE:
            return verb is not None
        named = self.is_proper(at - 1) and not self.words.possessive(at - 1)
        return named and lower.endswith("ing")

    def _links(self, at: int, head: int) -> bool:
        words, cues = self.words, self.cues
        lower = words.lower[at]
        if lower not in cues.linking or at + 1 >= len(words) or not words.is_word(at + 1):
            return False
        if head >= 0 and self.is_proper(head):
            return lower == "of" and not self._is_day(at + 1)
        following = words.lower[at + 1]
        return following in cues.determiners or self.is_proper(at + 1) or lower in ("of", "for")

    def _is_day(self, at: int) -> bool:
        return self.words.lower[at] in self.cues.weekdays

    def _inside_name(self, at: int, first: int) -> bool:
        """Whether a mark is the full stop of "Mr." or an ampersand."""
        words = self.words
        text = words.tokens[at].text
        if text in JOINS:
            return at > first and at + 1 < len(words) and self.is_proper(at + 1)
        return (
            text == "."
            and at > first
            and not words.ends[at]
            and words.tokens[at - 1].end == words.tokens[at].start
        )
