from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.app.reading.specimen import harbour
from tuireader.app.rendition.find import (
    MOST_HITS,
    Hits,
    PatternError,
    compile_pattern,
    find_all,
)
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.reading import Reading, Search


def found(text: str, query: str, *, regex: bool = False) -> list[str]:
    hits = find_all(text, compile_pattern(query, regular=regex))
    assert hits.complete
    return [text[hit.start : hit.end] for hit in hits.found]


def test_capitals_count_only_where_the_query_has_one() -> None:
    assert found("Cat cat CAT", "cat") == ["Cat", "cat", "CAT"]
    assert found("Cat cat CAT", "Cat") == ["Cat"]


def test_a_hit_may_cross_a_line_break() -> None:
    assert found("the night\n\nferry", "night ferry") == ["night\n\nferry"]


def test_straight_marks_stand_for_typographic_ones() -> None:
    assert found("Marren’s “boat”", "marren's") == ["Marren’s"]
    assert found("Marren’s “boat”", '"boat"') == ["“boat”"]


def test_plain_words_are_no_regular_expression() -> None:
    assert found("a.c abc [x]", "a.c") == ["a.c"]
    assert found("a.c abc [x]", "a.c", regex=True) == ["a.c", "abc"]
    assert found("a.c abc [x]", "[x") == ["[x"]
    with pytest.raises(PatternError):
        compile_pattern("[x", regular=True)


@pytest.mark.parametrize("query", [r"(a|aa)+$", r"(?:a?){60}a{60}b"])
def test_an_expression_that_would_take_years_is_cut_short(query: str) -> None:
    text = "ab " + ("a" * 60 + "! ") * 50
    hits = find_all(text, compile_pattern(query, regular=True), 0.05)
    assert not hits.complete
    assert len(hits.found) <= 1


def test_too_many_hits_are_cut_short_and_said_so() -> None:
    hits = find_all("ab " * (MOST_HITS + 1), compile_pattern("a"), 60)
    assert (len(hits.found), hits.complete) == (MOST_HITS, False)


def test_what_was_cut_short_is_said_with_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = Hits([], complete=False)
    monkeypatch.setattr("tuireader.app.rendition.reading.find_all", lambda text, pattern: cut)
    search = Search(Reading(Prepared(harbour())).sheet, "(a|aa)+$", regex=True)
    assert search.count == "nothing found · cut short: takes too long"


def test_empty_hits_do_not_count() -> None:
    assert found("abc", "x*", regex=True) == []


@given(st.text(min_size=1).filter(lambda t: t.strip()), st.text(), st.text())
@example("\x1f\r0", "", "")
def test_what_is_there_is_found(query: str, before: str, after: str) -> None:
    assert compile_pattern(query).search(before + query + after)


def test_search_starts_where_the_reader_is_and_goes_round() -> None:
    sheet = Reading(Prepared(harbour())).sheet
    search = Search(sheet, "cat")
    places = [hit.start for hit in search.hits.items]
    assert len(places) == 2
    search.start_at(places[0] + 1)
    assert (search.index, search.count) == (1, "2 of 2")
    assert search.step(1)
    assert search.count == "1 of 2"
    assert search.step(-1)
    assert search.current is not None
    assert search.current.start == places[1]


def test_a_search_without_hits_says_so() -> None:
    search = Search(Reading(Prepared(harbour())).sheet, "zeppelin")
    search.start_at(0)
    assert (search.step(1), search.current, search.count) == (False, None, "nothing found")
