"""Two names that were taken for one: an organisation and who leads it, or two organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tuireader.annotation.entities.lexicon import Lexicon
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.words import Word

LONGEST_TITLE = 3
LEADERS = frozenset(
    {"Chancellor", "Governor", "Mayor", "Minister", "Premier", "President", "Secretary"}
)
"""Last words of the titles of those who lead parties and governments."""


def apart(words: Sequence[Word], name: Name, lists: Lexicon) -> Iterator[Name]:
    """Yield a name, or the two that it consists of.

    Args:
        words: The words of the block.
        name: One of its names.
        lists: The word lists.
    """
    if name.label == "ORG":
        for at in range(name.start + 1, name.end - 1):
            text = words[at].text
            if text == "of" and (first := _after_title(words, at + 1, name.end, lists)):
                yield replace(name, end=at)
                yield replace(name, start=first, label="PER")
                return
            if text == "and" and _begins_anew(words, at, name, lists):
                yield replace(name, end=at)
                yield replace(name, start=at + 2)
                return
    yield name


def _after_title(words: Sequence[Word], start: int, end: int, lists: Lexicon) -> int:
    """Return where a name begins after a title that stands at a word; 0 where none does."""
    for size in range(min(LONGEST_TITLE, end - start - 1), 0, -1):
        title = [word.text for word in words[start : start + size]]
        if title[-1] in LEADERS and " ".join(title) in lists["title"]:
            return start + size
    return 0


def _begins_anew(words: Sequence[Word], at: int, name: Name, lists: Lexicon) -> bool:
    """Whether "and the European Bank" is an organisation beside the one before it."""
    return (
        words[at + 1].text == "the"
        and name.end - at > 3
        and words[name.end - 1].text in lists["org_head"]
    )
