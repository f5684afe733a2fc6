"""What the lines under the text say where there is little room for it."""

from __future__ import annotations

import re

import pytest
from textual.widgets import Input

from tests.app.reading.reader import reading
from tests.app.reading.specimen import harbour
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
