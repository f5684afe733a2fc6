from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key

from tuireader.app.commands.command import Command, Context
from tuireader.app.commands.registry import COMMANDS
from tuireader.app.keymap import KeyReader, build_keymap, key_name
from tuireader.app.presets import PRESETS

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class _Fake(Command):
    """Do nothing."""

    name = "Fake"

    def run(self, app: ReaderApp, count: int | None) -> None:
        raise AssertionError


class Alpha(_Fake):
    keys = ("a",)


class Beta(_Fake):
    keys = ("b",)
    context = Context.READING


class Jump(_Fake):
    keys = ("g g", "G")


class Hit(_Fake):
    keys = ("a",)
    while_finding = True


ALPHA, BETA, JUMP, HIT = Alpha(), Beta(), Jump(), Hit()
FAKES = (ALPHA, BETA, JUMP, HIT)


@dataclass
class Pressed:
    key: str
    character: str | None


def reader(own: dict[str, tuple[str, ...]] | None = None) -> KeyReader:
    return KeyReader(build_keymap(FAKES, {}, own or {}))


def test_keys_are_named_by_their_character_where_it_can_be_seen() -> None:
    assert key_name(Pressed("right_square_bracket", "]")) == "]"
    assert key_name(Pressed("G", "G")) == "G"
    assert key_name(Pressed("space", " ")) == "space"
    assert key_name(Pressed("ctrl+d", "\x04")) == "ctrl+d"
    assert key_name(Pressed("up", None)) == "up"
    assert key_name(Pressed("plus", "+")) == "+"
    assert key_name(Pressed("ctrl+right_square_bracket", "\x1d")) == "ctrl+]"
    assert key_name(Pressed("ctrl+underscore", "\x1f")) == "ctrl+_"
    assert key_name(Pressed("ctrl+minus", None)) == "ctrl+-"
    assert key_name(Pressed("ctrl+@", "\x00")) == "ctrl+space"
    assert key_name(Pressed("ctrl+pagedown", None)) == "ctrl+pagedown"


@pytest.mark.parametrize(
    ("typed", "name"),
    [("o", "o"), ("\x1bo", "alt+o"), ("<", "<"), ("G", "G"), (" ", "space"), ("\x0f", "ctrl+o")],
)
def test_keys_are_named_as_a_terminal_sends_them(typed: str, name: str) -> None:
    parser = XTermParser()
    (event,) = parser._sequence_to_key_events(typed[-1], alt=typed[0] == "\x1b")
    assert key_name(event) == name


@pytest.mark.parametrize(
    ("own", "typed"),
    [
        ("alt+b", "\x1bb"),
        ("alt+b", "\x1b[98;3u"),
        ("alt+f", "\x1bf"),
        ("alt+x", "\x1bx"),
        ("alt+1", "\x1b1"),
        ("alt+-", "\x1b-"),
        ("alt+backspace", "\x1b\x7f"),
        ("ctrl+left", "\x1b[1;5D"),
        ("ctrl+@", "\x00"),
        ("f6", "\x1b[17~"),
    ],
)
def test_a_key_of_ones_own_works_as_a_terminal_sends_it(own: str, typed: str) -> None:
    parser = XTermParser()
    (event,) = (item for item in (*parser.feed(typed), *parser.feed("")) if isinstance(item, Key))
    press = reader({"alpha": (own,)}).feed(key_name(event), Context.READING)
    assert [command.id for command in press.commands] == ["alpha"]


def test_the_identifier_comes_from_the_class() -> None:
    assert [command.id for command in FAKES] == ["alpha", "beta", "jump", "hit"]
    assert {"next-quote", "half-page-down", "toggle-read"} <= {item.id for item in COMMANDS}


def test_a_key_names_its_command_and_the_find_goes_first() -> None:
    assert reader().feed("a", Context.LIST).commands == (HIT, ALPHA)


def test_a_pane_has_its_own_keys() -> None:
    assert reader().feed("b", Context.READING).commands == (BETA,)
    assert not reader().feed("b", Context.LIST).used


def test_a_count_goes_with_the_key_and_is_forgotten_after() -> None:
    keys = reader()
    assert keys.feed("1", Context.LIST).waiting
    assert keys.feed("0", Context.LIST).waiting
    assert keys.pending == "10"
    assert keys.feed("a", Context.LIST).count == 10
    assert keys.feed("a", Context.LIST).count is None


def test_a_sequence_waits_for_its_end() -> None:
    keys = reader()
    assert keys.feed("g", Context.LIST).waiting
    assert keys.pending == "g"
    assert keys.feed("g", Context.LIST).commands == (JUMP,)
    assert keys.pending == ""


def test_a_broken_sequence_is_forgotten() -> None:
    keys = reader()
    keys.feed("g", Context.LIST)
    broken = keys.feed("a", Context.LIST)
    assert (broken.commands, broken.used) == ((), True)
    assert keys.feed("a", Context.LIST).commands == (HIT, ALPHA)


def test_escape_gives_up_what_was_typed() -> None:
    keys = reader()
    keys.feed("5", Context.LIST)
    assert keys.feed("escape", Context.LIST).commands == ()
    assert keys.feed("a", Context.LIST).count is None


def test_own_keys_replace_the_default_and_name_both_in_a_conflict() -> None:
    keymap = build_keymap(FAKES, {}, {"jump": ("a",)})
    assert keymap.keys_of(JUMP) == ("a",)
    assert keymap.keys_of(ALPHA) == ()
    (conflict,) = keymap.conflicts
    assert "jump" in str(conflict)
    assert "alpha" in str(conflict)


def test_a_key_that_begins_a_sequence_is_a_conflict() -> None:
    keymap = build_keymap(FAKES, {}, {"alpha": ("g",)})
    assert [(item.kept, item.lost) for item in keymap.conflicts] == [(ALPHA, JUMP)]
    assert keymap.keys_of(JUMP) == ("G",)


def test_the_presets_have_no_conflicts_and_no_unknown_commands() -> None:
    known = {command.id for command in COMMANDS}
    for name, preset in PRESETS.items():
        assert build_keymap(COMMANDS, preset, {}).conflicts == [], name
        assert set(preset) <= known, name


def test_no_default_key_is_taken_by_terminals_or_multiplexers() -> None:
    taken = {"ctrl+b", "ctrl+a", "ctrl+s", "ctrl+q", "ctrl+c", "ctrl+h", "ctrl+m", "ctrl+j"}
    used = {key for command in COMMANDS for keys in command.keys for key in keys.split()}
    assert not used & taken


def test_every_command_says_what_it_does() -> None:
    for command in COMMANDS:
        assert command.help.endswith("."), command.id
        assert len(command.help) < 100, command.id


@given(st.lists(st.sampled_from(["g", "a", "b", "G", "1", "0", "escape", "x"]), max_size=12))
def test_whatever_is_typed_escape_makes_a_fresh_start(keys: list[str]) -> None:
    typed = reader()
    for key in keys:
        typed.feed(key, Context.READING)
    typed.feed("escape", Context.READING)
    assert typed.pending == ""
    assert typed.feed("b", Context.READING).commands == (BETA,)
