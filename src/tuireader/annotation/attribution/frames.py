"""What stands around a quote in its own sentence, with other quotes taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuireader.annotation.annotation import Quote
from tuireader.annotation.attribution.words import LONGEST_SENTENCE, OUTSIDE, Words

_STRIPPED = "\"“”„‟«»‘’'`´‹›「」『』 \t\u00a0"

_OPENING_DASHES = "—–― \u00a0"
_DASHES = "-–—―"
_SIGNATURE = 24
_QUOTED_BLOCKS = 4


class Frame(NamedTuple):
    """The tokens around a quote, up to the ends of its sentence.

    Attributes:
        quote: The number of the quote.
        before: The numbers of the tokens before it, in order of the text.
        after: The numbers of the tokens after it, in order of the text.
        lead: The tokens of the paragraph before, where that ends with a colon or a comma.
        trail: The tokens of the paragraph after, where that is short and begins with a dash.
        last: The last character between the marks.
        first: The first character between the marks.
        crossed: The number of the quote right before it in the same sentence, or `OUTSIDE`.
    """

    quote: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    lead: tuple[int, ...]
    trail: tuple[int, ...]
    first: str
    last: str
    crossed: int


class Frames:
    """Builds the frames of one article's quotes."""

    def __init__(self, words: Words, quotes: Sequence[Quote]) -> None:
        self.words = words
        self.quotes = quotes
        self._frames: dict[int, Frame] = {}
        self._inner = [
            words.text[quote.start : quote.end].strip(_STRIPPED).lstrip(_OPENING_DASHES) or " "
            for quote in quotes
        ]
        self._first = [first for first, _ in words.places]
        self._end = [end for _, end in words.places]

    def first_token(self, quote: int) -> int:
        """Return the number of a quote's first token."""
        return self._first[quote]

    def end_token(self, quote: int) -> int:
        """Return the number of the token after a quote's last."""
        return self._end[quote]

    def frame(self, quote: int) -> Frame:
        """Return the frame of a quote.

        Args:
            quote: The number of a quote that stands in no other.
        """
        if quote not in self._frames:
            self._frames[quote] = self._frame(quote)
        return self._frames[quote]

    def _frame(self, quote: int) -> Frame:
        before, crossed = self._before(quote)
        return Frame(
            quote=quote,
            before=before,
            after=self._after(quote),
            lead=() if before else self._lead(quote),
            trail=self._trail(quote),
            first=self._inner[quote][0],
            last=self._inner[quote][-1],
            crossed=crossed,
        )

    def _final(self, quote: int) -> bool:
        """Whether a sentence ends with a quote."""
        if self._inner[quote][-1] not in ".!?…":
            return False
        following = self._end[quote]
        words = self.words
        if following >= len(words) or not words.is_word(following):
            return following >= len(words) or words.tokens[following].text not in ",;:"
        return not words.tokens[following].text[0].islower()

    def _before(self, quote: int) -> tuple[tuple[int, ...], int]:
        words = self.words
        found: list[int] = []
        crossed = OUTSIDE
        if self._first[quote] >= len(words):
            return (), crossed
        block = words.block[self._first[quote]]
        at = self._first[quote] - 1
        for _ in range(LONGEST_SENTENCE):
            if at < 0 or words.block[at] != block:
                break
            other = words.quoted[at]
            if other != OUTSIDE:
                if self._final(other):
                    break
                if crossed == OUTSIDE:
                    crossed = other
                at = self._first[other] - 1
                continue
            if words.ends[at]:
                break
            found.append(at)
            at -= 1
        return tuple(reversed(found)), crossed

    def _after(self, quote: int) -> tuple[int, ...]:
        words, count = self.words, len(self.words)
        blocks, quoted, ends, lower = words.block, words.quoted, words.ends, words.lower
        found: list[int] = []
        at = self._end[quote]
        if at == 0 or at >= count:
            return ()
        block = blocks[at - 1]
        if blocks[at] != block and words.tokens[at].text[0].islower():
            block = blocks[at]
        before = words.tokens[self._first[quote] - 1].text
        asks = self._inner[quote][-1] in "?!" and before == ":"
        for _ in range(LONGEST_SENTENCE):
            if at >= count or blocks[at] != block:
                break
            other = quoted[at]
            if other != OUTSIDE:
                if self._final(other) or (asks and not found):
                    break
                at = self._end[other]
                continue
            if ends[at] or (lower[at] == ")" and self._closes_bracket(found)):
                break
            found.append(at)
            at += 1
        return tuple(found)

    def _closes_bracket(self, after: Sequence[int]) -> bool:
        """Whether a bracket that closes was opened before the quote that some tokens follow."""
        return all(self.words.tokens[earlier].text != "(" for earlier in after)

    def _lead(self, quote: int) -> tuple[int, ...]:
        words = self.words
        last = self._first[quote] - 1
        if last < 0 or words.tokens[last].text not in ":," or words.quoted[last] != OUTSIDE:
            return ()
        if self._first[quote] < len(words) and words.block[last] == words.block[self._first[quote]]:
            return ()
        found: list[int] = []
        at, block = last, words.block[last]
        while at >= max(0, last - LONGEST_SENTENCE) and words.block[at] == block:
            if words.quoted[at] == OUTSIDE:
                if words.ends[at]:
                    break
                found.append(at)
            at -= 1
        return tuple(reversed(found))

    def _trail(self, quote: int) -> tuple[int, ...]:
        """Return the line that signs a quote: "— Ann Lee, Leith"."""
        words = self.words
        first, at = self._first[quote], self._end[quote]
        at = self._past_whole_quotes(at)
        if at == 0 or at >= len(words) or words.tokens[at].text not in _DASHES:
            return ()
        block = words.block[at]
        opens = first == 0 or words.block[first - 1] != words.block[first]
        if words.block[at - 1] == block or not opens:
            return ()
        end = at
        while end < len(words) and words.block[end] == block:
            end += 1
            if end - at > _SIGNATURE:
                return ()
        return tuple(range(at + 1, end))

    def _past_whole_quotes(self, at: int) -> int:
        """Return the token after the quotes from a token on that are blocks of their own."""
        words = self.words
        for _ in range(_QUOTED_BLOCKS):
            if at == 0 or at >= len(words) or words.block[at - 1] == words.block[at]:
                break
            number = words.quoted[at]
            if number == OUTSIDE or self._first[number] != at:
                break
            end = self._end[number]
            if end < len(words) and words.block[end] == words.block[end - 1]:
                break
            at = end
        return at
