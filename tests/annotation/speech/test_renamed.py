from __future__ import annotations

import pytest

from tests.annotation.speech.articles import article
from tuireader.annotation.annotate import annotate


def _speakers(*paragraphs: str) -> list[str | None]:
    """Return who says each quote of some paragraphs, names found by the engine."""
    return [quote.speaker for quote in annotate(article(*paragraphs, language="en")).quotes]


@pytest.mark.parametrize(
    "noun", ["leftwing leader", "now-retired goalkeeper", "billionaire", "official"]
)
def test_another_word_for_somebody_means_who_was_named_before(noun: str) -> None:
    found = _speakers(
        "Former minister Karl Brandt has left the harbour board of Leith.",
        f"“I would like us to sail,” the {noun} told the crowd. “And to row,” he said.",
    )
    assert found == ["Karl Brandt", "Karl Brandt"]


def test_the_gender_of_the_noun_decides_of_two() -> None:
    found = _speakers(
        "Laura Bennet met Karl Brandt in Leith.",
        "“I would like us to sail,” the actress told the crowd.",
    )
    assert found == ["Laura Bennet"]


def test_a_title_means_who_told_something_in_the_sentence_before() -> None:
    found = _speakers(
        "Karl Brandt has revealed the plan for the harbour of Leith.",
        "“I would like us to sail,” the Prime Minister told the crowd.",
    )
    assert found == ["Karl Brandt"]


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Karl Brandt was hit by a car on Monday.", "the driver"),
        ("Karl Brandt was hit by a car on Monday.", "the mayor"),
        ("Karl Brandt is a senator and has revealed the plan.", "the mayor"),
        ("An actor from Leith met Karl Brandt in the rain on Monday.", "the actor"),
        ("The film stars a Karl Brandt impersonator.", "the Brandt actor"),
    ],
)
def test_a_role_that_may_be_somebody_elses_is_nobody_named(before: str, words: str) -> None:
    found = _speakers(before, f"“I would like us to sail,” {words} told the crowd.")
    assert found != ["Karl Brandt"]
