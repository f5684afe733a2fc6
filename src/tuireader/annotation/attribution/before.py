"""Speakers named before a quote in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.annotation.attribution.candidate import Candidate, Rule
from tuireader.annotation.attribution.frames import Frame
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.verbs import COORDINATORS, CueKind, Verb

_DIRECT = 3
_VERBS = 4


class Before:
    """Reads what leads to the quotes of one article."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.words = grammar.words
        self.cues = grammar.cues

    def of(self, before: Sequence[int], frame: Frame) -> Iterator[Candidate]:
        """Yield the speakers named before a quote.

        Args:
            before: The tokens before it.
            frame: The quote's frame.
        """
        if not before:
            return
        colon = self.words.tokens[before[-1]].text == ":"
        spoken = list(self._spoken(before))
        if not spoken:
            spoken = list(self._unlisted(before))
        yield from spoken
        yield from self._source(before, spoken)
        owners = list(self._possessive(before, bool(spoken)))
        yield from owners
        if spoken:
            return
        if not colon:
            yield from self._pronoun(before)
        phrase = self.grammar.main_subject(before[0], before[-1] + (not colon))
        if phrase is not None:
            yield (
                Candidate(phrase, ":", Rule.COLON, 0.5 if owners else 0.82)
                if colon
                else Candidate(phrase, "", Rule.SUBJECT, 0.4)
            )

    def _pronoun(self, before: Sequence[int]) -> Iterator[Candidate]:
        """Yield the last pronoun that can only be the subject of a clause."""
        for at in reversed(before):
            if self.words.is_pronoun(at, self.cues.subjects) and self.words.lower[at] != "it":
                yield Candidate(Phrase(at, at + 1, at), "", Rule.SUBJECT, 0.81)
                return

    def _spoken(self, before: Sequence[int]) -> Iterator[Candidate]:
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
        for number, (verb, phrase) in enumerate(found):
            gap = sum(1 for at in before if at > verb.at and words.is_word(at))
            weight = 0.96 - 0.012 * gap - penalty
            weight -= 0.06 if not verb.strong else 0.0
            weight -= 0.05 if verb.kind is not CueKind.FINITE else 0.0
            weight += 0.05 if mark == ":" and gap > _DIRECT - 1 else 0.0
            weight -= 0.3 if gap > _DIRECT and self._closed(before, verb) else 0.0
            introduced = mark in (",", ":") and gap <= _DIRECT
            outer = found[number + 1] if number + 1 < len(found) else None
            if outer is not None and not introduced and self._embeds(*outer, verb, phrase):
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

    def _closed(self, before: Sequence[int], verb: Verb) -> bool:
        """Whether a verb stands in an opening clause: "After she asked, …"."""
        words = self.words
        first = words.lower[before[0]]
        if first not in self.cues.conjunctions and first not in self.cues.prepositions:
            return False
        comma = next((at for at in before if words.tokens[at].text == ","), None)
        return comma is not None and verb.at < comma

    def _unlisted(self, before: Sequence[int]) -> Iterator[Candidate]:
        """Yield the subject of a past tense that no list knows: "the crew jeered, “"."""
        words = self.words
        if len(before) < _DIRECT or words.tokens[before[-1]].text not in ",:":
            return
        at = before[-2]
        lower = words.lower[at]
        if lower.endswith("ed") and words.tokens[at].text[0].islower():
            verb = self.grammar.verb_like(at, strong=True)
            phrase = self.grammar.subject(verb, before[0]) if verb is not None else None
            if phrase is not None and self.grammar.before(at) not in self.cues.auxiliaries:
                yield Candidate(phrase, words.tokens[at].text, Rule.VERB_BEFORE, 0.86)

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

    def _source(self, before: Sequence[int], spoken: Sequence[Candidate]) -> Iterator[Candidate]:
        for at in before:
            phrase, cue = self.grammar.source_at(at)
            if phrase is not None:
                direct = bool(spoken) and spoken[0].gap <= _DIRECT
                weight = 0.5 if self._vouches(at) else 0.8 if direct else 0.93
                yield Candidate(phrase, cue, Rule.SOURCE, weight)
                return

    def _vouches(self, at: int) -> bool:
        """Whether a source is only whence the saying is known: "he said, according to a guard"."""
        words = self.words
        return words.tokens[at - 1].text == "," and self.grammar.verb(at - 2) is not None

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
