from __future__ import annotations

from tests.app.conftest import Start, app_of, settle
from tests.app.library import TITLES
from tuireader.app.app import ReaderApp
from tuireader.app.screens.settings import SettingsScreen
from tuireader.config import config_path, load_settings
from tuireader.config.options import OPTIONS

CHANGEABLE = [option for option in OPTIONS if not isinstance(option.default, tuple)]


def _row(section: str, name: str) -> int:
    return next(
        index
        for index, option in enumerate(CHANGEABLE)
        if (option.section, option.name) == (section, name)
    )


def _painted(app: ReaderApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def test_each_change_takes_effect_at_once_and_is_kept(start: Start) -> None:
    async with start(size=(120, 50)) as pilot:
        app = app_of(pilot)
        await pilot.press("comma", *"j" * _row("list", "order"), "left", "left")
        await settle(pilot)
        await pilot.press("home", *"j" * _row("list", "compact"), "enter")
        await settle(pilot)
        assert app.main.articles.compact
        await pilot.press("home", *"j" * _row("list", "layout"), "l")
        await settle(pilot)
        assert app.panes.stacked
        await pilot.press("home", *"j" * _row("reading", "width"), "h", "h")
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, SettingsScreen)
        assert [entry.title for entry in app.shelf.shown][:5] != TITLES
    settings, problems = load_settings(config_path())
    assert problems == ()
    assert settings.text("list", "order") == "relevance"
    assert settings.number("reading", "width") == 64
    assert settings.flag("list", "compact")
    assert settings.text("list", "layout") == "above"


async def test_the_theme_is_chosen_on_its_own_screen_and_shown_after(start: Start) -> None:
    async with start(size=(120, 50)) as pilot:
        app = app_of(pilot)
        await pilot.press("comma", *"j" * _row("looks", "theme"), "enter")
        await settle(pilot)
        await pilot.press("j", "enter")
        await settle(pilot)
        assert "tuireader-light" in _painted(app)
        await pilot.press("escape")
        assert app.theme == "tuireader-light"


async def test_every_setting_is_shown_with_what_it_is_for(start: Start) -> None:
    async with start(size=(120, 60)) as pilot:
        app = app_of(pilot)
        await pilot.press("comma")
        await settle(pilot)
        painted = _painted(app)
        for option in CHANGEABLE:
            assert f"{option.section}: {option.name.replace('_', ' ')}" in painted
            assert option.about[:40] in painted


async def test_a_text_is_typed_and_the_line_left_without_a_change(start: Start) -> None:
    async with start(size=(120, 50)) as pilot:
        app = app_of(pilot)
        await pilot.press("comma", *"j" * _row("reading", "lookup"), "enter")
        await settle(pilot)
        await pilot.press("ctrl+u", *"q {}", "escape")
        await settle(pilot)
        assert app.settings.text("reading", "lookup") == "dict {}"
        await pilot.press("enter", "ctrl+u", *"q {}", "enter")
        await settle(pilot)
        assert "q {}" in _painted(app)
        assert app.settings.text("reading", "lookup") == "q {}"
        await pilot.press("escape")
        assert not isinstance(app.screen, SettingsScreen)
    settings, problems = load_settings(config_path())
    assert problems == ()
    assert settings.text("reading", "lookup") == "q {}"
