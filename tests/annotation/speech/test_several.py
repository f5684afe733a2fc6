from __future__ import annotations

import pytest

from tests.annotation.speech.articles import article, speakers
from tuireader.annotation.annotate import annotate


def _annotated(*paragraphs: str) -> list[str | None]:
    """Return who says each quote of some paragraphs, names found by the engine."""
    return [quote.speaker for quote in annotate(article(*paragraphs, language="en")).quotes]


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (
            ("The divers were slow, Norsk Sailors wrote. “The water was cold,” they said.",),
            "The divers",
        ),
        (
            ("Two friends of the skipper waited on the quay.", "“He was late,” they said."),
            "Two friends of the skipper",
        ),
        (
            ("The villagers came in March. The rain fell for a week. “We drowned,” they said.",),
            "The villagers",
        ),
        (
            ("The keepers built a lamp. It would shine, they said. “It is new,” they said.",),
            "The keepers",
        ),
        (("The police searched the quay all day. “It was dark,” they said.",), "The police"),
        (
            ("A spokesperson said the quay was shut. It rained. “It will open,” they said.",),
            "A spokesperson",
        ),
        (
            ("Though older members of the crew laughed, they called the boat “a floating ruin”.",),
            "older members of the crew",
        ),
    ],
)
def test_they_are_the_several_people_of_the_nearest_subject(
    paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert speakers(*paragraphs)[-1] == speaker


def test_they_are_two_people_whom_a_subject_joins() -> None:
    found = _annotated("Laura Bennet and Karl Ito sailed to Leith. “It was cold,” they said.")
    assert found == ["Laura Bennet and Karl Ito"]


def test_they_are_a_body_that_spoke_last() -> None:
    found = _annotated(
        "The mill of Leith burned down on Monday, and the baker was not surprised.",
        "Nobody knows why. “We are glad,” the Milling Board said.",
        "The ovens stood still. “We are late,” they said.",
    )
    assert found == ["Milling Board", "Milling Board"]


@pytest.mark.parametrize(
    "before",
    [
        "Laura Bennet posted a photo on Twitter of the mill.",
        "Laura Bennet went to the mill of the Leith Milling Board.",
    ],
)
def test_they_are_no_body_or_place_that_is_only_named(before: str) -> None:
    assert _annotated(f"{before} “It was cold,” they said.") == [None]


def test_we_outside_of_quotes_are_nobody_named() -> None:
    assert _annotated("The Milling Board met. In this age, we call it “a plain disgrace”.") == [
        None
    ]
