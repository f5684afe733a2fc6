"""Files are read in the background: said, followed, and stopped on request."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator

from textual.pilot import Pilot

from tests.app.conftest import Start, app_of, settle
from tests.app.library import ARTICLES, ROOT, TITLES, FixedLibrary, make_article
from tuireader.app.app import ReaderApp
from tuireader.articles.article import Metadata
from tuireader.articles.checkpoint import Checkpoint, go_on
from tuireader.articles.formats.format import ReadOptions
from tuireader.library.entry import Entry, Loaded
from tuireader.library.overruling import Overruling
from tuireader.library.progress import Progress
from tuireader.state.tinydb_state import TinyDBState


class SlowLibrary(FixedLibrary):
    """A library that reads one file, then waits until it is told to stop or to go on."""

    def __init__(self, roots: object) -> None:
        super().__init__([ROOT])
        self.go_on = threading.Event()
        self.waiting = threading.Event()
        self.stopped = False

    def update(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        steps = super().update(stop=stop)
        yield next(steps)
        yield next(steps)
        self.waiting.set()
        while not (stop() or self.go_on.wait(0.005)):
            pass
        self.stopped = stop()
        if not self.stopped:
            yield from steps


class WatchedLibrary(FixedLibrary):
    """A library into which a file comes while it is open."""

    def watch(self, stop: threading.Event) -> Iterator[Progress]:
        article = make_article(
            "new.txt", Metadata("A new bridge", published="2025-01-01"), ["New."]
        )
        self.items.append(article)
        yield Progress(0, 0)
        yield Progress(1, 1, (self.read(len(self.items)),))
        self.remove(ARTICLES[0].path)
        yield Progress(0, 0, (), (ARTICLES[0].path,))


class BrokenLibrary(FixedLibrary):
    """A library whose reading fails, and in which no article can be opened."""

    def update(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        yield next(super().update(stop=stop))
        raise RuntimeError("the disk is gone")

    def load(
        self,
        entry: Entry,
        options: ReadOptions | None = None,
        overruling: Overruling | None = None,
        checkpoint: Checkpoint = go_on,
    ) -> Loaded:
        raise ValueError("a fault of ours")


async def _until(pilot: Pilot[int], true: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not true():
            await pilot.pause()


async def test_reading_is_said_and_stopped_and_the_screen_never_waits(state: TinyDBState) -> None:
    library = SlowLibrary(())
    app = ReaderApp([ROOT], state, open_library=lambda roots: library)
    async with app.run_test() as pilot:
        await _until(pilot, lambda: library.waiting.is_set() and len(app.shelf.shown) == 6)
        await pilot.press("j", "j")
        assert app.main.articles.cursor == 2
        assert app.filling.refresher.running
        await pilot.press("ctrl+g")
        await settle(pilot)
        assert library.stopped
        assert not app.filling.refresher.running
        assert app.main.footer.news == "Stopped reading the files."


async def test_leaving_while_files_are_read_stops_the_reading(state: TinyDBState) -> None:
    library = SlowLibrary(())
    app = ReaderApp([ROOT], state, open_library=lambda roots: library)
    async with app.run_test() as pilot:
        await _until(pilot, library.waiting.is_set)
        await pilot.press("q")
        await _until(pilot, lambda: library.stopped)
    assert app.return_code == 0


async def test_what_comes_and_goes_is_followed(state: TinyDBState) -> None:
    app = ReaderApp([ROOT], state, open_library=WatchedLibrary)
    async with app.run_test() as pilot:
        await settle(pilot)
        titles = [entry.title for entry in app_of(pilot).shelf.shown]
        assert titles[0] == "A new bridge"
        assert titles[1:5] == TITLES[:4]
        assert TITLES[4] not in titles


async def test_the_cursor_is_followed_though_the_list_is_read_anew_meanwhile(start: Start) -> None:
    async with start(size=(140, 30)) as pilot:
        app = app_of(pilot)
        library = app.library
        assert isinstance(library, FixedLibrary)
        await pilot.press("j")
        await settle(pilot)
        app.main.articles.go_bottom()  # what it tells is not heard yet
        for row in range(1, len(library.items) + 1):
            library.read(row)
        app.listing.set_view(app.listing.view)
        await settle(pilot)
        assert app.session.entry == app.main.articles.current
        assert app.session.entry == app.shelf.shown[-1]


async def test_a_fault_is_said_and_leaves_the_reader_running(state: TinyDBState) -> None:
    app = ReaderApp([ROOT], state, open_library=BrokenLibrary)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settle(pilot)
        (notice,) = app._notifications
        assert "the disk is gone" in notice.message
        strips = app.screen._compositor.render_strips()
        painted = "\n".join("".join(segment.text for segment in strip) for strip in strips)
        assert "a fault of ours" in painted
        await pilot.press("j", "enter")
        await settle(pilot)
        assert app.return_code is None
