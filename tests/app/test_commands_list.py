from __future__ import annotations

import threading
from collections.abc import Iterable

import pytest
from textual import events
from textual.widgets import Input, Static

from tests.app.conftest import Start, app_of, settle
from tests.app.library import TITLES, FixedLibrary, make_article
from tuireader.app import shelf
from tuireader.app.app import ReaderApp
from tuireader.app.commands.command import Context
from tuireader.app.controllers import bulk
from tuireader.app.session import subject_of_entry
from tuireader.app.workers.refresher import EntriesRead
from tuireader.articles.article import Metadata
from tuireader.state.reader_state import Subject


def _in_text(app: ReaderApp) -> bool:
    return app.panes.context is Context.READING


def _titles(app: ReaderApp) -> list[str]:
    return [entry.title for entry in app.shelf.shown if not entry.problem]


async def test_the_list_shows_every_article_newest_first_and_files_that_are_none(
    start: Start,
) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        assert _titles(app) == TITLES
        (problem,) = [entry for entry in app.shelf.shown if entry.problem]
        assert problem.path.name == "picture.txt"
        assert app.main.articles.border_title is not None
        assert "6" in app.main.articles.border_title


async def test_moving_in_the_list_shows_the_article_without_marking_it_read(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("j")
        await settle(pilot)
        assert app.main.articles.cursor == 1
        assert app.session.entry is not None
        assert app.session.entry.title == TITLES[1]
        assert app.main.pane.article is not None
        assert app.main.pane.article.title == TITLES[1]
        assert not app.shelf.is_read(app.session.entry)


async def test_enter_opens_marks_read_and_goes_to_the_text(start: Start) -> None:
    for key in ("enter", "l"):
        async with start() as pilot:
            app = app_of(pilot)
            await pilot.press("j", key)
            await settle(pilot)
            assert _in_text(app)
            assert app.shelf.is_read(app.shelf.shown[1])
            assert not app.shelf.is_read(app.shelf.shown[0])


async def test_escape_and_h_go_back_to_the_list(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        for key in ("escape", "h"):
            await pilot.press("enter")
            await settle(pilot)
            assert _in_text(app)
            await pilot.press(key)
            await pilot.pause()
            assert not _in_text(app)


async def test_counts_pages_and_ends_move_the_cursor(start: Start) -> None:
    async with start(size=(100, 8)) as pilot:
        app = app_of(pilot)
        page = app.main.articles.page
        for keys, row in (
            ("3j", 3),
            ("2k", 1),
            ("G", 5),
            ("g", 0),
            ("2G", 1),
            ("k", 0),
            (["space"], page),
            (["pageup"], 0),
            (["ctrl+d"], round(page / 2)),
            (["ctrl+u"], 0),
            (["end"], 5),
            (["home"], 0),
            (["down"], 1),
            (["up"], 0),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            assert app.main.articles.cursor == row, keys


async def test_n_and_p_go_to_unread_articles(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("j", "r", "k", "n")
        await pilot.pause()
        assert app.main.articles.cursor == 2
        await pilot.press("p")
        await pilot.pause()
        assert app.main.articles.cursor == 0
        await pilot.press("p")
        await pilot.pause()
        assert app.main.articles.cursor == 0
        assert "no unread article above" in app.main.footer.news


async def test_n_in_the_text_opens_the_next_unread_article(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert app.session.loaded is not None
        assert app.session.loaded.article.title == TITLES[1]
        assert _in_text(app)
        assert app.shelf.is_read(app.shelf.shown[1])


async def test_r_marks_read_and_unread_again(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("r")
        assert app.shelf.is_read(app.shelf.shown[0])
        await pilot.press("r")
        assert not app.shelf.is_read(app.shelf.shown[0])
        await pilot.press("3", "r")
        assert [app.shelf.is_read(entry) for entry in app.shelf.shown] == [True] * 3 + [False] * 3


async def test_b_bookmarks_and_capital_b_shows_bookmarks_only(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("j", "b", "B")
        await settle(pilot)
        assert _titles(app) == [TITLES[1]]
        assert app.listing.heading == "1 of 6 · Bookmarks"
        await pilot.press("B")
        await settle(pilot)
        assert len(app.shelf.shown) == 6


async def test_u_shows_unread_only_and_keeps_what_is_read_meanwhile(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("r", "u")
        await settle(pilot)
        assert _titles(app) == TITLES[1:]
        assert app.listing.heading == "4 of 6 · Unread"
        await pilot.press("enter")
        await settle(pilot)
        assert _titles(app) == TITLES[1:]
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert len(app.shelf.shown) == 6


async def test_undo_and_redo(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("b", "U")
        assert not app.shelf.is_bookmarked(app.shelf.shown[0])
        assert app.main.footer.news
        await pilot.press("ctrl+r")
        assert app.shelf.is_bookmarked(app.shelf.shown[0])


async def test_sort_by_title_keeps_the_cursor_on_its_article(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("j")
        await pilot.press(*":sort title", "enter")
        await settle(pilot)
        assert _titles(app) == sorted(TITLES)
        assert app.main.articles.current is not None
        assert app.main.articles.current.title == TITLES[1]


async def test_a_file_that_is_none_says_why_in_the_pane(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("G", "enter")
        await settle(pilot)
        assert app.session.entry is not None
        assert app.session.entry.problem
        assert app.session.loaded is None
        await pilot.press("r", "b", "v", "]")
        assert app.state.records() == ()


async def test_clicking_an_article_opens_it(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.click("#articles", offset=(5, 1 + 2 * app.main.articles.row_height))
        await settle(pilot)
        assert app.main.articles.cursor == 2
        assert _in_text(app)


async def test_quitting_ends_with_status_0(start: Start) -> None:
    async with start() as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.return_code == 0


async def test_f_narrows_the_list_while_typing_and_says_what_it_hides(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("f", *"Elmhaven")
        await settle(pilot)
        assert _titles(app) == [TITLES[0], TITLES[2], TITLES[4]]
        assert app.listing.heading == "3 of 6 · Elmhaven"
        await pilot.press("enter")
        await settle(pilot)
        assert app.main.articles.has_focus
        assert not app.main.filter_bar.display
        await pilot.press("r", "u")
        await settle(pilot)
        assert _titles(app) == [TITLES[2], TITLES[4]]
        await pilot.press("escape")
        await settle(pilot)
        assert len(app.shelf.shown) == 6


async def test_escape_in_the_filter_shows_everything_again(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("f", *"nothing like this", "escape")
        await settle(pilot)
        assert len(app.shelf.shown) == 6
        assert app.main.articles.has_focus


async def test_a_query_that_is_none_is_explained(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("f", *"(ferry")
        await settle(pilot)
        told = app.main.filter_bar.query_one("#filter-help", Static).content
        assert "bracket" in str(told) or "(" in str(told)
        assert len(app.shelf.shown) == 6


async def test_x_selects_and_r_marks_what_is_selected(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("x", "j", "x", "r")
        assert [app.shelf.is_read(entry) for entry in app.shelf.shown][:4] == [1, 0, 1, 0]
        assert not app.main.articles.selected
        await pilot.press("U")
        assert not any(app.shelf.is_read(entry) for entry in app.shelf.shown)


async def test_escape_selects_nothing_before_it_shows_all(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("g", "u", "X")
        assert len(app.main.articles.selected) == 5
        await pilot.press("escape")
        assert not app.main.articles.selected
        assert app.shelf.view.unread_only
        await pilot.press("X", "X")
        assert not app.main.articles.selected


async def test_a_marks_all_read_and_undo_takes_it_back(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("r", "A")
        assert all(app.shelf.is_read(entry) for entry in app.shelf.shown if not entry.problem)
        assert "4" in app.main.footer.news
        await pilot.press("U")
        assert [app.shelf.is_read(entry) for entry in app.shelf.shown][:3] == [True, False, False]


async def test_an_empty_library_says_what_to_do(start: Start) -> None:
    async with start(items=()) as pilot:
        app = app_of(pilot)
        strips = app.screen._compositor.render_strips()
        painted = "\n".join("".join(segment.text for segment in strip) for strip in strips)
        assert "No articles here" in painted
        await pilot.press("j", "enter", "r", "b", "]", "n", "G", "x", "A", "v", "i", "y")
        await settle(pilot)
        assert app.return_code is None


async def test_a_query_that_finds_nothing_shows_no_article(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("f", *"xyzzy", "enter")
        await settle(pilot)
        assert app.main.articles.current is None
        await pilot.press("j", "enter", "r", "n", "escape")
        await settle(pilot)
        assert len(app.shelf.shown) == 6


async def test_a_filter_is_kept_shown_again_and_forgotten(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press(*":filter Elmhaven", "enter")
        await settle(pilot)
        await pilot.press(*":keep-view Home town", "enter", "escape")
        await settle(pilot)
        assert len(app.shelf.shown) == 6
        await pilot.press(*":show-view Home town", "enter")
        await settle(pilot)
        assert len(app.shelf.shown) == 3
        await pilot.press(*":forget-view Home town", "enter")
        await settle(pilot)
        await pilot.press(*":show-view Home town", "enter")
        await settle(pilot)
        assert "No filter is kept" in app.main.footer.news


async def test_new_files_never_take_away_what_is_being_read(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        library = app.library
        assert isinstance(library, FixedLibrary)
        metadata = Metadata("Newer", published="2025-01-01")
        library.items.append(make_article("new.txt", metadata, ["It is new."]))
        newer = library.read(len(library.items))
        app.main.post_message(EntriesRead([newer], [], 1, 1, finished=True))
        await settle(pilot)
        assert app.shelf.shown[0].title == "Newer"
        assert app.session.loaded is not None
        assert app.session.loaded.article.title == TITLES[0]
        assert app.main.articles.current is not None
        assert app.main.articles.current.title == TITLES[0]
        gone = app.session.loaded.article.path
        library.remove(gone)
        app.main.post_message(EntriesRead([], [gone], 1, 1, finished=True))
        await settle(pilot)
        assert len(app.shelf.shown) == 6
        assert app.session.loaded.article.title == TITLES[0]
        assert app.main.pane.article is not None
        assert app.main.pane.article.title == TITLES[0]


async def test_keys_that_come_in_one_burst_each_find_what_the_one_before_did(
    start: Start,
) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        for key in "lhnlnh":
            app.post_message(events.Key(key, key))
        await settle(pilot)
        assert app.main.articles.cursor == 2
        assert app.session.entry is app.shelf.shown[2]
        # The one between was left before there was anything of it to read.
        assert [app.shelf.is_read(entry) for entry in app.shelf.shown[:4]] == [
            True,
            False,
            True,
            False,
        ]
        assert not _in_text(app)


@pytest.mark.parametrize("key", ["f", ":"])
async def test_words_typed_right_after_the_key_go_into_the_line(start: Start, key: str) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        for typed in f"{key}harbour":
            app.post_message(events.Key(typed, typed))
        await settle(pilot)
        assert isinstance(app.focused, Input)
        assert app.focused.value == "harbour"
        assert app.state.records() == ()


async def test_a_great_many_are_marked_in_the_background(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "AT_ONCE", 1)
    async with start() as pilot:
        app = app_of(pilot)
        ids = [entry.id for entry in app.shelf.shown if entry.id]
        may_go_on = threading.Event()
        mark = app.state.set_read

        def slowly(subjects: Iterable[Subject], read: bool) -> str:
            may_go_on.wait(60)
            return mark(subjects, read)

        with monkeypatch.context() as patched:
            patched.setattr(app.state, "set_read", slowly)
            await pilot.press("A")
            assert app.main.footer.progress == "Marking the unread articles"
            await pilot.press("U")
            assert "try again in a moment" in app.main.footer.news
            may_go_on.set()
            await settle(pilot)
        assert app.state.marked().read == set(ids)
        assert f"Marked {len(ids)} articles read" in app.main.footer.news
        assert app.main.footer.progress == ""
        await pilot.press("U")
        await settle(pilot)
        assert not app.state.marked().read
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert app.state.marked().read == set(ids)
        await pilot.press("X", "b")
        await settle(pilot)
        assert app.state.marked().bookmarked == set(ids)
        assert not app.main.articles.selected
        await pilot.press("X", "t", *"sea", "enter")
        await settle(pilot)
        assert app.state.marked().tagged["sea"] == set(ids)


async def test_what_fails_in_the_background_is_told(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "AT_ONCE", 1)
    async with start() as pilot:
        app = app_of(pilot)

        def fail(subjects: object, read: bool) -> str:
            raise OSError("the disk is gone")

        monkeypatch.setattr(app.state, "set_read", fail)
        await pilot.press("A")
        await settle(pilot)
        assert "could not be marked: the disk is gone" in app.main.footer.news


async def test_all_above_or_below_the_cursor_are_marked_read(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        ids = [entry.id for entry in app.shelf.shown if entry.id]
        await pilot.press("2", "j")
        app.keys.run_line("mark-above-read")
        assert app.state.marked().read == set(ids[:2])
        await pilot.press("U", "j")
        app.keys.run_line("mark-below-read")
        assert app.state.marked().read == set(ids[4:])
        await pilot.press("U")
        monkeypatch.setattr(bulk, "AT_ONCE", 0)
        app.keys.run_line("mark-above-read")
        await settle(pilot)
        assert app.state.marked().read == set(ids[:3])


async def test_the_next_unread_is_found_far_away_too(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "NEAR", 1)
    async with start() as pilot:
        app = app_of(pilot)
        subjects = [subject_of_entry(entry) for entry in app.shelf.shown[:4]]
        app.state.set_read(subjects, True)
        await pilot.press("n")
        assert app.main.articles.cursor == 4
        await pilot.press("p")
        assert "no unread article above" in app.main.footer.news
