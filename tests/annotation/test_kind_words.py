"""One set of words for the kinds: where names are listed, corrected and shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tuireader import language
from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.own_names import read_own_names
from tuireader.annotation.kind_words import KIND_NAMES, KINDS, NAME_KINDS, kind_begun, kind_called


@pytest.fixture
def german() -> Iterator[None]:
    language.choose("de")
    yield
    language.choose("en")


def test_every_kind_has_words_and_none_means_two_kinds() -> None:
    assert set(KINDS) == set(Label)
    words = [word for kind in KINDS.values() for word in (kind.name, *kind.words)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("label", NAME_KINDS)
def test_a_list_of_names_takes_the_words_that_are_shown(label: Label) -> None:
    (name,) = read_own_names(f"Orsk | {KIND_NAMES[label]}", toml=False)
    assert name.label is label


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("place", Label.GPE), ("Region", Label.LOC), ("group", Label.NORP), ("facility", Label.FAC),
        ("law", Label.LAW), ("organization", Label.ORG), ("treaty", Label.LAW), ("Ort", None),
        ("date", None), ("", None),
    ],
)  # fmt: skip
def test_other_words_for_a_kind_mean_it_and_dates_are_no_names(
    word: str, label: Label | None
) -> None:
    assert kind_called(word) is label


def test_the_beginning_of_a_word_is_enough_where_a_whole_word_means_nothing_else() -> None:
    begun = ["pla", "place", "reg", "mount", "or", "time", "p", ""]
    meant = [kind_begun(word, KINDS) for word in begun]
    assert meant == [
        Label.GPE, Label.GPE, Label.LOC, Label.LOC, Label.ORG, Label.TIME, Label.PERSON, None,
    ]  # fmt: skip


@pytest.mark.usefixtures("german")
def test_the_words_of_the_language_spoken_and_english_ones_mean_the_same() -> None:
    words = ("Ort", "place", "Gegend", "Land, Bundesland oder Ort", "country, state or town")
    assert [kind_called(word) for word in words] == [
        Label.GPE, Label.GPE, Label.LOC, Label.GPE, Label.GPE,
    ]  # fmt: skip
