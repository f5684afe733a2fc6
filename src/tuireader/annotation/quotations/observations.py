"""Everything that speaks for or against a quote being somebody's words."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.annotation.annotation import Quote
from tuireader.annotation.attribution.candidate import Candidate, Rule
from tuireader.annotation.attribution.context import Context
from tuireader.annotation.attribution.frames import Frame
from tuireader.annotation.attribution.words import OUTSIDE
from tuireader.annotation.quotations.evidence import Evidence
from tuireader.annotation.quotations.surroundings import Surroundings
from tuireader.annotation.quotations.wording import LONG_NAME, observe_wording
from tuireader.articles.article import Block, BlockKind

_STRIPPED = "\"“”„‟«»‘’'`´‹›「」『』 \t\u00a0,."
_STRIPPED_MARKS = "\"“”„‟«»‘’'`´‹›「」『』 \t\u00a0"
_SAME_CUE = 6
_NOUN_REACH = 8
_VERB_REACH = 10
_THAT_REACH = 4
_REPORTED = 1.0
_HEADLINE = 200
_WORD = 4


class Observations:
    """Looks at the quotes of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.words = context.words
        self.cues = context.cues
        self.surroundings = Surroundings(context)
        self._saying = (
            self.cues.finite
            | self.cues.participles
            | self.cues.weak_finite
            | self.cues.weak_participles
        )
        self._headlines: dict[int, bool] = {}
        self._doubles = any(not self._single(quote) for quote in context.quotes)

    def inner(self, quote: Quote) -> str:
        """Return the words between the marks, without marks, commas and full stops around."""
        return self.context.text[quote.start : quote.end].strip(_STRIPPED)

    def of(self, number: int) -> Iterator[Evidence]:
        """Yield all observations on a quote that stands in no other."""
        inner = self.inner(self.context.quotes[number])
        frame = self.context.frames.frame(number)
        capitals = bool(self.cues.nouns_capitalised)
        yield from observe_wording(inner, self.cues.first, nouns_capitalised=capitals)
        yield from self._cue(frame)
        yield from self._place(number)
        if len(inner.split()) <= LONG_NAME:
            yield from self.surroundings.of(frame, inner)

    def _cue(self, frame: Frame) -> Iterator[Evidence]:
        best = next(
            (
                candidate
                for candidate in self.context.candidates.of(frame)
                if candidate.rule not in (Rule.SUBJECT, Rule.COLON, Rule.POSSESSIVE)
            ),
            None,
        )
        if best is None:
            yield self._uncued(frame)
        else:
            weight = _cue_weight(best)
            yield Evidence("cue", weight, f"“{best.cue}” stands near it")
            if weight < _REPORTED:
                yield from self._reported(frame)
        begun = any(map(self.words.is_word, frame.before))
        if not begun and not frame.after and frame.first.isupper() and self._closes(frame):
            yield Evidence("sentence", 2.0, "it is a sentence of its own")
        led = frame.lead or frame.before
        if led and self.words.tokens[led[-1]].text == ":":
            yield Evidence("colon", 0.8, "a colon introduces it")
        if frame.crossed != OUTSIDE and self._shares_cue(frame):
            yield Evidence("shared", 0.8, "it goes on from the quote before")

    def _closes(self, frame: Frame) -> bool:
        """Whether a full stop stands before a closing mark, or after it where languages put it."""
        if frame.last in ".?!…":
            return True
        following = self.context.frames.end_token(frame.quote)
        stop = following < len(self.words) and self.words.tokens[following].text == "."
        return stop and self.context.grammar.abroad

    def _uncued(self, frame: Frame) -> Evidence:
        """Return what is left to observe where no cue ties a quote to a speaker."""
        words, cues = self.words, self.cues
        for at in reversed(frame.before[-_NOUN_REACH:]):
            if words.lower[at] in cues.nouns:
                return Evidence(
                    "noun of saying", 0.9, f"“{words.tokens[at].text}” stands before it"
                )
        for reported in self._reported(frame):
            return reported
        if cues.subject_left_out and frame.after and not frame.before:
            said = next((at for at in frame.after if words.is_word(at)), -1)
            if said > 0 and words.lower[said] in cues.finite and self._says(said):
                return Evidence("cue", 1.2, f"“{words.tokens[said].text}” stands near it")
        for at in reversed(frame.before[-_VERB_REACH:]):
            if words.lower[at] in self._saying:
                return Evidence("verb", 0.2, f"“{words.tokens[at].text}” stands before it")
        return Evidence("no cue", -0.9, "no verb of saying stands near it")

    def _reported(self, frame: Frame) -> Iterator[Evidence]:
        """Yield the word of saying whose "that" leads to the clause around a quote."""
        words, cues = self.words, self.cues
        for place, at in enumerate(frame.before):
            if words.lower[at] == "that":
                for before in reversed(frame.before[max(0, place - _THAT_REACH) : place]):
                    if words.lower[before] in cues.nouns or self._says(before):
                        word = words.tokens[before].text
                        yield Evidence("reported", _REPORTED, f"“{word} that” stands before it")
                        return

    def _says(self, at: int) -> bool:
        """Whether a token is a verb of saying in its place."""
        return self.words.lower[at] in self._saying and self.context.grammar.verb(at) is not None

    def _shares_cue(self, frame: Frame) -> bool:
        """Whether only a few words part a quote from the one before in its sentence."""
        apart = self.context.frames.first_token(frame.quote) - self.context.frames.end_token(
            frame.crossed
        )
        return apart <= _SAME_CUE

    def _place(self, number: int) -> Iterator[Evidence]:
        context = self.context
        quote, at = context.quotes[number], context.frames.first_token(number)
        whole = False
        if at < len(self.words):
            place = self.words.block[at]
            block = context.blocks[place]
            whole = quote.end - quote.start > 0.9 * (block.end - block.start)
            if not whole and place not in self._headlines:
                self._headlines[place] = block.kind is BlockKind.HEADING or self._heads(block)
            if not whole and self._headlines[place]:
                yield Evidence("headline", -6.0, "it is a catchword of a headline")
        if self._doubles and self._single(quote):
            heading = at < len(self.words) and (whole or quote.end < _HEADLINE)
            weight = -4.5 if heading and self._is_short(quote) else -1.5
            yield Evidence("single", weight, "its marks are not those the article quotes in")

    def _is_short(self, quote: Quote) -> bool:
        return quote.end - quote.start < _HEADLINE // 2

    def _heads(self, block: Block) -> bool:
        """Whether a block is the article's headline."""
        if block.start > 0 or len(block.text) > _HEADLINE or block.kind is BlockKind.QUOTATION:
            return False
        if block.text == self.context.title:
            return True
        if block.text.rstrip(_STRIPPED_MARKS)[-1:].isalnum():
            return True
        words = [word for word in block.text.split() if len(word) >= _WORD]
        return sum(word[0].isupper() for word in words) > 0.7 * len(words)

    def _single(self, quote: Quote) -> bool:
        text = self.context.text
        return text[quote.start] in "'‘’‚‛`" and not text.startswith(("''", "``"), quote.start)


def _cue_weight(candidate: Candidate) -> float:
    """Return what a cue is worth, by how well its speaker fits and how near it stands."""
    if candidate.rule is Rule.VERB_BEFORE:
        near = 2.2 if candidate.gap <= 1 else 1.6 if candidate.gap <= 5 else 0.9
        return near if candidate.gap <= 10 else 0.2
    if candidate.weight > 0.9:
        return 2.2
    return 1.2 if candidate.weight > 0.7 else 0.4
