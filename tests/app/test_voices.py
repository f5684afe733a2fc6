"""Who said what, over the whole library."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.app.conftest import Start, app_of, settle
from tests.app.library import ROOT, FixedLibrary
from tuireader.app.app import ReaderApp
from tuireader.app.screens.voices import VoicesScreen
from tuireader.state.tinydb_state import TinyDBState


def _rows(pilot: Pilot[int]) -> list[str]:
    voices = pilot.app.screen.query_one("#voices-list", OptionList)
    return [str(option.prompt) for option in voices.options]


async def test_speakers_are_narrowed_and_a_quote_is_opened(start: Start) -> None:
    async with start(size=(80, 11)) as pilot:
        app = app_of(pilot)
        await pilot.press("P")
        await settle(pilot)
        assert isinstance(pilot.app.screen, VoicesScreen)
        assert _rows(pilot)[0].startswith("Mara Lindqvist  4 quotes in 3 articles")
        await pilot.press(*"nobody at all")
        assert _rows(pilot) == ["Nothing fits these words."]
        await pilot.press("ctrl+u", *"lindq", "enter")
        await settle(pilot)
        assert len(_rows(pilot)) == 4
        await pilot.press(*"wind")
        assert len(_rows(pilot)) == 1
        assert "It is only the wind" in _rows(pilot)[0]
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is app.main
        assert app.session.entry is not None
        assert app.session.entry.title == "The bridge that hums"
        assert app.session.opened
        article = app.main.pane.article
        assert article is not None
        assert app.main.pane.position <= article.text.index('"It is only') < len(article.text)
        assert app.main.pane.position > 0
        quote = app.main.pane.current_quote()
        assert quote is not None
        assert article.text[quote.start : quote.end].startswith('"It is only the wind')
        assert app.main.pane.status.text.startswith(f"{quote.speaker} ")


async def test_the_quote_chosen_is_the_one_a_correction_is_about(start: Start) -> None:
    async with start(size=(80, 11)) as pilot:
        app = app_of(pilot)
        await pilot.press("P")
        await settle(pilot)
        await pilot.press(*"lindq", "enter")
        await settle(pilot)
        await pilot.press(*"hums", "down", "enter")
        await settle(pilot)
        second = app.main.pane.current_quote()
        await pilot.press("P")
        await settle(pilot)
        await pilot.press(*"lindq", "enter")
        await settle(pilot)
        await pilot.press(*"hums", "enter")
        await settle(pilot)
        first = app.main.pane.current_quote()
        assert first is not None
        assert second is not None
        assert first.start < second.start
        assert app.correcting.quote == first
        await pilot.press("w", "P")
        assert app.main.pane.narrowed
        await settle(pilot)
        await pilot.press(*"lindq", "enter")
        await settle(pilot)
        await pilot.press(*"hums", "enter")
        await settle(pilot)
        assert not app.main.pane.narrowed


async def test_escape_goes_back_to_the_speakers_and_then_closes(start: Start) -> None:
    async with start() as pilot:
        await pilot.press("P")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert len(_rows(pilot)) == 4
        await pilot.press("escape")
        assert _rows(pilot)[0].startswith("Mara Lindqvist")
        await pilot.press("escape")
        await settle(pilot)
        assert app_of(pilot).screen is app_of(pilot).main


async def test_a_library_without_quotes_says_so(start: Start) -> None:
    async with start(items=()) as pilot:
        await pilot.press("P")
        await settle(pilot)
        assert _rows(pilot) == ["Nobody is quoted in this library."]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize("keys", [("P",), ("P", "enter")], ids=["speakers", "sayings"])
def test_pictures(
    snap_compare: Callable[..., bool],
    state: TinyDBState,
    size: tuple[int, int],
    keys: tuple[str, ...],
) -> None:
    async def press(pilot: Pilot[int]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    run_before: Callable[[Any], Awaitable[None]] = press
    app = ReaderApp((ROOT,), state, open_library=FixedLibrary)
    assert snap_compare(app, terminal_size=size, run_before=run_before)
