from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static

from tests.app.conftest import Start, app_of, settle
from tests.app.library import TITLES
from tuireader.app.screens.palette import PaletteScreen
from tuireader.app.screens.themes import ThemeScreen
from tuireader.config import Settings, config_path, load_settings
from tuireader.state.tinydb_state import TinyDBState


async def test_the_palette_finds_a_command_and_runs_it(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert isinstance(app.screen, PaletteScreen)
        await pilot.press(*"bookmarks only")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.shelf.view.bookmarked_only


async def test_the_palette_shows_the_keys_of_the_preset_and_finds_by_both_names(
    start: Start,
) -> None:
    settings = Settings(values={("keymap", "preset"): "emacs"}, keys={"quit": ("alt+q",)})
    async with start(size=(80, 24), settings=settings) as pilot:
        app = app_of(pilot)
        await pilot.press("alt+x")
        await settle(pilot)
        shown = app.screen.query_one(OptionList)
        first = str(shown.get_option_at_index(0).prompt)
        assert first.startswith("Down ")
        assert first.splitlines()[0].endswith(" ctrl+n  down")
        assert "Go to the next article" in first
        search = app.screen.query_one(Input)
        for typed in ("next-quote", "nxt quo"):
            search.value = typed
            await settle(pilot)
            assert str(shown.get_option_at_index(0).prompt).startswith("Next quote ")
        search.value = "zzz"
        await settle(pilot)
        assert str(shown.get_option_at_index(0).prompt) == "No command fits these words."
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PaletteScreen)
        search.value = "quit"
        await settle(pilot)
        assert str(shown.get_option_at_index(0).prompt).splitlines()[0].endswith(" alt+q")
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen_stack == [app.main]


