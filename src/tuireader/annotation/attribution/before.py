"""Speakers named before a quote in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.annotation.attribution.candidate import Candidate, Rule
from tuireader.annotation.attribution.frames import Frame
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.reporting import Reporting
from tuireader.annotation.attribution.verbs import COORDINATORS, COPULAS, CueKind
from tuireader.annotation.attribution.words import OUTSIDE

_OPENING = 2
_DIRECT = 3
_DASHES = ("-", "–", "—", "--")
_SIGNATURE = 6


class Before:
    """Reads what leads to the quotes of one article."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.words = grammar.words
        self.cues = grammar.cues
        self.reporting = Reporting(grammar)

    def of(self, before: Sequence[int], frame: Frame) -> Iterator[Candidate]:
        """Yield the speakers named before a quote.

        Args:
            before: The tokens before it.
            frame: The quote's frame.
        """
        if not before:
            return
        postponed = self._postponed(before, frame)
        if postponed is not None:
            yield postponed
        colon = self.words.tokens[before[-1]].text == ":"
        if colon:
            yield from self._headed(before)
        spoken = list(self.reporting.of(before))
        if not spoken:
            spoken = list(self._unlisted(before))
        yield from spoken
        yield from self._source(before, spoken)
        yield from self._view(before)
        owners = list(self._possessive(before, frame, bool(spoken)))
        yield from owners
        if spoken or is_named(self.grammar, before):
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

    def _postponed(self, before: Sequence[int], frame: Frame) -> Candidate | None:
        """Return the subject that follows in "Calling it “absurd,” Ann Lee left"."""
        words, cues = self.words, self.cues
        opening = next(
            (at for at in before if words.lower[at] not in self.grammar.function_words),
            -1,
        )
        if opening < 0 or not words.lower[opening].endswith("ing") or not frame.after:
            return None
        if not words.starts_sentence(before[0]) or words.lower[opening] in cues.prepositions:
            return None
        if any(words.tokens[at].text in ",;:" for at in before):
            return None
        verbs = self.grammar.verbs(before)
        if any(verb.kind is CueKind.FINITE for verb in verbs):
            return None
        cue = verbs[-1].at if verbs else opening
        lower = words.lower[cue]
        if not (verbs or lower in cues.participles or lower in cues.weak_participles):
            return None
        after = frame.after
        start = after[0]
        if frame.last != "," and words.tokens[start].text != ",":
            comma = next((at for at in after if words.tokens[at].text == ","), None)
            pronoun = words.is_pronoun(start, cues.subjects)
            if comma is None and not pronoun:
                return None
            start = start if pronoun else (comma or start) + 1
        phrase = self.grammar.main_subject(start, after[-1] + 1)
        if phrase is None:
            return None
        return Candidate(phrase, words.tokens[cue].text, Rule.VERB_BEFORE, 0.95)

    def _headed(self, before: Sequence[int]) -> Iterator[Candidate]:
        """Yield the name between a headline’s dash and the colon: "PIERS SINK – Ann Lee: “"."""
        words = self.words
        dash = next((at for at in reversed(before) if words.tokens[at].text in _DASHES), None)
        if dash is None or before[-1] - dash - 1 > _SIGNATURE:
            return
        inside = range(dash + 1, before[-1])
        if len(inside) > 1 and all(
            words.is_name(at) or words.lower[at] in COORDINATORS for at in inside
        ):
            joint = (at for at in inside if words.lower[at] in COORDINATORS)
            phrase = Phrase(inside[0], before[-1], next(joint, before[-1]) - 1)
            yield Candidate(phrase, ":", Rule.COLON, 0.95)

    def _pronoun(self, before: Sequence[int]) -> Iterator[Candidate]:
        """Yield the last pronoun that can only be the subject of a clause."""
        for at in reversed(before):
            if self.words.is_pronoun(at, self.cues.subjects) and self.words.lower[at] != "it":
                yield Candidate(Phrase(at, at + 1, at), "", Rule.SUBJECT, 0.81)
                return

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

    def _source(self, before: Sequence[int], spoken: Sequence[Candidate]) -> Iterator[Candidate]:
        for place, phrase, cue in self.grammar.sources(before):
            direct = bool(spoken) and spoken[0].gap <= _DIRECT
            weight = 0.5 if self._vouches(before[place]) else 0.8 if direct else 0.93
            yield Candidate(phrase, cue, Rule.SOURCE, weight)
            return

    def _view(self, before: Sequence[int]) -> Iterator[Candidate]:
        """Yield in whose view something is so: "For Ann Lee, it was “"."""
        words, cues = self.words, self.cues
        for at in before[:_OPENING]:
            if words.lower[at] not in cues.regarding:
                continue
            phrase = self.grammar.phrase_right(at + 1)
            if phrase is None or phrase.end > before[-1]:
                return
            comma = words.tokens[phrase.end].text == ","
            told = comma and any(words.lower[back] in COPULAS for back in before[-_OPENING:])
            if told or words.lower[phrase.end + comma] in cues.presenting:
                yield Candidate(phrase, words.tokens[at].text, Rule.VIEW, 0.68)
            return

    def _vouches(self, at: int) -> bool:
        """Whether a source is only whence the saying is known: "he said, according to a guard"."""
        words = self.words
        return words.tokens[at - 1].text == "," and self.grammar.verb(at - 2) is not None

    def _possessive(self, before: Sequence[int], frame: Frame, spoken: bool) -> Iterator[Candidate]:
        """Yield the owner of "his call for", "Smith's statement that"."""
        words, cues = self.words, self.cues
        crossed = -1 if frame.crossed == OUTSIDE else words.places[frame.crossed][0]
        for position in range(len(before) - 1, -1, -1):
            at = before[position]
            if words.lower[at] not in cues.nouns or words.is_name(at) or at < crossed:
                continue
            gap = len(before) - 1 - position
            owner = self._owner(before, position)
            if owner is not None:
                weight = 0.82 - 0.02 * gap - (0.12 if spoken else 0.0)
                if "that" in [words.lower[then] for then in before[position + 1 :]]:
                    weight += 0.14
                yield Candidate(owner, words.tokens[at].text, Rule.NOUN, max(0.3, weight))
                return
        last = before[-1]
        if words.possessive(last) and self.grammar.is_proper(last):
            phrase = self.grammar.phrase_left(last, before[0])
            if phrase is not None:
                yield Candidate(phrase, "’s", Rule.POSSESSIVE, 0.5 if spoken else 0.6)

    def _owner(self, before: Sequence[int], position: int) -> Phrase | None:
        words = self.words
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
            if words.lower[at] in self.grammar.small_words:
                break
        following = before[position] + 1
        if following < len(words) and words.lower[following] in ("from", "by", "of"):
            phrase = self.grammar.phrase_right(following + 1)
            if phrase is not None and self.grammar.is_proper(phrase.head):
                return phrase
        return None


def is_named(grammar: Grammar, before: Sequence[int]) -> bool:
    """Whether a quote only is what something goes by: "hulls known here as “tubs”".

    Args:
        grammar: The grammar of its article.
        before: The tokens before it in its sentence.
    """
    for at in before[-_DIRECT:]:
        if grammar.words.lower[at] in grammar.cues.naming:
            verb = grammar.verb(at)
            if verb is None or verb.kind is CueKind.PASSIVE:
                return True
    return False
