"""The list of views beside the list of articles."""

from __future__ import annotations

from textual.widgets import Input, Static

from tests.app.conftest import Start, app_of, settle
from tests.app.library import TITLES
from tuireader.app.app import ReaderApp
from tuireader.app.view import View
from tuireader.app.view_rows import RowKind, ViewRow
from tuireader.config import Settings, config_path, load_settings
from tuireader.state.tinydb_state import TinyDBState
from tuireader.state.views import View as KeptView

WIDE = (130, 40)


def _rows(app: ReaderApp) -> dict[str, ViewRow]:
    return {row.name: row for row in app.main.views._rows}


def _shown(app: ReaderApp) -> list[str]:
    return [entry.title for entry in app.shelf.shown]


def _help(app: ReaderApp) -> str:
    return str(app.main.filter_bar.query_one("#filter-help", Static).content)


def _typed(app: ReaderApp) -> str:
    return app.main.filter_bar.query_one("#filter-query", Input).value


async def test_views_stand_beside_the_articles_with_live_counts(start: Start) -> None:
    async with start(size=WIDE) as pilot:
        app = app_of(pilot)
        assert not app.main.views.display
        await pilot.press("V")
        await settle(pilot)
        assert app.main.views.display
        assert app.main.articles.display
        assert _rows(app)["Unread"].count == 5
        assert _rows(app)["Bookmarked"].count == 0
        await pilot.press("j", "enter")
        await settle(pilot)
        assert app.main.articles.has_focus
        assert app.listing.heading == "5 of 6 · Unread"
        await pilot.press("r", "b")
        await settle(pilot)
        assert _rows(app)["Unread"].count == 4
        assert _rows(app)["Bookmarked"].count == 1
        await pilot.press("escape")
        await settle(pilot)
        assert len(app.shelf.shown) == 6


async def test_the_list_of_views_is_hidden_again_and_that_is_kept(start: Start) -> None:
    async with start(size=WIDE) as pilot:
        app = app_of(pilot)
        await pilot.press("V")
        assert load_settings(config_path())[0].flag("list", "views")
        await pilot.press("V")
        assert not app.main.views.display
        assert app.main.articles.has_focus
        assert not load_settings(config_path())[0].flag("list", "views")


async def test_where_there_is_no_room_views_take_the_place_of_the_articles(start: Start) -> None:
    async with start(size=(80, 24)) as pilot:
        app = app_of(pilot)
        await pilot.press("V")
        await settle(pilot)
        assert app.main.views.display
        assert not app.main.articles.display
        await pilot.press("j", "enter")
        await settle(pilot)
        assert not app.main.views.display
        assert app.main.articles.has_focus
        assert len(app.shelf.shown) == 5


async def test_kept_views_are_moved_and_forgotten(start: Start, state: TinyDBState) -> None:
    for name, query in (("A", "ferry"), ("B", "clock"), ("C", "preson:x")):
        state.views.save(KeptView(name, query))
    async with start(size=WIDE) as pilot:
        app = app_of(pilot)
        await pilot.press("V")
        await settle(pilot)
        assert _rows(app)["C"].count is None
        views = app.main.views
        views.highlighted = next(at for at, row in enumerate(views._rows) if row.name == "A")
        await pilot.press("J")
        await settle(pilot)
        kept = [row.name for row in views._rows if row.kind is RowKind.KEPT]
        assert kept == ["B", "A", "C"]
        assert views.current is not None
        assert views.current.name == "A"
        await pilot.press("d")
        await settle(pilot)
        assert [view.name for view in state.views.all()] == ["B", "C"]
        await pilot.press("escape", "U")
        assert [view.name for view in state.views.all()] == ["B", "A", "C"]


async def test_each_view_remembers_its_order(start: Start) -> None:
    async with start(size=WIDE) as pilot:
        app = app_of(pilot)
        app.viewing.choose("Unread", "is:unread not is:problem")
        await pilot.press(*":sort title", "enter", ";")
        await settle(pilot)
        assert _shown(app) == sorted(TITLES[:5], reverse=True)
        app.viewing.choose("", "")
        await settle(pilot)
        assert _shown(app)[:5] == TITLES[:5]
        await pilot.press("q")
        await settle(pilot)
    async with start(size=WIDE) as pilot:
        app = app_of(pilot)
        assert _shown(app)[:5] == TITLES[:5]
        app.viewing.choose("Unread", "is:unread not is:problem")
        await settle(pilot)
        assert _shown(app) == sorted(TITLES[:5], reverse=True)


async def test_a_filter_narrows_the_view_and_both_are_kept_together(start: Start) -> None:
    async with start(size=WIDE) as pilot:
        app = app_of(pilot)
        app.viewing.choose("Unread", "is:unread not is:problem")
        await pilot.press("f", *"Elmhaven", "enter")
        await settle(pilot)
        assert app.listing.heading == "3 of 6 · Unread · Elmhaven"
        await pilot.press(*":keep-view Mine", "enter")
        kept = app.state.views.get("Mine")
        assert kept is not None
        assert kept.query == "is:unread not is:problem Elmhaven"
        await pilot.press("escape")
        await settle(pilot)
        assert app.listing.heading == "5 of 6 · Unread"


def test_alternatives_stay_together_in_a_view_that_is_kept() -> None:
    view = View(within="a or b", query="c", bookmarked_only=True)
    assert view.text == "(a or b) c is:bookmarked"


async def test_tab_goes_through_how_a_filter_can_go_on(start: Start) -> None:
    async with start(size=WIDE) as pilot:
        app = app_of(pilot)
        await pilot.press("f", *"source:")
        await settle(pilot)
        assert "The Harbour Post" in _help(app)
        assert "2 articles" in _help(app)
        await pilot.press("tab", "tab")
        await settle(pilot)
        assert _typed(app) == 'source:"Inland Weekly"'


async def test_a_mistake_is_pointed_at_and_put_right_by_tab(start: Start) -> None:
    async with start(size=WIDE) as pilot:
        app = app_of(pilot)
        await pilot.press("f", *"ferry preson:mara")
        await settle(pilot)
        assert _help(app).startswith(" " * (8 + len("ferry ")) + "^^^^^^ ")
        await pilot.press("tab")
        await settle(pilot)
        assert _typed(app) == "ferry person:mara"


async def test_at_the_start_the_views_never_hide_the_list_that_has_the_focus(start: Start) -> None:
    settings = Settings(values={("list", "views"): True})
    async with start(size=(80, 24), settings=settings) as pilot:
        app = app_of(pilot)
        assert app.main.articles.display
        assert app.main.articles.has_focus
        await pilot.press("V")
        await settle(pilot)
        assert app.main.views.has_focus
        assert not app.main.articles.display
        await pilot.press("tab")
        await settle(pilot)
        assert not app.main.views.display
