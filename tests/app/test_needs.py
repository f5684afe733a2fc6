"""Keys of commands that have nothing to do say why, rather than nothing."""

from __future__ import annotations

import pytest

from tests.app.conftest import Start, app_of, settle
from tests.app.library import ARTICLES, PROBLEM
from tests.app.test_commands_correcting import painted
from tuireader.app.commands.registry import COMMANDS
from tuireader.config import Settings

QUIET = next(article for article in ARTICLES if '"' not in article.text)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("s", "No quote here."),
        ("c", "No quote here."),
        ("w", "No quote of a known speaker here."),
        ("full_stop", "No name here, and no words selected."),
        ("F", "No links in this text."),
        ("tilde", "No other versions of this article here."),
        ("ctrl+g", "No files are being read now."),
    ],
)
async def test_a_key_with_nothing_to_do_in_a_text_says_why(
    start: Start, key: str, told: str
) -> None:
    async with start(items=[QUIET]) as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.session.loaded is not None
        assert app.main.footer.news == ""
        await pilot.press(key)
        assert app.main.footer.news == told
        await pilot.press("j")
        assert app.main.footer.news == ""


@pytest.mark.parametrize("key", ["v", "i", "L", "slash", "right_square_bracket", "H", "y"])
async def test_without_a_text_they_say_that(start: Start, key: str) -> None:
    async with start(items=[PROBLEM]) as pilot:
        app = app_of(pilot)
        assert app.session.loaded is None
        await pilot.press(key)
        assert app.main.footer.news == "No text is open."


@pytest.mark.parametrize(("key", "name"), [("!", "pipe"), ("$", "pipe-quotes")])
async def test_the_words_after_a_key_without_a_text_are_not_taken_for_keys(
    start: Start, key: str, name: str
) -> None:
    async with start(items=[PROBLEM]) as pilot:
        app = app_of(pilot)
        await pilot.press(key)
        assert app.main.footer.news == "No text is open."
        await pilot.press(*"brew")
        assert app.main.command_line.line == f"{name} brew"
        await pilot.press("enter")
        await settle(pilot)
        assert "No text is open." in painted(app)


async def test_a_line_without_what_its_command_needs_says_so(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("Z", "enter")
        assert app.main.command_line.display
        assert '"read-as" needs something after its name; Esc leaves.' in painted(app)
        await pilot.press("escape")
        assert not app.main.command_line.display


@pytest.mark.parametrize(
    ("pane", "key", "told"),
    [
        ("list", "J", '"Next paragraph" works in the text.'),
        ("text", "A", '"Mark all read" works in the list.'),
        ("list", "backslash", 'No command has the key "\\"; ? shows all.'),
        ("text", "f9", 'No command has the key "F9"; ? shows all.'),
        ("list", "left", ""),
        ("text", "enter", ""),
        ("text", "right", ""),
        ("list", "escape", ""),
    ],
)
async def test_a_key_that_is_not_for_this_pane_says_so(
    start: Start, pane: str, key: str, told: str
) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        if pane == "text":
            await pilot.press("enter")
            await settle(pilot)
        app.main.hush()
        await pilot.press(key)
        assert app.main.footer.news == told
        await pilot.press("j")
        assert app.main.footer.news == ""


async def test_keys_that_lead_nowhere_say_so(start: Start) -> None:
    async with start(settings=Settings(keys={"top": ("g g",)})) as pilot:
        await pilot.press("g", "backslash")
        assert app_of(pilot).main.footer.news == "No command has these keys."


async def test_an_empty_list_says_so(start: Start) -> None:
    async with start(items=[]) as pilot:
        for key, told in (("enter", "No article here."), ("A", "No articles on the list.")):
            await pilot.press(key)
            assert app_of(pilot).main.footer.news == told


async def test_the_command_line_says_the_same(start: Start) -> None:
    async with start(items=[PROBLEM]) as pilot:
        assert not app_of(pilot).keys.run_line("legend")
        await pilot.pause()
        assert [note.message for note in app_of(pilot)._notifications] == ["No text is open."]


def test_every_command_that_needs_something_says_what() -> None:
    """But for those whose key means something else where they are not available."""
    silent = {
        command.id
        for command in COMMANDS
        if command.needs is not None and not command.missing and command.rank == 2
    }
    assert silent == {"show-all"}
