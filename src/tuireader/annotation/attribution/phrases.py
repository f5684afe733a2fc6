"""Noun phrases by their last word, found with word lists and word order alone."""

from __future__ import annotations

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.days import day_before
from tuireader.annotation.attribution.person_nouns import LISTED
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.phrases_from import JOINS, LONGEST_PHRASE, PhrasesFrom
from tuireader.annotation.attribution.words import Words


class Phrases(PhrasesFrom):
    """Finds the noun phrases of one article."""

    def __init__(self, words: Words, cues: Cues) -> None:
        super().__init__(words, cues)
        self._before_phrases = cues.adverbs | {"including"}

    def phrase_left(self, last: int, start: int) -> Phrase | None:
        """Return the noun phrase that ends with a token.

        Args:
            last: The phrase's last token.
            start: The first token it may begin with.
        """
        words, cues = self.words, self.cues
        if words.lower[last] in cues.times:
            last -= day_before(words, cues, last)
        if last < start or words.quoted[last] >= 0:
            return None
        if words.tokens[last].text == ")":
            last = self.before_insertion(last, start)
        if last < start or (not words.is_word(last) and words.tokens[last].text != "."):
            return None
        if words.is_pronoun(last, cues.subjects):
            return Phrase(last, last + 1, last)
        first = last
        while first > start and last - first < LONGEST_PHRASE and self._extends_left(first - 1):
            first -= 1
        while first < last and (
            not words.is_word(first)
            or (
                words.lower[first] in self._before_phrases
                and (self._opens_abroad(first) or not self.is_proper(first))
            )
        ):
            first += 1
        if (words.lower[first] in cues.prepositions and not self.is_proper(first)) or (
            words.starts_sentence(first) and words.lower[first] in cues.prepositions
        ):
            first = self._after_preposition(first, last)
        phrase = self.phrase_right(first)
        if phrase is not None and (phrase.end >= last or self._is_placed(phrase)):
            return Phrase(first, last + 1, min(phrase.head, last))
        return Phrase(first, last + 1, self._head(first, last))

    def _opens_abroad(self, at: int) -> bool:
        """Whether a word has its capital from its sentence, in a language other than English."""
        return self.cues.language != LISTED and self.words.starts_sentence(at)

    def _is_placed(self, phrase: Phrase) -> bool:
        """Whether a preposition says where or whence someone named is: "Ann Lee in Leith"."""
        words = self.words
        return self.is_proper(phrase.head) and words.lower[phrase.end] in self.cues.linking

    def _extends_left(self, at: int) -> bool:
        words = self.words
        if words.quoted[at] >= 0 or words.ends[at]:
            return False
        if not words.is_word(at):
            text = words.tokens[at].text
            tight = words.tokens[at].end == words.tokens[at + 1].start
            return (text in JOINS and tight) or (text == "." and not words.ends[at]) or text in "’'"
        lower = words.lower[at]
        if self.is_proper(at):
            return not (words.starts_sentence(at) and lower in self.cues.conjunctions)
        if lower in self._breaks or lower in self._lone_subjects:
            return False
        if lower.endswith("ed") and words.lower[at + 1] in self.cues.determiners:
            return False
        return self.verb(at) is None

    def _after_preposition(self, first: int, last: int) -> int:
        """Return where the last noun phrase begins after "In a statement Monday"."""
        words, cues = self.words, self.cues
        at = last
        if words.is_pronoun(at, cues.subjects):
            return at
        while at > first and (self.is_proper(at - 1) or not words.is_word(at - 1)):
            if words.lower[at - 1] in cues.weekdays:
                return at
            if words.starts_sentence(at - 1):
                break
            at -= 1
        while at > first + 1 and words.lower[at] not in cues.determiners:
            before = words.lower[at - 1]
            if before in cues.prepositions or before in cues.weekdays:
                break
            at -= 1
        return at

    def _head(self, first: int, last: int) -> int:
        words = self.words
        for at in range(first + 1, last + 1):
            if words.lower[at] in self.cues.linking and not self.is_proper(at - 1):
                return at - 1
        return last
