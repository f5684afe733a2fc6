from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.config import default_config, load_settings, sample_articles
from tuireader.config.options import OPTIONS
from tuireader.config.settings import parse_settings


def _complaints(text: str) -> list[str]:
    return [str(problem) for problem in parse_settings(text)[1]]


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings, problems = load_settings(tmp_path / "config.toml")
    assert problems == ()
    assert settings.mark_read == "opened"
    assert settings.number("reading", "width") == 72
    assert settings.folders == ()


def test_what_the_file_says_holds() -> None:
    settings, problems = parse_settings(
        '[library]\nfolders = ["/a", "~/b"]\n[reading]\nwidth = 60\nmark_read = "never"\n'
        '[list]\npreview = false\n[keys]\nopen = ["o", "g o"]\nquit = "Q"\n'
        '[macros]\nz = ["next-unread", "open"]\n'
    )
    assert problems == ()
    assert settings.folders == (Path("/a"), Path("~/b").expanduser())
    assert settings.number("reading", "width") == 60
    assert not settings.flag("list", "preview")
    assert settings.keys == {"open": ("o", "g o"), "quit": ("Q",)}
    assert settings.macros == {"z": ("next-unread", "open")}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[reading]\n\nwidht = 60\n", 3, ('"widht"', 'Did you mean "width"?')),
        ("[raeding]\nwidth = 60\n", 1, ("[raeding]", 'Did you mean "reading"?')),
        ("[reading]\nwidth = 6000\n", 2, ("from 20 to 300",)),
        ("[reading]\nwidth = true\n", 2, ("whole number",)),
        ('[reading]\nmark_read = "openned"\n', 2, ("must be one of", 'Did you mean "opened"?')),
        ("[list]\npreview = 1\n", 2, ("true or false",)),
        ("[looks]\ntheme = 5\n", 2, ("quotation marks",)),
        ('[library]\nfolders = "/a"\n', 2, ("list of texts",)),
        ("[keys]\nopen = 5\n", 2, ("a key or a list of keys",)),
        ("width = 60\n", 1, ("no section",)),
        ("[reading]\nwidth = = 60\n", 2, ("not valid TOML",)),
        ("[reading\n", 1, ("not valid TOML",)),
        ("[looks]\ntheme = nord # mine\n", 2, ("not valid TOML", 'theme = "nord"')),
        ('[looks]\ntheme = "a"\ntheme = "b"\n', 3, ("may stand only once",)),
        ("[looks]\n[looks]\n", 2, ("may stand only once",)),
        ('theme = "nord"\n', 1, ("belongs below a line [looks]",)),
        ('looks = "dark"\n', 1, ('"looks" is a section',)),
        ("[[looks]]\n", 1, ('"looks" is a section',)),
        ('[looks]\nsymbols = "ASCII"\n', 2, ('Did you mean "ascii"?',)),
        ("reading = { width = 5 }\n", 1, ("from 20 to 300",)),
        ("\nreading.width = 5\n", 2, ("from 20 to 300",)),
        ("[keys]\n[keys.more]\na = 1\n", 2, ("a key or a list of keys",)),
        ("[macros]\nq = []\n", 2, ("has no commands",)),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, line: int, words: tuple[str, ...]) -> None:
    (problem,) = parse_settings(text)[1]
    assert problem.line == line
    for word in words:
        assert word in str(problem)


def test_one_mistake_leaves_the_rest_standing() -> None:
    settings, problems = parse_settings("[reading]\nwidth = 0\nmark_read = 'never'\n")
    assert len(problems) == 1
    assert settings.mark_read == "never"
    assert settings.number("reading", "width") == 72


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    _, (problem,) = load_settings(tmp_path / "config.toml")
    assert "cannot be read" in str(problem)
    (tmp_path / "other.toml").write_bytes(b"[looks]\n# caf\xe9\n")
    _, (problem,) = load_settings(tmp_path / "other.toml")
    assert "UTF-8" in str(problem)
    assert problem.line == 2


def test_the_mark_that_editors_of_windows_begin_with_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[reading]\nwidth = 60\n", "utf-8-sig")
    settings, problems = load_settings(tmp_path / "config.toml")
    assert problems == ()
    assert settings.number("reading", "width") == 60


@given(st.text(max_size=200))
def test_no_text_ends_the_program(text: str) -> None:
    parse_settings(text)


def test_the_default_file_changes_nothing_and_names_everything() -> None:
    text = default_config()
    settings, problems = parse_settings(text)
    assert problems == ()
    assert settings.values == {}
    for option in OPTIONS:
        assert f"# {option.name} = " in text
    assert _complaints(text.replace("# next", "next").replace("# top", "top")) == []
    bare = "\n".join(
        line.removeprefix("# ")
        for line in text.splitlines()
        if line.startswith("[") or any(line.startswith(f"# {o.name} = ") for o in OPTIONS)
    )
    settings, problems = parse_settings(bare)
    assert problems == ()
    for option in OPTIONS:
        found = settings.values[option.section, option.name]
        assert found == (
            list(option.default) if isinstance(option.default, tuple) else option.default
        )


def test_the_samples_are_found_in_a_checkout() -> None:
    folder = sample_articles()
    assert folder is not None
    assert len([*folder.iterdir()]) >= 12
