from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.annotation.entities.timex import find_dates

WEDNESDAY = "2019-05-15"


def dates(text: str, published: str = "") -> list[tuple[str, str]]:
    return [(m.text, m.value) for m in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("on 5 May 2019 it", "5 May 2019", "2019-05-05"),
        ("On Tuesday, May 14, 2019, he", "Tuesday, May 14, 2019", "2019-05-14"),
        ("since March 2011.", "March 2011", "2011-03"),
        ("in the 1990s,", "the 1990s", "199X"),
        ("in 2016-17.", "2016-17", "2016/2017"),
        ("at 10:30 pm.", "10:30 pm", "T22:30"),
        ("elections of 2016, he", "2016", "2016"),
    ],
)
def test_full_dates_have_a_value_without_an_article_date(
    text: str, surface: str, value: str
) -> None:
    assert (surface, value) in dates(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tuesday", "2019-05-14"),
        ("Wednesday", "2019-05-15"),
        ("next Friday", "2019-05-17"),
        ("last month", "2019-04"),
        ("this year", "2019"),
        ("yesterday", "2019-05-14"),
        ("three weeks ago", "2019-04-24"),
        ("December 30", "2018-12-30"),
        ("last week", "2019-W19"),
    ],
)
def test_relative_dates_are_read_from_the_article_date(text: str, value: str) -> None:
    assert dates(f"It came {text}.", WEDNESDAY) == [(text, value)]
    assert [surface for surface, _ in dates(f"It came {text}.")] == [text]


def test_words_and_numbers_that_are_no_dates() -> None:
    assert dates("Theresa May and 2000 people march in the March family; it may rain.") == []


@given(st.text(alphabet="0123456789 -/:.,'adegoTuMyprilskhn", max_size=60), st.text(max_size=12))
def test_any_text_and_any_article_date_are_read(text: str, published: str) -> None:
    for mention in find_dates(text, published):
        assert text[mention.start : mention.end] == mention.text
