import json
import shutil
from pathlib import Path

import pytest

from tuireader.articles.article import Article
from tuireader.articles.open import open_articles
from tuireader.cli.main import main
from tuireader.config import state_folder
from tuireader.state.anchors import anchor
from tuireader.state.maintenance import state_path
from tuireader.state.reader_state import Subject
from tuireader.state.tinydb_state import open_state


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "bridge.md").write_text(
        "---\ntitle: The bridge that sings\nurl: https://example.org/bridge\n---\n\n"
        "“It sings in F,” said Bo Lind, the engineer in Oslo.\n",
        encoding="utf-8",
    )
    (folder / "ferry.txt").write_text("The ferry that sulks\n\nNobody spoke.\n", encoding="utf-8")
    return folder


def keep_a_note(path: Path) -> Subject:
    (article,) = open_articles(path)
    assert isinstance(article, Article)
    subject = Subject(article.id, str(path), article.title)
    state = open_state(state_folder())
    start = article.text.index("It sings")
    state.notes.add(subject, anchor(article.text, start, start + 13), "\x1b[31mWhy F?")
    state.set_bookmarked([subject], True)
    state.close()
    return subject


def test_what_is_exported_is_imported_again(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subject = keep_a_note(library / "bridge.md")
    out = tmp_path / "all.jsonl"
    assert main(["export", "jsonl", str(library), "--output", str(out)]) == 0
    shutil.rmtree(state_folder())
    assert main(["import", str(out)]) == 0
    assert capsys.readouterr().out == (
        f"1 article written to {out}\nRead tuireader's own export. Imported 1 article, 1 note.\n"
    )
    state = open_state(state_folder())
    assert state.record(subject.article_id).bookmarked
    assert [note.text for note in state.notes.all()] == ["\x1b[31mWhy F?"]
    state.close()


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("markdown", "> It sings in F"),
        ("quotes", "speech,Bo Lind"),
        ("bibtex", "title = {The bridge that sings}"),
        ("bookmarks", "https://example.org/bridge"),
    ],
)
def test_nothing_printed_drives_the_terminal(
    library: Path, capsys: pytest.CaptureFixture[str], form: str, expected: str
) -> None:
    keep_a_note(library / "bridge.md")
    assert main(["export", form, str(library)]) == 0
    printed = capsys.readouterr().out
    assert expected in printed
    assert "\x1b" not in printed


def test_json_printed_is_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep_a_note(library / "bridge.md")
    assert main(["export", "annotations", str(library)]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["items"][0]["body"][0]["value"] == "\x1b[31mWhy F?"


def test_a_vault_without_anything_says_why(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = tmp_path / "vault"
    assert main(["export", "vault", str(library), "--output", str(vault)]) == 0
    assert "a vault holds what is bookmarked, tagged or noted" in capsys.readouterr().err


def test_a_vault_has_a_file_for_each_article_kept(library: Path, tmp_path: Path) -> None:
    keep_a_note(library / "bridge.md")
    vault = tmp_path / "vault"
    assert main(["export", "vault", str(library), "--output", str(vault)]) == 0
    [path] = vault.iterdir()
    assert path.name == "The bridge that sings.md"
    assert "> It sings in F" in path.read_text(encoding="utf-8")


def test_a_query_chooses_what_is_exported(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_a_note(library / "bridge.md")
    assert main(["export", "quotes", str(library), "--query", "sulks"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_links_without_an_article_are_told(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pocket = tmp_path / "pocket.csv"
    pocket.write_text(
        "title,url,time_added,tags,status\n"
        "Bridge,http://example.org/bridge/,1740821400,,unread\n"
        "Far,https://example.org/far,1740821400,,unread\n",
        encoding="utf-8",
    )
    assert main(["import", str(pocket), str(library)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "Read a list of articles. Imported 1 article; 1 link without an article here.",
        "  Far  https://example.org/far",
    ]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["export", "vault"], 2, "name the folder"),
        (["export", "vault", "--output", "x", "--parts", "notes,all"], 2, "there is no part all"),
        (["export", "jsonl", "/nowhere"], 2, "no such file"),
        (["export", "jsonl", "--output", "/nowhere/x"], 1, "No such file"),
        (["import", "/nowhere"], 1, "No such file"),
        (["import", "/dev/null"], 1, "cannot be read as an export"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], status: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == status
    assert message in capsys.readouterr().err


def test_an_import_waits_for_the_running_reader_to_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = tmp_path / "all.jsonl"
    export.write_text(
        '{"schema":"tuireader-export/1","type":"view","name":"a","query":"b","sort":""}'
    )
    running = open_state(state_folder())
    assert main(["import", str(export)]) == 1
    told = capsys.readouterr().err
    assert "Nothing was imported. Another tuireader is running" in told
    assert "leave that one first" in told
    running.close()
    assert main(["import", str(export)]) == 0


@pytest.mark.parametrize("arguments", [["export", "jsonl"], ["import", "FILE"]])
def test_a_state_of_a_newer_version_is_left_alone(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = open_state(state_folder())
    state.set_read([Subject("a1")], True)
    state.close()
    newer = state.location.read_bytes().replace(b'"schema":1', b'"schema":9')
    state.location.write_bytes(newer)
    export = tmp_path / "FILE"
    export.write_text("<a href='https://example.org'>Far</a>")
    assert main([str(export) if word == "FILE" else word for word in arguments]) == 1
    assert "newer version of tuireader" in capsys.readouterr().err
    assert state.location.read_bytes() == newer


def test_a_search_goes_on_without_a_state_of_a_newer_version(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_a_note(library / "bridge.md")
    path = state_path(state_folder())
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":9'))
    assert main(["search", "sulks", str(library)]) == 0
    printed = capsys.readouterr()
    assert "The ferry that sulks" in printed.out
    assert "newer version of tuireader" in printed.err
