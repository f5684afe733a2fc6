"""Which names are too doubtful to be said: ordinary words with capitals, numbers of chapters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tuireader.annotation.entities.casing import Casing
from tuireader.annotation.entities.features import is_title_case
from tuireader.annotation.entities.lexicon import Lexicon
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.words import Word

Blocks = Sequence[Sequence[Word]]
ORDINARY = 3
"""A word that has a capital no more often than this is ordinary; see `Casing.step`."""
HALF = 4
"""A word such as "Harbour" may have a capital so often and still be ordinary where it is alone."""
PLAIN = 0.7
"""What consists of ordinary words and is named once must be surer than this …"""
STYLED = 0.9
"""… and where capitals say nothing, in headlines and first words, surer than this."""
NUMERAL = re.compile(r"[IVX]{2,}")
PHRASE = 4
"""Of so many words, one that speaks of somebody makes a name a sentence."""
SPEAKING = frozenset(
    {
        "Are", "Did", "Have", "I", "Is", "It", "My", "Our", "Thanks", "They", "Was", "We", "Were",
        "You", "Your",
    }
)  # fmt: skip
SHOWING = frozenset(
    {"org_head", "org_first", "org_suffix", "facility_head", "place_head", "place_first"}
)
"""Lists of words that show that a name is one."""


class Restraint:
    """Leaves out what may be no name at all."""

    def __init__(
        self,
        blocks: Blocks,
        found: Sequence[Sequence[Name]],
        lists: Lexicon,
        ordinary: frozenset[str],
        casing: Casing,
    ) -> None:
        """Count how often each name stands in the document.

        Args:
            blocks: The words of each block.
            found: The names in each block.
            lists: The word lists.
            ordinary: Words common in lower case.
            casing: How often words have a capital.
        """
        self._lists = lists
        self._ordinary = ordinary
        self._casing = casing
        self._counts = Counter(
            _surface(words, name)
            for words, names in zip(blocks, found, strict=True)
            for name in names
        )

    def apply(self, words: Sequence[Word], names: Sequence[Name]) -> list[Name]:
        """Return those names of a block of which enough speaks for their being names."""
        if not names:
            return []
        least = STYLED if is_title_case(words) else PLAIN
        return [name for name in names if not self._is_doubtful(words, name, least)]

    def _is_doubtful(self, words: Sequence[Word], name: Name, least: float) -> bool:
        surface = _surface(words, name)
        if name.label == "ORG" and NUMERAL.fullmatch(surface):
            return True
        if name.label in ("ORG", "LOC") and self._is_phrase(words, name):
            return True
        opening = words[name.start].first and name.end - name.start == 1
        if name.label not in ("ORG", "LOC") or name.confidence >= (STYLED if opening else least):
            return False
        if self._counts[surface] > 1 or self._lists.phrase_kinds(surface):
            return False
        texts = [word.text for word in words[name.start : name.end] if word.text[0].isupper()]
        shown = [not SHOWING.isdisjoint(self._lists.word_kinds(text)) for text in texts]
        if len(texts) == 1 and shown[0]:
            return self._is_ordinary(texts[0], HALF)
        return not any(shown) and all(self._is_ordinary(text, ORDINARY) for text in texts)

    def _is_phrase(self, words: Sequence[Word], name: Name) -> bool:
        """Whether a name is words of a sentence in capitals: "The Great Job You Have Done"."""
        texts = [word.text for word in words[name.start : name.end]]
        if len(texts) < 2 or self._lists.phrase_kinds(" ".join(texts)):
            return False
        speaking = sum(text in SPEAKING for text in texts)
        if len(texts) >= PHRASE and speaking:
            return speaking > 1 or SHOWING.isdisjoint(self._lists.word_kinds(texts[-1]))
        plain = all(text.lower() in self._ordinary for text in texts)
        return plain and any(len(text) > 3 and text.isupper() for text in texts)

    def _is_ordinary(self, text: str, most: int) -> bool:
        return 0 < self._casing.step(text) <= most and not text.isupper()


def _surface(words: Sequence[Word], name: Name) -> str:
    return " ".join(word.text for word in words[name.start : name.end])
