"""Which of the verbs of saying before a quote answers for its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.annotation.attribution.candidate import Candidate, Rule
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.verbs import COORDINATORS, CueKind, Verb

_DIRECT = 3
_VERBS = 4


class Reporting:
    """Weighs the verbs of saying before the quotes of one article."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.words = grammar.words
        self.cues = grammar.cues

    def of(self, before: Sequence[int]) -> Iterator[Candidate]:
        """Yield the subjects of verbs of saying, nearest first."""
        words = self.words
        mark = words.tokens[before[-1]].text
        found: list[tuple[Verb, Phrase]] = []
        for verb in reversed(self.grammar.verbs(before)):
            phrase = self.grammar.subject(verb, before[0])
            if phrase is not None and phrase.first >= before[0]:
                found.append((verb, self.grammar.coordinated(phrase, before[0])))
            if len(found) == _VERBS:
                break
        penalty = 0.0
        inserted = next((n for n, pair in enumerate(found) if self._is_inserted(*pair)), -1)
        for number, (verb, phrase) in enumerate(found):
            gap = sum(1 for at in before if at > verb.at and words.is_word(at))
            weight = 0.96 - 0.012 * gap - penalty
            weight -= 0.06 if not verb.strong else 0.0
            weight -= 0.05 if verb.kind is not CueKind.FINITE else 0.0
            weight += 0.05 if mark == ":" and gap > _DIRECT - 1 else 0.0
            weight -= 0.3 if gap > _DIRECT and self._closed(before, verb) else 0.0
            introduced = mark in (",", ":") and gap <= _DIRECT
            weight -= 0.3 if number < inserted and not introduced else 0.0
            if not introduced and self._reported(found[number + 1 :], verb, phrase):
                weight -= 0.3
            else:
                penalty += 0.1
            yield Candidate(
                phrase,
                words.tokens[verb.at].text,
                Rule.VERB_BEFORE,
                max(0.42, min(0.96, weight)),
                gap,
            )

    def _is_inserted(self, verb: Verb, speaker: Phrase) -> bool:
        """Whether a speaker and a verb stand between commas: "The pier, Lee said, is weak"."""
        words = self.words
        if verb.at + 1 >= len(words) or speaker.first == 0 or not verb.strong:
            return False
        between = words.tokens[speaker.first - 1].text == "," == words.tokens[verb.at + 1].text
        return between and verb.at <= speaker.end + 1

    def _reported(self, outer: Sequence[tuple[Verb, Phrase]], verb: Verb, subject: Phrase) -> bool:
        """Whether what a verb says is itself reported by one further out, nearest first."""
        for number, (verb_out, speaker) in enumerate(outer):
            between = range(verb_out.at + 1, subject.first)
            if number and any(self._parts(at) for at in between):
                return False
            if self._embeds(verb_out, speaker, verb, subject):
                return True
        return False

    def _parts(self, at: int) -> bool:
        words = self.words
        if words.tokens[at].text in ",;:—–":
            return True
        lower = words.lower[at]
        return lower in COORDINATORS or lower in self.cues.conjunctions - {"that", "than", "as"}

    def _embeds(self, outer: Verb, speaker: Phrase, inner: Verb, subject: Phrase) -> bool:
        """Whether what the inner verb says is itself reported by the outer one.

        The outermost speaker of a partial quote is the one who answers for its words.
        """
        words = self.words
        if words.lower[outer.at] not in self.cues.reporting and outer.kind is CueKind.FINITE:
            return False
        if inner.kind is not CueKind.FINITE or subject.first < outer.at:
            return False
        if speaker.first == subject.first or words.tokens[subject.first - 1].text == ",":
            return False
        return not any(
            words.lower[at] in COORDINATORS or words.tokens[at].text == ";"
            for at in range(max(outer.at, subject.first - 2), subject.first)
        )

    def _closed(self, before: Sequence[int], verb: Verb) -> bool:
        """Whether a verb stands in an opening clause: "After she asked, …"."""
        words = self.words
        first = words.lower[before[0]]
        if first not in self.cues.conjunctions and first not in self.cues.prepositions:
            return False
        comma = next((at for at in before if words.tokens[at].text == ","), None)
        return comma is not None and verb.at < comma
