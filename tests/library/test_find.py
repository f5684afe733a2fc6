from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.made import filled, made
from tuireader.library.library import Library
from tuireader.library.marks import Marks
from tuireader.library.query.syntax import QueryError, Sort

TODAY = date(2019, 6, 1)
FILES = (
    made(
        "bridge.txt",
        "A new bridge for Velm",
        "The mayor opened it. “We waited ten years for this bridge,” said Ana Petrić in Velm.",
        published="2019-05-13",
        source="The Velm Courier",
        byline="Jon Hale",
        people=("Ana Petrić",),
        places=("Velm",),
        said=(("Ana Petrić", "“We waited ten years for this bridge,”"),),
    ),
    made(
        "2019/storm.txt",
        "Storm over Orsk",
        "Ana Petrić came to Orsk. “The harbour is closed,” said Mirko Dal. It's naïve, he said.",
        published="2019-05-28T08:00",
        source="Orsk Daily",
        people=("Ana Petrić", "Mirko Dal"),
        places=("Orsk",),
        said=(("Mirko Dal", "“The harbour is closed,”"),),
    ),
    made("old.txt", "Élan in the harbour", "Nothing new in Velm.", published="2018", language="fr"),
    made("undated.txt", "Undated", "A harbour without a date " * 200, modified=1_559_300_000),
    made("broken.bin", problem="It cannot be read."),
)
MARKS = Marks(
    read=frozenset({"id-bridge.txt"}),
    bookmarked=frozenset({"id-2019/storm.txt"}),
    noted=frozenset({"id-old.txt"}),
    tagged={"Later": frozenset({"id-old.txt", "id-bridge.txt"})},
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return filled(tmp_path_factory.mktemp("cache"), FILES)


def _found(library: Library, query: str) -> list[str]:
    listing = library.find(query, MARKS, Sort("path"), today=TODAY)
    return [entry.path.name for entry in listing]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("harbour", "storm old undated"),
        ("HARBOUR -nothing", "storm undated"),
        ("elan", "old"),
        ("naive", "storm"),
        ("it's", "storm"),
        ("harb*", "storm old undated"),
        ("harb", ""),
        ('"ten years"', "bridge"),
        ('"years ten"', ""),
        ("bridge or closed", "storm bridge"),
        ("new (bridge or nothing)", "bridge old"),
        ("not harbour", "bridge broken"),
        ("is:unread", "storm old undated"),
        ("is:read", "bridge"),
        ("not (is:read or is:bookmarked)", "old undated broken"),
        ("not (harbour or words>1000 or is:problem)", "bridge"),
        ("-(is:read and harbour) not not bridge", "bridge"),
        ("is:bookmarked", "storm"),
        ("is:problem", "broken"),
        ("is:unread or is:read", "storm bridge old undated"),
        ("has:notes", "old"),
        ("has:tags", "bridge old"),
        ("has:quotes", "storm bridge"),
        ("has:people", "storm bridge"),
        ("has:date", "storm bridge old"),
        ("has:author", "bridge"),
        ("has:source", "storm bridge"),
        ("tag:later", "bridge old"),
        ("tag:lat", "bridge old"),
        ('tag:"lat"', ""),
        ('tag:"later"', "bridge old"),
        ("person:petric", "storm bridge"),
        ('person:"Ana Petrić"', "storm bridge"),
        ('person:"Ana"', "storm bridge"),
        ("person:pet", "storm bridge"),
        ('person:"pet"', ""),
        ("person:dal", "storm"),
        ("person:velm", ""),
        ("place:velm", "bridge"),
        ("about:velm", "bridge"),
        ("speaker:petrić", "bridge"),
        ("speaker:dal", "storm"),
        ("quote:harbour", "storm"),
        ('quote:"for this bridge"', "bridge"),
        ("speaker:petrić quote:bridge", "bridge"),
        ("speaker:petrić quote:harbour", ""),
        ("title:harbour", "old"),
        ("title:storm", "storm"),
        ("source:courier", "bridge"),
        ("author:hale", "bridge"),
        ("lang:fr", "old"),
        ("lang:EN -is:problem", "storm bridge undated"),
        ("format:text words>10", "storm bridge undated"),
        ("date:2019-05", "storm bridge"),
        ("date:2019-05-28", "storm"),
        ("date:2018", "old"),
        ("date:2018..2019", "storm bridge old"),
        ("after:2019-05-13", "storm"),
        ("date>=2019-05-13", "storm bridge"),
        ("before:2019", "old"),
        ("before:2018-06", ""),
        ("date<=2018", "old"),
        ("date<2019-05-28", "bridge"),
        ("date:yesterday", ""),
        ("age<7d", "storm undated"),
        ("age<3w", "storm bridge undated"),
        ("age>1m", "old"),
        ("words>800", "undated"),
        ("words:10..20", "storm bridge"),
        ("words<10 -is:problem", "old"),
        ("minutes>=4", "undated"),
        ("quotes:1", "storm bridge"),
        ("people>=2", "storm"),
        ("path:2019/", "storm"),
        ("path:*.bin", "broken"),
        ("path:OLD", "old"),
        ("path:%a", ""),
        ("words>99999999999999999999999", ""),
    ],
)
def test_queries_find(library: Library, query: str, names: str) -> None:
    found = [name.rpartition(".")[0] for name in _found(library, query)]
    assert sorted(found) == sorted(names.split())


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("date", "storm.txt", "broken.bin"),
        ("-date", "old.txt", "broken.bin"),
        ("title", "bridge.txt", "broken.bin"),
        ("source", "storm.txt", "broken.bin"),
        ("author", "bridge.txt", "broken.bin"),
        ("length", "undated.txt", "broken.bin"),
        ("people", "storm.txt", "broken.bin"),
        ("unread", "storm.txt", "broken.bin"),
        ("-length", "old.txt", "broken.bin"),
        ("path", "storm.txt", "undated.txt"),
        ("added", "broken.bin", "bridge.txt"),
        ("relevance", "storm.txt", "broken.bin"),
    ],
)
def test_orders(library: Library, order: str, first: str, last: str) -> None:
    found = _found(library, f"sort:{order}")
    assert (found[0], found[-1]) == (first, last)


