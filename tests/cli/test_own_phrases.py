"""Every command that opens articles cleans them by the reader's own phrases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuireader.cli.main import main
from tuireader.config import config_folder

BELL = "Slå på varsler fra Ann Lee"
TEXT = f"""The tide

The tide of Lund Bay is out for good, the council of the town decided on Tuesday night.

{BELL} “om tidevann”

“Nobody wanted this,” the harbour master Ole Berg said, and looked at the water for a while.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "tide.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def phrases() -> Path:
    path = config_folder() / "phrases" / "no.toml"
    path.parent.mkdir()
    path.write_text('[subscription]\nstarts = ["Slå på varsler"]\n', encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["clean", "show", "entities"])
def test_commands_that_print_articles_leave_the_line_out(
    command: str, article: Path, phrases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([command, str(article)])
    assert "Ann Lee" not in capsys.readouterr().out
    phrases.unlink()
    main([command, str(article)])
    assert "Ann Lee" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["quotes", "correct"])
def test_commands_about_quotes_do_not_find_one_in_it(
    command: str, article: Path, phrases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert phrases.exists()
    main([command, str(article)])
    printed = capsys.readouterr().out
    assert "Nobody wanted this" in printed
    assert "tidevann" not in printed


def test_it_is_explained(article: Path, phrases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["clean", str(article), "--explain"])
    _, told, reason, *_ = capsys.readouterr().out.splitlines()
    assert told.split()[:4] == ["5", "removed", "subscription", "85%"]
    assert f"{phrases.name}, [subscription]" in reason


def test_search_and_export_know_the_article_without_it(
    article: Path, phrases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert phrases.exists()
    main(["search", "tidevann", str(article.parent)])
    assert "tide.txt" not in capsys.readouterr().out
    main(["export", "quotes", str(article.parent)])
    exported = capsys.readouterr().out
    assert "Nobody wanted this" in exported
    assert "tidevann" not in exported


def test_the_index_follows_a_change_of_phrases_and_of_nothing_else(
    article: Path, phrases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def files_read() -> str:
        capsys.readouterr()
        main(["index", str(article.parent)])
        return capsys.readouterr().out.split()[0]

    assert files_read() == "1"
    phrases.write_text(phrases.read_text("utf-8") + "# a remark\n", encoding="utf-8")
    assert files_read() == "0"
    phrases.write_text('[subscription]\nstarts = ["Slå av varsler"]\n', encoding="utf-8")
    assert files_read() == "1"
    assert files_read() == "0"
    phrases.unlink()
    assert files_read() == "1"


@pytest.mark.parametrize("command", ["clean", "quotes", "show", "index", "search", "export"])
def test_a_broken_file_is_told_once_and_the_command_goes_on(
    command: str, article: Path, phrases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    phrases.write_text('[subscripton]\nstarts = ["Slå på varsler"]\n', encoding="utf-8")
    before = {"search": ["tidevann"], "export": ["quotes"]}.get(command, [])
    assert main([command, *before, str(article)]) == 0
    printed = capsys.readouterr()
    assert printed.err.count(f"{phrases}: Line 1: ") == 1
    assert 'did you mean "subscription"' in printed.err
    assert printed.out


def test_the_settings_are_checked_with_them(
    phrases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "--check"]) == 0
    phrases.write_text("[subscription]\nstarts = [3]\n", encoding="utf-8")
    assert main(["config", "--check"]) == 1
    assert f"{phrases}: Line 2: " in capsys.readouterr().err