async def test_a_command_of_the_palette_is_run_by_a_click(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("ctrl+p", *"bookmarks only")
        await settle(pilot)
        await pilot.click("#palette-list", offset=(4, 0))
        await settle(pilot)
        assert app.screen is app.main
        assert app.shelf.view.bookmarked_only


async def test_the_command_line_runs_completes_and_remembers(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press(":", *"unread-o", "tab", "enter")
        await settle(pilot)
        assert app.shelf.view.unread_only
        assert app.main.articles.has_focus
        await pilot.press(":", "up", "enter")
        await settle(pilot)
        assert not app.shelf.view.unread_only
        await pilot.press(":", *"3", "enter")
        await settle(pilot)
        assert app.main.articles.cursor == 2


async def test_the_command_line_says_what_it_does_not_know(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press(":", *"next-qoute", "enter")
        await settle(pilot)
        (notice,) = app._notifications
        assert 'Did you mean "next-quote"?' in notice.message


async def test_escape_leaves_the_command_line_without_running_it(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press(":", *"unread-only", "escape")
        await settle(pilot)
        assert not app.shelf.view.unread_only
        assert app.main.articles.has_focus
        assert not app.main.command_line.display


async def test_a_theme_is_tried_on_taken_and_kept(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        assert app.theme == "tuireader-dark"
        await pilot.press("T", "j")
        await settle(pilot)
        assert app.theme == "tuireader-light"
        await pilot.press("escape")
        await settle(pilot)
        assert app.theme == "tuireader-dark"
        await pilot.press("T", "j", "enter")
        await settle(pilot)
        assert app.theme == "tuireader-light"
    settings, problems = load_settings(config_path())
    assert settings.text("looks", "theme") == "tuireader-light"
    assert problems == ()


async def test_all_themes_of_textual_can_be_chosen(start: Start) -> None:
    async with start() as pilot:
        await pilot.press("T")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ThemeScreen)
        assert pilot.app.screen.query_one(OptionList).option_count >= 20


async def test_a_theme_that_cannot_be_kept_is_said(start: Start) -> None:
    config_path().mkdir(parents=True)
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press(":", *"theme nord", "enter")
        await settle(pilot)
        assert app.theme == "nord"
        (notice,) = app._notifications
        assert str(config_path()) in notice.message


async def test_own_keys_macros_and_conflicts_come_from_the_configuration(start: Start) -> None:
    settings = Settings(
        keys={"toggle-bookmark": ("x",), "unread-only": ("x",), "no-such": ("y",)},
        macros={"m": ("toggle-bookmark", "down")},
    )
    async with start(settings=settings) as pilot:
        app = app_of(pilot)
        said = " ".join(notice.message for notice in app._notifications)
        assert "toggle-bookmark" in said
        assert "unread-only" in said
        assert "no-such" in said
        await pilot.press("m", "b", "x")
        assert app.shelf.is_bookmarked(app.shelf.shown[0])
        assert app.shelf.is_bookmarked(app.shelf.shown[1])
        assert app.main.articles.cursor == 1


async def test_a_macro_that_runs_itself_is_stopped(start: Start) -> None:
    settings = Settings(macros={"alt+m": ("down", "macro-alt+m")})
    async with start(settings=settings) as pilot:
        app = app_of(pilot)
        await pilot.press("alt+m")
        await settle(pilot)
        assert app.main.articles.cursor == 1
        assert [notice.message for notice in app._notifications] == [
            'The macro "alt+m" runs itself.'
        ]


async def test_v_selects_as_in_vim_where_its_keys_are_chosen(start: Start) -> None:
    settings = Settings(values={("keymap", "preset"): "vim"})
    async with start(settings=settings) as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("v", "w", "g", "g")
        assert app.main.pane.selecting
        await pilot.press("escape", "g", "r")
        assert app.main.pane.raw


async def test_ctrl_z_suspends(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    async with start() as pilot:
        asked: list[bool] = []
        monkeypatch.setattr(
            type(pilot.app), "action_suspend_process", lambda self: asked.append(True)
        )
        await pilot.press("ctrl+z")
        assert asked == [True]


async def test_welcome_offers_the_samples(start: Start) -> None:
    async with start(roots=()) as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is app.main
        assert app.shelf.shown[0].title == TITLES[0]
        assert not config_path().exists()


async def test_welcome_takes_a_folder_and_keeps_it_as_the_library(
    start: Start, tmp_path: Path
) -> None:
    async with start(roots=()) as pilot:
        app = app_of(pilot)
        await pilot.press("tab", *"/no/such", "enter")
        await settle(pilot)
        assert "check the spelling" in str(
            app.screen.query_one("#welcome-complaint", Static).content
        )
        app.screen.query_one("#folder", Input).value = str(tmp_path)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is app.main
    assert load_settings(config_path())[0].folders == (tmp_path,)


async def test_leaving_the_welcome_ends_with_status_0(start: Start) -> None:
    async with start(roots=()) as pilot:
        await pilot.press("q")
        await settle(pilot)
        assert pilot.app.return_code == 0


async def test_ctrl_c_says_how_to_leave_and_ctrl_q_leaves(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert [notice.message for notice in app._notifications] == ["Press q or ctrl+q to leave."]
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert app.return_code == 0


async def test_a_state_that_cannot_be_kept_is_said_all_the_time(
    start: Start, state: TinyDBState
) -> None:
    state.read_only = True
    async with start() as pilot:
        app = app_of(pilot)
        assert app.main.footer.warning == "read-only: nothing is kept"


async def test_every_setting_on_the_settings_screen_can_be_changed(start: Start) -> None:
    async with start() as pilot:
        await pilot.press(",")
        await settle(pilot)
        shown = pilot.app.screen.query_one(OptionList)
        for index in range(shown.option_count):
            shown.highlighted = index
            said = str(shown.get_option_at_index(index).prompt)
            if "lookup" in said or "engine" in said:
                await pilot.press("enter", "x", "enter")
            elif "theme" not in said:
                await pilot.press("right")
            await settle(pilot)
        assert pilot.app.screen.query_one(OptionList) is shown
    settings, problems = load_settings(config_path())
    assert problems == ()
    assert len(settings.values) == shown.option_count - 1
