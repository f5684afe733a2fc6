"""Islands: the stretches of a text in which names can stand at all."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.annotation.entities.capitals import is_capital
from tuireader.annotation.entities.lexicon import word_list
from tuireader.annotation.entities.words import Word

MARKS = frozenset({"-", "–", "'s", "’s", "'", "’", "/", ".", "&", ",", "!"})
LINKS = word_list("org_link") | word_list("particle") | MARKS
"""What may stand between two capitalised words of one name."""
LONGEST_GAP = 2


def islands(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the islands ``[start, end)`` in the words of a block.

    An island begins and ends with a capitalised word; between two of them stand at most
    `LONGEST_GAP` linking words. Everything outside is no name.
    """
    found: list[tuple[int, int]] = []
    start = end = -1
    for at, word in enumerate(words):
        text = word.text
        if word.skip or not is_capital(text):
            if start >= 0 and (at - end >= LONGEST_GAP or word.skip or text not in LINKS):
                found.append((start, end))
                start = -1
            continue
        if start < 0:
            start = at
        end = at + 1
    if start >= 0:
        found.append((start, end))
    return found
