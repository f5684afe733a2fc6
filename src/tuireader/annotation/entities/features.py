"""What the tagger looks at: features of a word, of its neighbours and of its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tuireader.annotation.entities.casing import Casing
from tuireader.annotation.entities.clusters import Clusters, family
from tuireader.annotation.entities.guess import Guess
from tuireader.annotation.entities.lexicon import Lexicon, Match
from tuireader.annotation.entities.words import Word

NOTHING = Word("", 0, 0, first=False, block=-1)
"""Stands for what is before the first and after the last word of a block."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of a whole document before its names are tagged.

    Attributes:
        lower: Words it writes in lower case somewhere.
        inside: Words it capitalises somewhere inside a sentence.
    """

    lower: frozenset[str]
    inside: frozenset[str]

    @classmethod
    def of(cls, blocks: Sequence[Sequence[Word]]) -> Document:
        """Read the words of a document's blocks."""
        lower: set[str] = set()
        inside: set[str] = set()
        for words in blocks:
            if is_title_case(words):
                continue
            for word in words:
                text = word.text
                if text.islower():
                    lower.add(text)
                elif not word.first:
                    inside.add(text)
        return cls(frozenset(lower), frozenset(inside))


def is_title_case(words: Sequence[Word]) -> bool:
    """Whether a block is a headline with a capital on nearly every word."""
    alphabetic = [w.text for w in words if w.text[0].isalpha()]
    if not 2 <= len(alphabetic) <= 25:
        return False
    long = [text for text in alphabetic if len(text) > 3]
    return bool(long) and sum(t[0].isupper() for t in long) >= 0.8 * len(long) and len(long) > 2


class Features:
    """Names of features; the same in training and in use."""

    def __init__(
        self, lists: Lexicon, ordinary: frozenset[str], clusters: Clusters, casing: Casing
    ) -> None:
        """Prepare.

        Args:
            lists: The word lists.
            ordinary: Words common in lower case.
            clusters: Words that are used alike.
            casing: How often words have a capital.
        """
        self._lists = lists
        self._ordinary = ordinary
        self._clusters = clusters
        self._casing = casing

    def of_word(self, text: str) -> list[str]:
        """Return the features of a word by itself."""
        lower = text.lower()
        found = ["w=" + lower, "s=" + shape(text), "p3=" + lower[:3], "l=" + str(min(len(text), 8))]
        found += [f"x{n}=" + lower[-n:] for n in (1, 2, 3, 4) if len(lower) > n]
        found += ["k=" + kind for kind in self._kinds(text)]
        found += self._cluster(lower)
        if lower in self._ordinary:
            found.append("o")
        found.append(f"u={self._casing.step(text)}")
        if "-" in text:
            first, _, last = text.partition("-")
            found += ["h<" + first.lower(), "h>" + last.lower()]
        return found

    def of_neighbour(self, text: str, side: str) -> list[str]:
        """Return the features of the word before (side ``-``) or after (``+``) one."""
        if not text:
            return [side + "edge"]
        lower = text.lower()
        found = [f"{side}w=" + lower, f"{side}s=" + shape(text), f"{side}x3=" + lower[-3:]]
        found += [f"{side}k=" + kind for kind in self._kinds(text)]
        found += [side + cluster for cluster in self._cluster(lower)]
        return found

    def of_second_neighbour(self, text: str, side: str) -> list[str]:
        """Return the features of the second word before or after one."""
        found = [f"{side}2w=" + text.lower(), f"{side}2s=" + shape(text)]
        number = self._clusters.number(text)
        return found if number is None else [*found, f"{side}2f={family(number)}"]

    def _cluster(self, lower: str) -> list[str]:
        number = self._clusters.number(lower)
        return [] if number is None else [f"c={number}", f"f={family(number)}"]

    def _kinds(self, text: str) -> list[str]:
        return [*self._lists.word_kinds(text), *self._lists.phrase_kinds(text)]

    def of_places(
        self,
        words: Sequence[Word],
        guesses: Sequence[Guess],
        matches: Sequence[Match],
        document: Document,
    ) -> list[list[str]]:
        """Return, for every word of a block, the features of its place."""
        found: list[list[str]] = [[] for _ in words]
        headline = is_title_case(words)
        for guess in guesses:
            for at in range(guess.start, guess.end):
                part = "B" if at == guess.start else "I"
                found[at].append(f"g={part}{guess.label}")
                found[at].append(f"r={guess.rule}{guess.label}")
                if at == guess.end - 1:
                    found[at].append(f"ge={guess.label}{min(guess.end - guess.start, 4)}")
                if guess.sure:
                    found[at].append("gs=" + guess.label)
            if guess.start:
                found[guess.start - 1].append("+g=" + guess.label)
            if guess.end < len(words):
                found[guess.end].append("-g=" + guess.label)
        for match in matches:
            if match.end - match.start > 1:
                for at in range(match.start, match.end):
                    part = "B" if at == match.start else "I"
                    found[at] += [f"m={part}{kind}" for kind in match.kinds]
            if match.end < len(words):
                found[match.end] += [f"-m={kind}" for kind in match.kinds]
        for at, word in enumerate(words):
            text = word.text
            if not text[0].isupper():
                continue
            lower = text.lower()
            places = [
                place for place, there in (("first", word.first), ("headline", headline)) if there
            ]
            found[at] += [f"{place}{self._casing.step(text)}" for place in places]
            found[at] += [place + "o" * (lower in self._ordinary) for place in places]
            if lower in document.lower:
                found[at].append("lower")
            if (word.first or headline) and text in document.inside:
                found[at].append("inside")
            before = words[at - 1].text if at else ""
            after = words[at + 1].text if at + 1 < len(words) else ""
            found[at].append(f"-+={before.lower()}|{shape(after)}")
            found[at].append(f"+-={shape(before)}|{after.lower()}")
        return found


@lru_cache(maxsize=16_384)
def shape(text: str) -> str:
    """Return the pattern of a word: "Lavrov" is ``Aa``, "F-16" is ``A-0``, "UNHCR" is ``AA``."""
    if not text:
        return ""
    if text.islower():
        return "a" if text.isalpha() else "a-"
    out: list[str] = []
    for char in text:
        kind = "0" if char.isdigit() else "A" if char.isupper() else "a" if char.isalpha() else char
        if len(out) < 2 or kind != out[-1] or (kind == "A" and out[-2:] != ["A", "A"]):
            if out and kind == out[-1] and kind != "A":
                continue
            out.append(kind)
    return "".join(out[:6])
