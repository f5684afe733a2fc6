"""Observations that speak for or against a quote being somebody's words.

Each has a weight in favour of speech, set by hand: about the logarithm of the odds it carries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tuireader.annotation.annotation import Quote
from tuireader.annotation.attribution.candidate import Candidate, Rule
from tuireader.annotation.attribution.context import Context
from tuireader.annotation.attribution.frames import Frame
from tuireader.annotation.attribution.words import OUTSIDE
from tuireader.articles.article import Block, BlockKind

_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "of", "on", "or", "the"}
    | {"to", "vs", "with", "de", "la", "el", "und", "der"}
)
_LENGTHS = ((15, 5.0), (8, 3.6), (5, 2.4), (4, 1.8), (3, 1.2), (2, 0.7), (1, 0.2), (0, -9.0))
_STRIPPED = "\"“”„‟«»‘’'`´‹›「」『』 \t\u00a0,."
_STRIPPED_MARKS = "\"“”„‟«»‘’'`´‹›「」『』 \t\u00a0"
_NEAR = 4
_ON = frozenset({"on", "in", "with", "to", "at", "for", "by", "of", "told"})
_LONG_NAME = 10
_HEADLINE = 200
_WORD = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """One observation.

    Attributes:
        name: Its name.
        weight: How much it speaks for speech; below 0, how much against.
        reason: The observation in words.
        title: Whether it speaks for a title or a name.
    """

    name: str
    weight: float
    reason: str
    title: bool = False


class Observations:
    """Looks at the quotes of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.words = context.words
        self.cues = context.cues
        self._doubles = any(not self._single(quote) for quote in context.quotes)

    def inner(self, quote: Quote) -> str:
        """Return the words between the marks, without marks, commas and full stops around."""
        return self.context.text[quote.start : quote.end].strip(_STRIPPED)

    def of(self, number: int) -> Iterator[Evidence]:
        """Yield all observations on a quote that stands in no other."""
        inner = self.inner(self.context.quotes[number])
        count = len(inner.split())
        frame = self.context.frames.frame(number)
        yield self._length(count)
        yield from self._cue(frame, count)
        yield from self._wording(inner, count)
        yield from self._capitals(inner, count)
        yield from self._place(number)
        if count <= _LONG_NAME:
            yield from self._neighbours(frame, inner, count)

    def _length(self, count: int) -> Evidence:
        weight = next(weight for least, weight in _LENGTHS if count >= least)
        words = f"{count} words stand" if count != 1 else "a single word stands"
        return Evidence("length", weight, f"{words} between the marks")

    def _cue(self, frame: Frame, count: int) -> Iterator[Evidence]:
        best = next(
            (
                candidate
                for candidate in self.context.candidates.of(frame)
                if candidate.rule not in (Rule.SUBJECT, Rule.COLON, Rule.POSSESSIVE)
            ),
            None,
        )
        if best is None:
            yield Evidence("no cue", -0.9, "no verb of saying stands near it")
        else:
            yield Evidence("cue", _cue_weight(best), f"“{best.cue}” stands near it")
        if not frame.before and not frame.after and frame.first.isupper() and frame.last in ".?!…":
            yield Evidence("sentence", 2.0, "it is a sentence of its own")
        led = frame.lead or frame.before
        if led and self.words.tokens[led[-1]].text == ":":
            yield Evidence("colon", 0.8, "a colon introduces it")
        if frame.crossed != OUTSIDE and self._shares_cue(frame):
            yield Evidence("shared", 0.8, "it goes on from the quote before")

    def _shares_cue(self, frame: Frame) -> bool:
        """Whether only a few words part a quote from the one before in its sentence."""
        apart = self.context.frames.first_token(frame.quote) - self.context.frames.end_token(
            frame.crossed
        )
        return apart <= _NEAR + 2

    def _wording(self, inner: str, count: int) -> Iterator[Evidence]:
        folded = inner.lower().replace("’", "'").split()
        if any(
            word.strip(",.?!;:") in self.cues.first or word.startswith(("i'", "we'", "you"))
            for word in folded
        ):
            yield Evidence("person", 1.4, "it speaks of “I”, “we” or “you”")
        if any("n't" in word or word.endswith(("'re", "'ll", "'ve", "'m")) for word in folded):
            yield Evidence("contraction", 1.0, "it is worded as people talk")
        if inner.endswith(("?", "!")):
            yield Evidence("exclaims", 0.5, "it asks or exclaims")

    def _capitals(self, inner: str, count: int) -> Iterator[Evidence]:
        if inner.replace(",", "").isdigit():
            yield Evidence("number", -2.5, "it is a number", title=True)
        elif self._title_case(inner):
            weight = -2.4 if count <= _LONG_NAME else -1.0
            yield Evidence("title case", weight, "it is capitalised like a name", title=True)
        elif count == 1 and inner[:1].isupper():
            yield Evidence("capital", -1.0, "it is one capitalised word", title=True)

    def _title_case(self, inner: str) -> bool:
        content = [word for word in inner.split() if word.lower().strip(",.") not in _SMALL]
        capitals = sum(1 for word in content if word[:1].isupper() or word[:1].isdigit())
        return len(content) >= 2 and capitals == len(content)

    def _place(self, number: int) -> Iterator[Evidence]:
        context = self.context
        quote, at = context.quotes[number], context.frames.first_token(number)
        whole = False
        if at < len(self.words):
            block = context.blocks[self.words.block[at]]
            whole = quote.end - quote.start > 0.9 * (block.end - block.start)
            if not whole and (block.kind is BlockKind.HEADING or self._heads(block)):
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

    def _neighbours(self, frame: Frame, inner: str, count: int) -> Iterator[Evidence]:
        words, cues = self.words, self.cues
        last = self.context.frames.first_token(frame.quote) - 1
        after = self.context.frames.end_token(frame.quote)
        before = words.lower[last] if frame.before and last == frame.before[-1] else ""
        following = words.lower[after] if frame.after and after == frame.after[0] else ""
        near = {words.lower[at] for at in frame.before[-_NEAR:]}
        if self._names(last, before):
            yield Evidence("naming", -1.8, "a word before it gives a name", title=True)
        apposed = frame.after[:1] == (after,) and words.tokens[after].text == ","
        beside = {words.lower[at] for at in frame.after[1:_NEAR]} if apposed else {following}
        if (near | beside) & cues.creations:
            yield Evidence("work", -1.8, "it names a work", title=True)
        if before in _ON and self._title_case(inner) and not inner.endswith(("!", "?")):
            yield Evidence("shown", -1.6, f"“{before}” leads to a name", title=True)
        if near & cues.terms:
            yield Evidence("term", -1.0, "it is spoken of as a word")
        if following and self._is_noun(after) and count <= _NEAR:
            owned = before in cues.determiners or (before and words.possessive(last))
            weight = -1.0 if owned else -0.7
            yield Evidence("modifier", weight, "it qualifies the noun after it")
        elif before and count == 1 and self._is_noun(last) and before not in cues.nouns:
            yield Evidence("noun", -0.5, "it stands where a noun would")
        if (
            before
            and following
            and count == 1
            and inner[:1].isupper()
            and self.context.grammar.is_proper(last)
            and self.context.grammar.is_proper(after)
        ):
            yield Evidence("nickname", -4.0, "it is a nickname", title=True)

    def _names(self, last: int, before: str) -> bool:
        """Whether "named", "dubbed the" or the like stands before a quote, without a speaker."""
        words, cues = self.words, self.cues
        at = last - 1 if before in cues.determiners else last
        if not before or at < 1 or words.lower[at] not in cues.naming:
            return False
        if at < last:
            return words.lower[at] not in cues.weak_finite or words.lower[at] == "dubbed"
        verb = self.context.grammar.verb(at)
        spoken = words.lower[at - 1] in cues.subjects or self.context.grammar.is_proper(at - 1)
        return verb is None or not spoken

    def _is_noun(self, at: int) -> bool:
        """Whether a token may be a noun or an adjective, as far as the lists know."""
        words, cues = self.words, self.cues
        lower = words.lower[at]
        if not words.tokens[at].text[0].islower() or lower in cues.subjects:
            return False
        if lower in cues.conjunctions or lower in cues.prepositions or lower in cues.determiners:
            return False
        if lower in cues.auxiliaries or lower in cues.adverbs:
            return False
        return self.context.grammar.verb(at) is None


def _cue_weight(candidate: Candidate) -> float:
    """Return what a cue is worth, by how well its speaker fits and how near it stands."""
    if candidate.rule is Rule.VERB_BEFORE:
        near = 2.2 if candidate.gap <= 1 else 1.6 if candidate.gap <= 5 else 0.9
        return near if candidate.gap <= 10 else 0.2
    if candidate.weight > 0.9:
        return 2.2
    return 1.2 if candidate.weight > 0.7 else 0.4
