"""The headline of a whole page saved as text is found near its article."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles.formats.helpers import HARBOUR
from tuireader.articles.article import Document
from tuireader.articles.cleaning.clean import clean

HEADLINE = "Valmere harbour stays closed until spring"
TEXT = "\n\n".join(HARBOUR)
ABOVE = """Things to Do
Sign in
Subscribe
Home
News
Sport
Two troops hurt when a crane falls at Ostby
Weather
Things to Do
Contact us
Place a Classified Ad
"""
BELOW = """
Share this
Facebook
Twitter
Related articles
Privacy policy
Terms of use
© 2031 The Coast Courier. All rights reserved.
Contact us
Advertise
Newsletter
"""


def title_of(between: str) -> str:
    raw = f"{ABOVE}{between}\n{TEXT}\n{BELOW}"
    document = Document(id="0" * 32, path=Path("page.txt"), raw=raw, format="text")
    return clean(document).metadata.title


@pytest.mark.parametrize(
    "between",
    [
        f"{HEADLINE}\n",
        f"{HEADLINE}\nImage 1 of 7\n",
        f"{HEADLINE}\nShare this with your friends\nBy Ada Lind\n3 February 2031\n",
        f"{HEADLINE}\nA ferry at the quay of Valmere last winter\n{HEADLINE}\n",
        f"{HEADLINE}\nBy Ada Lind\nImage caption,\nA ferry at the quay of Valmere last winter\n",
    ],
)
def test_it_is_the_line_nearest_to_the_text_that_looks_like_one(between: str) -> None:
    assert title_of(between) == HEADLINE


def test_the_header_of_a_mail_is_no_headline() -> None:
    header = "From: Ada Lind <ada@courier.example>\nTo: <desk@courier.example>\n"
    raw = f"{header}Subject: {HEADLINE}\n\n{TEXT}\n"
    document = Document(id="0" * 32, path=Path("a.txt"), raw=raw, format="text")
    assert clean(document).metadata.title == HEADLINE


def test_a_text_that_is_no_page_has_its_headline_at_the_top() -> None:
    raw = f"{HEADLINE}\n\n{TEXT}\n"
    document = Document(id="0" * 32, path=Path("a.txt"), raw=raw, format="text")
    assert clean(document).metadata.title == HEADLINE
