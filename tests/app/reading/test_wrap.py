from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tuireader.app.rendition.cells import (
    cell_of,
    crop,
    in_two_rows,
    index_of,
    is_narrow,
    leading_parts,
    whole_parts,
    width_of,
)
from tuireader.app.rendition.wrap import break_lines

ALPHABET = st.sampled_from(
    [
        *"abc de  -—/“”’.,",
        "漢",
        "字",
        "。",
        "（",
        "é",
        "e\u0301",
        "👩\u200d🚀",
        "🇩",
        "한",
        "…",
        "\xa0",
    ]
)
TEXT = st.lists(ALPHABET, max_size=120).map("".join)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)


def lines(text: str, width: int) -> list[str]:
    starts = [*break_lines(text, 0, len(text), width), len(text)]
    return [text[a:b] for a, b in pairwise(starts)]


@given(TEXT | ANY_TEXT, st.integers(2, 40))
def test_every_character_is_on_exactly_one_line(text: str, width: int) -> None:
    assert "".join(lines(text, width)) == text
    assert all(line for line in lines(text, width)) or not text


@given(TEXT | ANY_TEXT, st.integers(2, 40))
def test_no_line_is_wider_than_the_column(text: str, width: int) -> None:
    assert all(cell_len(line.rstrip(" ")) <= width for line in lines(text, width))


@given(st.lists(st.text("abcdefg", min_size=1, max_size=9), min_size=1), st.integers(10, 30))
def test_words_that_fit_are_not_cut(words: list[str], width: int) -> None:
    found = [word for line in lines(" ".join(words), width) for word in line.split()]
    assert found == words


@given(st.lists(st.text("abcdefg", min_size=1, max_size=9), min_size=2), st.integers(10, 30))
def test_a_line_is_as_long_as_it_can_be(words: list[str], width: int) -> None:
    for line, following in pairwise(lines(" ".join(words), width)):
        assert len(line.rstrip()) + 1 + len(following.split()[0]) > width


@given(TEXT, st.integers(3, 30))
def test_both_ways_to_break_agree_on_narrow_text(text: str, width: int) -> None:
    narrow = "".join(c for c in text if is_narrow(c) and c not in "-/—–").strip()
    widened = narrow + " 漢"
    starts = break_lines(widened, 0, len(widened), width)
    assert [s for s in starts if s < len(narrow) - width] == [
        s for s in break_lines(narrow, 0, len(narrow), width) if s < len(narrow) - width
    ]


def test_long_words_are_cut_and_compound_words_break_after_their_hyphen() -> None:
    assert lines("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert lines("a well-known name", 7) == ["a well-", "known ", "name"]
    assert lines("minus -5 degrees", 8) == ["minus -5 ", "degrees"]


def test_no_line_of_chinese_begins_with_a_closing_mark() -> None:
    assert lines("漢字漢字。漢字", 8) == ["漢字漢", "字。漢字"]


def test_a_family_of_joined_emoji_stays_whole() -> None:
    assert "👩\u200d🚀" in lines("aaa 👩\u200d🚀bbb", 4)[1]


@given(st.characters(exclude_categories=["Cs"]))
def test_what_counts_as_narrow_takes_one_cell(character: str) -> None:
    if is_narrow(character):
        assert get_character_cell_size(character) == 1


@given(TEXT)
def test_cells_lead_back_to_their_character(text: str) -> None:
    for index in range(len(text)):
        cell = cell_of(text, index)
        found = index_of(text, cell)
        assert cell_of(text, found) <= cell
        assert width_of(text[:found]) <= cell


def test_a_cell_of_a_wide_character_leads_to_it() -> None:
    assert [index_of("a漢b", cell) for cell in range(5)] == [0, 1, 1, 2, 3]
    assert index_of("abc", -1) == 0


@given(TEXT, st.integers(0, 30))
def test_cropped_text_fits(text: str, cells: int) -> None:
    assert width_of(crop(text, cells)) <= max(cells, 0)


@pytest.mark.parametrize(
    ("cells", "left"),
    [
        (40, "“said” · 92 % sure · he spoke; she heard"),
        (39, "“said” · 92 % sure · he spoke"),
        (28, "“said” · 92 % sure"),
        (17, "“said”"),
        (5, "“sai…"),
        (0, ""),
    ],
)
def test_parts_that_do_not_fit_are_left_out_whole(cells: int, left: str) -> None:
    assert whole_parts("“said” · 92 % sure · he spoke; she heard", cells) == left


@pytest.mark.parametrize(
    ("cells", "left"),
    [
        (56, "“said” · 92 % sure · “said” with “he” follows it; he → A"),
        (55, "“said” · 92 % sure · “said” with “he” follows it"),
        (47, "“said” · 92 % sure · “said” with “he” follows…"),
        (33, "“said” · 92 % sure · “said” with…"),
        (32, "“said” · 92 % sure"),
        (18, "“said” · 92 % sure"),
        (17, "“said”"),
        (5, ""),
        (0, ""),
    ],
)
def test_what_does_not_fit_is_cut_between_words_or_left_out(cells: int, left: str) -> None:
    told = "“said” · 92 % sure · “said” with “he” follows it; he → A"
    assert leading_parts(told, cells) == left


def test_a_beginning_without_spaces_is_cut_where_it_must() -> None:
    assert leading_parts("漢字漢字漢字漢字", 13) == "漢字漢字漢字…"


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        (99, 9, ("“said” · 92 % sure; he → A", "")),
        (20, 9, ("“said” · 92 % sure", "he → A")),
        (10, 30, ("“said”", "92 % sure; he → A")),
        (10, 12, ("“said”", "92 % sure")),
        (5, 30, ("", "“said” · 92 % sure; he → A")),
    ],
)
def test_what_is_said_is_broken_between_parts(
    first: int, second: int, rows: tuple[str, str]
) -> None:
    assert in_two_rows("“said” · 92 % sure; he → A", first, second) == rows


def test_a_single_part_is_broken_between_words() -> None:
    assert in_two_rows("these words are shown", 13, 20) == ("these words", "are shown")
    assert in_two_rows("these words are shown", 11, 20) == ("these words", "are shown")
    assert in_two_rows("these words are shown", 11, 20, whole=True) == ("", "these words are…")


@given(TEXT, st.integers(0, 30), st.integers(0, 30))
def test_two_rows_fit(text: str, first: int, second: int) -> None:
    upper, lower = in_two_rows(text, first, second)
    assert width_of(upper) <= first
    assert width_of(lower) <= second


@given(TEXT, st.integers(0, 30))
def test_the_leading_parts_fit(text: str, cells: int) -> None:
    assert width_of(leading_parts(text, cells)) <= cells
