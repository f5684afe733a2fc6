"""Dates as sources of several languages write them."""

from __future__ import annotations

import pytest

from tuireader.articles.formats.dates import MONTHS_ABROAD, iso_date


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("3 November 2023", "2023-11-03"),
        ("November 3rd, 2023", "2023-11-03"),
        ("3. November 2023", "2023-11-03"),
        ("3. März 2023, 10:15 Uhr", "2023-03-03"),
        ("le 1er août 2023 à 10h15", "2023-08-01"),
        ("3 de noviembre de 2023 - 10:15 CET", "2023-11-03"),
        ("3 novembre 2023", "2023-11-03"),
        ("3 мая 2023", "2023-05-03"),
        ("Stand: 03.11.2023", "2023-11-03"),
        ("3. 11. 2023", "2023-11-03"),
    ],
)
def test_a_day_is_read(stated: str, day: str) -> None:
    assert iso_date(stated) == day


@pytest.mark.parametrize(
    "stated",
    ["03/11/2023", "31.02.2023", "version 3.11.2023.4", "40 mai 2023", "May", "3 mais 2023"],
)
def test_what_is_no_day_or_may_be_two_is_left(stated: str) -> None:
    assert iso_date(stated) == ""


def test_every_month_has_its_names() -> None:
    assert sorted(set(MONTHS_ABROAD.values())) == list(range(1, 13))
