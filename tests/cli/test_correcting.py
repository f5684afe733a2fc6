"""What the reader put right holds in the shell too, and is put right there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tuireader.cli.main import main
from tuireader.config import state_folder
from tuireader.state.tinydb_state import open_state

TEXT = """Pier

Ann Lee runs the harbour. “The ferry will not sail before spring,” said Lee.

Peter Lund, a diver, disagreed. “It held last year,” he said. He sells “antiques” there.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "pier.txt"
    path.write_text(TEXT, "utf-8")
    return path


def _quotes(article: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[object]:
    capsys.readouterr()
    assert main(["quotes", str(article), "--json", *more]) == 0
    quotes = json.loads(capsys.readouterr().out)["quotes"]
    return [(quote["speaker"], quote["kind"], quote["corrected"]) for quote in quotes]


def test_a_speaker_is_set_and_taken_back(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _quotes(article, capsys)
    assert before[1] == ("Peter Lund", "speech", False)
    assert main(["correct", str(article), "2", "--speaker", "lee"]) == 0
    assert "Ann Lee" in capsys.readouterr().out
    assert _quotes(article, capsys)[1] == ("Ann Lee", "speech", True)
    assert _quotes(article, capsys, "--no-corrections") == before
    assert main(["correct", str(article), "2", "--undo"]) == 0
    assert _quotes(article, capsys) == before
    assert main(["correct", str(article), "2", "--undo"]) == 1
    assert "nothing to take back" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("number", "what", "now"),
    [
        (1, "--confirm", ("Ann Lee", "speech", True)),
        (1, "--nobody", (None, "speech", True)),
        (1, "--no-quote", (None, "scare", True)),
        (3, "--confirm", (None, "scare", True)),
        (3, "--nobody", (None, "speech", True)),
    ],
)
def test_each_way_to_put_a_quote_right(
    number: int, what: str, now: object, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["correct", str(article), str(number), what]) == 0
    assert _quotes(article, capsys)[number - 1] == now


def test_quotes_are_listed_with_their_numbers(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["correct", str(article), "1", "--confirm"])
    capsys.readouterr()
    assert main(["correct", str(article)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "1  Ann Lee  (you said so)" in lines
    assert "2  Peter Lund" in lines
    assert "3  no speech (scare)" in lines


@pytest.mark.parametrize("words", [["--confirm"], ["2"], ["4", "--confirm"], ["0", "--nobody"]])
def test_what_cannot_be_meant_is_refused(
    words: list[str], article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["correct", str(article), *words]) == 2
    assert capsys.readouterr().err.startswith("tuireader: ")
    assert not state_folder().joinpath("state.json").exists()


def test_of_many_articles_one_must_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "many.jsonl"
    lines = [{"title": f"Pier {n}", "text": TEXT.partition("\n\n")[2]} for n in range(2)]
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    assert main(["correct", str(path), "1", "--nobody"]) == 1
    assert "--item" in capsys.readouterr().err
    assert main(["correct", str(path), "1", "--nobody", "--item", "1"]) == 0


def test_nothing_is_lost_while_the_reader_runs(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    running = open_state(state_folder())
    try:
        assert main(["correct", str(article), "1", "--nobody"]) == 1
    finally:
        running.close()
    assert "not be kept" in capsys.readouterr().err
    assert _quotes(article, capsys)[0] == ("Ann Lee", "speech", False)


def test_exports_hold_what_was_put_right(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["correct", str(article), "2", "--speaker", "Mara Holm"])
    capsys.readouterr()
    assert main(["export", "quotes", str(article)]) == 0
    assert "Mara Holm" in capsys.readouterr().out
    assert main(["export", "quotes", str(article), "--no-corrections"]) == 0
    assert "Mara Holm" not in capsys.readouterr().out


def test_a_search_finds_the_corrected_speaker(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def found(query: str) -> bool:
        capsys.readouterr()
        return main(["search", query, str(article.parent)]) == 0

    assert found("speaker:lund")
    main(["correct", str(article), "2", "--speaker", "Mara Holm"])
    assert found("speaker:holm")
    assert not found("speaker:lund")
    article.write_text(TEXT + "\nThe crews waited.\n", "utf-8")
    assert not found("speaker:holm"), "the article is another one now"
    article.write_text(TEXT, "utf-8")
    assert found("speaker:holm")
    main(["correct", str(article), "2", "--undo"])
    assert found("speaker:lund")
    assert not found("speaker:holm")
