from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.reading.specimen import harbour
from tuireader.app.rendition.cells import width_of
from tuireader.app.rendition.explain import about_quote, explain, explain_removal, removal_at
from tuireader.app.rendition.heading import origin_line, spoken_date, title_lines
from tuireader.app.rendition.movement import JumpList, stepped
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.reading import Reading

STARTS = [10, 20, 30]


@pytest.mark.parametrize(
    ("place", "step", "wanted"),
    [
        (0, 1, 0),
        (10, 1, 1),
        (10, 2, 2),
        (10, 3, None),
        (30, 1, None),
        (30, -1, 1),
        (35, -1, 2),
        (35, -3, 0),
        (10, -1, None),
        (10, 0, None),
    ],
)
def test_stepping(place: int, step: int, wanted: int | None) -> None:
    assert stepped(STARTS, place, step) == wanted


def test_quotes_in_order_and_those_of_one_speaker() -> None:
    reading = Reading(Prepared(harbour()))
    text = reading.loaded.article.text
    first = reading.step_quote(-1, 1, same_speaker=False)
    assert first is not None
    assert text[first.start :].startswith("“We are not")
    visited = []
    place = first.start
    while (quote := reading.step_quote(place, 1, same_speaker=True)) is not None:
        visited.append(quote.speaker)
        place = quote.start
    assert visited == ["Ilse Marren", "Ilse Marren"]
    assert reading.step_quote(place, 1, same_speaker=False) is not None


def test_scare_quotes_are_passed_over() -> None:
    reading = Reading(Prepared(harbour()))
    words = [reading.loaded.article.text[q.start : q.end] for q in reading.quotes]
    assert "“quiet hours”" not in words
    assert "‘Never sign at night’" in words


def test_mentions_all_the_same_and_new() -> None:
    reading = Reading(Prepared(harbour()))
    text = reading.loaded.article.text
    place = text.index("Ilse Marren")
    assert reading.step_mention(place - 1, 1) is not None
    assert reading.entity is not None
    assert reading.entity.name == "Ilse Marren"
    same = reading.step_mention(place, 1, same=True)
    assert same is not None
    assert same.start == text.index("Marren said")
    new = reading.step_mention(same.start, 1, new=True)
    assert new is not None
    assert new.start == text.index("Tomas")


@given(st.lists(st.integers(0, 50), min_size=1, max_size=20))
def test_going_back_and_forward_again(places: list[int]) -> None:
    jumps = JumpList()
    for place in places:
        jumps.leave(place)
    here = 99
    seen = [here]
    while (before := jumps.back(seen[-1])) is not None:
        seen.append(before)
    assert seen[-1] == places[0]
    forward = [seen[-1]]
    while (after := jumps.forward()) is not None:
        forward.append(after)
    assert forward == seen[::-1]


def test_a_place_in_the_text_is_explained() -> None:
    reading = Reading(Prepared(harbour()))
    article, annotation = reading.loaded.article, reading.loaded.annotation
    spoken = explain(annotation, reading.marks, article.text.index("against the boat"))
    assert spoken.startswith("Ilse Marren: “said” · 90 % sure · The verb stands")
    repeated = replace(annotation.quotes[0], reason="“said” stands there.")
    assert about_quote(repeated) == "90 % sure · “said” stands there."
    named = explain(annotation, reading.marks, article.text.index("Northern"))
    assert named == "Northern Line: organisation · named once"
    linked = explain(annotation, reading.marks, article.text.index("night ferry"))
    assert linked == "Link to https://example.org/ferry"
    assert explain(annotation, reading.marks, 1) == ""
    retold = explain(annotation, reading.marks, article.text.index("had never been"))
    assert retold == "Ilse Marren, in the writer’s words: “said” follows her name."
    unknown = explain(annotation, reading.marks, article.text.index("Then let"))
    assert unknown == "No speaker is named"


def test_a_removal_is_explained() -> None:
    article = harbour().article
    removal = removal_at(article, article.raw.index("Share"))
    assert removal is not None
    assert explain_removal(removal) == (
        "Removed by share-line: It only offers to share. (90 % sure)"
    )
    assert removal_at(article, 0) is None


@given(st.text(max_size=200), st.integers(2, 60))
def test_titles_fit_two_lines(title: str, width: int) -> None:
    lines = title_lines(title, width)
    assert len(lines) <= 2
    assert all(width_of(line) <= width for line in lines)


def test_a_long_title_ends_in_an_ellipsis() -> None:
    assert title_lines("one two three four five six", 9) == ["one two", "three fo…"]


def test_the_origin_leaves_out_from_the_end_what_does_not_fit() -> None:
    article = harbour().article
    whole = "Wilma Thorsgard · Vessmark Courier · 13 May 2031 · 5 min · 1,150 words"
    assert origin_line(article, 1150, 80) == whole
    assert origin_line(article, 1150, 40) == "Wilma Thorsgard · Vessmark Courier"
    for width in range(4, 80):
        assert width_of(origin_line(article, 1150, width)) <= width


def test_an_encoding_found_by_its_looks_is_named() -> None:
    article = harbour().article
    assert "cp1252" in origin_line(replace(article, encoding="cp1252"), 1150, 80)
    assert "utf-8" not in origin_line(replace(article, encoding="utf-8"), 1150, 80)


def test_dates_are_spoken_and_others_left_alone() -> None:
    assert spoken_date("2031-05-13T08:00:00+02:00") == "13 May 2031"
    assert spoken_date("last week") == "last week"


def test_an_article_without_a_title_has_its_files_name() -> None:
    article = harbour().article
    bare = replace(
        article, metadata=replace(article.metadata, title=""), path=Path("night-ferry.txt")
    )
    assert title_lines(bare.title, 40) == ["night-ferry.txt"]
