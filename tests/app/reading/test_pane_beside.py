"""What stands beside the text: people, legend, and what the mouse does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.content import Content
from textual.style import Style as VisualStyle
from textual.widgets import OptionList

from tests.app.reading.reader import reading
from tests.app.reading.specimen import HEADLINE, P1, harbour, lengthy
from tuireader.annotation.annotation import Label, Span
from tuireader.app.rendition.ink import Ink
from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.legend import LEGEND
from tuireader.app.rendition.people import RowKind, next_place, rows_of, spread
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.reading import Reading
from tuireader.app.widgets.article_view import ArticleView
from tuireader.app.widgets.legend_view import LegendView
from tuireader.app.widgets.people_panel import USUAL_ROOM, PeoplePanel
from tuireader.app.widgets.status_line import StatusLine


def test_people_come_by_how_much_they_say_then_names_by_how_often() -> None:
    rows = rows_of(Reading(Prepared(harbour())))
    voices = [row.text for row in rows if row.kind is RowKind.VOICE]
    assert voices == ["Ilse Marren", "Tomas Oyelaran", "Marren’s father", "Unknown"]
    people = [(row.text, len(row.places)) for row in rows if row.layer is Layer.PEOPLE]
    assert people == [("Ilse Marren", 2), ("Tomas Oyelaran", 1)]
    titles = [row.text for row in rows if row.kind is RowKind.TITLE]
    assert titles[:3] == ["Who speaks", "No speaker named", "People"]


def test_of_very_many_quotes_the_rest_share_a_row() -> None:
    reading_ = Reading(Prepared(lengthy(20_000)))
    rows = rows_of(reading_)
    (voice,) = [row for row in rows if row.text == "Ilse Marren" and row.kind is RowKind.VOICE]
    quotes = [row for row in rows if row.kind is RowKind.QUOTE and row.voice == voice.voice]
    assert len(quotes) == 51
    assert quotes[-1].text == f"… and {len(voice.places) - 50} more"
    assert tuple(place for row in quotes for place in row.places) == voice.places


def test_the_bar_shows_where_in_the_text() -> None:
    assert spread([0, 99], 100, 4) == "▄  ▄"
    assert spread([0, 1, 2, 3], 100, 4) == "█   "
    assert spread([], 100, 4) == "    "


def test_the_next_place_goes_round() -> None:
    assert [next_place((5, 9), at) for at in (0, 5, 9)] == [5, 9, 5]


async def test_people_lead_to_their_places_one_after_the_other() -> None:
    async with reading(harbour(), (120, 24)) as (app, pilot):
        assert app.pane.toggle_people()
        await pilot.pause()
        assert isinstance(app.focused, PeoplePanel)
        starts = []
        for _ in range(4):
            await pilot.press("enter")
            await pilot.pause()
            quote = app.pane.current_quote()
            assert quote is not None
            assert quote.speaker == "Ilse Marren"
            starts.append(quote.start)
        assert starts[:3] == sorted(set(starts))
        assert starts[3] == starts[0]
        await pilot.press("escape")
        await pilot.pause()
        assert not app.query_one(PeoplePanel).has_class("-open")
        assert isinstance(app.focused, ArticleView)


async def test_an_entity_leads_to_its_mentions() -> None:
    async with reading(harbour(), (120, 40)) as (app, pilot):
        app.pane.toggle_people()
        await pilot.pause()
        rows = rows_of(Reading(Prepared(harbour())))
        panel = app.query_one(PeoplePanel)
        panel.highlighted = next(i for i, row in enumerate(rows) if row.text == "Ostholm")
        await pilot.press("enter")
        await pilot.pause()
        entity = app.pane.current_entity()
        assert entity is not None
        assert entity.name == "Ostholm"
        assert app.query_one(StatusLine).text.startswith("Ostholm country, state or town")


async def test_text_and_people_stand_side_by_side_only_where_there_is_room() -> None:
    for width, both in ((120, True), (60, False)):
        async with reading(harbour(), (width, 30)) as (app, pilot):
            app.pane.toggle_people()
            await pilot.pause()
            assert app.query_one(ArticleView).is_on_screen is both
            if not both:
                assert app.query_one(PeoplePanel).size.width > 50
                await pilot.press("enter")
                await pilot.pause()
                assert app.query_one(ArticleView).is_on_screen
                assert app.pane.current_quote() is not None
            else:
                assert app.pane.toggle_people() is False


async def test_space_narrows_the_text_to_one_persons_words_and_back() -> None:
    async with reading(harbour(), (120, 40)) as (app, pilot):
        app.pane.toggle_people()
        await pilot.press("space")
        await pilot.pause()
        shown = "\n".join(app.shown())
        assert "We are not against" in shown
        assert "cat vote" not in shown
        assert "harbour council" not in shown
        await pilot.press("space")
        await pilot.pause()
        assert "harbour council" in "\n".join(app.shown())


async def test_a_panel_of_a_long_article_opens_and_moves() -> None:
    async with reading(lengthy(2000), (120, 40)) as (app, pilot):
        app.pane.toggle_people()
        await pilot.press("j", "j", "k")
        await pilot.pause()
        assert app.query_one(OptionList).highlighted == 2


async def test_the_legend_shows_every_look() -> None:
    async with reading(harbour(), (100, 50)) as (app, pilot):
        assert app.pane.toggle_legend() is True
        await pilot.pause()
        legend = app.query_one(LegendView)
        text = "\n".join(legend.render_line(y).text for y in range(legend.size.height))
        assert all(meaning.sample.text in text for meaning in LEGEND)
        assert all(meaning.text in text for meaning in LEGEND)
        assert app.pane.toggle_legend() is False


@pytest.mark.parametrize(("size", "pages"), [((47, 22), 1), ((47, 10), 3), ((200, 40), 1)])
async def test_the_legend_lies_over_the_text_where_there_is_little_room(
    size: tuple[int, int], pages: int
) -> None:
    async with reading(harbour(), size) as (app, pilot):
        legend, before = app.query_one(LegendView), app.view.size
        texts = []
        while app.pane.toggle_legend():
            await pilot.pause()
            texts += [legend.render_line(y).text for y in range(legend.size.height)]
            assert app.query_one(StatusLine).region.y == size[1] - 1
            assert legend.region.bottom == size[1] - 1
            assert (app.view.size == before) is (size[0] == 47)
            pages -= 1
        assert pages == 0
        assert all(meaning.text in "\n".join(texts) for meaning in LEGEND)
        await pilot.pause()
        assert not legend.display


async def test_names_in_the_panel_have_the_look_they_have_in_the_text() -> None:
    loaded = harbour()
    own = tuple(
        replace(entity, colour="#40c060") if entity.name == "Ostholm" else entity
        for entity in loaded.annotation.entities
    )
    loaded = replace(loaded, annotation=replace(loaded.annotation, entities=own))
    async with reading(loaded, (120, 40)) as (app, pilot):
        app.pane.toggle_people()
        await pilot.pause()
        panel, dress = app.query_one(PeoplePanel), app.view.dress
        for name, ink in (
            ("Ostholm", Ink(label=Label.GPE, tint="#40c060")),
            ("Northern Line", Ink(label=Label.ORG)),
        ):
            place = next(
                at for at, option in enumerate(panel.options) if name in str(option.prompt)
            )
            prompt = panel.options[place].prompt
            assert isinstance(prompt, Content)
            styles = [span.style for span in prompt.spans if span.start == 0]
            (style,) = [style for style in styles if isinstance(style, VisualStyle)]
            assert style.rich_style.color == dress.style(ink).color


async def test_space_shows_the_words_where_the_panel_hid_the_text() -> None:
    async with reading(harbour(), (60, 30)) as (app, pilot):
        app.pane.toggle_people()
        await pilot.pause()
        assert "Space shows only these words" in app.query_one(StatusLine).text
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(app.focused, ArticleView)
        assert app.query_one(ArticleView).is_on_screen
        assert "We are not against" in "\n".join(app.shown())
        assert (
            "Ilse Marren only these words are shown · Esc shows all"
            in app.query_one(StatusLine).text
        )


async def test_the_status_line_shortens_the_progress_rather_than_what_it_says() -> None:
    async with reading(lengthy(3000), (44, 24)) as (app, pilot):
        status = app.query_one(StatusLine)
        assert status.render_line(0).text.endswith("2 % · 13 min left ")
        app.pane.next_quote()
        await pilot.pause()
        painted = status.render_line(0).text
        assert "Ilse Marren “said” · 90 % sure" in painted
        assert painted.endswith("  2 % ")
        app.pane.clear_cursor()
        assert status.render_line(0).text.endswith("min left ")


async def test_the_mouse_on_a_quote_tells_who_speaks_and_why() -> None:
    async with reading(harbour(), (100, 40)) as (app, pilot):
        await pilot.hover(ArticleView, offset=app.place_of("against the boat"))
        await pilot.pause()
        assert "Ilse Marren: “said” · 90 % sure · The verb stands" in str(app.view.tooltip)
        await pilot.hover(ArticleView, offset=app.place_of("hearing"))
        await pilot.pause()
        assert app.view.tooltip is None


async def test_the_mouse_on_removed_text_tells_the_rule() -> None:
    async with reading(harbour(), (100, 40)) as (app, pilot):
        app.pane.toggle_raw()
        app.pane.go_top()
        await pilot.pause()
        await pilot.hover(ArticleView, offset=app.place_of("Share this"))
        await pilot.pause()
        assert str(app.view.tooltip).startswith("Removed by share-line: It only offers")


async def test_clicking_a_quote_puts_the_cursor_on_it_and_a_link_is_told() -> None:
    async with reading(harbour(), (100, 40)) as (app, pilot):
        await pilot.click(ArticleView, offset=app.place_of("wake"))
        await pilot.pause()
        quote = app.pane.current_quote()
        assert quote is not None
        assert quote.speaker == "Tomas Oyelaran"
        await pilot.click(ArticleView, offset=app.place_of("night ferry"))
        await pilot.pause()
        assert app.links == ["https://example.org/ferry"]
        await pilot.click(ArticleView, offset=app.place_of("hearing"))
        await pilot.pause()
        assert app.pane.current_quote() is None


async def test_what_is_selected_is_text_without_line_breaks_of_the_page() -> None:
    async with reading(harbour(), (60, 40)) as (app, pilot):
        start, end = app.place_of("The harbour"), app.place_of("dawn.")
        await pilot.mouse_down(ArticleView, offset=start)
        await pilot.hover(ArticleView, offset=(end[0] + 5, end[1]))
        await pilot.mouse_up(ArticleView, offset=(end[0] + 5, end[1]))
        await pilot.pause()
        assert app.pane.selected_text == P1


async def test_the_paragraph_cursor_moves_and_knows_its_paragraph() -> None:
    loaded = harbour()
    async with reading(loaded, (80, 40)) as (app, pilot):
        pane, text = app.pane, loaded.article.text

        def words() -> str:
            span = pane.current_paragraph()
            assert span is not None
            return text[span.start : span.end]

        assert words() == loaded.article.blocks[0].text
        assert pane.next_paragraph()
        assert words() == loaded.article.blocks[0].text
        assert pane.next_paragraph()
        assert words() == loaded.article.blocks[1].text
        await pilot.pause()
        assert any("▐" in line for line in app.shown())
        assert pane.next_paragraph(-1)
        assert not pane.next_paragraph(-1)
        assert pane.next_paragraph(len(loaded.article.blocks) - 1)
        assert not pane.next_paragraph()


async def test_notes_are_shown() -> None:
    async with reading(harbour(), (80, 40)) as (app, pilot):
        before = [segment.style for segment in app.view.render_line(0)]
        app.pane.set_notes([Span(0, 11)])
        await pilot.pause()
        assert [segment.style for segment in app.view.render_line(0)] != before


async def test_a_hidden_panel_takes_no_key() -> None:
    async with reading(harbour(), (120, 24)) as (app, pilot):
        panel = app.query_one(PeoplePanel)
        assert not panel.can_focus
        app.pane.toggle_people()
        assert panel.can_focus
        await pilot.press("escape")
        await pilot.pause()
        assert not panel.can_focus
        app.pane.toggle_people()
        app.pane.show(Prepared(harbour()))
        await pilot.pause()
        assert not panel.can_focus


async def test_the_rows_are_written_once_each_time_the_panel_is_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: list[int] = []
    write = PeoplePanel._write

    def counted(self: PeoplePanel) -> None:
        written.append(self._room)
        write(self)

    monkeypatch.setattr(PeoplePanel, "_write", counted)
    async with reading(harbour(), (120, 24)) as (app, pilot):
        for times in (1, 2):
            assert app.pane.toggle_people()
            await pilot.pause()
            app.pane.close_people()
            await pilot.pause()
            assert written == [USUAL_ROOM] * times
        await pilot.resize_terminal(60, 24)
        app.pane.toggle_people()
        await pilot.pause()
        assert written[-1] > USUAL_ROOM


async def test_the_mouse_on_what_stands_in_the_header_says_so_in_the_raw_text() -> None:
    async with reading(harbour(), (100, 40)) as (app, pilot):
        app.pane.toggle_raw()
        app.pane.go_top()
        await pilot.pause()
        await pilot.hover(ArticleView, offset=app.place_of(HEADLINE[:20]))
        await pilot.pause()
        assert str(app.view.tooltip) == "It says something about the article: see the header."


async def test_reported_speech_is_a_stop_while_it_is_marked() -> None:
    async with reading(harbour()) as (app, pilot):
        pane, status = app.pane, app.query_one(StatusLine)
        (said,) = harbour().annotation.indirect
        stops = []
        while pane.next_quote():
            stops.append(status.said)
        assert not any("in the writer’s words" in text for _, text in stops)
        pane.go_top()
        pane.clear_cursor()
        pane.toggle_layer(Layer.REPORTED)
        told = []
        while pane.next_quote():
            told.append(status.said)
        (reported,) = [it for it in told if it not in stops]
        assert reported[0] == said.speaker
        assert reported[1].startswith("in the writer’s words · ")
        assert len(told) == len(stops) + 1
        while status.said != reported:
            assert pane.next_quote(-1)
        assert pane.current_quote() is None
        assert pane.view.marks.here == Span(said.start, said.end)
        assert pane.next_quote(same_speaker=True)
        assert status.said[0] == said.speaker
        pane.next_quote(-1)
        pane.show_again(Prepared(harbour()))
        await pilot.pause()
        assert status.said == reported


async def test_a_click_on_reported_speech_tells_of_it_while_it_is_marked() -> None:
    async with reading(harbour()) as (app, pilot):
        (said,) = harbour().annotation.indirect
        found = app.pane.view.cell_of(said.start + 12)
        assert found is not None
        place = found[1], found[0]
        await pilot.click(ArticleView, offset=place)
        assert app.pane.current_reported() is None
        app.pane.toggle_layer(Layer.REPORTED)
        await pilot.click(ArticleView, offset=place)
        assert app.pane.current_reported() == said
        assert app.pane.current_quote() is None
