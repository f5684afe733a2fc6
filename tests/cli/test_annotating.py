"""Commands that annotate follow the reader's settings, own names and cues."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tuireader.cli.main import main
from tuireader.config import config_folder, config_path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "tide.txt"
    path.write_text("Tide\n\nAnn Lee blethered “the tide is out” over the zinc accord.\n")
    return path


def test_own_names_and_cues_are_followed(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (config_folder() / "names.txt").write_text("zinc accord | law\n")
    (config_folder() / "cues").mkdir()
    (config_folder() / "cues" / "en.toml").write_text('finite = "blethered"\n')
    assert main(["entities", str(article), "--json"]) == 0
    entities = json.loads(capsys.readouterr().out)["entities"]
    assert ("zinc accord", "LAW") in [(each["name"], each["label"]) for each in entities]
    assert main(["quotes", str(article), "--json"]) == 0
    (quote,) = json.loads(capsys.readouterr().out)["quotes"]
    assert quote["cue"] == "blethered"


@pytest.mark.parametrize("command", ["quotes", "entities", "show", "index", "search"])
def test_a_broken_list_is_told_and_the_command_goes_on(
    command: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = config_folder() / "names.txt"
    names.write_text("Ann Lee\nzinc | metal\n")
    query = ["tide"] if command == "search" else []
    assert main([command, *query, str(article)]) == 0
    printed = capsys.readouterr()
    assert printed.err.count(f"{names}: Line 2: ") == 1
    assert printed.out


def test_the_index_follows_a_change_of_names(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["index", str(article)])
    (config_folder() / "names.txt").write_text("zinc accord | law\n")
    capsys.readouterr()
    main(["index", str(article)])
    assert capsys.readouterr().out.startswith("1 files read")
    main(["index", str(article)])
    assert capsys.readouterr().out.startswith("0 files read")


def test_an_engine_that_is_not_there_is_refused(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["quotes", str(article), "--engine", "spacy:xx_no_such_pipeline"])
    assert ended.value.code == 2
    assert "not installed" in capsys.readouterr().err


def test_an_engine_on_the_command_line_goes_before_the_configured_one(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config_path().write_text('[entities]\nengine = "spacy:xx_no_such_pipeline"\n')
    assert main(["entities", str(article), "--engine", "builtin"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["entities", str(article)]) == 0
    assert f"{config_path()}: Line 2: " in capsys.readouterr().err
    assert main(["config", "--check"]) == 1


def test_entities_tell_where_somebody_is_meant_without_the_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pier.txt"
    path.write_text("Pier\n\nSen. Ann Lee shut the pier. The senator left; she smiled.\n")
    assert main(["entities", str(path), "--json"]) == 0
    (lee,) = json.loads(capsys.readouterr().out)["entities"]
    assert [(r["text"], r["kind"]) for r in lee["references"]] == [
        ("The senator", "role"),
        ("she", "pronoun"),
    ]
    raw = path.read_text()
    assert [raw[r["raw_start"] : r["raw_end"]] for r in lee["references"]] == ["The senator", "she"]
    assert (len(lee["mentions"]), lee["gender"]) == (1, "f")
    assert main(["entities", str(path)]) == 0
    assert "1 Ann Lee, 1 by role, 1 by pronoun" in capsys.readouterr().out
