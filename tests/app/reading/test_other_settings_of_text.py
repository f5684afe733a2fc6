"""The text set otherwise: with marks spelt out, and in lines of even length."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.reading.reader import reading
from tests.app.reading.specimen import article, harbour, lengthy, quote
from tuireader.annotation.annotation import Annotation
from tuireader.app.rendition.cells import width_of
from tuireader.app.rendition.geometry import geometry
from tuireader.app.rendition.justify import justified
from tuireader.app.rendition.linear_sheet import LinearSheet
from tuireader.app.rendition.page import Page
from tuireader.app.rendition.pointing import cells_of, nearest_at, position_at
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.reading import Reading
from tuireader.articles.article import BlockKind

LOADED = harbour()
LINEAR = LinearSheet(LOADED.article, LOADED.annotation)


def test_who_speaks_is_spelt_out_where_they_begin_and_end() -> None:
    text = " ".join(LINEAR.shown(0, len(LINEAR.text)).split())
    assert "Quote, Ilse Marren: “Ask us first" in text
    assert "different answer.” End of quote." in text
    assert "Quote, no speaker named: “Then let" in text
    assert "Heading: A long night" in text
    assert "“quiet hours” had" in text
    assert "Quote, Marren’s father: ‘Never sign at night’ End of quote., and" in text


def test_every_character_of_the_article_is_where_it_is_said_to_be() -> None:
    text = LOADED.article.text
    for position, character in enumerate(text):
        there = LINEAR.from_article(position)
        assert LINEAR.text[there] == character
        assert LINEAR.to_article(there) == position


@given(st.integers(0, len(LINEAR.text)), st.integers(0, len(LINEAR.text)))
def test_pieces_are_the_articles_own_words(a: int, b: int) -> None:
    start, end = sorted((a, b))
    for piece in LINEAR.pieces(start, end):
        own = LOADED.article.text[piece.article_start : piece.article_end]
        assert LINEAR.text[piece.start : piece.end] == own
    places = [LINEAR.to_article(at) for at in range(start, end)]
    assert places == sorted(places)


def test_passages_hold_all_that_is_added() -> None:
    assert LINEAR.passages[0].start == 0
    assert LINEAR.passages[-1].end == len(LINEAR.text)
    between = [
        LINEAR.text[one.end : other.start]
        for one, other in zip(LINEAR.passages, LINEAR.passages[1:], strict=False)
    ]
    assert set(between) == {"\n\n"}


async def test_the_pane_spells_out_and_keeps_the_place() -> None:
    loaded = lengthy(2000)
    place = loaded.article.text.index("different answer", 4000)
    async with reading(loaded, position=place) as (app, pilot):
        app.pane.set_linear(True)
        await pilot.pause()
        assert app.pane.position == place
        assert "different" in app.shown()[0]
        app.pane.go_top()
        await pilot.pause()
        assert any("Quote, Ilse Marren: “We are not" in line for line in app.shown())
        assert app.pane.start_find("End of quote") > 10
        app.pane.set_linear(False)
        await pilot.pause()
        assert not any("Quote, Ilse" in line for line in app.shown())


@given(st.lists(st.sampled_from(["a", "bcd", "漢字", "word", "e\u0301"]), min_size=2, max_size=20))
def test_a_line_is_filled_and_nothing_of_it_lost(words: list[str]) -> None:
    text = " ".join(words)
    wanted = width_of(text) + len(words) // 2
    line, origin = justified(text, wanted)
    assert width_of(line) == wanted
    assert line.split() == words
    assert len(origin) == len(line)
    assert [text[at] for at in dict.fromkeys(origin)] == list(text)


def test_a_line_with_too_few_words_stays_ragged() -> None:
    assert justified("two words", 40)[0] == "two words"
    assert justified("word", 40)[0] == "word"


@settings(max_examples=20)
@given(st.integers(30, 90))
def test_justified_lines_are_even_and_cells_lead_to_their_characters(width: int) -> None:
    reading_ = Reading(Prepared(harbour()))
    page = Page(reading_.sheet, geometry(width, 72), None, justify=True)
    column = page.place.column
    even = 0
    for number in range(page.height):
        line = page.layout.line(number)
        painted = "".join(fragment.text for fragment in page.paint(number, reading_.marks))
        assert width_of(painted) <= page.place.left + column
        even += width_of(painted) == page.place.left + column
        left, right = cells_of(page, number, line.start, line.end)
        for cell in range(left, right):
            found = position_at(page, number, cell)
            assert found is not None
            assert line.start <= found < line.end
            assert page.sheet.text[found] == painted[cell]
            assert nearest_at(page, number, cell) == found
    assert even >= 4


async def test_the_pane_justifies_and_goes_back() -> None:
    async with reading(harbour(), (60, 40)) as (app, pilot):
        ragged = app.shown()
        app.pane.set_justify(True)
        await pilot.pause()
        assert app.shown() != ragged
        assert [line.split() for line in app.shown()] == [line.split() for line in ragged]
        app.pane.set_justify(False)
        await pilot.pause()
        assert app.shown() == ragged


def test_what_ends_is_said_before_what_begins_at_the_same_place() -> None:
    made = article([(BlockKind.PARAGRAPH, "“Yes.”“No.”")])
    quotes = (quote(made.text, "“Yes.”", "Ada"), quote(made.text, "“No.”", "Bo"))
    linear = LinearSheet(made, Annotation(quotes))
    assert linear.text == "Quote, Ada: “Yes.” End of quote.Quote, Bo: “No.” End of quote."
