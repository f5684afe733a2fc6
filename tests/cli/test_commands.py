"""The commands of the shell, as scripts use them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import forbidden_in, write_hostile_articles
from tuireader import __version__
from tuireader.cli.main import NAMES, main

ARTICLE = """The bridge that sings

By Ada Vale

“It sings in F,” said Bo Lind, the engineer. Nobody in Oslo knows why.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def json_lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("name", ["clean", "quotes", "entities"])
def test_json_names_schema_and_path(
    name: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([name, str(article), "--json"]) == 0
    (found,) = json_lines(capsys.readouterr().out)
    assert found["schema"] == "tuireader/1"
    assert found["path"] == str(article)


def test_offsets_of_blocks_point_into_the_text(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["clean", str(article), "--json"])
    (found,) = json_lines(capsys.readouterr().out)
    text, blocks = found["text"], found["blocks"]
    assert isinstance(text, str)
    assert isinstance(blocks, list)
    assert blocks
    for block in blocks:
        assert text[block["start"] : block["end"]] == block["text"]


@pytest.mark.parametrize("name", ["clean", "quotes", "entities"])
def test_a_bad_file_is_an_error_and_the_others_are_printed(
    name: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = article.with_name("missing.txt")
    assert main([name, str(missing), str(article), "--json"]) == 1
    first, second = json_lines(capsys.readouterr().out)
    assert first["error"]
    assert "error" not in second


def test_a_bad_file_is_named_on_the_error_output(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = article.with_name("missing.txt")
    assert main(["clean", str(missing)]) == 1
    assert "missing.txt" in capsys.readouterr().err


def test_show_is_plain_when_piped(article: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tuireader", "show", str(article)], capture_output=True, check=True
    )
    assert b"\x1b" not in done.stdout
    assert "It sings in F" in done.stdout.decode()


@pytest.mark.parametrize("options", [[], ["--json"]])
@pytest.mark.parametrize("command", ["clean", "quotes", "entities", "show"])
def test_hostile_text_never_drives_the_terminal(
    command: str, options: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for path in write_hostile_articles(tmp_path):
        main([command, str(path), *([] if command == "show" else options)])
    written = capfdbinary.readouterr()
    assert written.out
    assert forbidden_in(written.out + written.err) == []


def test_json_keeps_what_it_escapes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tags\U000e0041\x9b.txt"
    path.write_text("A calm sentence stands here.", encoding="utf-8")
    main(["clean", str(path), "--json"])
    printed = capsys.readouterr().out
    assert "\x9b" not in printed
    assert json_lines(printed)[0]["path"] == str(path)


def test_without_a_terminal_the_reader_names_show(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(article)]) == 2
    assert "tuireader show" in capsys.readouterr().err


def test_a_missing_path_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as version:
        main(["--version"])
    assert version.value.code == 0
    assert __version__ in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["--help"])
    text = capsys.readouterr().out
    assert all(f"  {name} " in text for name in NAMES)
    for name in NAMES:
        with pytest.raises(SystemExit):
            main([name, "--help"])
        assert "examples:" in capsys.readouterr().out


def test_a_reader_that_stops_listening_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("A sentence of some length.\n\n" * 20000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "tuireader", "clean", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_clean_explains_and_shows_the_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(f"{ARTICLE}\nShare this: Facebook  Twitter  Email\n", encoding="utf-8")
    assert main(["clean", str(path), "--explain"]) == 0
    explained = capsys.readouterr().out
    assert "removed" in explained
    assert "Share this" in explained
    assert main(["clean", str(path), "--diff"]) == 0
    assert "-Share this" in capsys.readouterr().out


def test_the_help_speaks_the_language_of_the_system_and_json_does_not(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    monkeypatch.setenv("LANGUAGE", "de")
    with pytest.raises(SystemExit):
        main(["clean", "--help"])
    assert "den bereinigten Text ausgeben" in capsys.readouterr().out
    assert main(["clean", str(empty)]) == 1
    assert "Sie ist leer." in capsys.readouterr().err
    assert main(["clean", str(empty), "--json"]) == 1
    assert '"It is empty."' in capsys.readouterr().out


@pytest.mark.parametrize("command", ["clean", "show"])
def test_ordered_lists_are_numbered(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.md"
    path.write_text("# Three\n\n3. A pier\n4. A quay\n", encoding="utf-8")
    assert main([command, str(path)]) == 0
    assert "4. A quay" in capsys.readouterr().out


def test_the_numbers_of_lists_are_in_the_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.md"
    path.write_text("Two:\n\n3. A pier\n- A quay\n", encoding="utf-8")
    main(["clean", str(path), "--json"])
    (found,) = json_lines(capsys.readouterr().out)
    blocks = found["blocks"]
    assert isinstance(blocks, list)
    assert [block["number"] for block in blocks] == [None, 3, None]
