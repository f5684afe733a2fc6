"""The help: every command, searched, read by the keys of the text."""

from __future__ import annotations

from textual.widgets import Static

from tests.app.conftest import Start, app_of, settle
from tuireader.app.app import ReaderApp
from tuireader.app.commands.registry import COMMANDS
from tuireader.app.screens.help import HelpScreen


def _help_text(app: ReaderApp) -> str:
    return str(app.screen.query_one("#help-text", Static).content)


async def test_help_is_read_by_the_keys_of_the_text(start: Start) -> None:
    async with start() as pilot:
        await pilot.press("?")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, HelpScreen)
        await pilot.press("G")
        await pilot.pause()
        assert screen.scrolled.scroll_offset.y == screen.scrolled.max_scroll_y > 0
        await pilot.press("g", "ctrl+d")
        await pilot.pause()
        assert screen.scrolled.scroll_offset.y == screen.scrolled.size.height // 2


async def test_help_lists_every_command_with_its_keys(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("?")
        await pilot.pause()
        text = _help_text(app)
        for command in COMMANDS:
            assert command.help.split()[0] in text
            for key in command.keys:
                assert key in text
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, HelpScreen)


async def test_help_shows_the_keys_of_the_focused_pane_first(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("?")
        await pilot.pause()
        assert _help_text(app).startswith("In the list")
        await pilot.press("escape", "enter", "f1")
        await settle(pilot)
        assert _help_text(app).startswith("In the text")


async def test_help_is_searched(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("?", "/", *"bookmark only")
        await pilot.pause()
        text = _help_text(app)
        assert "B " in text
        assert "quote" not in text
        await pilot.press("escape")
        await pilot.pause()
        assert "Go to the next quote." in _help_text(app)


async def test_the_help_fills_the_width_there_is_and_keeps_its_columns(start: Start) -> None:
    async with start(size=(80, 24)) as pilot:
        app = app_of(pilot)
        await pilot.press("?")
        await settle(pilot)
        lines = _help_text(app).splitlines()
        assert max(map(len, lines)) > 66
        assert "  enter  l  right       " in lines[1]
        assert lines[1].index("Read the article") == lines[2].index("Select the article")
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert max(map(len, _help_text(app).splitlines())) > 86


async def test_the_help_of_the_text_begins_with_what_can_be_done_now(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "f1")
        await settle(pilot)
        own, _, rest = _help_text(app).partition("\n\n")
        assert "(while selecting)" not in own
        assert "(while selecting)" in rest