def test_articles_without_a_date_come_last_however_dates_are_ordered(library: Library) -> None:
    dated = ["storm.txt", "bridge.txt", "old.txt"]
    assert _found(library, "sort:date") == [*dated, "undated.txt", "broken.bin"]
    assert _found(library, "sort:-date") == [*reversed(dated), "undated.txt", "broken.bin"]


def test_the_best_match_comes_first(library: Library) -> None:
    assert _found(library, "harbour or closed sort:-date")[0] == "old.txt"
    assert _found(library, "harbour or closed sort:relevance")[0] == "storm.txt"


def test_the_list_says_what_is_hidden(library: Library) -> None:
    assert library.find().description == "5"
    assert library.find("  is:unread   harbour").description == "3 of 5 · is:unread harbour"


def test_a_listing_is_a_sequence_of_entries(library: Library) -> None:
    listing = library.find(sort=Sort("path"))
    entries = list(listing)
    assert [entry.title for entry in entries[:2]] == ["Storm over Orsk", "A new bridge for Velm"]
    assert listing[-1] == entries[-1]
    assert listing[1:3] == entries[1:3]
    assert [listing.position(entry.row) for entry in entries] == [0, 1, 2, 3, 4]
    assert listing.position(999) is None
    with pytest.raises(IndexError):
        listing[5]


def test_counts_of_views(library: Library) -> None:
    assert library.counts(["", "is:unread", "person:dal"], MARKS, TODAY) == [5, 3, 1]


def test_a_query_that_is_none_is_an_error(library: Library) -> None:
    with pytest.raises(QueryError):
        library.find("(")


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=8).filter(lambda text: any(c.isalnum() for c in text)))
def test_no_word_is_taken_for_an_operator_of_the_index(text: str) -> None:
    _SHARED.find('"' + text.replace('"', "") + '"' if text.strip('"') else "a")


_SHARED: Library


@pytest.fixture(scope="module", autouse=True)
def _share(library: Library) -> None:
    global _SHARED
    _SHARED = library
