from __future__ import annotations

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
