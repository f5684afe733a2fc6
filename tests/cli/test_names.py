"""The reader's own names are listed, added and removed from the shell."""

from __future__ import annotations

import json

import pytest

from tuireader.cli.main import main
from tuireader.config import config_folder


def test_a_name_is_added_listed_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["names"]) == 0
    assert "no names of your own yet" in capsys.readouterr().out
    accord = ["names", "--add", "zinc  accord", "--kind", "treaty", "--alias", "the accord"]
    assert main([*accord, "--colour", "green", "--note", "signed in May"]) == 0
    path = config_folder() / "names.toml"
    assert capsys.readouterr().out == f"Added “zinc accord” to {path}.\n"
    assert main(["names", "--add", "Ole Berg"]) == 0
    capsys.readouterr()
    assert main(["names"]) == 0
    assert capsys.readouterr().out == (
        "zinc accord  law or treaty · also the accord · #40a060 · signed in May\n"
        "Ole Berg     person\n"
    )
    assert main(["names", "--json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert first == {
        "name": "zinc accord",
        "label": "LAW",
        "aliases": ["the accord"],
        "colour": "#40a060",
        "note": "signed in May",
    }
    assert main(["names", "--remove", "zinc accord"]) == 0
    assert capsys.readouterr().out == f"Took “zinc accord” off {path}.\n"
    assert "zinc" not in path.read_text("utf-8")


def test_what_is_added_is_found_in_articles(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path_factory.mktemp("articles") / "pier.txt"
    file.write_text("The pier\n\nNobody had read the grey paper before the vote was held.\n")
    assert main(["entities", str(file)]) == 0
    assert "grey paper" not in capsys.readouterr().out
    main(["names", "--add", "grey paper", "--kind", "work"])
    assert main(["entities", str(file)]) == 0
    assert "grey paper" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["--add", "x", "--kind", "metal"], 2, '"metal" is no kind of name; use one of person · '),
        (["--add", "x", "--colour", "mud"], 2, '"mud" is no colour; use red, orange'),
        (["--add", " "], 2, "must not be empty"),
        (["--kind", "law"], 2, "say which name"),
        (["--add", "Ole Berg"], 1, "“Ole Berg” stands in"),
        (["--remove", "Orsk"], 1, "“Orsk” is not in"),
    ],
)
def test_what_is_wrong_is_said(
    arguments: list[str], status: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (config_folder() / "names.txt").write_text("Ole Berg\n", encoding="utf-8")
    try:
        found = main(["names", *arguments])
    except SystemExit as left:
        found = int(str(left.code))
    assert found == status
    assert message in capsys.readouterr().err


def test_a_broken_list_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    path = config_folder() / "names.txt"
    path.write_text("zinc | metal\n", encoding="utf-8")
    assert main(["names"]) == 1
    told = capsys.readouterr().err
    assert str(path) in told
    assert "Line 1" in told
