"""The program's own colours can be read."""

from __future__ import annotations

import pytest
from textual.color import Color

from tests.app.conftest import Start, app_of, settle
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
