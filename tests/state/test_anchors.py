import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.annotation.annotation import Span
from tuireader.state.anchors import TextAnchor, anchor, locate

TEXT = (
    "The harbour of Port Selwyn reopened on Tuesday. “We lost eleven days,” said Ana Kovac, "
    "who runs the ferry.\n\nThe council will meet again. “We lost nothing that matters,” said "
    "her deputy, who counts the boats.\n\nThe ferry sails at noon, and again at six."
)


def place(words: str, text: str = TEXT, after: int = 0) -> TextAnchor:
    start = text.index(words, after)
    return anchor(text, start, start + len(words))


def found(what: TextAnchor, text: str) -> str | None:
    span = locate(what, text)
    return None if span is None else text[span.start : span.end]


def test_a_place_is_found_where_it_was() -> None:
    what = place("eleven days")
    assert locate(what, TEXT) == Span(what.start, what.end)


def test_the_right_one_of_several_is_found_after_text_before_it_went_away() -> None:
    second = place("We lost", after=TEXT.index("council"))
    shorter = TEXT.partition("\n\n")[2]
    assert locate(second, shorter) == Span(shorter.index("We lost"), shorter.index("We lost") + 7)
    longer = TEXT[:47] + " We lost count." + TEXT[47:]
    span = locate(second, longer)
    assert span is not None
    assert longer[span.start :].startswith("We lost nothing")


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (
            "“We lost eleven days,” said Ana",
            TEXT.replace("“", '"').replace("”", '"').replace(" ", "  "),
            '"We  lost  eleven  days,"  said  Ana',
        ),
        ("eleven days,” said", TEXT.replace(",” ", "” ,"), "eleven days” ,said"),
        (
            "reopened on Tuesday. “We lost eleven days",
            TEXT.replace("Tuesday. ", "Tuesday.\n\nSHARE THIS\n\n"),
            "reopened on Tuesday.\n\nSHARE THIS\n\n“We lost eleven days",
        ),
        (
            "The ferry sails at noon, and again at six.",
            TEXT.replace("sails at noon", "leaves at noon"),
            "The ferry leaves at noon, and again at six.",
        ),
    ],
)
def test_a_place_is_found_after_another_cleaning(words: str, text: str, expected: str) -> None:
    assert found(place(words), text) == expected


def test_what_is_gone_is_not_found() -> None:
    assert locate(place("The council will meet again"), TEXT.replace("council", "x")[:80]) is None
    assert locate(place("at six"), "Wholly other words stand here.") is None
    assert locate(TextAnchor("", "a", "b"), TEXT) is None
    assert locate(place("The"), "The one and The other, The end.") is None


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 80), st.integers(0, 2**32))
def test_typography_and_lines_before_never_hide_a_place(start: int, length: int, seed: int) -> None:
    end = min(len(TEXT), start + length)
    what = anchor(TEXT, start, end)
    letters = [c for c in what.exact if c.isalnum()]
    rng = random.Random(seed)
    swapped = {"“": ("«", '"', "„"), "”": ("»", '"'), " ": (" ", "  ", "\n"), ",": (",", " ,")}
    recleaned = "Photo: Archive.\n\n" + "".join(rng.choice(swapped.get(c, (c,))) for c in TEXT)
    span = locate(what, recleaned)
    if len(letters) >= 12:
        assert span is not None
        assert [c for c in recleaned[span.start : span.end] if c.isalnum()] == letters
