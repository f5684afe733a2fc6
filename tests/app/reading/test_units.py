from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.app.rendition.units import Unit, units_of


def parts(text: str, unit: Unit) -> list[str]:
    return [text[part.start : part.end] for part in units_of(text, unit)]


def test_words_are_parted_from_marks_and_hold_their_own() -> None:
    assert parts("“Well-known,” said O’Neill of the U.N.", Unit.WORD) == [
        *("“", "Well-known", ",", "”", "said", "O’Neill", "of", "the", "U.N", "."),
    ]


def test_each_character_of_a_script_without_spaces_is_a_word() -> None:
    assert parts("港の議会 met", Unit.WORD) == ["港", "の", "議", "会", "met"]


def test_a_letter_with_its_accent_and_a_joined_emoji_are_one_character() -> None:
    assert parts("cafe\u0301 👩‍👩‍👧!", Unit.CHARACTER) == [
        "c",
        "a",
        "f",
        "e\u0301",
        " ",
        "👩‍👩‍👧",
        "!",
    ]
    assert parts("cafe\u0301s here", Unit.WORD) == ["cafe\u0301s", "here"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. We left.", ["It rained.", "We left."]),
        ("“It rained.” We left!", ["“It rained.”", "We left!"]),
        ("Dr. Marren and J. Oyelaran left. So did I.", None),
        ("It cost 3.5 crowns … or so? Yes.", ["It cost 3.5 crowns … or so?", "Yes."]),
        ("会議は終わった。船は出た。", ["会議は終わった。", "船は出た。"]),
        ("No stop at all", ["No stop at all"]),
    ],
)
def test_sentences_end_at_their_stops(text: str, sentences: list[str] | None) -> None:
    wanted = sentences or ["Dr. Marren and J. Oyelaran left.", "So did I."]
    assert parts(text, Unit.SENTENCE) == wanted


TEXT = st.lists(st.sampled_from([*"ab1 .!’-“”\n", "漢", "e\u0301", "👍🏽"])).map("".join)


@given(TEXT, st.sampled_from(Unit))
def test_parts_are_in_order_and_leave_out_only_white_space(text: str, unit: Unit) -> None:
    at = 0
    for part in units_of(text, unit):
        assert at <= part.start < part.end
        assert not text[at : part.start].strip()
        at = part.end
    assert not text[at:].strip()
