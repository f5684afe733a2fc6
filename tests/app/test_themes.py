"""The program's own colours can be read."""

from __future__ import annotations

import pytest
from textual.color import Color

from tests.app.conftest import Start, app_of, settle
from tuireader.app.app import ReaderApp
from tuireader.app.rendition.palette import IN_16_ON_DARK
from tuireader.app.themes import THEMES
from tuireader.config import Settings


def _contrast(one: Color, other: Color) -> float:
    def luminance(color: Color) -> float:
        parts = [
            value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
            for value in color.normalized
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_everything_painted_has_enough_contrast(start: Start, theme: str) -> None:
    """Text needs 4.5 to 1 by WCAG 2.2, success criterion 1.4.3; lines and signs 3 to 1."""
    settings = Settings(values={("looks", "theme"): theme})
    async with start(settings=settings, size=(100, 30)) as pilot:
        app = app_of(pilot)
        await pilot.press("b", "j", "r", "j", "j")
        await settle(pilot)
        strips = app.screen._compositor.render_strips()
        seen = 0
        for strip in strips:
            for text, style, _ in strip:
                if not any(c.isalnum() for c in text) or style is None:
                    continue
                front, back = style.color, style.bgcolor
                if front is None or back is None:
                    continue
                seen += 1
                if style.dim:
                    continue
                ratio = _contrast(Color.from_rich_color(front), Color.from_rich_color(back))
                assert ratio >= 4.5, (text, front, back)
        assert seen > 20


def _worst(app: ReaderApp) -> list[tuple[float, str]]:
    """Return the words on the screen with too little contrast."""
    found = []
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if style is None or style.color is None or style.bgcolor is None:
                continue
            if style.color.triplet is None or style.bgcolor.triplet is None:
                continue
            colours = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            ratio = _contrast(*colours)
            if ratio < 4.5 and any(character.isalnum() for character in text):
                found.append((ratio, text))
    return found


@pytest.mark.parametrize("keys", [("i",), ("escape", "question_mark")])
async def test_everything_has_enough_contrast_in_every_theme(
    start: Start, keys: tuple[str, ...]
) -> None:
    """The article with quotes, names and hits, the list, the panel of people, the help."""
    async with start(size=(110, 34)) as pilot:
        app = app_of(pilot)
        await pilot.press("b", "j", "r", "enter")
        await settle(pilot)
        await pilot.press("slash", "e", "enter", *keys)
        await settle(pilot)
        assert len(app.available_themes) > 20
        for theme in sorted(app.available_themes):
            app.theme = theme
            await settle(pilot)
            assert _worst(app) == [], theme


# The colours of the Linux console: about what other terminals show by default.
_SIXTEEN = (
    *("#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa"),
    *("#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff"),
)


async def test_every_theme_can_be_read_in_sixteen_colours(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm")
    async with start(size=(100, 30)) as pilot:
        app = app_of(pilot)
        await pilot.press("b", "j", "r", "enter", "]")
        await settle(pilot)
        for theme in sorted(app.available_themes):
            app.theme = theme
            await settle(pilot)
            pairs = {
                (style.color.number, style.bgcolor.number)
                for strip in app.screen._compositor.render_strips()
                for text, style, _ in strip
                if style and style.color and style.bgcolor and text.strip() and not style.dim
            }
            assert len(pairs) > 1
            for front, back in pairs:
                # None is a colour of more than sixteen, or the terminal's own
                assert front is not None or theme.startswith("ansi"), theme
                if front is None or back is None:
                    continue
                ratio = _contrast(Color.parse(_SIXTEEN[front]), Color.parse(_SIXTEEN[back]))
                assert ratio > 2.4, (theme, front, back)


async def test_a_terminal_of_sixteen_colours_gets_its_own(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm")
    async with start(size=(110, 34)) as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.main.pane.view.dress.colours.ansi
        names = {
            style.color.name
            for strip in app.screen._compositor.render_strips()
            for _, style, _ in strip
            if style is not None and style.color is not None
        }
        assert names & set(IN_16_ON_DARK)
