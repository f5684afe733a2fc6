"""Subjects after their verbs, and what else other languages put where English does not."""

from __future__ import annotations

from tuireader.annotation.attribution.beside import Beside
from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.person_nouns import LISTED
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.verbs import Verb
from tuireader.annotation.attribution.words import OUTSIDE, Words

_AS = frozenset({"wie", "comme", "como", "según", "как", "як"})
_AS_REACH = 4
_DATIVE = frozenset({"dem", "den"})
_IN = frozenset({"в", "во", "у"})
_TO = frozenset({"a", "al", "à", "au", "aux"})
_SEVERAL = ("ли", "лись", "лися", "ют", "ят", "ать", "ють", "ять", "ут")
_ADVERBS = ("ment", "mente")
_COLON = 12
_COMPLETIONS = 3


class Inversions(Beside):
    """Finds the subjects that follow their verbs in one article."""

    def __init__(self, words: Words, cues: Cues) -> None:
        super().__init__(words, cues)
        self.abroad = cues.language != LISTED
        self._articles = bool(cues.definite)
        self._whom = cues.conjunctions | cues.relative

    def after_verb(self, verb: Verb, start: int) -> Phrase | None:
        """Return the subject in "da sagte Ann Lee: „", where no object can stand so.

        Args:
            verb: The verb.
            start: The first token of its sentence.
        """
        words = self.words
        if not self.abroad or verb.at + 1 >= len(words):
            return None
        at = self.past_day(self.past_completion(verb.at + 1))
        phrase = self.phrase_right(at) if at < len(words) else None
        if phrase is None or phrase.end >= len(words):
            return None
        if words.is_pronoun(phrase.head, self.cues.subjects):
            return phrase if self._leads_to_colon(phrase.end) else None
        led = words.lower[verb.at - 1] if verb.at > start else ""
        opened = words.lower[start] in self.cues.prepositions or words.lower[start] in _DATIVE
        relative = led in ("que", "qu'")
        if opened or relative:
            colon = words.tokens[phrase.end].text in ":,;" or self._leads_to_colon(phrase.end)
            someone = self.is_proper(phrase.head) or self.is_proper(phrase.end - 1)
            return phrase if colon and (someone or self._is_someone(phrase)) else None
        if words.tokens[phrase.end].text != ":":
            return None
        return phrase if self.is_proper(phrase.head) else None

    def after_as(self, verb: Verb, start: int) -> Phrase | None:
        """Return the subject in "Comme l’a dit Anne Carel" or "Как сообщил Рудин".

        Args:
            verb: The verb.
            start: The first token of its sentence.
        """
        words = self.words
        if not self.abroad or verb.at + 1 >= len(words):
            return None
        led = any(words.lower[at] in _AS for at in range(max(start, verb.at - _AS_REACH), verb.at))
        phrase = self.phrase_right(self.past_day(verb.at + 1)) if led else None
        if phrase is None:
            return None
        named = self.is_proper(phrase.head) or words.is_pronoun(phrase.head, self.cues.subjects)
        return phrase if named or self._is_someone(phrase) else None

    def in_body(self, verb: Verb, start: int) -> Phrase | None:
        """Return the body in "В министерстве сообщили", where nobody else is the subject.

        Args:
            verb: The verb.
            start: The first token of its sentence.
        """
        words = self.words
        if self._articles or not self.abroad or words.lower[start] not in _IN:
            return None
        if not words.lower[verb.at].endswith(_SEVERAL) or start + 1 >= verb.at:
            return None
        phrase = self.phrase_right(start + 1)
        return phrase if phrase is not None and phrase.end <= verb.at else None

    def said_in_body(self, verb: Verb) -> Phrase | None:
        """Return the body in "— заявили в министерстве"."""
        words, at = self.words, verb.at + 1
        if self._articles or not self.abroad or at + 1 >= len(words):
            return None
        several = words.lower[verb.at].endswith(_SEVERAL)
        return self.phrase_right(at + 1) if several and words.lower[at] in _IN else None

    def past_completion(self, at: int) -> int:
        """Return the token after what completes a verb: "tient à préciser", "met en garde"."""
        words = self.words
        for ahead in range(at, min(at + _COMPLETIONS, len(words))):
            if words.lower[ahead] in self.cues.completing:
                return ahead + 1
            if not (self.is_adverbial(ahead) or words.lower[ahead] in self.function_words):
                break
        return at

    def past_addressee(self, at: int) -> int:
        """Return the token after who is spoken to: "dijo a este diario Ana Robles"."""
        words = self.words
        if not self.abroad or at >= len(words) or words.lower[at] not in _TO:
            return at
        phrase = self.phrase_right(at + 1)
        return at if phrase is None else phrase.end

    def relayed(self, verb: Verb) -> Phrase | None:
        """Return who is cited in "— цитирует его агентство", "приводит слова Рудина"."""
        words, cues, at = self.words, self.cues, verb.at + 1
        if words.lower[verb.at] not in cues.relaying or at >= len(words):
            return None
        if words.lower[at] in cues.nouns and at + 1 < len(words):
            at += 1
        if words.is_pronoun(at, cues.masculine | cues.feminine):
            return Phrase(at, at + 1, at)
        if not self.is_proper(at):
            return None
        two = (
            at + 2 < len(words)
            and words.is_name(at + 1)
            and not words.tokens[at + 1].text.isupper()
        )
        return Phrase(at, at + 2, at + 1) if two else Phrase(at, at + 1, at)

    def _leads_to_colon(self, at: int) -> bool:
        """Whether a colon follows before another clause begins."""
        words = self.words
        for place in range(at, min(at + _COLON, len(words))):
            if words.tokens[place].text == ":":
                return True
            beside = words.block[place] == words.block[at - 1]
            if not beside or words.ends[place] or words.tokens[place].text == ";":
                return False
            if words.lower[place] in self._whom and words.quoted[place] == OUTSIDE:
                return False
        return False

    def _is_someone(self, phrase: Phrase) -> bool:
        """Whether a phrase is led by a determiner or a word for a person or a body."""
        cues = self.cues
        first = self.words.lower[phrase.first]
        known = cues.titles | cues.male_nouns | cues.female_nouns | cues.bodies
        if first in cues.adverbs or first.endswith(_ADVERBS):
            return False
        return first in cues.determiners or first in known or first.endswith(self.agents)
