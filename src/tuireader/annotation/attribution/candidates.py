"""The speakers a quote's own sentence offers, each with its cue and how well the two fit."""

from __future__ import annotations

from tuireader.annotation.attribution.after import After
from tuireader.annotation.attribution.before import Before
from tuireader.annotation.attribution.candidate import Candidate
from tuireader.annotation.attribution.frames import Frame
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.person_nouns import LISTED
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.verbs import COORDINATORS

_MUTE = frozenset(
    {
        "there",
        "this",
        "that",
        "these",
        "those",
        "which",
        "it's",
        "i'm",
        "i've",
        "what",
        "how",
        "why",
        "whoever",
        "whatever",
        "whichever",
        "rather",
        "heißt",
        "hieß",
    }
)


class Candidates:
    """Finds the candidates in the frames of one article."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.after = After(grammar)
        self.before = Before(grammar)
        self._known: dict[int, list[Candidate]] = {}
        cues = grammar.cues
        self._listed = cues.language == LISTED
        small = cues.conjunctions | cues.adverbs | cues.completing | cues.finite
        self._small = (small | cues.auxiliaries) - cues.subjects - cues.relative
        self._no_nouns = (
            cues.adverbs | cues.prepositions | cues.conjunctions | cues.auxiliaries | cues.finite
        ) - cues.subjects

    def of(self, frame: Frame) -> list[Candidate]:
        """Return the candidates of a quote's own sentence, the best first."""
        if frame.quote not in self._known:
            found = [*self.after.of(frame), *self.before.of(frame.before, frame)]
            if frame.lead:
                found += self.before.of(frame.lead, frame)
            self._known[frame.quote] = sorted(
                (candidate for candidate in found if self.can_speak(candidate.phrase)),
                key=lambda candidate: -candidate.weight,
            )
        return self._known[frame.quote]

    def can_speak(self, phrase: Phrase) -> bool:
        """Whether a noun phrase can stand for a speaker at all."""
        lower, cues = self.grammar.words.lower[phrase.head], self.grammar.cues
        if lower in cues.weekdays or lower in cues.times or lower.isdigit():
            return False
        if (lower in _MUTE or lower in cues.mute) and not self._ends_name(phrase):
            return False
        if self._only_opens(phrase) or self._is_no_noun(phrase):
            return False
        return self.grammar.words.is_word(phrase.head) and lower not in COORDINATORS

    def _only_opens(self, phrase: Phrase) -> bool:
        """Whether a word that is no noun has its capital from the sentence: "Zugleich"."""
        words, at = self.grammar.words, phrase.head
        if phrase.end - phrase.first > 1 or not words.is_name(at) or self._listed:
            return False
        return words.lower[at] in self._no_nouns and words.starts_sentence(at)

    def _is_no_noun(self, phrase: Phrase) -> bool:
        """Whether a phrase is one small word: "что" in "что обвиняет"."""
        words, at = self.grammar.words, phrase.head
        alone = phrase.end - phrase.first == 1 and not self._listed
        return alone and not words.is_name(at) and words.lower[at] in self._small

    def _ends_name(self, phrase: Phrase) -> bool:
        """Whether a phrase ends with a last name that is a word as well: "Jonathan How"."""
        head, words = phrase.head, self.grammar.words
        return head > phrase.first and words.is_name(head) and words.is_name(head - 1)
