"""The commands over a whole library: search, index, formats and state."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tuireader.articles.article import Article, content_id
from tuireader.articles.open import open_articles
from tuireader.cli.main import main
from tuireader.config import config_path, state_folder
from tuireader.state.reader_state import Subject
from tuireader.state.tinydb_state import open_state


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "bridge.txt").write_text(
        "The bridge that sings\n\n“It sings in F,” said Bo Lind, the engineer in Oslo.\n",
        encoding="utf-8",
    )
    (folder / "ferry.txt").write_text(
        "The ferry that sulks\n\nNobody spoke on the ferry, and the ferry did not mind at all.\n",
        encoding="utf-8",
    )
    return folder


def mark_read(path: Path) -> None:
    (article,) = open_articles(path)
    assert isinstance(article, Article)
    state = open_state(state_folder())
    state.set_read([Subject(article.id, str(path), article.title)], read=True)
    state.close()


def test_search_finds_words_and_prints_the_sentence(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "sulks", str(library)]) == 0
    printed = capsys.readouterr().out
    assert "The ferry that sulks" in printed
    assert "bridge" not in printed
    assert "1 of 2 articles" in printed


def test_search_knows_what_was_read(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark_read(library / "ferry.txt")
    assert main(["search", "is:unread", str(library), "--paths"]) == 0
    assert capsys.readouterr().out.splitlines() == [str(library / "bridge.txt")]


def test_search_does_not_take_the_state_from_a_running_reader(library: Path) -> None:
    running = open_state(state_folder())
    assert not running.read_only
    assert main(["search", "is:unread", str(library), "--paths"]) == 0
    running.flush()
    running.close()


def test_search_prints_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "sings", str(library), "--json"]) == 0
    (found,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert found["schema"] == "tuireader/1"
    assert found["path"] == str(library / "bridge.txt")


def test_search_that_finds_nothing_says_so_by_its_status(library: Path) -> None:
    assert main(["search", "zeppelin", str(library)]) == 1


def test_a_wrong_query_is_shown_with_the_place(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "spaeker:lind", str(library)]) == 2
    errors = capsys.readouterr().err
    assert "^" in errors
    assert "speaker:lind" in errors


def test_search_uses_the_configured_library(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config_path().write_text(f'[library]\nfolders = ["{library}"]\n', encoding="utf-8")
    assert main(["search", "sings", "--paths"]) == 0
    assert "bridge.txt" in capsys.readouterr().out


def test_without_a_library_the_setting_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "sings"]) == 2
    assert "library.folders" in capsys.readouterr().err


def test_index_counts_files_and_reads_them_once(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["index", str(library)]) == 0
    assert capsys.readouterr().out.startswith("2 files read; 2 articles")
    assert main(["index", str(library)]) == 0
    assert capsys.readouterr().out.startswith("0 files read; 2 articles")


def test_formats_names_each_with_its_suffixes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats"]) == 0
    printed = capsys.readouterr().out
    for suffix in (".txt", ".md", ".html", ".eml", ".epub", ".pdf", ".docx", ".jsonl"):
        assert suffix in printed
    assert main(["formats", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"name", "suffixes", "installed", "needs"} <= set(lines[0])


def test_state_path_and_check(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark_read(library / "ferry.txt")
    assert main(["state", "path"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.exists()
    assert main(["state", "check"]) == 0
    assert "whole" in capsys.readouterr().out
    path.write_text(path.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    assert main(["state", "check"]) == 1
    assert f"damaged  {path}" in capsys.readouterr().out


def test_state_restore_says_where_there_is_no_copy(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["state", "restore", "2001-01-01"]) == 1
    assert "2001-01-01" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["clean", "show"])
def test_files_are_read_in_the_encoding_chosen_in_the_reader(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "storm.txt"
    path.write_bytes("Буря в Вельме закрыла гавань.\n".encode("koi8-r"))
    state = open_state(state_folder())
    subject = Subject(content_id(path.read_bytes()), str(path), "storm.txt")
    state.corrections.set_encoding(subject, "cp1251")
    state.close()
    assert main([command, str(path)]) == 0
    assert "Буря" not in capsys.readouterr().out
    assert main([command, str(path), "--encoding", "koi8-r"]) == 0
    assert "Буря" in capsys.readouterr().out
