from __future__ import annotations

from pathlib import Path

from tuireader.config.phrases import load_phrases


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_files_there_are_none(tmp_path: Path) -> None:
    assert load_phrases(tmp_path) == ((), ())


def test_the_files_of_each_language_are_read(tmp_path: Path) -> None:
    _write(tmp_path / "phrases" / "no.toml", '[subscription]\nstarts = ["Slå på varsler"]\n')
    _write(tmp_path / "phrases" / "en.toml", '[related]\nwithout = ["find out more"]\n')
    phrases, problems = load_phrases(tmp_path)
    assert problems == ()
    assert [(one.language, one.lists, one.without) for one in phrases] == [
        ("en", (), (("related", ("find out more",)),)),
        ("no", (("subscription", "starts", ("Slå på varsler",)),), ()),
    ]


def test_a_broken_file_is_told_with_its_line_and_the_others_hold(tmp_path: Path) -> None:
    broken = _write(tmp_path / "phrases" / "de.toml", '\n[werbung]\nstarts = ["Jetzt neu"]\n')
    named = _write(tmp_path / "phrases" / "norsk.toml", '[legal]\nstarts = ["Alle rett"]\n')
    _write(tmp_path / "phrases" / "no.toml", '[legal]\nstarts = ["Alle rett"]\n')
    phrases, problems = load_phrases(tmp_path)
    assert [one.language for one in phrases] == ["no"]
    assert [(problem.file, problem.line) for problem in problems] == [(broken, 2), (named, 0)]
    assert "left out" in str(problems[0])
