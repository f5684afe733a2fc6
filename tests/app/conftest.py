"""A running reader over some articles of our own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual._context import active_app
from textual.pilot import Pilot

from tests.app.idle import until_idle
from tests.app.library import ARTICLES, PROBLEM, ROOT, FixedLibrary
from tuireader.app.app import ReaderApp
from tuireader.articles.article import Article, Unreadable
from tuireader.config import Settings
from tuireader.state.tinydb_state import TinyDBState, open_state

Start = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


async def settle(pilot: Pilot[int]) -> None:
    """Return once nothing is being read or opened and everything is painted."""
    await pilot.pause()
    while not all(worker.is_finished for worker in pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


@pytest.fixture
def state(tmp_path: Path) -> Iterator[TinyDBState]:
    """An empty state."""
    opened = open_state(tmp_path / "state")
    yield opened
    opened.close()


@pytest.fixture
def start(state: TinyDBState) -> Start:
    """What starts the reader on the articles, as a context manager that ends it."""

    @asynccontextmanager
    async def starter(
        size: tuple[int, int] = (100, 30),
        settings: Settings | None = None,
        items: Sequence[Article | Unreadable] = (*ARTICLES, PROBLEM),
        roots: Sequence[Path] = (ROOT,),
    ) -> AsyncIterator[Pilot[int]]:
        app = ReaderApp(
            roots, state, settings, open_library=lambda roots: FixedLibrary(roots, items)
        )
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            yield pilot

    return starter


def app_of(pilot: Pilot[int]) -> ReaderApp:
    """Return the running reader of a pilot."""
    assert isinstance(pilot.app, ReaderApp)
    return pilot.app


@pytest.fixture(autouse=True)
def certain_idleness(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pilots wait until everything asked is done, not only for a quiet processor."""

    async def wait(min_sleep: float = 0, max_sleep: float = 1) -> None:
        await until_idle(active_app.get(None))

    monkeypatch.setattr("textual.app.wait_for_idle", wait)
    monkeypatch.setattr("textual.pilot.wait_for_idle", wait)
