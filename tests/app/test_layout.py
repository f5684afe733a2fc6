from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Start, app_of, settle
from tuireader.app.app import ReaderApp
from tuireader.app.commands.command import Context
from tuireader.config import Settings

SIZES = [(40, 10), (60, 15), (79, 24), (80, 24), (100, 30), (120, 40), (200, 50), (300, 100)]


def _rows(app: ReaderApp) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


@pytest.mark.parametrize("size", SIZES)
async def test_panes_share_the_screen_without_overlap(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as pilot:
        app = app_of(pilot)
        regions = [
            widget.region
            for widget in (app.main.articles, app.main.divider, app.main.pane, app.main.footer)
            if widget.display
        ]
        for index, one in enumerate(regions):
            assert app.main.region.contains_region(one)
            assert not any(one.overlaps(other) for other in regions[index + 1 :])
        assert sum(region.area for region in regions) == size[0] * size[1]
        rows = _rows(app)
        assert any("The bridge that hums" in row for row in rows)
        assert "Quit" in rows[-1]


async def test_both_panes_are_usable_at_80_by_24(start: Start) -> None:
    async with start(size=(80, 24)) as pilot:
        app = app_of(pilot)
        assert 28 <= app.main.articles.size.width <= 32
        assert app.main.pane.size.width >= 46


async def test_a_narrow_screen_shows_one_pane_at_a_time(start: Start) -> None:
    async with start(size=(60, 20)) as pilot:
        app = app_of(pilot)
        assert app.main.articles.display
        assert not app.main.pane.display
        await pilot.press("j", "enter")
        await settle(pilot)
        assert app.main.pane.display
        assert not app.main.articles.display
        assert any("The last ferry left" in row for row in _rows(app))
        await pilot.press("escape")
        await settle(pilot)
        assert app.main.articles.display
        assert app.main.articles.has_focus


async def test_growing_and_shrinking_keeps_the_article_and_the_focus(start: Start) -> None:
    async with start(size=(120, 30)) as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "space")
        await settle(pilot)
        place = app.main.pane.position
        for width in (60, 100, 40, 120):
            await pilot.resize_terminal(width, 30)
            await settle(pilot)
            assert app.panes.context is Context.READING
            assert app.main.pane.display
        assert app.main.pane.position == place


async def test_dragging_the_divider_makes_the_list_wider(start: Start) -> None:
    async with start(size=(120, 30)) as pilot:
        app = app_of(pilot)
        width = app.main.articles.outer_size.width
        await pilot.mouse_down(app.main.divider, offset=(0, 5))
        await pilot.hover(app.main.divider, offset=(6, 5))
        await pilot.mouse_up(app.main.divider, offset=(0, 5))
        await settle(pilot)
        assert app.main.articles.outer_size.width == width + 6


async def test_the_focused_pane_is_told_by_the_shape_of_its_line(start: Start) -> None:
    async with start(size=(120, 30)) as pilot:
        app = app_of(pilot)
        assert "━" in _rows(app)[0]
        assert _rows(app)[0].index("━") < 10
        await pilot.press("enter")
        await settle(pilot)
        assert _rows(app)[0].index("━") > 30


async def test_the_list_stands_above_the_text_on_request(start: Start) -> None:
    async with start(size=(100, 40)) as pilot:
        app = app_of(pilot)
        await pilot.press("|")
        await settle(pilot)
        above, below = app.main.articles.region, app.main.pane.region
        assert above.width == below.width == 100
        assert above.bottom == below.y
        assert above.height + below.height == 39
        await pilot.press("enter", "escape", "|")
        await settle(pilot)
        assert app.main.articles.region.right < app.main.pane.region.x


async def test_a_low_screen_shows_one_pane_where_the_list_is_above(start: Start) -> None:
    async with start(size=(100, 16)) as pilot:
        app = app_of(pilot)
        await pilot.press("|")
        await settle(pilot)
        assert app.main.articles.region.height == 15
        assert not app.main.pane.display


async def test_a_compact_list_has_one_line_for_an_article(start: Start) -> None:
    async with start(size=(200, 30)) as pilot:
        app = app_of(pilot)
        await pilot.press("j", "b", "C")
        await settle(pilot)
        rows = [row[: app.main.articles.size.width] for row in _rows(app)]
        assert rows[1].startswith(" ● The bridge that hums")
        assert rows[2].startswith("▌●★A ferry for nine people")
        await pilot.press("G")
        await settle(pilot)
        assert app.main.articles.cursor == 5
        await pilot.click("#articles", offset=(5, 3))
        await settle(pilot)
        assert app.main.articles.cursor == 2


async def test_what_the_footer_shows_can_be_clicked(start: Start) -> None:
    async with start(size=(120, 30)) as pilot:
        app = app_of(pilot)
        line = _rows(app)[-1]
        await pilot.click("#footer", offset=(line.index("Bookmark"), 0))
        await settle(pilot)
        assert app.shelf.is_bookmarked(app.shelf.shown[0])
        line = _rows(app)[-1]
        await pilot.click("#footer", offset=(line.index("Read "), 0))
        await settle(pilot)
        assert app.panes.context is Context.READING
        await pilot.click("#footer", offset=(119, 0))


@pytest.mark.parametrize("told", ["", "x" * 12, "x" * 25, "x" * 33, "x" * 60])
async def test_the_footer_shows_no_part_of_a_hint(start: Start, told: str) -> None:
    async with start(size=(40, 12)) as pilot:
        footer = app_of(pilot).main.footer
        footer.news = told
        line = footer.render().plain
        hints = [hint.painted.plain for hint in (*footer.hints, *footer.pinned)]
        shown = line.replace(told, "").rstrip()
        for hint in hints:
            shown = shown.replace(hint.rstrip(), "")
        assert shown.strip(" …x") == ""
        assert len(line) == 40


async def _drag(pilot: Pilot[int], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await settle(pilot)


async def test_the_line_between_the_panes_is_dragged(start: Start) -> None:
    async with start(size=(120, 40)) as pilot:
        main = app_of(pilot).main
        line = main.divider.region.x
        await _drag(pilot, (line, 10), (line + 9, 12))
        assert main.divider.region.x == line + 9
        assert main.pane.region.x == line + 10
        await _drag(pilot, (line + 9, 10), (2, 12))
        assert main.articles.size.width >= 16
        await _drag(pilot, (main.divider.region.x, 10), (119, 12))
        assert main.pane.size.width >= 29


async def test_the_edge_of_the_text_below_the_list_is_dragged(start: Start) -> None:
    settings = Settings(values={("list", "layout"): "above"})
    async with start(size=(120, 40), settings=settings) as pilot:
        main = app_of(pilot).main
        edge = main.pane.region.y
        await _drag(pilot, (50, edge), (50, edge + 6))
        assert main.pane.region.y == edge + 6
        await _drag(pilot, (50, edge + 6), (50, 1))
        assert main.pane.region.y == 5
        await _drag(pilot, (50, 5), (50, 39))
        assert main.pane.size.height >= 8
        await _drag(pilot, (50, main.pane.region.y + 4), (50, 2))
        assert main.pane.size.height < 12  # only its edge is pulled
