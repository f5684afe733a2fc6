"""The subject of a clause, past what opens it: "In Ames, on Monday, the crew …"."""

from __future__ import annotations

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.days import past_day
from tuireader.annotation.attribution.phrase import Phrase
from tuireader.annotation.attribution.phrases import Phrases
from tuireader.annotation.attribution.verbs import COORDINATORS
from tuireader.annotation.attribution.words import OUTSIDE, Words

_OPENINGS = 4
_DATELINE = 10
_DASHES = ("-", "–", "—", "--")


class Clauses(Phrases):
    """Finds where the clauses of one article begin in earnest."""

    def __init__(self, words: Words, cues: Cues) -> None:
        super().__init__(words, cues)
        self._subordinating = cues.conjunctions - {"that"}
        self._dates = cues.weekdays | cues.times

    def main_subject(self, start: int, end: int) -> Phrase | None:
        """Return the first noun phrase of a clause that is no part of an opening adverbial."""
        words = self.words
        at = self._past_dateline(start, end)
        for _ in range(_OPENINGS):
            at = self._skip_linkers(at, end)
            if at >= end:
                return None
            comma = next(
                (
                    position
                    for position in range(at, end)
                    if words.tokens[position].text == "," and words.quoted[position] == OUTSIDE
                ),
                None,
            )
            if not self._opens(at, end, comma):
                break
            if comma is None:
                at += 1
                break
            at = self._after_place(comma + 1, end)
        return self.phrase_right(at, clause=True) if at < end else None

    def _past_dateline(self, start: int, end: int) -> int:
        """Return the token after "LEITH, May 3 (Norpress) –", where a block begins so."""
        words = self.words
        opens = start == 0 or words.block[start - 1] != words.block[start]
        if not opens or not words.tokens[start].text.isupper():
            return start
        for at in range(start + 1, min(start + _DATELINE, end)):
            if words.tokens[at].text in _DASHES:
                return at + 1
            if words.tokens[at].text[0].islower():
                break
        return start

    def past_day(self, at: int) -> int:
        """Return the token after a day that stands at a token: "said on Monday Ann Lee"."""
        return past_day(self.words, self.cues, at)

    def _after_place(self, at: int, end: int) -> int:
        """Skip the state in "In Ames, Iowa, on Sunday"."""
        phrase = self.phrase_right(at) if at < end else None
        if phrase is None or phrase.end - phrase.first > 2 or not self.is_proper(phrase.head):
            return at
        followed = phrase.end + 1 < end and self.words.tokens[phrase.end].text == ","
        opens = followed and self.words.lower[phrase.end + 1] in self.cues.prepositions
        return phrase.end + 1 if opens or (followed and phrase.end - at == 1) else at

    def _skip_linkers(self, at: int, end: int) -> int:
        words, cues = self.words, self.cues
        while at < end and (
            not words.is_word(at)
            or words.quoted[at] != OUTSIDE
            or words.lower[at] in COORDINATORS
            or words.lower[at] in self.plain_adverbs
            or (words.lower[at].endswith("ly") and words.lower[at] not in cues.nouns)
        ):
            at += 1
        return at

    def _opens(self, at: int, end: int, comma: int | None) -> bool:
        """Whether an adverbial or a subordinate clause begins at a token."""
        words, cues = self.words, self.cues
        lower = words.lower[at]
        if lower in cues.prepositions or lower == "to" or lower in self._subordinating:
            return True
        following_name = at + 1 < end and self.is_proper(at + 1) and at + 2 != comma
        if lower.endswith(("ing", "ed")) and not following_name:
            return True
        if lower in ("given", "asked") or comma is None:
            return lower in ("given", "asked")
        phrase = self.phrase_right(at)
        return phrase is not None and words.lower[phrase.end - 1] in self._dates
