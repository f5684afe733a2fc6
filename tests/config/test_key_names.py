from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.app.commands.registry import COMMANDS
from tuireader.app.presets import PRESETS
from tuireader.config.key_names import key_complaint
from tuireader.config.settings import parse_settings


def test_the_keys_of_the_program_are_written_right() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    keys += [key for preset in PRESETS.values() for given in preset.values() for key in given]
    assert {key: key_complaint(key) for key in keys if key_complaint(key)} == {}


@pytest.mark.parametrize(
    "key", ["j", "é", "+", "ctrl++", "ctrl+]", "shift+tab", "ctrl+shift+left", "f12", "g  g"]
)
def test_other_keys_that_there_are(key: str) -> None:
    assert key_complaint(key) == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ctrl+N", "ctrl+n"),
        ("ctl+n", "ctrl+n"),
        ("C-n", "ctrl+n"),
        ("<C-n>", "ctrl+n"),
        ("^n", "ctrl+n"),
        ("M-x", "alt+x"),
        ("alt+O", "alt+shift+o"),
        ("shift+a", "A"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("return", "enter"),
        ("PageDown", "pagedown"),
        ("page-up", "pageup"),
        ("pagdown", "pagedown"),
        ("Esc", "escape"),
        ("g Home", "home"),
    ],
)
def test_a_key_written_otherwise_is_said_with_what_is_meant(written: str, meant: str) -> None:
    assert key_complaint(written).endswith(f'Did you mean "{meant}"?')


@pytest.mark.parametrize("key", ["frobnicate", "ctrl+", "ctrl+frob", "g frob"])
def test_where_nothing_is_near_the_way_to_write_keys_is_said(key: str) -> None:
    assert "Keys are written like these" in key_complaint(key)


@given(st.text(max_size=20))
def test_what_is_offered_is_a_key(written: str) -> None:
    complaint = key_complaint(written)
    if complaint.endswith('"?'):
        assert key_complaint(complaint.rsplit('"', 2)[1]) == ""


def test_a_wrong_key_is_named_with_its_line() -> None:
    (problem,) = parse_settings('[keys]\n\nquit = ["Q", "Ctrl+Q"]\n')[1]
    assert problem.line == 3
    assert 'Did you mean "ctrl+q"?' in str(problem)
    (problem,) = parse_settings('[macros]\nF5 = "down"\n')[1]
    assert 'Did you mean "f5"?' in str(problem)
