"""The command that looks after the settings."""

from __future__ import annotations

import re
import sys

import pytest

from tuireader.cli.main import main
from tuireader.config import config_path
from tuireader.config.options import OPTIONS
from tuireader.config.settings import parse_settings


def test_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--path"]) == 0
    assert capsys.readouterr().out.strip() == str(config_path())


def test_the_default_file_names_every_setting_and_is_right_with_or_without_its_marks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["config", "--print-default"]) == 0
    text = capsys.readouterr().out
    assert parse_settings(text)[1] == ()
    settings = [line[2:] for line in text.splitlines() if " = " in line and line.startswith("# ")]
    assert len(settings) >= len(OPTIONS)
    for option in OPTIONS:
        assert f"# {option.name} = " in text
    switched_on = "\n".join(
        line[2:] if line.startswith("# ") and " = " in line else line for line in text.splitlines()
    )
    assert parse_settings(switched_on)[1] == ()


def test_check_names_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    config_path().write_text('[looks]\nsimbols = "ascii"\n', encoding="utf-8")
    assert main(["config", "--check"]) == 1
    errors = capsys.readouterr().err
    assert "2" in errors
    assert "symbols" in errors


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[keys]\nnext-qoute = "]"\n', 2, 'Did you mean "next-quote"?'),
        ('[keys]\n\nnext-quote = "j"\n', 3, "is claimed by next-quote and by down"),
        ('[keys]\nnext-quote = "g g"\n', 2, '"g" for top and "g g" for next-quote begin alike'),
        ('[macros]\n"alt+b" = ["toggel-bookmark"]\n', 2, 'Did you mean "toggle-bookmark"?'),
        ('[macros]\n"alt+b" = ["quit now"]\n', 2, '"quit" takes nothing after its name'),
        ('[looks]\ntheme = "Drakula"\n', 2, 'Did you mean "dracula"?'),
    ],
)
def test_check_looks_at_keys_macros_and_themes_too(
    text: str, line: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    config_path().write_text(text, encoding="utf-8")
    assert main(["config", "--check"]) == 1
    errors = capsys.readouterr().err
    assert f"Line {line}: " in errors
    assert words in errors


def test_the_default_file_has_nothing_wrong_with_its_examples(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["config", "--print-default"])
    text = re.sub(r"^# (?=\S+ = )", "", capsys.readouterr().out, flags=re.MULTILINE)
    config_path().write_text(text, encoding="utf-8")
    assert main(["config", "--check"]) == 0, capsys.readouterr().err


def test_edit_opens_the_editor_on_a_file_with_every_setting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} -c pass")
    assert main(["config", "--edit"]) == 0
    assert "[library]" in config_path().read_text(encoding="utf-8")


def test_an_editor_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor-anywhere")
    assert main(["config", "--edit"]) == 1
    assert "no-such-editor-anywhere" in capsys.readouterr().err
