"""What a pair of marks is there for: speech, a partial quote, a title, a word held at a distance.

The observations on a quote are added up; the sum decides, and the strongest observation on the
winning side is the reason given.
"""

from __future__ import annotations

from typing import NamedTuple

from tuireader.annotation.annotation import Quote, QuoteKind
from tuireader.annotation.attribution.context import Context
from tuireader.annotation.quotations.observations import Observations

_PARTIAL_WORDS = 8
_NESTED_WORDS = 4


class Verdict(NamedTuple):
    """What a quote is, and why."""

    kind: QuoteKind
    reason: str


class Kinds:
    """Tells the kinds of the quotes of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.observations = Observations(context)

    def of(self, number: int) -> Verdict:
        """Return the kind of a quote that stands in no other."""
        evidence = list(self.observations.of(number))
        if sum(item.weight for item in evidence) > 0:
            best = max(evidence, key=lambda item: item.weight)
            return Verdict(self._speech(number), f"{best.reason}.")
        worst = min(evidence, key=lambda item: item.weight)
        title = any(item.title for item in evidence)
        return Verdict(QuoteKind.TITLE if title else QuoteKind.SCARE, f"{worst.reason}.")

    def nested(self, quote: Quote) -> Verdict:
        """Return the kind of a quote that stands in another."""
        count = len(self.observations.inner(quote).split())
        kind = QuoteKind.SPEECH if count > _NESTED_WORDS else QuoteKind.SCARE
        return Verdict(kind, "it stands inside another quote.")

    def _speech(self, number: int) -> QuoteKind:
        inner = self.observations.inner(self.context.quotes[number])
        frame = self.context.frames.frame(number)
        words = self.context.words
        parted = not frame.before and frame.after and words.tokens[frame.after[0]].text in ",—–"
        closed = frame.last in ".,?!…" or not frame.after or parted
        whole = inner[:1].isupper() and closed
        if whole or len(inner.split()) > _PARTIAL_WORDS:
            return QuoteKind.SPEECH
        return QuoteKind.PARTIAL
