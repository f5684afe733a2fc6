"""What the reader says of names holds in the shell and in searches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tuireader.annotation.annotation import Label
from tuireader.annotation.kind_words import KIND_PLURALS
from tuireader.cli.main import main
from tuireader.config import state_folder
from tuireader.library.library import Library
from tuireader.state.anchors import anchor
from tuireader.state.corrections import CorrectionKind
from tuireader.state.records import Subject
from tuireader.state.tinydb_state import open_state


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    text = "Pier\n\nAnn Lee runs the harbour of Orsk. Peter Lund, a diver, was ill.\n"
    (folder / "pier.txt").write_text(text, "utf-8")
    (entry,) = [entry for step in Library([folder], None).update() for entry in step.entries]
    state = open_state(state_folder())
    for words, value in (("Orsk", "ORG"), ("Peter Lund", "")):
        start = text.index(words)
        place = anchor(text, start, start + len(words))
        state.corrections.set(Subject(entry.id), CorrectionKind.LABEL, place, value)
    state.flush()
    state.close()
    return folder


def _names(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["entities", str(folder / "pier.txt"), "--json", *more]) == 0
    found = json.loads(capsys.readouterr().out)["entities"]
    return {entity["name"]: (entity["label"], entity["corrected"]) for entity in found}


def test_entities_prints_names_as_the_reader_put_them_right(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _names(folder, capsys) == {"Ann Lee": ("PERSON", False), "Orsk": ("ORG", True)}
    before = _names(folder, capsys, "--no-corrections")
    assert before["Peter Lund"] == ("PERSON", False)
    assert before["Orsk"] == ("GPE", False)
    assert main(["entities", str(folder / "pier.txt")]) == 0
    assert "Orsk  (you said so)" in capsys.readouterr().out


def test_a_search_finds_names_as_the_reader_put_them_right(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for query, titles in (("person:Lund", []), ("org:Orsk", ["pier"]), ("place:Orsk", [])):
        capsys.readouterr()
        assert main(["search", query, str(folder), "--json"]) in (0, 1)
        lines = capsys.readouterr().out.splitlines()
        assert [Path(json.loads(line)["path"]).stem for line in lines] == titles


def test_entities_are_printed_under_the_name_of_their_kind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "pier.txt"
    article.write_text(
        "LISBON -- On Monday Ann Lee paid 20 euros.\n\nAnn Lee of Lisbon thanked the Red Cross.\n"
    )
    assert main(["entities", str(article)]) == 0
    lines = capsys.readouterr().out.splitlines()
    kinds = [line for line in lines if line.endswith(":")]
    assert kinds == [f"{name}:" for name in KIND_PLURALS.values() if f"{name}:" in kinds]
    assert {"People:", "Amounts of money:"} <= set(kinds)
    assert "    2 Ann Lee" in lines
    assert not any("LISBON" in line and "Lisbon" in line for line in lines)


def test_every_kind_has_a_name_to_be_printed_under() -> None:
    assert set(KIND_PLURALS) == set(Label)
