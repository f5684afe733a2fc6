"""Speakers whose words begin or end with the name of a body or a place."""

from __future__ import annotations

import pytest

from tests.annotation.speech.articles import article
from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import Quote


def _quotes(*paragraphs: str) -> list[Quote]:
    return list(annotate(article(*paragraphs, language="en")).quotes)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The University of Norland researchers", "The University of Norland researchers"),
        ("the Melbourne MP", "the Melbourne MP"),
        ("University of Norland astronomer Dr Laura Bennet", "Laura Bennet"),
        ("U.S. prosecutors", "U.S. prosecutors"),
    ],
)
def test_people_of_a_body_are_not_the_body(words: str, speaker: str) -> None:
    [quote] = _quotes(f"The mill burned down. “It was cold,” {words} said.")
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("For Christmas, it was “a step back to the dark”.", None),
        ("For Laura Bennet, it was “a step back to the dark”.", "Laura Bennet"),
        ("For the Milling Board, it was “a step back to the dark”.", "Milling Board"),
    ],
)
def test_only_people_and_bodies_have_a_view(text: str, speaker: str | None) -> None:
    assert [quote.speaker for quote in _quotes(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The Milling Board Monday warned that it was “a step back to the dark”.", "Milling Board"),
        ("Laura Bennet last Monday warned that it was “a step back”.", "Laura Bennet"),
        ("“It was a step back,” said Laura Bennet last week.", "Laura Bennet"),
        ("“It was a step back,” said late on May 3 Laura Bennet.", "Laura Bennet"),
        (
            "The order released Friday said it was “a step back to the dark”.",
            "order released Friday",
        ),
    ],
)
def test_a_day_is_no_part_of_a_speaker(text: str, mention: str) -> None:
    made = article(text, language="en")
    [quote] = annotate(made).quotes
    assert quote.mention is not None
    found = made.text[quote.mention.start : quote.mention.end]
    assert found.removeprefix("The ") == mention


def test_a_clause_is_no_speaker_of_the_sentence_that_reports_it() -> None:
    [quote] = _quotes(
        "Laura Bennet, a teacher in Leith, says the baker’s oven overcame last year’s storm. "
        "“It was a step back to the dark, all of it.”"
    )
    assert quote.speaker == "Laura Bennet"


def test_the_second_of_two_names_after_a_preposition_is_no_subject() -> None:
    found = _quotes(
        "Emil Roe bakes in Leith. “It is hard,” Roe said.",
        "His oven broke a day after the wedding of Karl Ito and Marlin Brandt ended. "
        "“It was cold,” he said.",
    )
    assert found[-1].speaker == "Emil Roe"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Laura Bennet, head of sales and marketing at Norline said it was “a plain disgrace”.",
            "Laura Bennet",
        ),
        (
            "Meanwhile, Laura Bennet, Director of Events and Operations at Leith Tourism said it "
            "was “a plain disgrace”.",
            "Laura Bennet",
        ),
        (
            "Laura Bennet, Minister of Bread and Executive Director of the mill called it “a joy”.",
            "Laura Bennet",
        ),
    ],
)
def test_a_role_with_several_parts_leads_to_its_bearer(text: str, speaker: str) -> None:
    [quote] = _quotes("The mill burned down on Monday, and nobody was surprised.", text)
    assert (quote.speaker, "with" in quote.reason) == (speaker, True)
