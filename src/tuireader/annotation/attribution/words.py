"""The tokens of an article with what attribution asks of them: sentences, and what is quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence

from tuireader.annotation.annotation import Quote
from tuireader.annotation.attribution.asides import find_aside
from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.segmentation import Token, tokens
from tuireader.articles.article import Article

OUTSIDE = -1
"""The number of the quote around a token that stands in none."""

LONGEST_SENTENCE = 120
"""How many tokens of a sentence on either side are looked at; what is longer is a dump."""

_POSSESSIVE = ("'s", "’s", "s'", "s’")
_FINAL = frozenset(".!?…")


class Words:
    """The tokens of an article, addressed by their number.

    Attributes:
        text: The article's text.
        tokens: Its tokens, in order.
        lower: Their text in lower case, apostrophes straight, a possessive ending cut off.
        places: For each quote its first token and the token after its last.
        quoted: For each token the number of the outermost quote around it, or `OUTSIDE`.
        block: For each token the number of its block.
        asides: By quote, the tokens inside its marks that say who speaks, half-open.
        ends: For each token whether a sentence ends with it.
    """

    def __init__(self, article: Article, quotes: Sequence[Quote], cues: Cues) -> None:
        self.text = article.text
        self.tokens: list[Token] = []
        self.block: list[int] = []
        for number, block in enumerate(article.blocks):
            found = tokens(article.text, block.start, block.end)
            if cues.elided or cues.inverted:
                found = [part for token in found for part in _parts(token, cues)]
            self.tokens += found
            self.block += [number] * len(found)
        self._count = len(self.tokens)
        self.starts = [token.start for token in self.tokens]
        self.lower = [token.text.lower() for token in self.tokens]
        self._where: defaultdict[str, list[int]] = defaultdict(list)
        for at, lower in enumerate(self.lower):
            if "'" in lower or "’" in lower:
                lower = self.lower[at] = _fold(lower, cues.subjects)
            self._where[lower].append(at)
        self.quoted = [OUTSIDE] * len(self.tokens)
        self.asides: dict[int, tuple[int, int]] = {}
        self.places = [(self.at(quote.start), self.at(quote.end)) for quote in quotes]
        for number, (first, last) in enumerate(self.places):
            if not quotes[number].nested:
                self.quoted[first:last] = [number] * (last - first)
                aside = find_aside(self.tokens, self.lower, first, last, cues)
                if aside is not None:
                    self.asides[number] = aside
                    self.quoted[slice(*aside)] = [OUTSIDE] * (aside[1] - aside[0])
        self._openers = cues.subjects | cues.determiners
        self.ends = [False] * len(self.tokens)
        for at in [at for at, token in enumerate(self.tokens) if token.text[-1] in _FINAL]:
            self.ends[at] = self._ends(at, cues.abbreviations)

    def __len__(self) -> int:
        return self._count

    def at(self, position: int) -> int:
        """Return the number of the first token that starts at or after a position."""
        return bisect_left(self.starts, position)

    def where(self, wanted: Collection[str]) -> list[int]:
        """Return the numbers of the tokens that are one of some words in lower case, in order."""
        if len(wanted) < len(self._where):
            return sorted(at for lower in wanted for at in self._where.get(lower, ()))
        return sorted(
            at for lower, places in self._where.items() if lower in wanted for at in places
        )

    def is_word(self, at: int) -> bool:
        """Whether a token is a word or a number, not a mark."""
        return self.tokens[at].text[0].isalnum()

    def is_name(self, at: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.tokens[at].text[0].isupper()

    def is_pronoun(self, at: int, pronouns: frozenset[str]) -> bool:
        """Whether a token is one of some pronouns, and no abbreviation such as "US"."""
        text = self.tokens[at].text
        return self.lower[at] in pronouns and (len(text) == 1 or not text.isupper())

    def possessive(self, at: int) -> bool:
        """Whether a token ends with the mark of a possessive."""
        return self.tokens[at].text.endswith(_POSSESSIVE[:2])

    def starts_sentence(self, at: int) -> bool:
        """Whether a sentence or a block starts with a token."""
        return at == 0 or self.block[at - 1] != self.block[at] or self.ends[at - 1]

    def _ends(self, at: int, abbreviations: frozenset[str]) -> bool:
        token = self.tokens[at].text
        if token[0] not in _FINAL:
            return token[-1] == "." and self._opens_sentence(at + 1, self.block[at])
        if at + 1 == len(self.tokens) or self.block[at + 1] != self.block[at]:
            return True
        if token == ".":
            before = self.lower[at - 1] if at else ""
            glued = at > 0 and self.tokens[at - 1].end == self.tokens[at].start
            if glued and (before in abbreviations or (len(before) == 1 and before.isalpha())):
                return False
            if self.tokens[at + 1].start == self.tokens[at].end and self.is_word(at + 1):
                return False
        following = at + 1
        while following < len(self.tokens) - 1 and not self.is_word(following):
            following += 1
        return not self.tokens[following].text[0].islower()

    def _opens_sentence(self, at: int, block: int) -> bool:
        """Whether a token begins a sentence after an abbreviation such as "p.m."."""
        if at >= len(self.tokens) or self.block[at] != block:
            return True
        text = self.tokens[at].text
        return text[0].isupper() and not text.isupper() and self.lower[at] in self._openers


def _fold(lower: str, pronouns: frozenset[str]) -> str:
    """Return a word without a possessive ending or what a pronoun was contracted with."""
    folded = lower.replace("’", "'").removesuffix("'s")
    stem = folded.partition("'")[0]
    return stem if stem in pronouns else folded


def _parts(token: Token, cues: Cues) -> list[Token]:
    """Return the words that elision or inversion wrote as one: "l'avocat", "a-t-il"."""
    folded = token.text.lower().replace("’", "'")
    at = folded.find("'") + 1
    if at and folded[:at] in cues.elided:
        rest = Token(token.text[at:], token.start + at, token.end)
        return [Token(token.text[:at], token.start, token.start + at), *_parts(rest, cues)]
    verb, _, pronoun = folded.rpartition("-")
    if verb and pronoun in cues.inverted:
        cut, end = token.end - len(pronoun), len(verb.removesuffix("-t"))
        return [
            Token(token.text[:end], token.start, token.start + end),
            Token(token.text[-len(pronoun) :], cut, token.end),
        ]
    return [token]
