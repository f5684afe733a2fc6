"""What may be no name at all is left out, where nothing else speaks for it."""

from __future__ import annotations

import pytest

from tuireader.annotation.entities.casing import casing
from tuireader.annotation.entities.lexicon import lexicon, ordinary_words
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.restraint import Restraint
from tuireader.annotation.entities.words import split_words


def kept(text: str, *names: Name) -> list[str]:
    """Return which of the names in a text are kept."""
    words = split_words(text, 0, len(text))
    left = Restraint([words], [names], lexicon(), ordinary_words(), casing()).apply(words, names)
    return [" ".join(word.text for word in words[name.start : name.end]) for name in left]


@pytest.mark.parametrize(
    ("text", "start", "end", "label", "confidence"),
    [
        ("They signed the Guarantee in May.", 3, 4, "ORG", 0.65),
        ("They rented a Houseboat in May.", 3, 4, "LOC", 0.65),
        ("It is in Part VII of the plan.", 4, 5, "ORG", 0.95),
        ("Harbour town votes again.", 0, 1, "LOC", 0.65),
        ("Stores close early now.", 0, 1, "ORG", 0.85),
        ("Great Burger With Crispy Onions", 1, 2, "ORG", 0.8),
    ],
)
def test_ordinary_words_are_no_names_unless_that_is_sure(
    text: str, start: int, end: int, label: str, confidence: float
) -> None:
    assert kept(text, Name(start, end, label, confidence)) == []


@pytest.mark.parametrize(
    ("text", "start", "end", "label", "confidence"),
    [
        ("They signed the Guarantee in May.", 3, 4, "ORG", 0.75),
        ("They met the Guarantee Fund in May.", 3, 5, "ORG", 0.55),
        ("They trust Orange here.", 2, 3, "PER", 0.55),
        ("They moved to Zolvex in May.", 3, 4, "ORG", 0.55),
        ("They moved to Reading in May.", 3, 4, "LOC", 0.55),
    ],
)
def test_what_else_speaks_for_a_name_keeps_it(
    text: str, start: int, end: int, label: str, confidence: float
) -> None:
    name = Name(start, end, label, confidence)
    assert len(kept(text, name)) == 1


def test_what_is_named_twice_is_a_name() -> None:
    names = [Name(2, 3, "ORG", 0.6), Name(5, 6, "ORG", 0.6)]
    assert kept("They trust Guarantee. Only Guarantee.", *names) == ["Guarantee", "Guarantee"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The Kind Help You Gave Our Old System was fine.", 8),
        ("Great Cottage We Had For Years", 6),
        ("GREAT Shop GREAT People!", 4),
    ],
)
def test_sentences_in_capitals_and_shouted_words_are_no_names(text: str, end: int) -> None:
    assert kept(text, Name(0, end, "ORG", 0.99)) == []


def test_a_school_of_our_own_is_a_name() -> None:
    name = Name(2, 6, "ORG", 0.99)
    assert kept("They attend Our Own Harbour School now.", name) == ["Our Own Harbour School"]


def test_initials_and_one_shouted_name_are_kept() -> None:
    assert kept("The HMS Trust met.", Name(1, 3, "ORG", 0.99)) == ["HMS Trust"]
