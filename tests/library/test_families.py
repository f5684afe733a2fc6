from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from tests.library.made import filled, made
from tuireader.library.fingerprint import signature, similarity
from tuireader.library.index import writer
from tuireader.library.library import Library
from tuireader.library.query.syntax import Sort

WORDS = [f"{first}{second}" for first in "bdfgklmnprst" for second in ("a", "en", "ori", "ul")]


def _text(seed: int, length: int = 300) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(length))


def _edited(text: str, share: float, seed: int = 1, begin: float = 0.3) -> str:
    """The text with one stretch, of a share of its length, told otherwise."""
    words = text.split()
    count = int(len(words) * share)
    start = int(len(words) * begin)
    return " ".join([*words[:start], *_text(seed + 999, count).split(), *words[start + count :]])


def test_the_estimate_is_near_the_truth() -> None:
    errors = []
    for seed in range(40):
        one = _text(seed)
        other = _edited(one, 0.15, seed)
        runs = [
            {tuple(words[at : at + 3]) for at in range(len(words) - 2)}
            for words in (one.split(), other.split())
        ]
        truth = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
        errors.append(abs(similarity(signature(one), signature(other)) - truth))
    assert sum(errors) / len(errors) < 0.06
    assert max(errors) < 0.25


def test_marks_case_and_space_do_not_count() -> None:
    text = _text(3)
    assert similarity(signature(text), signature(text.upper().replace(" ", ",\n"))) == 1.0


def test_a_text_too_short_to_tell_is_like_nothing() -> None:
    assert signature("Too short to tell.") == b""
    assert similarity(b"", b"") == 0.0


@pytest.fixture
def library(tmp_path: Path) -> Library:
    story, other = _text(1), _text(2)
    return filled(
        tmp_path,
        [
            made("a.txt", "Story", story, published="2019-01-01"),
            made("b.txt", "Story, updated", _edited(story, 0.05), published="2019-01-02"),
            made("c.txt", "Other", other, published="2019-01-03"),
            made("d.txt", "Story, copied", story, published="2019-01-04"),
            made("e.txt", "Short", "Too short.", published="2019-01-05"),
            made("f.txt", "Short", "Too short.", published="2019-01-06"),
        ],
    )


def _titles(library: Library, query: str = "", grouped: bool = True) -> list[str]:
    return [entry.title for entry in library.find(query, sort=Sort("date"), grouped=grouped)]


def test_versions_stand_under_the_first_row(library: Library) -> None:
    assert _titles(library) == ["Short", "Short", "Story, copied", "Other"]
    listing = library.find(sort=Sort("date"), grouped=True)
    assert listing.description == "4 of 6 · versions grouped"
    assert [entry.versions for entry in listing] == [1, 1, 3, 1]
    assert [entry.title for entry in library.versions(listing[2])] == [
        "Story",
        "Story, updated",
        "Story, copied",
    ]
    assert library.versions(listing[3]) == [listing[3]]


def test_duplicates_can_be_asked_for(library: Library) -> None:
    assert _titles(library, "is:duplicate", grouped=False) == [
        "Story, copied",
        "Story, updated",
        "Story",
    ]


def _write(library: Library, *calls: object) -> None:
    def work(connection: sqlite3.Connection) -> None:
        for call in calls:
            if isinstance(call, bytes):
                writer.remove(connection, [call])

    library._index.write(work)


def test_a_version_left_alone_is_no_duplicate(library: Library) -> None:
    story, updated, _ = library.versions(library.find("title:copied")[0])
    _write(library, bytes(story.path), bytes(updated.path))
    assert _titles(library, "is:duplicate") == []
    assert library.find("title:copied")[0].versions == 1


def test_a_new_version_joins_two_families_into_one(tmp_path: Path) -> None:
    story = _text(5)
    one, other = _edited(story, 0.14, 1, begin=0.1), _edited(story, 0.14, 2, begin=0.7)
    files = [
        made("a.txt", "A", one),
        made("b.txt", "B", _edited(one, 0.12, 3, begin=0.4)),
        made("c.txt", "C", _text(6)),
        made("d.txt", "D", other),
        made("e.txt", "E", _edited(other, 0.12, 4, begin=0.4)),
    ]
    apart = {entry.title: entry.family for entry in filled(tmp_path / "apart", files).find()}
    assert apart["A"] == apart["B"] != apart["D"] == apart["E"]
    files.append(made("f.txt", "F", story))
    joined = {entry.title: entry.family for entry in filled(tmp_path / "joined", files).find()}
    assert len({joined[title] for title in "ABDEF"}) == 1
    assert joined["C"] == 0
