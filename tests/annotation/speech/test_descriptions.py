from __future__ import annotations

import pytest

from tests.annotation.speech.articles import speakers


@pytest.mark.parametrize(
    "role",
    [
        "Its president, Chief Martin Okolo,",
        "Their leader, the former Danish senator Martin Okolo,",
        "The head of the board, Martin Okolo,",
    ],
)
def test_a_role_with_a_name_in_apposition_is_that_name(role: str) -> None:
    found = speakers(f"{role} said the pier was “not ready.” “We will wait,” he said.")
    assert found == ["Martin Okolo", "Martin Okolo"]


def test_a_name_deeper_in_an_apposition_is_somebody_else() -> None:
    found = speakers("The president, a friend of Martin Okolo, said the pier was “not ready.”")
    assert found == ["The president"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Ministry of Harbours in Leith calls the pier “not ready.”", "Ministry of Harbours"),
        ("Martin Okolo in Leith called the pier “not ready.”", "Martin Okolo"),
        (
            "Divers from the Union of Piers called the plan “not ready.”",
            "Divers from the Union of Piers",
        ),
    ],
)
def test_where_somebody_is_does_not_speak(text: str, speaker: str) -> None:
    assert speakers("The pier is old.", text) == [speaker]


@pytest.mark.parametrize(
    "named",
    [
        "Director of the Harbour Institute for Ice (HII) Ovidia Krell",
        "Minister for the Environment Ovidia Krell",
        "Secretary of the League of Northern Piers Mary Krell",
    ],
)
def test_a_name_after_an_office_speaks(named: str) -> None:
    found = speakers(f"{named} has promised a “warmer pier” by spring.")
    assert found == [" ".join(named.split()[-2:])]


def test_an_office_resolves_to_who_was_introduced_with_it() -> None:
    found = speakers(
        "Foreign Minister Mary Voss is expected in Leith.",
        "Director of the Harbour Institute for Ice (HII) Ovidia Krell met the press, and she said "
        "that the pier was cold.",
        "“It is freezing,” the oceanographer said.",
        "According to the Director of the HII, nobody is “warm enough.”",
    )
    assert found == ["Ovidia Krell", "Ovidia Krell"]


def test_who_somebody_is_of_is_not_their_role() -> None:
    found = speakers(
        "A top aide of Martin Okolo spoke to the Herald on Monday.",
        "Martin Okolo said the pier was “not ready.”",
        "“Nobody asked him at all,” the aide said.",
    )
    assert found[-1] == "the aide"


def test_somebody_new_is_not_whoever_spoke_last() -> None:
    found = speakers(
        "An aide to the mayor was there as well.",
        "Martin Okolo said the pier was “not ready.”",
        "“We were never asked,” the aide told the council.",
    )
    assert found[-1] == "the aide"


def test_somebody_described_before_is_described_again() -> None:
    found = speakers(
        "The harbour inspector says the pier is “not ready.”",
        "Martin Okolo said it was “fine.”",
        "“It will be next year,” the inspector said.",
    )
    assert found[-1] == "The harbour inspector"


def test_they_are_the_several_people_whom_the_sentence_before_is_about() -> None:
    found = speakers(
        "The researchers, who sail from Leith, spoke to the Harbour Centre on Monday.",
        "“There is a need to look for other ways to feed cod,” they wrote.",
    )
    assert found == ["The researchers"]


def test_a_role_after_a_comma_that_begins_a_clause_is_somebody_elses() -> None:
    found = speakers(
        "The pier was sold by its owner Martin Okolo, the driver announced on Friday.",
        "“It is one of the oldest,” explained the driver.",
    )
    assert found[-1] == "the driver"


def test_what_is_no_word_for_a_person_is_nobody_who_spoke() -> None:
    found = speakers(
        "The pier sank, according to initial reports.",
        "“It went down at once,” said the father of one of the crew.",
    )
    assert found == ["the father of one of the crew"]
