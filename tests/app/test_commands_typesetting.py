from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import Start, app_of, settle
from tests.app.reading.specimen import harbour
from tuireader.app.commands.command import Context
from tuireader.app.widgets.legend_view import LegendView
from tuireader.articles.article import Link
from tuireader.config import config_path, load_settings

LINKED = harbour().article


async def test_lines_are_filled_and_it_is_kept(start: Start) -> None:
    async with start(items=(LINKED,)) as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        app.keys.run_line("justify-lines")
        await settle(pilot)
        assert app.main.pane.view.justify
        assert load_settings(config_path())[0].flag("reading", "justify")
        app.keys.run_line("justify-lines")
        assert not app.main.pane.view.justify


async def test_marks_are_said_in_words_and_it_is_kept(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        app.keys.run_line("spell-out-marks")
        await settle(pilot)
        view = app.main.pane.view
        shown = "\n".join(view.render_line(y).text for y in range(view.size.height))
        assert "Quote, " in shown
        assert load_settings(config_path())[0].flag("reading", "spell_out")


async def test_only_the_words_of_the_current_speaker(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("w")
        assert not app.main.pane.narrowed
        await pilot.press("]", "w")
        await settle(pilot)
        assert app.main.pane.narrowed
        await pilot.press("w")
        assert not app.main.pane.narrowed
        await pilot.press("w", "escape")
        assert not app.main.pane.narrowed
        assert app.panes.context is Context.READING
        await pilot.press("escape")
        assert app.panes.context is Context.LIST


async def test_escape_puts_the_legend_away_before_it_leaves_the_text(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "L")
        assert app.main.pane.query_one(LegendView).is_open
        await pilot.press("escape")
        assert not app.main.pane.query_one(LegendView).is_open
        assert app.panes.context is Context.READING


@pytest.mark.parametrize("line", ["follow-link 1", "follow-link 1 the night ferry"])
async def test_a_link_is_opened_by_its_number_or_words(
    start: Start, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    async with start(items=(LINKED,)) as pilot:
        app = app_of(pilot)
        opened: list[str] = []
        monkeypatch.setattr(app, "open_url", opened.append)
        await pilot.press("enter")
        await settle(pilot)
        app.keys.run_line(line)
        assert opened == ["https://example.org/ferry"]
        app.keys.run_line("follow-link 7")
        assert opened == ["https://example.org/ferry"]
        assert "no link" in app.main.footer.news
        await pilot.press("F", "1", "enter")
        assert opened == ["https://example.org/ferry"] * 2


async def test_a_link_that_is_none_for_a_browser_is_not_opened(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = replace(LINKED, links=(Link(0, 11, "javascript:alert(1)"),))
    async with start(items=(bad,)) as pilot:
        app = app_of(pilot)
        opened: list[str] = []
        monkeypatch.setattr(app, "open_url", opened.append)
        await pilot.press("enter")
        await settle(pilot)
        app.open_link(bad.links[0].url)
        assert opened == []
        assert "cannot open" in app.main.footer.news
