"""Encodings that the reader chose: files are read with them, and read anew when they change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.library.conftest import Write
from tuireader.articles.article import content_id
from tuireader.library.entry import Loaded
from tuireader.library.library import Library

TEXT = "Буря в Вельме\n\nГавань Вельма была закрыта в понедельник, сказал мэр.\n"
WRONG = TEXT.encode("koi8-r").decode("cp1251")


@pytest.fixture
def storm(folder: Path) -> Path:
    path = folder / "storm.txt"
    path.write_bytes(TEXT.encode("koi8-r"))
    return path


def _read(library: Library) -> list[str]:
    return [entry.path.name for step in library.update() for entry in step.entries]


def _choose(library: Library, path: Path, encoding: str) -> None:
    chosen = ((content_id(path.read_bytes()), encoding),)
    library.encodings = lambda: chosen


def _titles(library: Library) -> list[str]:
    return [entry.title for entry in library.entries()]


def test_a_file_is_read_anew_when_its_encoding_is_chosen_and_when_no_more(
    library: Library, storm: Path, write: Write
) -> None:
    write("other.txt", "Vote in Orsk\n\nThe council of Orsk voted against the new bridge.\n")
    _read(library)
    assert "Буря в Вельме" in _titles(library)
    _choose(library, storm, "cp1251")
    assert _read(library) == ["storm.txt"]
    assert "Буря в Вельме" not in _titles(library)
    assert len(library.find(WRONG.split()[0])) == 1
    assert _read(library) == []
    library.encodings = tuple
    assert _read(library) == ["storm.txt"]
    assert "Буря в Вельме" in _titles(library)


def test_only_files_with_a_new_choice_are_read_on_request(
    library: Library, storm: Path, write: Write
) -> None:
    _read(library)
    write("new.txt", "Vote in Orsk\n\nThe council of Orsk voted against the new bridge.\n")
    _choose(library, storm, "cp1251")
    steps = list(library.read_in_new_encodings(stop=lambda: False))
    assert [entry.path.name for step in steps for entry in step.entries] == ["storm.txt"]
    assert len(library.find(WRONG.split()[0])) == 1
    assert list(library.read_in_new_encodings(stop=lambda: False)) == []


def test_a_choice_holds_for_a_file_that_comes_later_and_for_a_copy(
    library: Library, storm: Path, folder: Path
) -> None:
    _choose(library, storm, "cp1251")
    (folder / "copy.txt").write_bytes(storm.read_bytes())
    _read(library)
    assert len(library.find(WRONG.split()[0])) == 2


def test_a_choice_is_about_all_articles_of_a_file(library: Library, folder: Path) -> None:
    records = "".join(f'{{"text": "{line}"}}\n' for line in TEXT.splitlines() if line)
    path = folder / "corpus.jsonl"
    path.write_bytes(records.encode("koi8-r"))
    _read(library)
    _choose(library, path, "cp1251")
    assert _read(library) == ["corpus.jsonl"] * 2
    assert len(library.find(WRONG.split()[0])) == 1


def test_an_article_is_opened_in_the_encoding_chosen(library: Library, storm: Path) -> None:
    _read(library)
    _choose(library, storm, "cp1251")
    (entry,) = library.entries()
    loaded = library.load(entry)
    assert isinstance(loaded, Loaded)
    assert loaded.article.encoding == "cp1251"
    assert loaded.article.file_id == content_id(storm.read_bytes())
    assert os.fspath(loaded.article.path) == os.fspath(storm)
