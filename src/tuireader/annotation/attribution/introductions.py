"""Names that no entity covers whole: after an office, or with a nickname in marks between them."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.words import OUTSIDE, Words

_LONGEST_OFFICE = 14
_PORTFOLIOS = frozenset(
    {
        "agriculture",
        "culture",
        "defence",
        "defense",
        "economy",
        "education",
        "energy",
        "environment",
    }
    | {"finance", "fisheries", "health", "housing", "interior", "justice", "labor", "labour"}
    | {"planning", "sport", "tourism", "trade", "transport", "treasury", "welfare"}
)
_LONGEST_NAME = 4
_LONGEST_NICKNAME = 5


class Introductions:
    """Finds the names of one article by what stands around them."""

    def __init__(self, words: Words, cues: Cues, grammar: Grammar) -> None:
        self.words = words
        self.cues = cues
        self.grammar = grammar
        self._given = cues.male_names | cues.female_names
        self._no_name = cues.determiners | cues.titles
        self._no_more = cues.weekdays | cues.titles

    def after_offices(self) -> Iterator[tuple[int, int]]:
        """Yield the name in "director of the Institute for Ice (IFI) Ann Lee", half-open.

        A name begins after the abbreviation in brackets, after a minister's field, or with a first
        name that is known.
        """
        words = self.words
        for at in words.where(self.cues.titles):
            if at + 2 >= len(words) or words.quoted[at] != OUTSIDE:
                continue
            if words.lower[at + 1] in ("of", "for"):
                first = self._begin(at + 2)
                end = self._run(first)
                if 2 <= end - first <= _LONGEST_NAME:
                    yield first, end

    def with_nicknames(self) -> Iterator[tuple[int, int, int]]:
        """Yield the names in "Ann “Bee” Lee": the first token, that of the last name, the end."""
        words = self.words
        count = len(words)
        begins = {first for first, _ in words.places} | {end for _, end in words.asides.values()}
        for at in sorted(begins):
            if not 0 < at < count - 1:
                continue
            number = words.quoted[at]
            if number == OUTSIDE or words.quoted[at - 1] != OUTSIDE:
                continue
            end = at
            while end < count and words.quoted[end] == number and end - at <= _LONGEST_NICKNAME:
                end += 1
            if end - at > _LONGEST_NICKNAME:
                continue
            inside = [place for place in range(at, end) if words.is_word(place)]
            if not all(words.is_name(place) for place in inside):
                continue
            beside = end < len(words) and words.block[at - 1] == words.block[end]
            if inside and beside and self._is_part(at - 1) and self._is_part(end):
                yield at - 1, end, end + 1

    def _is_part(self, at: int) -> bool:
        words = self.words
        return (
            words.is_name(at)
            and words.quoted[at] == OUTSIDE
            and words.lower[at] not in self._no_name
        )

    def _begin(self, at: int) -> int:
        """Return where the name after an office begins; the end of the article without one."""
        words = self.words
        block = words.block[at]
        for place in range(at, min(at + _LONGEST_OFFICE, len(words) - 1)):
            if words.block[place] != block or words.quoted[place] != OUTSIDE or words.ends[place]:
                break
            lower = words.lower[place]
            if words.tokens[place].text == ")":
                return place + 1
            if words.tokens[place].text == "(":
                continue
            if lower in self._given and place > at + 1 and self.grammar.is_proper(place):
                return place
            if lower in _PORTFOLIOS and self._run(place + 1) - place > 2:
                return place + 1
            linking = lower in ("of", "for", "and", "the")
            if not linking and not self.grammar.is_proper(place):
                break
        return len(words)

    def _run(self, first: int) -> int:
        """Return the end of the capitalised words from a token on."""
        words = self.words
        end = first
        while (
            end < len(words)
            and words.is_name(end)
            and words.block[end] == words.block[first]
            and words.lower[end] not in self._no_more
            and (end == first or not words.possessive(end - 1))
        ):
            end += 1
        return end
