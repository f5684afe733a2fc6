from __future__ import annotations

from pathlib import Path

from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.own_names import OwnName
from tuireader.annotation.settings import DEFAULT
from tuireader.config.annotation import load_annotation
from tuireader.config.settings import Settings, parse_settings


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_lists_the_defaults_hold(tmp_path: Path) -> None:
    assert load_annotation(Settings(), tmp_path) == (DEFAULT, ())


def test_both_lists_of_names_and_the_cues_of_each_language_are_read(tmp_path: Path) -> None:
    _write(tmp_path / "names.txt", "\ufeffzinc accord | law")
    _write(tmp_path / "names.toml", '[[name]]\nname = "Amina Traoré"\n')
    _write(tmp_path / "cues" / "en.toml", 'finite = "blethered"')
    _write(tmp_path / "cues" / "de.toml", 'finite = "schnackte"')
    annotation, problems = load_annotation(Settings(), tmp_path)
    assert problems == ()
    assert annotation.own_names == (
        OwnName("Amina Traoré", Label.PERSON),
        OwnName("zinc accord", Label.LAW),
    )
    assert [cues.language for cues in annotation.own_cues] == ["de", "en"]


def test_a_broken_list_is_told_with_file_and_line_and_left_out(tmp_path: Path) -> None:
    names = _write(tmp_path / "names.txt", "Ole Berg\nzinc | metal\n")
    cues = _write(tmp_path / "cues" / "en.toml", "\nfinit = 'said'\n")
    english = _write(tmp_path / "cues" / "english.toml", "finite = 'said'\n")
    _write(tmp_path / "names.toml", '[[name]]\nname = "Amina Traoré"\n')
    annotation, problems = load_annotation(Settings(), tmp_path)
    assert [name.name for name in annotation.own_names] == ["Amina Traoré"]
    assert annotation.own_cues == ()
    assert [(problem.file, problem.line) for problem in problems] == [
        (names, 2),
        (cues, 2),
        (english, 0),
    ]


def test_a_list_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_bytes(b"Ole Berg\nZo\xeb Holm\n")
    (tmp_path / "names.toml").mkdir()
    folder, latin = load_annotation(Settings(), tmp_path)[1]
    assert "cannot be read" in str(folder)
    assert "Line 2" in str(latin)
    assert "UTF-8" in str(latin)


def test_an_engine_that_is_not_there_is_told_and_the_built_in_one_is_used(tmp_path: Path) -> None:
    settings, _ = parse_settings('[entities]\nengine = "spacy:xx_no_such_pipeline"\n')
    annotation, (problem,) = load_annotation(settings, tmp_path)
    assert annotation == DEFAULT
    assert problem.line == 2
    assert "not installed" in str(problem)
    assert load_annotation(settings, tmp_path, engine="builtin") == (DEFAULT, ())
