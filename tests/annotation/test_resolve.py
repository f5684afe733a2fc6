from __future__ import annotations

import pytest

from tuireader.annotation.annotation import Label, Mention
from tuireader.annotation.entities.names import is_acronym_of, same_given
from tuireader.annotation.entities.resolve import resolve


def people(*texts: str) -> list[tuple[str, int]]:
    mentions = [Mention(i * 50, i * 50 + len(t), t, Label.PERSON) for i, t in enumerate(texts)]
    return [(e.name, len(e.mentions)) for e in resolve(mentions)]


def test_a_surname_belongs_to_the_last_one_named_so() -> None:
    assert people("Anna Berg", "Berg", "Tom Berg", "Berg") == [("Anna Berg", 2), ("Tom Berg", 2)]


def test_two_people_of_one_surname_stay_two() -> None:
    assert people("Anna Berg", "Tom Berg") == [("Anna Berg", 1), ("Tom Berg", 1)]


def test_the_family_name_may_come_first() -> None:
    assert people("Wang Xiaoming", "Wang") == [("Wang Xiaoming", 2)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sergei", "Sergey", True),
        ("Mohammed", "Mohamed", True),
        ("J.", "Jonas", True),
        ("Steph", "Stephanie", True),
        ("Anna", "Tom", False),
    ],
)
def test_given_names(one: str, other: str, same: bool) -> None:
    assert same_given(one, other) is same


def test_acronyms() -> None:
    assert is_acronym_of("RIAC", "Russian International Affairs Council")
    assert is_acronym_of("BoG", "Bank of Ghana")
    assert not is_acronym_of("WHO", "Bank of Ghana")


def test_a_title_tells_which_of_two_people_is_meant() -> None:
    texts = ("Elena Ionescu", "Andrei Ionescu", "Ionescu")
    mentions = [Mention(i * 50, i * 50 + len(t), t, Label.PERSON) for i, t in enumerate(texts)]
    genders = {0: "f", 50: "m", 100: "f"}
    sizes = {e.name: len(e.mentions) for e in resolve(mentions, genders=genders)}
    assert sizes == {"Elena Ionescu": 2, "Andrei Ionescu": 1}


def test_thousands_of_names_are_joined_in_little_time() -> None:
    mentions = [
        Mention(i * 20, i * 20 + 9, f"Ann{i % 3000:04} Lee{i % 2999:04}", Label.PERSON)
        for i in range(6000)
    ]
    assert len(resolve(mentions)) > 2000
