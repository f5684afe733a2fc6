"""What the lines under the text say where there is little room for it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from textual.widgets import Input

from tests.app.reading.reader import reading
from tests.app.reading.specimen import harbour, lengthy
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.widgets.article_header import ArticleHeader
from tuireader.app.widgets.find_bar import HINT, FindBar
from tuireader.app.widgets.status_line import StatusLine


@pytest.mark.parametrize("width", [30, 48, 85, 120])
async def test_what_may_be_pressed_while_finding_is_never_cut(width: int) -> None:
    async with reading(harbour(), (width, 24)) as (app, pilot):
        app.pane.open_find()
        await pilot.pause()
        line = app.query_one(FindBar).query_one(Input)
        parts = HINT.split(" · ")
        fitting = [" · ".join(parts[: n + 1]) for n in range(len(parts))]
        assert line.placeholder == [it for it in fitting if len(it) <= line.size.width][-1]


async def test_the_status_says_something_whole_where_there_is_little_room() -> None:
    async with reading(harbour(), (48, 24)) as (app, pilot):
        assert app.pane.next_quote()
        await pilot.pause()
        line = app.query_one(StatusLine).render_line(0).text
        assert line.strip().startswith("Ilse Marren “said” · 90 % sure  ")
        assert line.rstrip().endswith("%")


async def test_the_status_names_the_speaker_alone_where_nothing_else_fits_whole() -> None:
    async with reading(harbour(), (24, 24)) as (app, pilot):
        assert app.pane.next_quote()
        await pilot.pause()
        line = app.query_one(StatusLine).render_line(0).text
        assert re.fullmatch(r" Ilse Marren +\d+ % ", line)


async def test_the_reason_goes_on_in_a_second_row_where_one_is_too_short() -> None:
    async with reading(harbour(), (52, 24)) as (app, pilot):
        status = app.query_one(StatusLine)
        assert status.size.height == 1
        assert app.pane.next_quote()
        await pilot.pause()
        quote = app.pane.current_quote()
        assert quote is not None
        rows = [status.render_line(y).text.strip() for y in range(status.size.height)]
        assert rows[1:] == [quote.reason]
        app.pane.clear_cursor()
        await pilot.pause()
        assert status.size.height == 1


async def test_a_low_screen_keeps_one_row_for_what_is_said() -> None:
    async with reading(harbour(), (48, 14)) as (app, pilot):
        assert app.pane.next_quote()
        await pilot.pause()
        assert app.query_one(StatusLine).size.height == 1


async def test_the_rule_stands_right_under_the_head() -> None:
    async with reading(harbour(), (60, 30)) as (app, pilot):
        header = app.query_one(ArticleHeader)
        loaded = harbour()
        data = replace(loaded.article.metadata, subtitle="", title="Short")
        app.pane.show(Prepared(replace(loaded, article=replace(loaded.article, metadata=data))))
        await pilot.pause()
        head = [header.render_line(y).text.strip() for y in range(header.size.height)]
        assert head[0] == "Short"
        assert set(head[2]) == {"─"}
        assert head[3:] == [""] * (len(head) - 3)


@pytest.mark.parametrize("height", range(20, 27))
async def test_the_rows_of_the_status_come_to_rest_wherever_the_quote_is(height: int) -> None:
    async with reading(lengthy(3000), (46, height)) as (app, pilot):
        status = app.query_one(StatusLine)
        assert app.pane.next_quote()
        heights = set()
        for _ in range(2 * height):
            app.pane.scroll_lines(-1)
            await pilot.pause()
            heights.add(status.size.height)
        for _ in range(2 * height):
            app.pane.scroll_lines(1)
            await pilot.pause()
            heights.add(status.size.height)
        assert heights == {1, 2}
