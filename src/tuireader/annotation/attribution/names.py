"""Runs of capitalised words that may be names."""

from __future__ import annotations

from collections import Counter

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.grammar import Grammar
from tuireader.annotation.attribution.person import Person
from tuireader.annotation.attribution.phrases_from import PARTICLES
from tuireader.annotation.attribution.words import Words

_LONGEST_NAME = 5


class NameRuns:
    """Finds the runs of capitalised words of one article.

    Attributes:
        found: The runs of two words and more, as token numbers, half-open.
        named: For each token that is part of a name, who that is.
        all: Everyone named.
    """

    def __init__(self, words: Words, cues: Cues, grammar: Grammar) -> None:
        self.words = words
        self.cues = cues
        self.grammar = grammar
        self.found: list[tuple[int, int]] = []
        self.named: dict[int, Person] = {}
        self.all: list[Person] = []

    def text_of(self, first: int, end: int) -> str:
        """Return the words of some tokens, without a possessive ending."""
        tokens = self.words.tokens
        text = self.words.text[tokens[first].start : tokens[end - 1].end]
        return text[:-2] if text.endswith(("'s", "’s")) else text

    def name_runs(self) -> dict[str, str]:
        """Return for each last name the fullest name that ends with it."""
        self.found = []
        counts: dict[str, Counter[str]] = {}
        words, read = self.words, 0
        for at, token in enumerate(words.tokens):
            if at < read or not token.text[0].isupper():
                continue
            if words.lower[at] in self.cues.determiners:
                continue
            end = self._run_end(at)
            first, end = self.trim(at, end)
            read = max(end, at + 1)
            if 2 <= end - first <= _LONGEST_NAME:
                self.found.append((first, end))
                name = self.text_of(first, end)
                counts.setdefault(words.lower[end - 1], Counter())[name] += 1
        return {
            last: max(names, key=lambda name: (min(names[name], 3), len(name)))
            for last, names in counts.items()
        }

    def _run_end(self, at: int) -> int:
        words, block = self.words, self.words.block[at]
        end = at + 1
        while end < len(words) and words.block[end] == block:
            token = words.tokens[end]
            if (
                (
                    token.text == "."
                    and not words.ends[end]
                    and token.start == words.tokens[end - 1].end
                )
                or (self.grammar.is_proper(end) and not words.possessive(end - 1))
                or (
                    words.lower[end] in PARTICLES
                    and end + 1 < len(words)
                    and self.grammar.is_proper(end + 1)
                )
            ):
                end += 1
            else:
                break
        return end

    def trim(self, first: int, end: int) -> tuple[int, int]:
        """Cut titles, determiners and adverbs off the front of a name: "Foreign" of no ministry."""
        words = self.words
        titles = frozenset() if words.lower[end - 1] in self.cues.bodies else self.cues.titles
        for at in range(end - 2, first - 1, -1):
            if words.lower[at] in titles:
                first = at + 1
                break
        while first < end - 1 and (
            words.lower[first] in titles
            or words.lower[first] in self.cues.determiners
            or words.lower[first] in self.cues.adverbs
            or words.lower[first] in self.cues.prepositions
            or words.lower[first] in self.cues.conjunctions
            or words.lower[first] in self.cues.auxiliaries
            or not words.is_word(first)
            or words.tokens[first].text in ("US", "UK", "EU", "UN", "U.S.", "U.K.", "U.N.")
        ):
            first += 1
        while end > first + 1 and not words.is_word(end - 1):
            end -= 1
        return first, end
