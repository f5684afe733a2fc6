from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widgets import Input

from tests.app.reading.reader import reading
from tests.app.reading.specimen import HEADLINE, harbour, lengthy
from tuireader.annotation.annotation import Label
from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.widgets.article_header import ArticleHeader
from tuireader.app.widgets.article_view import ArticleView
from tuireader.app.widgets.find_bar import FindBar
from tuireader.app.widgets.minimap import THUMB, Minimap
from tuireader.app.widgets.reading_pane import ReadingPane
from tuireader.app.widgets.status_line import StatusLine


async def test_an_article_is_shown_with_its_head_and_its_text() -> None:
    async with reading(harbour()) as (app, _):
        header = app.query_one(ArticleHeader)
        head = [header.render_line(y).text.strip() for y in range(header.size.height)]
        assert head[:3] == [
            HEADLINE,
            "Fishermen ask to be asked first",
            "Wilma Thorsgard · Vessmark Courier · 13 May 2031 · 1 min · 135 words",
        ]
        assert app.shown()[0].strip().startswith("The harbour council of Vessmark")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (40, 12), (22, 10), (300, 100)])
async def test_the_pane_fits_every_size(size: tuple[int, int]) -> None:
    async with reading(harbour(), size) as (app, _):
        view, minimap = app.query_one(ArticleView), app.query_one(Minimap)
        assert view.region.right == minimap.region.x
        assert minimap.region.right == size[0]
        assert app.query_one(StatusLine).region.y == size[1] - 1
        assert all(view.render_line(y).cell_length == view.size.width for y in range(size[1]))
        assert any("harbour" in line for line in app.shown())


async def test_the_header_never_changes_its_height() -> None:
    async with reading(harbour(), (60, 30)) as (app, pilot):
        before = app.query_one(ArticleHeader).size.height
        app.pane.show(Prepared(lengthy(100)))
        await pilot.pause()
        assert app.query_one(ArticleHeader).size.height == before


