"""The word lists of the engine, in the table they are asked in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools import build_lexicon

from tuireader.annotation.entities.lexicon import (
    PHRASE_KINDS,
    WORD_KINDS,
    Lexicon,
    Match,
    lexicon,
    table_of,
)

_WORDS = st.sampled_from(["Bay", "bay", "BAY", "North", "north", "of", "Ann"])
_CAPITALISED = st.sampled_from(["Bay", "North", "Ann"])
_PHRASES = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)
_LISTS = st.dictionaries(
    st.sampled_from((*PHRASE_KINDS, *WORD_KINDS)), st.frozensets(_PHRASES, max_size=4), max_size=6
)


def _lexicon(lists: dict[str, frozenset[str]]) -> Lexicon:
    empty: dict[str, frozenset[str]] = dict.fromkeys((*PHRASE_KINDS, *WORD_KINDS), frozenset())
    return Lexicon(table_of(empty | lists))


def test_the_shipped_table_holds_the_lists_as_they_are() -> None:
    built = build_lexicon.build().to_bytes()
    shipped = (build_lexicon.DATA / "lexicon.bin").read_bytes()
    assert built == shipped, "Run python -m tools.build_lexicon"


@given(_LISTS, _WORDS)
def test_a_word_stands_in_the_lists_that_have_it(
    lists: dict[str, frozenset[str]], word: str
) -> None:
    found = _lexicon(lists)
    asked = {word}
    assert found.word_kinds(word) == tuple(
        kind for kind in WORD_KINDS if asked & lists.get(kind, frozenset())
    )
    for kind, entries in lists.items():
        assert found.has(kind, word) == (word in entries)


@given(
    st.frozensets(st.lists(_CAPITALISED, min_size=1, max_size=4).map(" ".join), max_size=8),
    st.lists(_CAPITALISED, max_size=8),
)
def test_matches_are_the_longest_from_the_left(entries: frozenset[str], words: list[str]) -> None:
    expected, end = [], 0
    for at in range(len(words)):
        for stop in range(len(words), at, -1) if at >= end else ():
            if " ".join(words[at:stop]) in entries:
                expected.append((at, stop))
                end = stop
                break
    found = _lexicon({"organisation": entries}).matches(words)
    assert [(match.start, match.end) for match in found] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["NORTH", "BAY"], [(0, 2)]),
        (["North", "Bay"], [(0, 2)]),
        (["north", "bay"], []),
        (["BAY"], []),
    ],
)
def test_a_phrase_in_capitals_is_known_by_its_titled_form(
    words: list[str], expected: list[tuple[int, int]]
) -> None:
    found = _lexicon({"big_city": frozenset({"North Bay"}), "region": frozenset({"Bay"})})
    shown = [(match.start, match.end) for match in found.matches(words)]
    assert shown == expected


def test_a_match_names_its_lists_in_the_order_that_decides() -> None:
    found = _lexicon({"club": frozenset({"North"}), "country": frozenset({"North"})})
    assert found.matches(["North"]) == [Match(0, 1, ("country", "club"))]


def test_the_lists_of_the_package_know_what_they_should() -> None:
    assert lexicon().has("given_female", "Mary")
    assert "surname" in lexicon().word_kinds("JONES")
    assert lexicon().phrase_kinds("United States") == ("country",)
