"""Versions of one article: under one row, unfolded, compared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.app.conftest import app_of, settle
from tests.app.test_large_list import UnwatchedLibrary, write_article
from tuireader.app.app import ReaderApp
from tuireader.app.screens.versions import VersionsScreen
from tuireader.app.widgets import article_row
from tuireader.app.widgets.article_row import detail_of
from tuireader.config import config_path, load_settings
from tuireader.state.tinydb_state import TinyDBState

_DAYS = [
    f"On day {n} the river at gate {n * 7} rose by {n * 3} centimetres and took bridge {n * 11}."
    for n in range(40)
]
_FLOOD = "\n\n".join(" ".join(_DAYS[at : at + 10]) for at in range(0, 40, 10))


@pytest.fixture
def app(tmp_path: Path, state: TinyDBState) -> ReaderApp:
    """The reader on three versions of one article, and another article that is the newest."""
    folder = tmp_path / "articles"
    folder.mkdir()
    write_article(folder, "one.txt", "The flood", _FLOOD, "1 March 2024")
    later = _FLOOD.replace("took bridge 55", "spared bridge 55")
    write_article(folder, "two.txt", "The flood", later, "2 March 2024")
    write_article(folder, "three.txt", "The flood", _FLOOD + " It is over.", "3 March 2024")
    write_article(folder, "else.txt", "A kite", "A kite flew over a quiet field.", "4 March 2024")
    library = UnwatchedLibrary([folder], tmp_path / "cache")
    for _ in library.update():
        pass
    return ReaderApp(library.roots, state, open_library=lambda roots: library)


def _files(app: ReaderApp) -> list[str]:
    return [entry.path.name for entry in app.shelf.shown]


def _texts(app: ReaderApp) -> str:
    return "\n".join(str(text.content) for text in app.screen.query(Static))


async def test_versions_have_one_row_until_each_is_wanted(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        shown = app_of(pilot).shelf.shown
        assert [entry.versions for entry in shown] == [1, 3]
        assert detail_of(shown[1], 60).endswith("+2 versions")
        assert app.listing.heading == "Articles 2 · newest first"
        await pilot.press("O")
        await settle(pilot)
        assert len(app.shelf.shown) == 4
        assert not load_settings(config_path())[0].flag("list", "group")
        await pilot.press("O")
        await settle(pilot)
        assert len(app.shelf.shown) == 2


async def test_one_row_is_unfolded_and_folded_again(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "%")
        await settle(pilot)
        assert _files(app) == ["else.txt", "three.txt", "two.txt", "one.txt"]
        assert [app.shelf.is_folded_out(row) for row in range(4)] == [False, False, True, True]
        assert app.main.articles.cursor == 1
        await pilot.press("j", "%")
        await settle(pilot)
        assert _files(app) == ["else.txt", "three.txt"]


async def test_versions_stay_under_their_first_in_any_order(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "%", *":sort oldest", "enter")
        await settle(pilot)
        assert _files(app) == ["one.txt", "two.txt", "three.txt", "else.txt"]


async def test_versions_are_compared_side_by_side(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "~")
        await settle(pilot)
        assert isinstance(app.screen, VersionsScreen)
        assert "one.txt (1/2)" in _texts(app)
        assert "It is over." in _texts(app)
        assert "spared bridge" not in _texts(app)
        assert "4 paragraphs are the same" in _texts(app)
        await pilot.press("n")
        await settle(pilot)
        assert "two.txt (2/2)" in _texts(app)
        assert "spared bridge" in _texts(app)
        await pilot.press("escape")
        assert not isinstance(app.screen, VersionsScreen)


async def test_an_article_alone_has_nothing_to_compare(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("~", "%")
        await settle(pilot)
        assert not isinstance(app.screen, VersionsScreen)
        assert len(app.shelf.shown) == 2


async def test_a_story_that_was_read_in_one_version_is_unread_in_none(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("j", "r", "u", "u")
        await settle(pilot)
        assert _files(app) == ["else.txt"]
        await pilot.press("U", "u", "u")
        await settle(pilot)
        assert _files(app) == ["else.txt", "three.txt"]


async def test_opening_a_version_or_marking_the_list_reads_the_whole_story(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "enter")
        await settle(pilot)
        assert len(app.state.marked().read) == 3
        await pilot.press("U", "escape", "A")
        await settle(pilot)
        assert len(app.state.marked().read) == 4


async def test_versions_with_rows_of_their_own_are_read_one_by_one(app: ReaderApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("O")
        await settle(pilot)
        await pilot.press("j", "r")
        await settle(pilot)
        assert len(app.state.marked().read) == 1


@pytest.mark.parametrize(
    ("size", "no_colour"), [((120, 40), ""), ((80, 24), "1")], ids=["large", "small no colour"]
)
def test_how_they_look_side_by_side(
    app: ReaderApp,
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    no_colour: str,
) -> None:
    monkeypatch.setattr(article_row, "today", lambda: date(2024, 5, 1))
    monkeypatch.setenv("NO_COLOR", no_colour)

    async def compare(pilot: Pilot[int]) -> None:
        await settle(pilot)
        await pilot.press("j", "~")
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=compare)
