"""Reported speech without marks: sentences that say what somebody said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tuireader.annotation.attribution.candidate import Candidate, Rule
from tuireader.annotation.attribution.candidates import Candidates
from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.verbs import COORDINATORS, PLURALS, CueKind, Verb
from tuireader.annotation.attribution.words import LONGEST_SENTENCE, OUTSIDE, Words

_SHORTEST = 5
_TAIL = 12
_UNTIL_THAT = 10
_WITH_THAT = frozenset({"concluded", "concludes", "agreed", "agrees", "hoped", "hopes", "feared"})
"""Verbs that report with "that" after them only."""
_PROMISING = frozenset({"vowed", "vows", "pledged", "pledges", "promised", "promises"})
"""Verbs that report with "to" after them as well."""


class Report(NamedTuple):
    """A sentence that reports speech.

    Attributes:
        first: Its first token.
        end: The token after its last.
        candidate: The speaker it names.
    """

    first: int
    end: int
    candidate: Candidate


class Reports:
    """Finds the reported speech of one article."""

    def __init__(self, words: Words, cues: Cues, grammar: Grammar, candidates: Candidates) -> None:
        self.words = words
        self.cues = cues
        self.grammar = grammar
        self.candidates = candidates
        self._no_act = cues.determiners | {"be"}

    def all(self) -> Iterator[Report]:
        """Yield the sentences that hold no quote and report speech, in order."""
        for first, end in self._sentences():
            if end - first < _SHORTEST:
                continue
            candidate = self._source(first, end)
            if candidate is not None:
                yield Report(first, end, candidate)

    def _sentences(self) -> Iterator[tuple[int, int]]:
        words, first, quoted = self.words, 0, False
        following = [*words.block[1:], OUTSIDE]
        each = zip(words.quoted, words.ends, words.block, following, strict=False)
        for at, (number, ends, block, block_after) in enumerate(each):
            if number != OUTSIDE:
                quoted, ends = True, False
            if ends or block_after != block or at - first >= LONGEST_SENTENCE:
                if not quoted:
                    yield first, at + 1
                first, quoted = at + 1, False

    def _source(self, first: int, end: int) -> Candidate | None:
        sentence = range(first, end)
        for _, phrase, cue in self.grammar.sources(sentence):
            return Candidate(phrase, cue, Rule.SOURCE, 0.85)
        for verb in self.grammar.verbs(sentence):
            if not verb.strong or self._describes(verb):
                continue
            if self._reports(verb, end):
                found = self._inverted(verb, end) or self.grammar.subject(verb, first)
                if found is None or not self.candidates.can_speak(found):
                    continue
                if self._agree(found, verb) and self._is_inserted(found, verb, end):
                    cue = self.words.tokens[verb.at].text
                    return Candidate(found, cue, Rule.VERB_BEFORE, 0.8)
        return None

    def _agree(self, subject: Phrase, verb: Verb) -> bool:
        """Whether a verb without an ending has several people as its subject, or "I"."""
        if not self.grammar.is_bare(verb.at) or verb.at - verb.left > 1:
            return True
        words, head = self.words, self.words.lower[subject.head]
        if head in self.grammar.pronouns or head in PLURALS:
            return head not in self.cues.neuter | self.cues.masculine | self.cues.feminine
        joined = any(words.lower[at] in COORDINATORS for at in range(subject.first, subject.end))
        return joined or (head.endswith("s") and not words.is_name(subject.head))

    def _is_inserted(self, subject: Phrase, verb: Verb, end: int) -> bool:
        """Whether a verb that ends its sentence is parted from what it reports: ", Lee said."."""
        words = self.words
        if verb.at + 1 < end and not words.ends[verb.at + 1]:
            return True
        if words.starts_sentence(subject.first):
            return False
        return not words.is_word(subject.first - 1)

    def _inverted(self, verb: Verb, end: int) -> Phrase | None:
        """Return the speaker in "The dam is old, said Ann Lee"."""
        words = self.words
        if words.tokens[verb.at - 1].text != "," or words.lower[verb.at] in self.cues.addressing:
            return None
        phrase = self.grammar.phrase_right(verb.at + 1) if verb.at + 1 < end else None
        if phrase is None or end - phrase.end > _TAIL or not self.grammar.may_speak(phrase):
            return None
        following = words.tokens[phrase.end].text if phrase.end < end else "."
        return phrase if following in ".,;" else None

    def _reports(self, verb: Verb, end: int) -> bool:
        """Whether what somebody said comes with the verb."""
        words, cues = self.words, self.cues
        following = verb.at + 1
        if verb.kind is CueKind.PARTICIPLE:
            lower = words.lower[following] if following < end else ""
            clause = lower == "that" or lower in cues.subjects
            return clause and words.lower[verb.at] in cues.participles
        if following + 1 < end and self._leads_to_clause(verb.at):
            return True
        if words.lower[verb.at] not in cues.reporting:
            return False
        if following >= end or words.ends[following]:
            return True
        lower = words.lower[following]
        if lower not in cues.prepositions or lower in cues.weekdays:
            return True
        if end - verb.at <= _TAIL and self._follows_what_it_reports(verb):
            return True
        return "that" in words.lower[following : min(end, following + _UNTIL_THAT)]

    def _leads_to_clause(self, at: int) -> bool:
        """Whether "that" or "to do" after some verbs tells what they report."""
        words = self.words
        verb, led = words.lower[at], words.lower[at + 1]
        if led == "that":
            return verb in _WITH_THAT
        done = at + 2
        does = not words.is_name(done) and words.lower[done] not in self._no_act
        return led == "to" and verb in _PROMISING and does

    def _follows_what_it_reports(self, verb: Verb) -> bool:
        """Whether a name or a pronoun after a comma says it: ", Lee said on Monday"."""
        words = self.words
        if self.grammar.is_bare(verb.at):
            return False
        subject = self.grammar.phrase_left(verb.left, max(0, verb.at - _TAIL))
        if subject is None or subject.first < 1 or words.tokens[subject.first - 1].text != ",":
            return False
        named = self.grammar.is_proper(subject.head)
        return named or words.is_pronoun(subject.head, self.cues.subjects)

    def _describes(self, verb: Verb) -> bool:
        """Whether a verb has no subject of its own, or says who is meant: "voters who think"."""
        if verb.kind not in (CueKind.FINITE, CueKind.PARTICIPLE, CueKind.COORDINATED):
            return True
        words, left = self.words, verb.left
        relative = left > 0 and words.lower[left] in self.cues.relative
        return relative and words.is_word(left - 1)
