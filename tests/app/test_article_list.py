from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.color import Color
from textual.style import Style

from tuireader.app.shelf import Shelf
from tuireader.app.symbols import ASCII, UNICODE, Symbols
from tuireader.app.widgets import article_row
from tuireader.app.widgets.article_list import ArticleList
from tuireader.app.widgets.article_row import (
    Row,
    detail_of,
    paint_compact_row,
    paint_row,
    short_date,
)
from tuireader.library.entry import Entry
from tuireader.state.tinydb_state import TinyDBState

MANY = 100_000


@pytest.fixture(autouse=True)
def frozen_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_row, "today", lambda: date(2026, 5, 1))


def _styles(*component_classes: str, partial: bool = False) -> Style:
    return Style(Color(0, 0, 0), Color(255, 255, 255))


def _entry(**fields: object) -> Entry:
    return Entry(Path("/a/b.txt"), **{"id": "1", "title": "T", **fields})  # type: ignore[arg-type]


def _row(entry: Entry, **fields: bool) -> Row:
    flags = dict.fromkeys(("read", "bookmarked", "cursor", "focused", "open"), False)
    return Row(entry, **{**flags, **fields})


def _text(row: Row, width: int = 30) -> list[str]:
    return [strip.text.rstrip() for strip in paint_row(row, width, _styles)]


def test_a_row_has_dot_title_star_source_date_and_minutes() -> None:
    entry = _entry(title="A title", source="The Post", published="2026-03-05", minutes=4)
    assert _text(_row(entry, bookmarked=True)) == [" ● A title", " ★ The Post · 5 Mar · 4 min"]
    assert _text(_row(entry, read=True)) == ["   A title", "   The Post · 5 Mar · 4 min"]


def test_the_cursor_is_told_by_its_shape() -> None:
    assert _text(_row(_entry(), cursor=True, focused=True))[0].startswith("▌")
    assert _text(_row(_entry(), cursor=True))[0].startswith("▏")
    assert _text(_row(_entry(), open=True))[0].startswith("▸")


def test_a_long_source_gives_way_to_date_and_minutes() -> None:
    entry = _entry(source="The Northern Harbour Chronicle", published="2019-05-13", minutes=12)
    assert detail_of(entry, 40) == "The Northern Har… · 13 May 2019 · 12 min"
    assert detail_of(entry, 30) == "The Northern Ha… · 13 May 2019"
    assert detail_of(entry, 20) == "13 May 2019 · 12 min"


def test_plain_ascii_signs_say_the_same() -> None:
    entry = _entry(title="A title that is rather long", source="The Post", minutes=4)
    row = _row(entry, bookmarked=True, cursor=True, focused=True, selected=True)
    lines = [strip.text.rstrip() for strip in paint_row(row, 20, _styles, ASCII)]
    assert lines == [">*xA title that is~", ">+ The Post, 4 min"]
    assert "".join(lines).isascii()


def test_a_file_that_is_none_says_why() -> None:
    rows = _text(_row(_entry(title="b.txt", problem="It is empty.")))
    assert rows == [" ! b.txt", "   It is empty."]


def test_dates_are_for_people() -> None:
    assert short_date("2026-12-01T08:00:00Z") == "1 Dec"
    assert short_date("2019-05-13") == "13 May 2019"
    assert short_date("sometime\x1b[2J") == "sometime"


@given(st.text(max_size=60), st.text(max_size=30), st.integers(6, 120), st.integers(1, 2))
def test_every_row_is_exactly_as_wide_and_high_as_asked(
    title: str, source: str, width: int, lines: int
) -> None:
    row = _row(_entry(title=title, source=source, minutes=3))
    strips = paint_row(row, width, _styles, UNICODE, lines)
    assert len(strips) == lines + 1
    for strip in strips:
        assert cell_len(strip.text) == width == strip.cell_length
        assert strip.text.endswith(" ")


def test_a_title_takes_two_lines_where_it_is_given_them() -> None:
    def lines(title: str, symbols: Symbols = UNICODE) -> list[str]:
        row = _row(_entry(title=title, source="The Post"), cursor=True)
        strips = paint_row(row, 20, _styles, symbols, 2)
        return [strip.text.rstrip() for strip in strips]

    assert lines("The tower keeps its clock") == [
        "▏● The tower keeps",
        "▏  its clock",
        "▏  The Post",
    ]
    assert lines("A title") == ["▏● A title", "▏  The Post", "▏"]
    assert lines("The tower keeps its clock for a year")[1] == "▏  its clock for a…"
    assert lines("The tower keeps its clock for a year", ASCII)[1].endswith("clock for a~")


@pytest.mark.parametrize(("width", "height"), [(30, 3), (39, 3), (60, 2)])
async def test_titles_have_two_lines_only_in_a_narrow_list(
    state: TinyDBState, width: int, height: int
) -> None:
    shelf = Shelf(state)
    shelf.wait_for([Entry(Path("/a/a.txt"), title="A long title " * 6)])
    app = _ListApp(shelf)
    async with app.run_test(size=(width, 20)) as pilot:
        app.list.show(0)
        await pilot.pause()
        assert app.list.row_height == height
        app.list.compact = True
        assert app.list.row_height == 1


class _ListApp(App[None]):
    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.list = ArticleList(shelf)

    def compose(self) -> ComposeResult:
        yield self.list


async def test_only_the_rows_that_are_seen_are_painted(
    state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(state)
    shelf.wait_for(
        Entry(Path(f"/a/{number}.txt"), id=str(number), title=f"Title {number}")
        for number in range(MANY)
    )
    painted: list[str] = []

    def counted(
        row: Row, width: int, styles: article_row.Styles, symbols: Symbols, lines: int
    ) -> object:
        painted.append(row.entry.title)
        return paint_row(row, width, styles, symbols, lines)

    monkeypatch.setattr("tuireader.app.widgets.article_list.paint_row", counted)
    app = _ListApp(shelf)
    async with app.run_test(size=(40, 20)) as pilot:
        app.list.show(0)
        await pilot.pause()
        app.list.go_to(MANY // 2)
        await pilot.pause()
        app.list.go_bottom()
        await pilot.pause()
        assert app.list.current is shelf.shown[-1]
    assert 0 < len(set(painted)) <= 40


async def test_new_rows_above_do_not_move_the_cursor_on_the_screen(state: TinyDBState) -> None:
    shelf = Shelf(state)
    old = [Entry(Path(f"/a/m{n:03}.txt"), title=f"m{n:03}") for n in range(100)]
    shelf.wait_for(old)
    app = _ListApp(shelf)
    async with app.run_test(size=(40, 20)) as pilot:
        app.list.show(0)
        await pilot.pause()
        app.list.go_to(50)
        await pilot.pause()
        current = app.list.current
        seen_at = app.list.cursor * app.list.row_height - app.list.scroll_offset.y
        shelf.wait_for([*(Entry(Path(f"/a/a{n}.txt"), title=f"a{n}") for n in range(7)), *old])
        app.list.show(57)
        await pilot.pause()
        assert app.list.current is current
        assert app.list.cursor * app.list.row_height - app.list.scroll_offset.y == seen_at


def test_a_compact_row_has_the_date_where_there_is_room() -> None:
    row = _row(_entry(title="A title", published="2026-03-05"), bookmarked=True)
    assert [strip.text for strip in paint_compact_row(row, 20, _styles)] == [" ●★A title          "]
    (wide,) = paint_compact_row(row, 50, _styles)
    assert wide.text == " ●★A title".ljust(44) + "5 Mar "
