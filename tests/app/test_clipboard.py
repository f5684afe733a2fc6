from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.app.conftest import Start, app_of, settle
from tuireader.app import terminal
from tuireader.app.clipboard import clipboard_command, over_ssh, put_on_clipboard


@pytest.mark.parametrize(
    ("environment", "installed", "command"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, {"xclip", "wl-copy"}, "wl-copy"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, {"xsel"}, "xsel"),
        ({"DISPLAY": ":0"}, {"xclip", "xsel", "wl-copy"}, "xclip"),
        ({}, {"pbcopy"}, "pbcopy"),
        ({}, {"clip.exe"}, "clip.exe"),
        ({}, {"xclip", "wl-copy"}, ""),
        ({"DISPLAY": ":0"}, set(), ""),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "a 1 b 2"}, {"xclip", "pbcopy"}, ""),
        ({"SSH_TTY": "/dev/pts/3"}, {"pbcopy"}, ""),
    ],
)
def test_the_clipboard_of_the_machine_one_sits_at_is_used(
    environment: Mapping[str, str], installed: set[str], command: str
) -> None:
    found = clipboard_command(environment, lambda name: name if name in installed else None)
    assert (found[0] if found else "") == command


def test_ssh_is_known_by_its_variables() -> None:
    assert over_ssh({"SSH_CLIENT": "10.0.0.1 5 22"})
    assert not over_ssh({"SSH_AUTH_SOCK": "/tmp/agent"})
    assert not over_ssh({"SSH_TTY": ""})


def test_the_text_is_given_to_the_program_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "clipboard"
    script = f"import sys; open({str(file)!r}, 'wb').write(sys.stdin.buffer.read())"
    put_on_clipboard((sys.executable, "-c", script), "“Grüße”\n漢")
    assert file.read_text("utf-8") == "“Grüße”\n漢"


def test_a_program_that_fails_stops_nothing(tmp_path: Path) -> None:
    put_on_clipboard((str(tmp_path / "none"),), "words")
    put_on_clipboard((sys.executable, "-c", "raise SystemExit(1)"), "words")


async def test_what_is_copied_goes_to_the_system_too(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[tuple[str, ...], str]] = []
    monkeypatch.setattr(terminal, "clipboard_command", lambda: ("wl-copy",))
    monkeypatch.setattr(
        terminal, "put_on_clipboard", lambda command, text: given.append((command, text))
    )
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("]", "x", "w", "y")
        await settle(pilot)
        assert given == [(("wl-copy",), '"We heard')]
        assert app.clipboard == '"We heard'
        await pilot.press("x", "w", "ctrl+c")
        await settle(pilot)
        assert len(given) == 2


async def test_nothing_moves_smoothly_over_ssh(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        app.set_smooth(True)
        levels: list[str] = [app.animation_level]
        monkeypatch.setattr(terminal, "over_ssh", lambda: True)
        app.set_smooth(True)
        assert [*levels, app.animation_level] == ["full", "none"]


async def test_where_marks_are_said_in_words_the_cursor_is_where_the_reader_is(
    start: Start,
) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        app.cursor_position = Offset(3, 4)
        assert app.cursor_position == Offset(3, 4)
        app.choices.choose("reading", "spell_out", True)
        await settle(pilot)
        rows = app.main.articles.content_region
        assert app.cursor_position == rows.offset
        await pilot.press("j")
        assert app.cursor_position == rows.offset + Offset(0, app.main.articles.row_height)
        await pilot.press("k", "enter")
        await settle(pilot)
        view = app.main.pane.view
        first = app.cursor_position
        assert view.content_region.contains_point(first)
        await pilot.press("]")
        quoted = app.cursor_position
        assert quoted != first
        await pilot.press("x", "l")
        assert app.cursor_position != quoted
        await pilot.press("escape", "G")
        await settle(pilot)
        assert view.content_region.contains_point(app.cursor_position)
        await pilot.press("/", *"toll")
        await settle(pilot)
        assert not view.content_region.contains_point(app.cursor_position)
        await pilot.press("?")
        await settle(pilot)
        assert app.focus_place is None
