from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Start, app_of, settle
from tuireader.app.app import ReaderApp
from tuireader.app.commands.command import Context
from tuireader.app.commands.copying import web_address
from tuireader.app.widgets.legend_view import LegendView
from tuireader.app.widgets.people_panel import PeoplePanel
from tuireader.config import config_path, load_settings


@asynccontextmanager
async def reading(start: Start) -> AsyncIterator[tuple[Pilot[int], ReaderApp]]:
    """Open the first article, which is long and has two quotes and two names."""
    async with start() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        yield pilot, app_of(pilot)


async def test_the_place_is_kept_and_found_again(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("space", "space")
        await settle(pilot)
        kept = app.state.record(app.shelf.shown[0].id).position
        assert kept > 0
        await pilot.press("n")
        await settle(pilot)
        await pilot.press("escape", "g", "enter")
        await settle(pilot)
        assert app.main.pane.position == kept
        assert app.main.footer.news.startswith("Back where you were, at ")
        assert app.main.footer.news.endswith("%. g goes to the top.")
        await pilot.press("g")
        assert app.main.pane.position == 0


async def test_brackets_go_from_quote_to_quote(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("]")
        first = app.main.pane.current_quote()
        await pilot.press("]")
        second = app.main.pane.current_quote()
        assert first is not None
        assert second is not None
        assert first.start < second.start
        await pilot.press("[")
        assert app.main.pane.current_quote() == first
        await pilot.press("9", "]")
        assert "no further quote" in app.main.footer.news


async def test_braces_go_from_name_to_name(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("}")
        assert app.main.pane.current_entity() is not None
        await pilot.press("9", "}")
        assert "no further name" in app.main.footer.news
        await pilot.press("9", "{")
        assert "no name before" in app.main.footer.news


async def test_a_count_before_g_goes_to_that_percent(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("5", "0", "G")
        await settle(pilot)
        assert app.main.pane.progress == pytest.approx(0.5, abs=0.01)
        await pilot.press("1", "0", "0", "G")
        await settle(pilot)
        assert app.main.pane.progress == 1


async def test_v_shows_the_raw_text(start: Start) -> None:
    async with reading(start) as (pilot, app):
        before = app.screen._compositor.render_strips()
        await pilot.press("v")
        await settle(pilot)
        raw = app.screen._compositor.render_strips()
        assert before != raw
        await pilot.press("v")
        await settle(pilot)


async def test_find_then_n_and_p_go_from_place_to_place_until_escape(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("/", *"cranes", "enter")
        await settle(pilot)
        assert app.main.pane.finding
        title = app.session.subject
        await pilot.press("n")
        await settle(pilot)
        assert app.session.subject == title
        await pilot.press("3", "0", "n")
        await settle(pilot)
        there = app.main.pane.position
        assert there > 0
        await pilot.press("2", "0", "p")
        await settle(pilot)
        assert app.main.pane.position < there
        await pilot.press("escape")
        await settle(pilot)
        assert not app.main.pane.finding
        assert app.panes.context is Context.READING


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


async def test_parentheses_stay_with_the_speaker_and_angles_with_the_name(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("]", ")")
        assert app.main.pane.current_quote() is not None
        await pilot.press("9", ")")
        assert "no further quote by this speaker" in app.main.footer.news
        await pilot.press("}")
        name = app.main.pane.current_entity()
        await pilot.press(">")
        assert app.main.pane.current_entity() == name
        await pilot.press("9", "<")
        assert "not mentioned before" in app.main.footer.news


async def test_star_goes_to_a_name_not_seen_before(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("*")
        assert app.main.pane.current_entity() is not None
        await pilot.press("*")
        assert "No new name" in app.main.footer.news


async def test_ctrl_o_goes_back_to_where_a_jump_began(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("G")
        await settle(pilot)
        end = app.main.pane.position
        assert end > 0
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert app.main.pane.position == 0
        await pilot.press("alt+o")
        await settle(pilot)
        assert app.main.pane.position == end
        await pilot.press("alt+o")
        assert "nothing to jump forward to" in app.main.footer.news


async def test_marks_are_shown_and_hidden(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("Q")
        assert app.main.footer.news == "Quotes are not marked."
        await pilot.press("Q")
        assert app.main.footer.news == "Quotes are marked."
        await pilot.press("E")
        assert app.main.footer.news == "Names are not marked."
        await pilot.press("R")
        assert app.main.footer.news == "Reported speech is marked."
        await pilot.press("M", *"plac", "tab", "enter")
        await settle(pilot)
        assert app.main.footer.news == "Places are not marked."


async def test_i_shows_people_and_l_the_legend(start: Start) -> None:
    async with reading(start) as (pilot, app):
        panel = app.main.pane.query_one(PeoplePanel)
        await pilot.press("i")
        await settle(pilot)
        assert panel.display
        await pilot.press("j", "i")
        await settle(pilot)
        assert not panel.display
        assert app.panes.context is Context.READING
        legend = app.main.pane.query_one(LegendView)
        await pilot.press("L")
        await settle(pilot)
        assert legend.display
        await pilot.press("L")
        await settle(pilot)
        assert not legend.display


async def test_capital_j_and_k_go_from_paragraph_to_paragraph(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("3", "J")
        third = app.main.pane.current_paragraph()
        await pilot.press("K")
        second = app.main.pane.current_paragraph()
        assert second is not None
        assert third is not None
        assert second.end < third.start


async def test_y_copies_the_quote_with_its_speaker_or_the_paragraph(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press("]", "y")
        assert app.clipboard == (
            'Mara Lindqvist: "We heard it before we saw it,"\n'
            "(The bridge that hums, The Harbour Post, 2024-03-05)"
        )
        await pilot.press("3", "J", "y")
        assert app.clipboard.startswith("Paragraph")
        await pilot.press("Y")
        assert app.clipboard.endswith("bridge.txt")


async def test_o_opens_the_page_or_the_file(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(start) as (pilot, app):
        opened: list[str] = []
        monkeypatch.setattr(app, "open_url", opened.append)
        await pilot.press("o")
        assert opened == ["file:///nowhere/articles/bridge.txt"]


def test_only_pages_of_the_web_are_opened() -> None:
    assert web_address("https://example.org/a?b=c") == "https://example.org/a?b=c"
    for url in ("javascript:alert(1)", "file:///etc/passwd", "ssh://x", "http:", "", "http://[x"):
        assert web_address(url) == ""


async def test_the_width_is_changed_kept_and_set_back(start: Start) -> None:
    async with start(size=(160, 30)) as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "-", "-")
        assert app.main.footer.news == "The column is 64 wide."
        assert load_settings(config_path())[0].number("reading", "width") == 64
        await pilot.press("=")
        assert load_settings(config_path())[0].number("reading", "width") == 72


async def test_the_width_is_that_of_the_column_that_is_seen(start: Start) -> None:
    async with start(size=(80, 24)) as pilot:
        await pilot.press("enter", "+", "+")
        app = app_of(pilot)
        seen = app.main.pane.view.column
        assert app.main.footer.news == f"The column is {seen} wide; there is no room for more."
        await pilot.press("-")
        assert app.main.footer.news == f"The column is {seen - 4} wide."
        assert app.main.pane.view.column == seen - 4
        await pilot.press("+")
        assert app.main.pane.view.column == seen


async def test_a_file_is_read_in_another_encoding(start: Start) -> None:
    async with reading(start) as (pilot, app):
        await pilot.press(*":read-as cp1251", "enter")
        await settle(pilot)
        assert app.session.loaded is not None
        assert app.session.loaded.article.encoding == "cp1251"
        await pilot.press(*":read-as found", "enter")
        await settle(pilot)
        assert app.session.loaded.article.encoding == "utf-8"
        await pilot.press(*":read-as klingon", "enter")
        await settle(pilot)
        assert "no encoding" in app.main.footer.news
