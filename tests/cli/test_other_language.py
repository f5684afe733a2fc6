"""The commands of the shell in German: nothing they say stays English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from tools.catalogue import FOLDER

from tuireader.cli.main import NAMES, main

ARTICLE = """\
The bridge that sings

By Ada Vale

“It sings in F,” said Bo Lind, the engineer.. Nobody in Oslo knows why.
"""


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def _english() -> Iterator[str]:
    """Yield the messages of several words that German has other words for."""
    with (FOLDER / "de.po").open("rb") as file:
        for message in read_po(file, locale="de"):
            text = message.id if isinstance(message.id, str) else message.id[0]
            if len(text.split()) > 1 and "{" not in text and message.string != message.id:
                yield " ".join(text.split())


ENGLISH = sorted(_english())


def _left_english(said: str) -> list[str]:
    plain = " ".join(said.split())
    return [text for text in ENGLISH if f" {text}" in plain]


@pytest.mark.parametrize("command", [(), *((name,) for name in NAMES), ("state", "restore")])
def test_the_help_is_german_and_fits_the_width(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    said = capsys.readouterr().out
    assert said.startswith("Aufruf: tuireader")
    assert "\nOptionen:" in said
    assert _left_english(said) == []
    _usage, _blank, rest = said.partition("\n\n")
    assert max(map(len, rest.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["show"], "es fehlt noch: FILE"),
        (["quotes", "--bogus", "x"], "unbekannte Argumente: --bogus"),
        (["export", "nonsense"], "Argument FORMAT: 'nonsense' gibt es nicht (zur Wahl stehen "),
        (["show", "--width", "x", "y"], "Argument --width: 'x' ist kein Wert der Art int"),
        (["clean", "--encoding"], "Argument --encoding: es fehlt ein Wert dazu"),
        (["config"], "es fehlt eines von --path --print-default --edit --check"),
        (["config", "--path", "--edit"], "Argument --edit: nicht zusammen mit --path"),
        (["show", "--engine", "frob", "x"], "Es gibt keine Namenserkennung"),
        (["clean", "--field", "x", "y"], "Argument --field: "),
    ],
)
def test_what_is_wrong_with_the_arguments_is_said_in_german(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("Aufruf: ")
    assert f"tuireader {words[0]}: Fehler: " in said
    assert told in said
    assert _left_english(said) == []


def test_what_cleaning_did_and_the_formats_are_told_in_german(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["clean", "--explain", str(article)])
    said = capsys.readouterr().out
    assert " entfernt " in said
    assert " berichtigt " in said
    assert _left_english(said) == []
    main(["formats"])
    said = capsys.readouterr().out
    assert "ja  " in said
    assert "Reiner Text in jeder Zeichenkodierung." in said
    assert _left_english(said) == []


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("after:2025-13", "Das ist kein Datum wie 2019"),
        ("words:many", "Das ist keine ganze Zahl wie in"),
        ("age:old", "Das ist kein Alter wie 7d"),
        ("speker:x", "Gemeint war vielleicht  speaker:x"),
    ],
)
def test_what_is_wrong_with_a_query_is_said_in_german(
    query: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", query]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert _left_english(said) == []


def test_how_many_were_found_is_said_in_german(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "bridge", str(article)]) == 0
    assert "1 von 1 Artikel" in capsys.readouterr().out.splitlines()[-1]
