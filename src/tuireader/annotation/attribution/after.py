"""Speakers named after a quote in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.annotation.attribution.candidate import Candidate, Rule
from tuireader.annotation.attribution.frames import Frame
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.verbs import COORDINATORS, CueKind, Verb
from tuireader.annotation.attribution.words import OUTSIDE, Words

_TAIL = 8
_BESIDE = 3
_PARTED = 0.97
"""For "the “end” of the pier, said Ann Lee"."""


class After:
    """Reads what follows the quotes of one article."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.words = grammar.words
        self.cues = grammar.cues

    def of(self, frame: Frame) -> Iterator[Candidate]:
        """Yield the speakers named after a quote."""
        words, after = self.words, frame.after
        if frame.quote in words.asides:
            yield from self._inside(*words.asides[frame.quote])
        yield from self._signed(frame)
        start = 0
        while start < len(after) and not words.is_word(after[start]):
            start += 1
        if start == len(after):
            return
        marks = "".join(words.tokens[at].text for at in after[:start])
        yield from self._dash(frame, marks, after[start])
        if self._new_sentence(frame, after[start], marks):
            yield from self._nothing_but_said(frame, after[start])
            return
        yield from self._agent(frame, after[start])
        yield from self._source_after(after, start)
        tight = frame.last in ",?!—-–…" or "," in marks
        said, settled = self._said(after, start, tight)
        if said is not None:
            yield said
        elif tight and not settled:
            yield from self._unlisted(after[start:])

    def _said(self, after: Sequence[int], start: int, tight: bool) -> tuple[Candidate | None, bool]:
        """Return the speaker by the verbs after a quote, and whether they leave no other.

        Args:
            after: The tokens after the quote.
            start: The place among them of the first word.
            tight: Whether the marks between suggest that the sentence goes on.
        """
        words, grammar, begin = self.words, self.grammar, after[start]
        for verb in grammar.verbs(after[start:]):
            if verb.kind not in (CueKind.FINITE, CueKind.COORDINATED):
                continue
            if self._is_passive(verb):
                continue
            cue = words.tokens[verb.at].text
            cited = grammar.relayed(verb) if tight else None
            if cited is not None:
                return Candidate(cited, cue, Rule.VERB_AFTER, 0.97), True
            inverted = self._inverted(verb, begin) if tight or verb.strong else None
            if inverted is not None and (tight or not grammar.is_bare(verb.at)):
                weight = 0.98 if verb.strong else 0.8
                if not tight:
                    weight = _PARTED if self._closes(verb, inverted) else 0.7
                return Candidate(inverted, cue, Rule.VERB_AFTER, weight), True
            if verb.kind is CueKind.COORDINATED:
                continue
            phrase = grammar.subject(verb, begin)
            if phrase is None or not verb.strong:
                continue
            phrase = grammar.coordinated(phrase, begin)
            lead = self._distance(after, begin, phrase.first)
            comma = words.tokens[phrase.first - 1].text == ","
            if words.lower[begin] == "as" and words.lower[verb.at] in self.cues.viewing:
                return Candidate(phrase, cue, Rule.VERB_AFTER, 0.97), True
            if words.lower[begin] == "as" and lead == 1 and self._ends_clause(verb):
                return Candidate(phrase, cue, Rule.VERB_AFTER, 0.97), True
            if words.lower[begin] in self.cues.conjunctions and lead and not comma:
                return None, True
            if _leads_on(self.words, verb.at):
                continue
            if lead == 0:
                weight = 0.97 if tight else 0.72
            elif comma:
                weight = 0.86 if after[-1] - verb.at <= _TAIL else 0.74
            else:
                weight = 0.5
            return Candidate(phrase, cue, Rule.VERB_AFTER, weight), True
        return None, False

    def _closes(self, verb: Verb, speaker: Phrase) -> bool:
        """Whether a verb of saying after a comma and its speaker end a sentence."""
        words, end = self.words, speaker.end
        if words.lower[verb.at] not in self.cues.reporting or words.tokens[verb.at - 1].text != ",":
            return False
        return end >= len(words) or words.tokens[end].text in ".,"

    def _ends_clause(self, verb: Verb) -> bool:
        """Whether nothing but a small word follows a verb: "as Ann Lee points out."."""
        words, end = self.words, verb.at + 1
        if end < len(words) and (words.lower[verb.at], words.lower[end]) in self.cues.phrasal:
            end += 1
        return end >= len(words) or words.tokens[end].text in ",.;"

    def _is_passive(self, verb: Verb) -> bool:
        """Whether a verb only says who did something to the noun before it: "added by Ann Lee"."""
        words = self.words
        if verb.at + 2 >= len(words) or words.lower[verb.at + 1] != "by":
            return False
        return words.is_name(verb.at + 2) or words.lower[verb.at + 2] in self.cues.determiners

    def _agent(self, frame: Frame, first: int) -> Iterator[Candidate]:
        """Yield the agent in "called a “disgrace” by Ann Lee"."""
        words = self.words
        if words.lower[first] != "by" or words.lower[first + 1 : first + 2] == []:
            return
        verbs = self.grammar.verbs(frame.before[-_BESIDE:])
        phrase = self.grammar.phrase_right(first + 1)
        if phrase is None or not verbs or verbs[-1].strong:
            return
        if not words.lower[first + 1].endswith("ing"):
            yield Candidate(phrase, "by", Rule.SOURCE, 0.9)

    def _unlisted(self, after: Sequence[int]) -> Iterator[Candidate]:
        """Yield the speaker in "the keeper chortled" or "chortled Ann Lee" right after a quote."""
        words, grammar = self.words, self.grammar
        begin = after[0]
        lower = words.lower[begin]
        if self._may_say(lower) and begin + 1 in after and grammar.is_proper(begin + 1):
            phrase = grammar.phrase_right(begin + 1)
            if phrase is not None:
                yield Candidate(phrase, words.tokens[begin].text, Rule.VERB_AFTER, 0.85)
            return
        if lower in self.cues.conjunctions or lower in self.cues.prepositions:
            return
        phrase = grammar.phrase_right(begin, clause=True)
        if phrase is None or phrase.end not in after:
            return
        verb = words.lower[phrase.end]
        if verb.endswith(("ed", "s")) and verb not in self.cues.auxiliaries:
            yield Candidate(phrase, words.tokens[phrase.end].text, Rule.VERB_AFTER, 0.82)

    def _may_say(self, lower: str) -> bool:
        """Whether a word that no list knows may be a verb before its subject."""
        if self.cues.language == "en":
            return lower.endswith("ed") or lower in self.cues.finite
        return not (lower in self.grammar.function_words or lower in self.grammar.inside_verbs)

    def _inside(self, first: int, end: int) -> Iterator[Candidate]:
        """Yield the speaker named inside of a quote's own marks."""
        verb = first + (self.words.lower[first] in self.cues.elided)
        verb = next((at for at in range(verb, end) if self.grammar.verb(at)), verb)
        phrase = self.grammar.phrase_right(self.grammar.past_day(verb + 1))
        if phrase is not None and phrase.first < end:
            cue = self.words.tokens[verb].text
            yield Candidate(phrase, cue, Rule.VERB_AFTER, 0.97)

    def _signed(self, frame: Frame) -> Iterator[Candidate]:
        """Yield the name on a line of its own that signs the quote."""
        if frame.trail and self.grammar.is_proper(frame.trail[0]):
            phrase = self.grammar.phrase_right(frame.trail[0])
            if phrase is not None:
                yield Candidate(phrase, "—", Rule.DASH, 0.92)

    def _distance(self, tokens: Sequence[int], begin: int, at: int) -> int:
        return sum(1 for token in tokens if begin <= token < at)

    def _new_sentence(self, frame: Frame, at: int, marks: str) -> bool:
        """Whether what follows the quote is no longer its sentence."""
        if "," in marks or self.words.tokens[at].text[0].islower():
            return False
        return frame.last in ".…" or ";" in marks

    def _nothing_but_said(self, frame: Frame, first: int) -> Iterator[Candidate]:
        """Yield the speaker in "“We sail.” Lee said.", which says nothing else."""
        words = self.words
        phrase = self.grammar.phrase_right(first)
        if phrase is None or phrase.end not in frame.after:
            return
        verb = self.grammar.verb(phrase.end)
        if verb is None or not verb.strong or verb.kind is not CueKind.FINITE:
            return
        if words.tokens[verb.at + 1 : verb.at + 2] and words.tokens[verb.at + 1].text in ".":
            yield Candidate(phrase, words.tokens[verb.at].text, Rule.VERB_AFTER, 0.9)

    def _inverted(self, verb: Verb, begin: int) -> Phrase | None:
        """Return the speaker in "said X", where the verb comes first or after a comma."""
        words = self.words
        opening = self.grammar.function_words
        addressed = words.lower[verb.at] in self.cues.addressing
        goes_on = words.lower[begin] in opening and not addressed
        no_subject = goes_on or (words.lower[begin].endswith("ed") and not addressed)
        parted = no_subject or (self.cues.language != "en" and begin < verb.at - 1)
        comma = parted and verb.strong and words.tokens[verb.at - 1].text == ","
        if not comma and any(
            not self.grammar.is_adverbial(at) or words.is_name(at) for at in range(begin, verb.at)
        ):
            return None
        at = verb.at + 1
        while at < len(words) and words.lower[at] in self.grammar.plain_adverbs:
            at += 1
        at = self.grammar.past_completion(at) if self.grammar.abroad else at
        at = self.grammar.past_addressee(self.grammar.past_day(self._past_also(at)))
        if at >= len(words) or not words.is_word(at):
            return None
        body = self.grammar.said_in_body(verb)
        if body is not None:
            return body
        if words.lower[at] in self.grammar.function_words or words.lower[at] in self.cues.neuter:
            return None
        if words.lower[verb.at] in self.cues.addressing and begin == verb.at:
            return None
        phrase = self.grammar.phrase_right(at)
        named = phrase is not None and self.grammar.is_proper(phrase.head)
        if phrase is None or (comma and not goes_on and not named):
            return None
        return self.grammar.coordinated_right(phrase)

    def _past_also(self, at: int) -> int:
        """Return the token after a coordinator that only means "also": "считает и Анна Ли"."""
        words = self.words
        also = not self.cues.definite and at + 1 < len(words) and words.lower[at] in COORDINATORS
        return at + 1 if also else at

    def _dash(self, frame: Frame, marks: str, at: int) -> Iterator[Candidate]:
        if not marks:
            return
        if not any(dash in marks for dash in "—–―(") and marks not in ("-", "--"):
            return
        if not self.grammar.is_proper(at) or (frame.last not in ".!?…," and frame.before):
            return
        phrase = self.grammar.phrase_right(at)
        if phrase is None or ("(" in marks and phrase.end - at == 1 and self._is_last(frame)):
            return
        rest = [token for token in frame.after if token >= phrase.end]
        if not rest or not self.words.is_word(rest[0]):
            yield Candidate(phrase, "—", Rule.DASH, 0.9)

    def _is_last(self, frame: Frame) -> bool:
        """Whether an article ends with a frame: one word in brackets there is a news agency’s."""
        return frame.after[-1] == len(self.words) - 1

    def _source_after(self, after: Sequence[int], start: int) -> Iterator[Candidate]:
        for place, phrase, cue in self.grammar.sources(after[start:]):
            yield Candidate(phrase, cue, Rule.SOURCE, 0.95 if place < 3 else 0.75)
            return


def _leads_on(words: Words, verb: int) -> bool:
    """Whether a verb with a colon introduces the next quote instead."""
    return (
        verb + 2 < len(words)
        and words.tokens[verb + 1].text == ":"
        and words.quoted[verb + 2] != OUTSIDE
    )
