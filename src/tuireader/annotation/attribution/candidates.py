"""The speakers a quote's own sentence offers, each with its cue and how well the two fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.frames import Frame
from tuireader.annotation.attribution.phrases import CueKind, Grammar, Phrase, Verb
from tuireader.annotation.attribution.words import Words


class Rule(StrEnum):
    """How a candidate was found."""

    VERB_AFTER = "verb after the quote"
    VERB_BEFORE = "verb before the quote"
    SOURCE = "source named"
    NOUN = "noun of saying"
    DASH = "name after a dash"
    COLON = "colon"
    POSSESSIVE = "possessive before the quote"
    SAME_PARAGRAPH = "same paragraph"
    PARAGRAPH_BEFORE = "paragraph before"
    SUBJECT = "subject of the sentence before"
    TRANSCRIPT = "label of a transcript"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible speaker.

    Attributes:
        phrase: The words that name the speaker.
        cue: The words that tie them to the quote.
        rule: How it was found.
        weight: How well it fits, from 0 to 1.
        gap: The number of words between the cue and the quote, where the cue comes first.
    """

    phrase: Phrase
    cue: str
    rule: Rule
    weight: float
    gap: int = 0


class Candidates:
    """Finds the candidates in the frames of one article."""

    def __init__(self, words: Words, cues: Cues, grammar: Grammar) -> None:
        self.words = words
        self.cues = cues
        self.grammar = grammar

    def of(self, frame: Frame) -> list[Candidate]:
        """Return the candidates of a quote's own sentence, the best first."""
        found = [*self._after(frame), *self._before(frame.before, frame)]
        if frame.lead:
            found += self._before(frame.lead, frame)
        return sorted(
            (candidate for candidate in found if self.can_speak(candidate.phrase)),
            key=lambda candidate: -candidate.weight,
        )

    def can_speak(self, phrase: Phrase) -> bool:
        """Whether a noun phrase can stand for a speaker at all."""
        lower = self.words.lower[phrase.head]
        if lower in self.cues.weekdays or lower.isdigit():
            return False
        return lower not in ("there", "this", "that", "these", "those", "which", "it's", "what")

    # After the quote -------------------------------------------------------------------------

    def _after(self, frame: Frame) -> Iterator[Candidate]:
        words, grammar = self.words, self.grammar
        after = frame.after
        start = 0
        while start < len(after) and not words.is_word(after[start]):
            start += 1
        if start == len(after):
            return
        marks = "".join(words.tokens[at].text for at in after[:start])
        yield from self._dash(frame, marks, after[start])
        if self._new_sentence(frame, after[start], marks):
            return
        yield from self._source_after(after, start)
        begin = after[start]
        tight = frame.last in ",?!—-–…" or "," in marks
        for verb in self._verbs(after[start:]):
            if verb.kind not in (CueKind.FINITE, CueKind.COORDINATED):
                continue
            inverted = self._inverted(verb, begin)
            if inverted is not None:
                yield Candidate(
                    inverted,
                    words.tokens[verb.at].text,
                    Rule.VERB_AFTER,
                    (0.98 if verb.strong else 0.8) if tight or frame.last != "." else 0.7,
                )
                return
            if verb.kind is CueKind.COORDINATED:
                continue
            phrase = grammar.subject(verb, begin)
            if phrase is None or not verb.strong:
                continue
            lead = self._distance(after, begin, phrase.first)
            if words.lower[begin] in self.cues.conjunctions and lead:
                return
            if lead == 0:
                yield Candidate(
                    phrase,
                    words.tokens[verb.at].text,
                    Rule.VERB_AFTER,
                    0.97 if tight else 0.72,
                )
                return
            comma = words.tokens[phrase.first - 1].text == ","
            yield Candidate(
                phrase, words.tokens[verb.at].text, Rule.VERB_AFTER, 0.74 if comma else 0.5
            )
            return

    def _distance(self, tokens: Sequence[int], begin: int, at: int) -> int:
        return sum(1 for token in tokens if begin <= token < at)

    def _new_sentence(self, frame: Frame, at: int, marks: str) -> bool:
        """Whether what follows the quote is no longer its sentence."""
        if "," in marks or self.words.tokens[at].text[0].islower():
            return False
        return frame.last in ".…" or ";" in marks

    def _inverted(self, verb: Verb, begin: int) -> Phrase | None:
        """Return the speaker in "said X", where the verb comes first."""
        words = self.words
        if any(
            words.lower[at] not in self.cues.adverbs | self.cues.auxiliaries
            for at in range(begin, verb.at)
        ):
            return None
        at = verb.at + 1
        while at < len(words) and words.lower[at] in self.cues.adverbs - self.cues.determiners:
            at += 1
        if at >= len(words) or not words.is_word(at):
            return None
        if words.lower[at] in self.cues.prepositions | self.cues.conjunctions:
            return None
        if words.lower[verb.at] in ("told", "tells") and begin == verb.at:
            return None
        return self.grammar.phrase_right(at)

    def _dash(self, frame: Frame, marks: str, at: int) -> Iterator[Candidate]:
        if not any(dash in marks for dash in "—–―(") and marks not in ("-", "--"):
            return
        if frame.last not in ".!?…," or not self.grammar.is_proper(at):
            return
        phrase = self.grammar.phrase_right(at)
        if phrase is None:
            return
        rest = [token for token in frame.after if token >= phrase.end]
        if not rest or not self.words.is_word(rest[0]):
            yield Candidate(phrase, "—", Rule.DASH, 0.9)

    def _source_after(self, after: Sequence[int], start: int) -> Iterator[Candidate]:
        for position in range(start, len(after)):
            phrase, cue = self.source_at(after[position])
            if phrase is not None:
                yield Candidate(phrase, cue, Rule.SOURCE, 0.95 if position - start < 3 else 0.75)
                return

    def source_at(self, at: int) -> tuple[Phrase | None, str]:
        """Return the source that a phrase such as "according to" at a token names, and the cue."""
        words = self.words
        for source in self.cues.sources:
            if words.lower[at] == source[0] and tuple(words.lower[at : at + len(source)]) == source:
                phrase = self.grammar.phrase_right(at + len(source))
                return phrase, " ".join(source)
        return None, ""

    # Before the quote ------------------------------------------------------------------------

    def _before(self, before: Sequence[int], frame: Frame) -> Iterator[Candidate]:
        if not before:
            return
        words = self.words
        start, last = before[0], before[-1]
        colon = words.tokens[last].text == ":"
        found = 0
        verbs = self._verbs(before)
        for verb in reversed(verbs):
            phrase = self.grammar.subject(verb, self._clause(before, verb.at))
            if phrase is None or phrase.first < start:
                continue
            gap = sum(1 for at in before if at > verb.at and words.is_word(at))
            weight = 0.96 - 0.012 * gap - 0.1 * found
            if not verb.strong:
                weight -= 0.06
            if verb.kind is not CueKind.FINITE:
                weight -= 0.05
            if colon and gap > 2:
                weight += 0.05
            yield Candidate(
                phrase,
                words.tokens[verb.at].text,
                Rule.VERB_BEFORE,
                max(0.45, min(0.96, weight)),
                gap,
            )
            found += 1
            if found == 3:
                break
        for at in before:
            phrase, cue = self.source_at(at)
            if phrase is not None:
                yield Candidate(phrase, cue, Rule.SOURCE, 0.9 if not found else 0.8)
                break
        yield from self._possessive(before, bool(found))
        if colon and not found:
            phrase = self.grammar.main_subject(start, last)
            if phrase is not None:
                yield Candidate(phrase, ":", Rule.COLON, 0.6)
        if not found:
            phrase = self.grammar.main_subject(start, last + 1)
            if phrase is not None:
                yield Candidate(phrase, "", Rule.SUBJECT, 0.4)

    def _clause(self, before: Sequence[int], verb: int) -> int:
        """Return where the stretch that may hold a verb's subject begins."""
        return before[0]

    def _possessive(self, before: Sequence[int], spoken: bool) -> Iterator[Candidate]:
        """Yield the owner of "his call for", "Smith's statement that"."""
        words, cues = self.words, self.cues
        for position in range(len(before) - 1, -1, -1):
            at = before[position]
            if words.lower[at] not in cues.nouns or words.is_name(at):
                continue
            gap = len(before) - 1 - position
            owner = self._owner(before, position)
            if owner is not None:
                weight = 0.82 - 0.02 * gap - (0.12 if spoken else 0.0)
                yield Candidate(owner, words.tokens[at].text, Rule.NOUN, max(0.3, weight))
                return
        last = before[-1]
        if words.possessive(last) and self.grammar.is_proper(last):
            phrase = self.grammar.phrase_left(last, before[0])
            if phrase is not None:
                yield Candidate(phrase, "’s", Rule.POSSESSIVE, 0.5 if spoken else 0.6)

    def _owner(self, before: Sequence[int], position: int) -> Phrase | None:
        words, cues = self.words, self.cues
        for back in range(1, 4):
            if position - back < 0:
                break
            at = before[position - back]
            if not words.is_word(at):
                break
            if words.lower[at] in ("his", "her", "their", "its"):
                return Phrase(at, at + 1, at)
            if words.possessive(at):
                return self.grammar.phrase_left(at, before[0])
            if words.lower[at] in cues.determiners | cues.prepositions:
                break
        following = before[position] + 1
        if following < len(words) and words.lower[following] in ("from", "by", "of"):
            phrase = self.grammar.phrase_right(following + 1)
            if phrase is not None and self.grammar.is_proper(phrase.head):
                return phrase
        return None

    def _verbs(self, tokens: Sequence[int]) -> list[Verb]:
        return [verb for at in tokens if (verb := self.grammar.verb(at)) is not None]
