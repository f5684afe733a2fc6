from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Start, app_of, settle
from tuireader.app.app import ReaderApp
from tuireader.app.commands.command import Context
from tuireader.app.widgets.reading_pane import ReadingPane


@asynccontextmanager
async def reading(start: Start) -> AsyncIterator[tuple[Pilot[int], ReaderApp]]:
    """Open the first article, which is long and has two quotes and two names."""
    async with start() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        yield pilot, app_of(pilot)


async def test_zen_shows_the_text_alone_and_escape_ends_it(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("z")
        await settle(pilot)
        assert not app.main.articles.display
        assert not app.main.footer.display
        await pilot.press("escape")
        await settle(pilot)
        assert app.main.articles.display
        assert app.main.footer.display
        assert app.panes.context is Context.READING


async def test_plus_and_minus_change_the_width(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(start) as (pilot, _):
        changes: list[int] = []

        def change(pane: ReadingPane, delta: int) -> int:
            changes.append(delta)
            return 72

        monkeypatch.setattr(ReadingPane, "change_width", change)
        await pilot.press("+", "-", "2", "-")
        assert changes == [4, -4, -8]


async def test_tab_goes_to_the_other_pane_and_opens_what_is_shown(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        assert not app.session.opened
        await pilot.press("tab")
        await settle(pilot)
        assert app.panes.context is Context.READING
        assert app.session.opened
        assert app.shelf.is_read(app.shelf.shown[0])
        await pilot.press("shift+tab")
        assert app.main.articles.has_focus
