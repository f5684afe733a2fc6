"""What the words between the marks themselves say about their kind."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.annotation.quotations.evidence import Evidence

LONG_NAME = 10
"""The most words a name or a title usually has."""

_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "of", "on", "or", "the"}
    | {"to", "vs", "with", "de", "la", "el", "und", "der", "&"}
)
_LENGTHS = ((15, 5.0), (8, 3.6), (5, 2.4), (4, 1.8), (3, 1.2), (2, 0.7), (1, 0.2), (0, -9.0))


def is_title_case(inner: str) -> bool:
    """Whether words are capitalised as in the title of a work: "The Long Way Down"."""
    capitals = 0
    for word in inner.split():
        capital = word[0].isupper() or word[0].isdigit()
        if not capital and word.lower().strip(",.") not in _SMALL:
            return False
        capitals += capital
    return capitals > 1


def observe_wording(
    inner: str, first_person: frozenset[str], *, nouns_capitalised: bool = False
) -> Iterator[Evidence]:
    """Yield what the words of a quote say about it.

    Args:
        inner: The words, without the marks.
        first_person: The pronouns of the one who speaks, in lower case.
        nouns_capitalised: Whether every noun has a capital, which then says little.
    """
    count, titled = len(inner.split()), is_title_case(inner)
    yield _length(count)
    yield from _talk(inner, first_person, titled)
    yield from _capitals(inner, count, titled, nouns_capitalised=nouns_capitalised)


def _length(count: int) -> Evidence:
    weight = next(weight for least, weight in _LENGTHS if count >= least)
    words = f"{count} words stand" if count != 1 else "a single word stands"
    return Evidence("length", weight, f"{words} between the marks")


def _talk(inner: str, first_person: frozenset[str], titled: bool) -> Iterator[Evidence]:
    lower = inner.lower().replace("’", "'")
    folded = lower.split()
    named = titled and len(folded) <= LONG_NAME
    if not named and any(
        word.strip(",.?!;:") in first_person or word.startswith(("i'", "we'", "you"))
        for word in folded
    ):
        yield Evidence("person", 1.4, "it speaks of “I”, “we” or “you”")
    if "'" in lower and any(map(_is_contraction, folded)):
        yield Evidence("contraction", 1.0, "it is worded as people talk")
    if inner.endswith(("?", "!")):
        yield Evidence("exclaims", 0.5, "it asks or exclaims")


def _is_contraction(word: str) -> bool:
    return "n't" in word or word.endswith(("'re", "'ll", "'ve", "'m"))


def _capitals(
    inner: str, count: int, titled: bool, *, nouns_capitalised: bool
) -> Iterator[Evidence]:
    if inner.replace(",", "").isdigit():
        yield Evidence("number", -2.5, "it is a number", title=True)
    elif titled:
        weight = -2.4 if count <= LONG_NAME and not nouns_capitalised else -1.0
        yield Evidence("title case", weight, "it is capitalised like a name", title=True)
    elif count == 1 and inner[:1].isupper() and not nouns_capitalised:
        yield Evidence("capital", -1.0, "it is one capitalised word", title=True)
