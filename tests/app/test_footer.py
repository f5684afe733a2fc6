"""The last line: what can be pressed now, and what has just happened."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.app.conftest import Start, app_of, settle
from tuireader.app.widgets.footer import KeyFooter
from tuireader.config import Settings


async def test_a_key_whose_command_has_nothing_to_do_says_so(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("F")
        await settle(pilot)
        assert app.main.footer.news == "No links in this text."
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert app.main.footer.news == ""


@pytest.mark.parametrize(
    ("opener", "words"),
    [
        (":", ["Run", "Complete", "Earlier lines", "Leave"]),
        ("f", ["To the list", "Complete", "Show all again"]),
        ("slash", ["Keep", "Undo", "Next hit", "Regular expression"]),
        ("t", ["Done", "Complete", "Leave"]),
    ],
)
async def test_the_footer_names_the_keys_of_the_line_that_is_typed_in(
    start: Start, opener: str, words: list[str]
) -> None:
    async with start(size=(120, 30)) as pilot:
        footer = app_of(pilot).main.footer
        await pilot.press(opener)
        assert [hint.word for hint in footer.hints] == words
        assert footer.pinned == ()
        cell = 0
        for hint in footer.hints:
            if hint.key == "escape":
                break
            cell += hint.painted.cell_length
        await pilot.click(KeyFooter, offset=(cell + 1, 0))
        await settle(pilot)
        assert not isinstance(pilot.app.focused, Input)
        assert footer.hints[0].command


async def test_what_is_too_long_for_the_footer_is_said_over_it(start: Start) -> None:
    async with start(size=(60, 24)) as pilot:
        app = app_of(pilot)
        await pilot.press(":", *"sort nonsense", "enter")
        await settle(pilot)
        (notice,) = app._notifications
        assert notice.message.startswith('There is no order "nonsense"; there are newest, oldest')
        assert notice.message.endswith(".")
        assert app.main.footer.news == ""


async def test_a_sequence_of_keys_is_shown_while_it_waits(start: Start) -> None:
    settings = Settings(values={("keymap", "preset"): "vim"})
    async with start(settings=settings) as pilot:
        app = app_of(pilot)
        await pilot.press("G", "g")
        assert app.main.footer.pending == "g"
        assert app.main.articles.cursor == 5
        await pilot.press("g")
        assert app.main.articles.cursor == 0
