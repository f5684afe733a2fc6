"""What the program makes of its terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.app.conftest import Start, app_of, settle
from tests.terminal import Terminal, reader
from tuireader.app.terminal import lacks_colour

ARTICLE = """\
The bridge that hums

"We heard it before we saw it," said Mara Lindqvist, who keeps the toll house.
"""


@pytest.mark.parametrize(
    ("system", "colours", "lacking"),
    [
        ("standard", 0, True),
        ("standard", 2, True),
        (None, 0, True),
        ("standard", 8, False),
        ("standard", None, False),
        ("256", 0, False),
        ("truecolor", 0, False),
    ],
)
def test_where_the_environment_is_in_doubt_terminfo_says_whether_there_are_colours(
    system: str | None, colours: int | None, lacking: bool
) -> None:
    assert lacks_colour(system, lambda: colours) is lacking


@pytest.mark.parametrize("kind", ["vt100", "xterm"])
def test_a_terminal_without_colours_gets_none(tmp_path: Path, kind: str) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    terminal = Terminal(reader(tmp_path), environment={"TERM": kind, "COLORTERM": ""})
    terminal.wait_for("Mara Lindqvist")
    terminal.send("q")
    assert terminal.leave() == 0
    colours = re.findall(rb"\x1b\[(?:\d+;)*(?:3[0-7]|9[0-7]|38)[;m]", terminal.output)
    assert bool(colours) is (kind == "xterm")
    assert b"\x1b[38;" not in terminal.output


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ((",", "down"), "list: preview"),
        (("T", "down"), "tuireader-light"),
        (("ctrl+p", "down"), "Up"),
        (("P",), "Mara Lindqvist"),
        (("down",), "A ferry for nine people"),
    ],
)
async def test_the_row_under_the_cursor_is_seen_without_colour(
    start: Start, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], words: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with start(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        app = app_of(pilot)
        turned = [
            text
            for strip in app.screen._compositor.render_strips()
            for text, style, _ in strip
            if style and style.reverse and text.strip()
        ]
        assert any(words in text for text in turned), turned


def test_keys_typed_faster_than_the_screen_go_where_they_are_meant(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    terminal = Terminal(reader(tmp_path))
    terminal.wait_for("Mara Lindqvist")
    terminal.wait_for("Articles 1")
    terminal.send(":sort title\r")
    terminal.wait_for("by title")
    for typed, shown in [
        ("fis:unread", "is:unread"),
        ("/toll", "toll 1 of 1"),
        ("Pmara", "│ mara "),
        ("\x10quo", "│ quo "),
        ("txyz", "Tags xyz"),
    ]:
        terminal.send(typed)
        terminal.wait_for(shown)
        terminal.send("\x1b")
        terminal.wait_until(lambda shown=shown: shown not in terminal.screen, f"{shown!r} to go")  # type: ignore[misc]
    terminal.send("q")
    assert terminal.leave() == 0


async def test_the_terminals_cursor_is_in_the_line_and_the_list_that_has_the_focus(
    start: Start,
) -> None:
    async with start(size=(80, 24)) as pilot:
        app = app_of(pilot)
        await pilot.press(":")
        await settle(pilot)
        line = app.main.command_line.query_one("#command").region
        assert app.cursor_position == line.offset
        await pilot.press("s", "o")
        await settle(pilot)
        assert app.cursor_position == line.offset + Offset(2, 0)
        await pilot.press("escape", ",")
        await settle(pilot)
        first = app.cursor_position
        await pilot.press("down")
        await settle(pilot)
        assert app.cursor_position == first + Offset(0, 2)
