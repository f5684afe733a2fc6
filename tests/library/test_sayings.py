from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.made import FOLDER, filled, made
from tuireader.library.library import Library

ANA, MIRKO = "Ana Petrić", "Mirko Dal"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return filled(
        tmp_path,
        [
            made(
                "a.txt",
                "Old",
                "“One.” “Two.”",
                published="2018-01-01",
                people=(ANA,),
                said=((ANA, "“One.”"), (ANA, "“Two.”")),
            ),
            made(
                "b.txt",
                "New",
                "“Three.” “Four.”",
                published="2019-01-01",
                said=((ANA, "“Three.”"), (MIRKO, "“Four.”")),
            ),
        ],
    )


def test_who_is_quoted_most_comes_first(library: Library) -> None:
    found = [(one.name, one.quotes, one.articles) for one in library.speakers()]
    assert found == [(ANA, 3, 2), (MIRKO, 1, 1)]
    assert [one.name for one in library.speakers("petr")] == [ANA]


def test_what_somebody_said_everywhere(library: Library) -> None:
    (ana,) = library.speakers("ana")
    said = library.sayings(ana)
    assert [(one.title, one.text) for one in said] == [
        ("New", "“Three.”"),
        ("Old", "“One.”"),
        ("Old", "“Two.”"),
    ]
    assert said[0].path == FOLDER / "b.txt"
    assert (said[2].start, said[2].end) == (7, 13)


def test_names_by_how_many_articles_have_them(library: Library) -> None:
    assert [(one.name, one.articles) for one in library.names(["speaker"])] == [
        (ANA, 2),
        (MIRKO, 1),
    ]
    assert [one.name for one in library.names(["PERSON", "speaker"], "mir")] == [MIRKO]


def test_a_surname_counts_for_the_one_full_name_that_ends_with_it(tmp_path: Path) -> None:
    said = [
        ("a.txt", ANA),
        ("b.txt", "Petrić"),
        ("c.txt", "Jon Hale"),
        ("d.txt", "Rosa Hale"),
        ("e.txt", "Hale"),
    ]
    library = filled(
        tmp_path, [made(path, path, "“Yes.”", said=((who, "“Yes.”"),)) for path, who in said]
    )
    assert [(one.name, one.quotes, one.articles) for one in library.speakers()] == [
        (ANA, 2, 2),
        ("Hale", 1, 1),
        ("Jon Hale", 1, 1),
        ("Rosa Hale", 1, 1),
    ]
    (ana,) = library.speakers("ana")
    assert ana.quotes == 2
    assert [(one.title, one.speaker) for one in library.sayings(ana)] == [
        ("b.txt", "Petrić"),
        ("a.txt", ANA),
    ]


def test_descriptions_come_after_names(tmp_path: Path) -> None:
    record = made(
        "a.txt", "A", "“Yes.” “No.” “Well.”", said=((ANA, "“Well.”"), ("a witness", "“No.”"))
    )
    (article,) = record.articles
    names = tuple(
        replace(name, key="person:ana petrić") if name.name == ANA else name
        for name in article.names
    )
    library = filled(tmp_path, [replace(record, articles=(replace(article, names=names),))])
    assert [(one.name, one.named) for one in library.speakers()] == [
        (ANA, True),
        ("a witness", False),
    ]


def test_a_name_taken_for_a_place_once_is_the_same_person(tmp_path: Path) -> None:
    records = [made(path, path, "“Yes.”", said=((ANA, "“Yes.”"),)) for path in ("a.txt", "b.txt")]
    (article,) = records[1].articles
    (name,) = [replace(name, key="gpe:ana petrić") for name in article.names]
    (quote,) = [replace(quote, speaker=name.key) for quote in article.quotes]
    changed = replace(article, names=(name,), quotes=(quote,))
    library = filled(tmp_path, [records[0], replace(records[1], articles=(changed,))])
    (ana,) = library.speakers()
    assert (ana.quotes, len(ana.keys)) == (2, 2)
    assert [one.title for one in library.sayings(ana)] == ["b.txt", "a.txt"]
