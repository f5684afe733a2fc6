"""The list over a real index: it reads only what is seen, and follows the index."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import app_of, settle
from tuireader.app.app import ReaderApp
from tuireader.app.workers.refresher import EntriesRead
from tuireader.config import Settings
from tuireader.library.entry import Entry
from tuireader.library.library import Library
from tuireader.library.progress import Progress
from tuireader.state.reader_state import Subject
from tuireader.state.tinydb_state import TinyDBState

MANY = 150


def write_article(folder: Path, name: str, title: str, text: str, day: str) -> Path:
    """Write a file that is an article of one paragraph."""
    path = folder / name
    path.write_text(f"{title}\n\n{day}\n\n{text}\n", "utf-8")
    return path


class UnwatchedLibrary(Library):
    """A library that does not follow its files."""

    def watch(self, stop: threading.Event) -> Iterator[Progress]:
        return iter(())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of many articles."""
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(MANY):
        text = f"The lighthouse keeper number {number} counted the ships that passed by at night."
        day = f"{1 + number % 28} March {2000 + number // 28}"
        write_article(made, f"{number:03}.txt", f"Lighthouse report {number:03}", text, day)
    return made


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Library:
    """The same as a library whose index knows them all."""
    made = UnwatchedLibrary([folder], tmp_path / "cache")
    for _ in made.update():
        pass
    return made


def _app(library: Library, state: TinyDBState) -> ReaderApp:
    each = Settings({("list", "group"): False})
    return ReaderApp(library.roots, state, each, open_library=lambda roots: library)


async def _tell(pilot: Pilot[int], library: Library) -> None:
    """Let the app know what has happened to the files."""
    for step in library.update():
        app_of(pilot).main.post_message(
            EntriesRead([*step.entries], [*step.gone], 1, 1, finished=True)
        )
    await settle(pilot)


async def test_only_what_is_seen_is_read(
    library: Library, state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: set[int] = set()
    entries_of = library.entries_of

    def counted(rows: object) -> dict[int, Entry]:
        found = entries_of(rows)  # type: ignore[arg-type]
        read.update(found)
        return found

    monkeypatch.setattr(library, "entries_of", counted)
    async with _app(library, state).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("G", "k", "g", "g", "n")
        await settle(pilot)
        app = app_of(pilot)
        assert len(app.shelf.shown) == MANY
        assert app.main.articles.current == app.shelf.shown[1]
    assert 0 < len(read) < MANY


async def test_the_cursor_and_what_is_shown_stay_when_files_come_and_go(
    library: Library, folder: Path, state: TinyDBState
) -> None:
    async with _app(library, state).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app = app_of(pilot)
        await pilot.press("u", *"jjjj", "r")
        current = app.main.articles.current
        assert current is not None
        assert app.shelf.is_read(current)
        height = app.main.articles.row_height
        screen_line = app.main.articles.cursor * height - app.main.articles.scroll_offset.y
        newest = write_article(folder, "new.txt", "Newest", "A new lamp was lit.", "1 May 2026")
        (folder / "000.txt").unlink()
        await _tell(pilot, library)
        assert app.shelf.shown[0].path == newest
        assert len(app.shelf.shown) == MANY
        assert app.main.articles.current is not None
        assert app.main.articles.current.path == current.path
        after = app.main.articles.cursor * height - app.main.articles.scroll_offset.y
        assert after == screen_line + height or after == screen_line
        await pilot.press("u", "u")
        assert len(app.shelf.shown) == MANY - 1


async def test_all_are_selected_marked_and_sorted(library: Library, state: TinyDBState) -> None:
    async with _app(library, state).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app = app_of(pilot)
        await pilot.press(*":sort title", "enter")
        await settle(pilot)
        titles = [entry.title for entry in app.shelf.shown]
        assert titles == sorted(titles)
        await pilot.press("X", "b", "B")
        assert len(app.shelf.shown) == MANY
        await pilot.press("escape", "A", "u")
        assert len(app.shelf.shown) == 0


async def test_a_first_start_shows_names_then_articles(folder: Path, state: TinyDBState) -> None:
    library = UnwatchedLibrary([folder], folder.parent / "other-cache")
    app = _app(library, state)
    async with app.run_test(size=(100, 30)) as pilot:
        app.refresh()
        await settle(pilot)
        assert len(app.shelf.shown) == MANY
        assert all(entry.row and entry.id for entry in app.shelf.shown)


async def test_a_list_that_begins_with_the_unread_keeps_that_order_when_files_come(
    library: Library, state: TinyDBState
) -> None:
    newest = library.find()[0]
    state.set_read([Subject(newest.id, str(newest.path), newest.title)], True)
    settings = Settings({("list", "group"): False, ("list", "order"): "unread"})
    app = ReaderApp(library.roots, state, settings, open_library=lambda roots: library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert app.shelf.shown[-1] == newest
        write_article(library.roots[0], "more.txt", "One more", "It came late.", "1 May 1990")
        await _tell(pilot, library)
        assert [entry.title for entry in app.shelf.shown[-2:]] == ["One more", newest.title]