async def test_a_position_is_restored_and_survives_resize_and_width() -> None:
    loaded = lengthy(3000)
    place = loaded.article.text.index("different answer", 6000)
    async with reading(loaded, position=place) as (app, pilot):
        assert app.pane.position == place
        for width, height in ((44, 24), (160, 50), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert app.pane.position == place
            view = app.query_one(ArticleView)
            assert view.page is not None
            assert view.page.line_of_position(place) == view.scroll_offset.y
        app.pane.change_width(-30)
        await pilot.pause()
        assert app.pane.position == place


@pytest.mark.parametrize(
    "move",
    [
        lambda pane: pane.scroll_lines(30),
        lambda pane: pane.scroll_pages(2),
        lambda pane: pane.go_bottom(),
        lambda pane: pane.next_quote(60),
        lambda pane: pane.view.scroll_relative(y=40, animate=False),
    ],
)
async def test_text_scroll_bar_and_progress_change_in_one_step(
    move: Callable[[ReadingPane], object],
) -> None:
    """So they are painted in one frame: nothing waits for a message."""
    async with reading(lengthy(3000)) as (app, _):
        minimap, status = app.query_one(Minimap), app.query_one(StatusLine)

        def window() -> list[int]:
            rows = range(minimap.size.height)
            return [y for y in rows if minimap.render_line(y).text[1] == THUMB]

        top, told = window(), status.text
        move(app.pane)
        assert window()[0] > top[0]
        assert f"{int(app.pane.progress * 100)} %" in status.text != told
        assert app.view.position > 0


async def test_raw_and_back_keeps_the_place() -> None:
    loaded = lengthy(3000)
    place = loaded.article.text.index("different answer", 6000)
    async with reading(loaded, position=place) as (app, pilot):
        for wanted in (True, False):
            assert app.pane.toggle_raw() is wanted
            await pilot.pause()
            assert "different" in app.shown()[0] or "answer" in app.shown()[0]
            assert app.pane.position == place


async def test_raw_shows_what_was_removed() -> None:
    async with reading(harbour(), (100, 30)) as (app, pilot):
        assert not any("Share this" in line for line in app.shown())
        app.pane.toggle_raw()
        app.pane.go_top()
        await pilot.pause()
        assert any("share-line" in line and "Share this" in line for line in app.shown())
        assert "raw" in app.query_one(StatusLine).text


async def test_scrolling_tells_the_position_and_the_end() -> None:
    loaded = lengthy(1000)
    async with reading(loaded) as (app, pilot):
        app.told.clear()
        app.pane.scroll_lines(3)
        await pilot.pause()
        assert app.told[-1][0] == app.pane.position > 0
        app.pane.scroll_pages(-1)
        await pilot.pause()
        assert app.pane.position == 0
        assert app.finished == 0
        app.pane.go_bottom()
        await pilot.pause()
        assert app.told[-1][1] == 1.0
        app.pane.scroll_lines(1)
        await pilot.pause()
        assert app.finished == 1


async def test_a_short_article_is_finished_only_when_the_reader_moves() -> None:
    async with reading(harbour(), (120, 60)) as (app, pilot):
        assert app.finished == 0
        app.pane.scroll_pages(1)
        await pilot.pause()
        assert app.finished == 1


async def test_next_and_previous_quote_say_who_speaks_and_why() -> None:
    async with reading(harbour(), (80, 40)) as (app, pilot):
        pane, status = app.pane, app.query_one(StatusLine)
        assert pane.next_quote()
        await pilot.pause()
        assert status.text.startswith("Ilse Marren “said” · 90 % sure · The verb stands")
        first = pane.current_quote()
        assert pane.next_quote(2)
        assert pane.next_quote(-2)
        assert pane.current_quote() == first
        assert not pane.next_quote(-1)
        assert pane.next_quote(same_speaker=True)
        quote = pane.current_quote()
        assert quote is not None
        assert quote.speaker == "Ilse Marren"


async def test_the_quote_under_the_cursor_is_marked_beside_the_text() -> None:
    async with reading(harbour(), (80, 40)) as (app, pilot):
        before = app.shown()
        app.pane.next_quote()
        await pilot.pause()
        after = app.shown()
        assert before != after
        app.pane.clear_cursor()
        await pilot.pause()
        assert app.shown() == before


async def test_next_entity_goes_through_the_names() -> None:
    async with reading(harbour(), (80, 40)) as (app, _):
        pane = app.pane
        names = []
        while pane.next_entity(new=True):
            entity = pane.current_entity()
            assert entity is not None
            names.append(entity.name)
        assert names == [
            "Vessmark",
            "Monday",
            "Ilse Marren",
            "Tomas Oyelaran",
            "Northern Line",
            "Ostholm",
            "3 June",
            "1,200 crowns",
        ]


async def test_jumping_back_and_forward() -> None:
    async with reading(lengthy(3000)) as (app, pilot):
        pane = app.pane
        pane.scroll_lines(10)
        start = pane.position
        pane.go_bottom()
        end = pane.position
        assert pane.jump_back()
        assert pane.position == start
        assert pane.jump_forward()
        await pilot.pause()
        assert pane.position == end
        assert not pane.jump_forward()


async def test_a_layer_is_switched_for_the_next_article_too() -> None:
    async with reading(harbour(), (80, 40)) as (app, pilot):
        assert app.pane.toggle_layer(Layer.QUOTES) is False
        await pilot.pause()
        assert not any("▎" in line for line in app.shown())
        app.pane.show(Prepared(lengthy(300)))
        await pilot.pause()
        assert not any("▎" in line for line in app.shown())
        assert app.pane.toggle_layer(Layer.QUOTES) is True
        await pilot.pause()
        assert any("▎" in line for line in app.shown())


async def test_quotes_and_names_are_stepped_through_from_one_cursor() -> None:
    async with reading(harbour(), (120, 40)) as (app, _):
        pane = app.pane

        def place() -> int:
            at = pane.current_quote() or pane.current_mention()
            return at.start if at else -1

        assert pane.next_quote(3)
        quote = place()
        assert pane.next_entity()
        name = place()
        assert pane.next_quote(-1)
        assert quote <= place() < name
        assert pane.next_entity(-1)
        assert 0 <= place() < name


async def test_names_of_a_kind_that_is_switched_off_are_passed_over() -> None:
    async with reading(harbour(), (120, 40)) as (app, _):
        pane = app.pane

        def labels() -> set[Label]:
            pane.go_top()
            pane.clear_cursor()
            found = set()
            while pane.next_entity():
                entity = pane.current_entity()
                assert entity is not None
                found.add(entity.label)
            return found

        every = labels()
        assert {Label.PERSON, Label.ORG} < every
        pane.toggle_layer(Layer.PEOPLE)
        assert labels() == every - {Label.PERSON}
        pane.show(Prepared(harbour()))
        assert labels() == every - {Label.PERSON}
        pane.show_again(Prepared(harbour()))
        assert labels() == every - {Label.PERSON}
        pane.toggle_layer(Layer.ENTITIES)
        assert labels() == every - {Label.PERSON}


async def test_finding_while_typing() -> None:
    async with reading(lengthy(2000)) as (app, pilot):
        pane = app.pane
        pane.scroll_lines(20)
        start = pane.position
        pane.open_find()
        await pilot.press(*"ferry")
        await pilot.pause()
        assert "of" in app.query_one(StatusLine).text
        assert any("ferry" in line for line in app.shown())
        await pilot.press("down")
        await pilot.press("escape")
        await pilot.pause()
        assert pane.position == start
        assert not app.query_one(FindBar).is_open
        assert app.focused is app.query_one(ArticleView)
        pane.open_find()
        await pilot.press("enter")
        assert not app.query_one(FindBar).is_open
        assert not app.query_one(Input).can_focus


async def test_hits_are_counted_stepped_and_cleared() -> None:
    async with reading(harbour(), (80, 40)) as (app, pilot):
        pane, status = app.pane, app.query_one(StatusLine)
        assert pane.start_find("cat") == 2
        await pilot.pause()
        assert status.text.startswith("cat 1 of 2")
        assert pane.find_next()
        assert status.text.startswith("cat 2 of 2")
        assert pane.find_next()
        assert status.text.startswith("cat 1 of 2")
        pane.clear_find()
        assert not pane.find_next()
        assert pane.start_find("zeppelin") == 0
        assert "nothing found" in status.text


async def test_a_bad_regular_expression_is_said_and_nothing_breaks() -> None:
    async with reading(harbour()) as (app, pilot):
        app.pane.open_find()
        await pilot.press("ctrl+r")
        app.query_one(Input).value = "(cat"
        await pilot.pause()
        assert "not a regular expression" in str(app.query_one("#find-count").render())
        app.query_one(Input).value = "(cat|boat)"
        await pilot.pause()
        assert app.query_one(StatusLine).text.startswith("(cat|boat) 1 of 5")


async def test_a_find_that_found_nothing_ends_with_enter() -> None:
    async with reading(harbour()) as (app, pilot):
        app.pane.open_find()
        await pilot.press(*"zebra")
        assert app.pane.finding
        await pilot.press("enter")
        assert not app.pane.finding
        assert app.query_one(StatusLine).text.startswith("zebra nothing found")
        assert isinstance(app.focused, ArticleView)


async def test_hits_and_quotes_are_in_the_scroll_bar() -> None:
    async with reading(lengthy(2000), (80, 40)) as (app, pilot):
        minimap = app.query_one(Minimap)

        def glyphs() -> set[str]:
            return {minimap.render_line(y).text[0] for y in range(minimap.size.height)}

        assert "▐" in glyphs()
        app.pane.start_find("gallery")
        await pilot.pause()
        assert {"•", "◆"} <= glyphs()


async def test_pointing_at_the_scroll_bar_goes_there() -> None:
    async with reading(lengthy(2000), (80, 40)) as (app, pilot):
        await pilot.click(Minimap, offset=(1, 20))
        await pilot.pause()
        assert 0.4 < app.pane.progress < 0.7


async def test_a_message_is_shown_and_taken_away() -> None:
    async with reading(harbour()) as (app, pilot):
        app.pane.show_message("Cannot be read", "It is a [picture].\nOpen it elsewhere.")
        await pilot.pause()
        assert app.pane.article is None
        assert not app.query_one(ArticleView).is_on_screen
        assert "[picture]" in str(app.query_one("#message-text").render())
        app.pane.show(Prepared(harbour()))
        await pilot.pause()
        assert app.query_one(ArticleView).is_on_screen
        app.pane.clear()
        await pilot.pause()
        assert set(app.shown()) == {""}
        assert app.pane.next_quote() is False
        assert app.pane.next_entity() is False
        assert app.pane.start_find("x") == 0
