from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.app.conftest import Start, app_of, settle
from tuireader.app import garbage


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """Whether the collector was running, each time that all there is was set aside."""
    calls: list[bool] = []
    monkeypatch.setattr(garbage, "_in_charge", False)
    monkeypatch.setattr(gc, "freeze", lambda: calls.append(gc.isenabled()))
    before = gc.get_threshold()
    yield calls
    gc.set_threshold(*before)
    gc.enable()


async def test_what_is_loaded_for_the_list_and_the_first_article_is_set_aside(
    start: Start, frozen: list[bool]
) -> None:
    garbage.put_off()
    assert not gc.isenabled()
    async with start(size=(120, 40)) as pilot:
        assert app_of(pilot).session.loaded is not None
        assert frozen == [False, True]
        assert gc.isenabled()
        assert gc.get_threshold()[0] == garbage.SELDOM
        await pilot.press("j")
        await settle(pilot)
        assert frozen == [False, True]


async def test_the_collector_of_others_is_left_alone(start: Start, frozen: list[bool]) -> None:
    usual = gc.get_threshold()
    async with start(size=(120, 40)) as pilot:
        assert app_of(pilot).session.loaded is not None
    assert frozen == []
    assert gc.get_threshold() == usual
