"""Articles that take long to open: said, and never in the way of another."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.app.conftest import Start, app_of, settle
from tests.app.library import ARTICLES, PROBLEM, ROOT, FixedLibrary, entry_of
from tuireader.app import session
from tuireader.app.app import ReaderApp
from tuireader.app.commands.command import Context
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.widgets.message_view import MessageView
from tuireader.app.workers import loader
from tuireader.articles.article import Unreadable
from tuireader.articles.checkpoint import Checkpoint, GivenUpError, go_on
from tuireader.articles.formats.format import ReadOptions
from tuireader.library.entry import Entry, Loaded
from tuireader.library.library import Library
from tuireader.library.overruling import Overruling
from tuireader.state.tinydb_state import TinyDBState


class Delayed(FixedLibrary):
    """A library in which something happens before one article is opened."""

    def __init__(self, path: Path) -> None:
        super().__init__([ROOT])
        self._path = path
        self.opened: list[Path] = []

    def delay(self, checkpoint: Checkpoint) -> None:
        """Do what happens before."""

    def load(
        self,
        entry: Entry,
        options: ReadOptions | None = None,
        overruling: Overruling | None = None,
        checkpoint: Checkpoint = go_on,
    ) -> Loaded | Unreadable:
        if entry.path == self._path:
            self.delay(checkpoint)
        self.opened.append(entry.path)
        return super().load(entry, options, overruling, checkpoint)


class SlowToOpen(Delayed):
    """A library in which one article is opened only when the test says so."""

    def __init__(self, slow: Path) -> None:
        super().__init__(slow)
        self.go_on = threading.Event()

    def delay(self, checkpoint: Checkpoint) -> None:
        self.go_on.wait(60)


class StepByStep(Delayed):
    """A library in which one article is opened in steps without end."""

    begun = given_up = 0

    def delay(self, checkpoint: Checkpoint) -> None:
        self.begun += 1
        try:
            while True:
                checkpoint()
        except GivenUpError:
            self.given_up += 1
            raise


async def until(condition: Callable[[], object]) -> None:
    """Let the program work until something holds."""
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0)


@asynccontextmanager
async def waiting(
    state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Pilot[int], SlowToOpen]]:
    """The reader, waiting for an article that the list cursor is not on."""
    monkeypatch.setattr(session, "LONG_WAIT", 0.001)
    monkeypatch.setattr(loader, "PATIENCE", 0.001)
    slow = ARTICLES[-1]
    library = SlowToOpen(slow.path)
    app = ReaderApp([ROOT], state, open_library=lambda roots: library)
    async with app.run_test(size=(100, 30)) as pilot:
        try:
            await until(lambda: app.session.loaded)
            app.session.open(entry_of(slow))
            app.panes.focus_text()
            await until(lambda: app.main.pane.has_class("-message"))
            yield pilot, library
        finally:
            library.go_on.set()


async def test_a_file_that_cannot_be_read_is_not_hidden_by_what_was_awaited_before(
    state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with waiting(state, monkeypatch) as (pilot, library):
        app = app_of(pilot)
        app.session.open(replace(entry_of(PROBLEM), problem=PROBLEM.reason))
        library.go_on.set()
        await settle(pilot)
        assert app.session.loaded is None
        assert app.main.pane.has_class("-message")


@pytest.mark.parametrize("pane", ["list", "text", "message"])
async def test_a_long_wait_is_told_and_ends_with_the_article(
    state: TinyDBState, monkeypatch: pytest.MonkeyPatch, pane: str
) -> None:
    async with waiting(state, monkeypatch) as (pilot, library):
        app = app_of(pilot)
        if pane == "list":
            app.panes.focus_list()
        elif pane == "message":
            app.panes.focus_text()
        message = app.main.pane.query_one(MessageView)
        assert "being opened" in str(message.query_one("#message-text", Static).visual)
        assert app.session.loaded is None
        library.go_on.set()
        await until(lambda: app.session.loaded)
        await settle(pilot)
        assert app.main.pane.article == ARTICLES[-1]
        assert not app.main.pane.has_class("-message")
        expected = app.main.articles if pane == "list" else app.main.pane.view
        assert app.main.focused is expected


async def test_a_key_for_the_text_says_that_it_is_still_being_opened(
    state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with waiting(state, monkeypatch) as (pilot, library):
        app = app_of(pilot)
        await pilot.press("v")
        assert app.main.footer.news == "The article is still being opened."
        library.go_on.set()
        await until(lambda: app.session.loaded)
        await pilot.press("v")
        assert app.main.footer.news == ""


async def test_who_goes_to_the_text_while_a_message_comes_and_goes_is_there(
    state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "PATIENCE", 0.001)
    library = SlowToOpen(ARTICLES[0].path)
    app = ReaderApp([ROOT], state, open_library=lambda roots: library)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(lambda: app.session.entry)
        app.session.show_problem("Quays of Orsk", "It is being opened.", "")
        app.panes.focus_text()  # the message is not on the screen yet
        assert app.panes.context is Context.READING
        library.go_on.set()
        await until(lambda: app.session.loaded)
        await settle(pilot)
        assert app.main.focused is app.main.pane.view


async def test_another_article_is_opened_while_one_takes_long(
    state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with waiting(state, monkeypatch) as (pilot, library):
        app = app_of(pilot)
        app.session.open(entry_of(ARTICLES[1]))
        await until(lambda: app.session.loaded)
        assert app.main.pane.article == ARTICLES[1]
        assert ARTICLES[-1].path not in library.opened
        library.go_on.set()
        await until(lambda: ARTICLES[-1].path in library.opened)
        await settle(pilot)
        assert app.main.pane.article == ARTICLES[1]


async def test_no_more_than_a_few_articles_are_opened_at_once(
    state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "AT_ONCE", 1)
    async with waiting(state, monkeypatch) as (pilot, library):
        app = app_of(pilot)
        before = len(library.opened)
        for article in ARTICLES[:3]:
            app.loader.forget_all()
            app.session.open(entry_of(article))
            await settle_timers(pilot)
        assert len(library.opened) == before
        library.go_on.set()
        await until(lambda: app.session.loaded)
        assert app.main.pane.article == ARTICLES[2]
        assert library.opened[before:] == [ARTICLES[-1].path, ARTICLES[2].path]


async def settle_timers(pilot: Pilot[int]) -> None:
    """Let timers of no length ring."""
    for _ in range(5):
        await pilot.pause()


async def test_an_article_that_nobody_waits_for_is_given_up_and_opened_anew_when_wanted(
    state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "PATIENCE", 0.001)
    first, endless = ARTICLES[0], ARTICLES[-1]
    library = StepByStep(endless.path)
    app = ReaderApp([ROOT], state, open_library=lambda roots: library)
    async with app.run_test(size=(100, 30)):
        await until(lambda: app.session.loaded)
        app.session.open(entry_of(endless))
        await until(lambda: library.begun == 1)
        app.session.open(entry_of(first))
        await until(lambda: library.given_up == 1)
        await until(lambda: app.session.loaded)
        assert app.session.loaded is not None
        assert app.session.loaded.article.path == first.path
        app.session.open(entry_of(endless))
        await until(lambda: library.begun == 2)
        assert library.given_up == 1
    await until(lambda: library.given_up == 2)


def test_opening_is_given_up_between_its_steps(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The quay of Orsk was closed on Monday.", "utf-8")
    library = Library([tmp_path], cache=tmp_path / "cache")
    entry = Entry(tmp_path / "a.txt")
    steps: list[None] = []
    assert isinstance(library.load(entry, checkpoint=lambda: steps.append(None)), Loaded)
    assert len(steps) > 30
    for last in (1, 2, 5, len(steps)):
        with pytest.raises(GivenUpError):
            library.load(entry, checkpoint=_ending_at(last))


def _ending_at(last: int) -> Checkpoint:
    left = iter(range(1, last))

    def end() -> None:
        if next(left, None) is None:
            raise GivenUpError

    return end


async def test_an_article_is_prepared_for_the_pane_where_it_is_opened(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    made = Prepared.__init__

    def watched(self: Prepared, loaded: Loaded) -> None:
        threads.append(threading.current_thread())
        made(self, loaded)

    monkeypatch.setattr(Prepared, "__init__", watched)
    async with start() as pilot:
        assert app_of(pilot).session.loaded is not None
    assert threads
    assert threading.main_thread() not in threads
