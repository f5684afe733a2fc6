from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.events import MouseMove
from textual.pilot import Pilot

from tests.app.reading.reader import Reader, reading
from tests.app.reading.specimen import P1, P2, article, harbour, lengthy
from tuireader.annotation.annotation import Annotation, Span
from tuireader.app.rendition.cells import width_of
from tuireader.app.rendition.geometry import geometry
from tuireader.app.rendition.page import Page
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.raw_sheet import RawSheet
from tuireader.app.rendition.selecting import Selector
from tuireader.app.rendition.selection import Selection
from tuireader.app.rendition.sheet import CleanSheet
from tuireader.app.rendition.units import Unit
from tuireader.app.widgets.article_view import ArticleView
from tuireader.app.widgets.status_line import StatusLine
from tuireader.articles.article import BlockKind
from tuireader.library.entry import Loaded

WIDE = (
    "The 港の議会 voted 👩‍👩‍👧 again, cafe\u0301 by cafe\u0301, until the harbour lights went out."
)


def wide() -> Loaded:
    return Loaded(article([(BlockKind.PARAGRAPH, WIDE)]), Annotation())


def cell_of(app: Reader, words: str) -> tuple[int, int]:
    index, y = app.place_of(words)
    return width_of(app.shown()[y][:index]), y


async def drag(
    app: Reader, pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]
) -> None:
    await pilot.mouse_down(ArticleView, offset=start)
    await pilot.hover(ArticleView, offset=end)
    await pilot.mouse_up(ArticleView, offset=end)
    await pilot.pause()


async def test_words_are_taken_in_and_left_out_at_the_moving_end() -> None:
    async with reading(harbour(), (80, 40)) as (app, pilot):
        pane = app.pane
        assert pane.selected_text == ""
        assert pane.selected_place is None
        pane.select()
        pane.extend(Unit.WORD, 2)
        await pilot.pause()
        assert pane.selected_text == "The harbour council"
        assert app.query_one(StatusLine).text.startswith("SELECTING 3 words")
        pane.extend(Unit.WORD, -1)
        assert pane.selected_text == "The harbour"
        pane.swap_ends()
        pane.extend(Unit.WORD, 1)
        assert pane.selected_text == "harbour"
        pane.extend(Unit.WORD, -1)
        assert pane.selected_text == "The harbour"
        pane.select_nothing()
        await pilot.pause()
        assert not pane.selecting
        assert "SELECTING" not in app.query_one(StatusLine).text


async def test_growing_backwards_keeps_the_word_it_was_begun_at() -> None:
    async with reading(harbour(), (80, 40)) as (app, _):
        pane = app.pane
        pane.select()
        pane.extend(Unit.WORD, 4)
        pane.select()
        assert pane.selected_text == "Vessmark"
        pane.extend(Unit.WORD, -2)
        assert pane.selected_text == "council of Vessmark"
        pane.extend(Unit.WORD, 4)
        assert pane.selected_text == "Vessmark put off"


async def test_sentences_paragraphs_lines_and_the_ends_of_the_text() -> None:
    loaded = harbour()
    async with reading(loaded, (80, 40)) as (app, _):
        pane, text = app.pane, loaded.article.text
        pane.select()
        pane.extend(Unit.SENTENCE, 1)
        assert pane.selected_text == P1
        pane.extend(Unit.PARAGRAPH, 1)
        assert pane.selected_text == f"{P1}\n\n{P2}"
        pane.extend(Unit.PARAGRAPH, -1)
        assert pane.selected_text == P1
        pane.extend_to_edge_of_line(end=False)
        pane.scroll_lines(-1)
        assert P1.startswith(pane.selected_text)
        assert len(pane.selected_text) < len(P1)
        pane.go_bottom()
        assert pane.selected_text == text[text.index(P1) :]
        pane.go_top()
        assert pane.selected_text == "The"[:1]


async def test_selecting_more_around() -> None:
    async with reading(harbour(), (80, 40)) as (app, _):
        pane = app.pane
        pane.next_quote(2)
        pane.select()
        assert pane.selected_text == "“Ask"
        assert pane.grow_selection()
        assert pane.selected_text == "“Ask us first, and you will hear a different answer.”"
        assert pane.grow_selection()
        assert pane.selected_text == P2
        assert not pane.grow_selection()


async def test_the_caret_stays_on_screen() -> None:
    async with reading(lengthy(3000), (60, 20)) as (app, pilot):
        pane, view = app.pane, app.view
        pane.select()
        for move in (lambda: pane.extend(Unit.SENTENCE, 9), lambda: pane.scroll_pages(2)):
            move()
            await pilot.pause()
            assert view.scroll_offset.y > 0
            assert view.selection is not None
            assert view.page is not None
            line = view.page.line_of_sheet(view.selection.caret.start)
            assert 0 <= line - view.scroll_offset.y < view.size.height
        pane.go_top()
        await pilot.pause()
        assert view.scroll_offset.y == 0


async def test_the_mouse_selects_across_lines_and_wide_characters() -> None:
    async with reading(wide(), (40, 20)) as (app, pilot):
        start, end = cell_of(app, "の"), cell_of(app, "rbour")
        assert end[1] > start[1]
        await drag(app, pilot, (start[0] + 1, start[1]), (end[0] - 1, end[1]))
        wanted = WIDE[WIDE.index("の") : WIDE.index("rbour")]
        assert app.pane.selected_text == wanted
        for size in ((28, 20), (90, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.pane.selected_text == wanted
            assert app.pane.selecting


async def test_a_click_ends_the_selection_and_several_select_around() -> None:
    async with reading(harbour(), (100, 40)) as (app, pilot):
        place = app.place_of("hearing")
        await pilot.click(ArticleView, offset=place, times=2)
        assert app.pane.selected_text == "hearing"
        await pilot.click(ArticleView, offset=place, times=3)
        assert app.pane.selected_text == P1
        await pilot.click(ArticleView, offset=app.place_of("wake"))
        await pilot.pause()
        assert not app.pane.selecting
        assert app.pane.current_quote() is None
        await drag(app, pilot, place, (place[0], place[1]))
        assert not app.pane.selecting


async def test_nothing_is_explained_while_the_mouse_selects() -> None:
    async with reading(harbour(), (100, 40)) as (app, pilot):
        await pilot.hover(ArticleView, offset=app.place_of("wake"))
        assert app.view.tooltip
        await pilot.mouse_down(ArticleView, offset=app.place_of("hearing"))
        await pilot.hover(ArticleView, offset=app.place_of("wake"))
        assert not app.view.tooltip
        await pilot.mouse_up(ArticleView, offset=app.place_of("wake"))


async def test_held_below_the_pane_the_mouse_scrolls_on() -> None:
    async with reading(lengthy(2000), (60, 16)) as (app, pilot):
        view = app.view
        await pilot.mouse_down(ArticleView, offset=(10, 2))
        for y in (4, view.size.height + 2):
            view.post_message(MouseMove(view, 20, y, 0, 0, 1, False, False, False))
            await pilot.pause()
        view._scroll_on(10)
        view._scroll_on(10)
        assert view.scroll_offset.y >= 2
        length = len(app.pane.selected_text)
        for _ in range(3):  # one of the lines may be the blank one between two paragraphs
            view._scroll_on(10)
        assert len(app.pane.selected_text) > length
        await pilot.mouse_up(StatusLine)
        before = view.scroll_offset.y
        view._scroll_on(10)
        assert view.scroll_offset.y == before


async def test_what_is_selected_stays_so_in_the_raw_text_and_in_words() -> None:
    loaded = harbour()
    async with reading(loaded, (80, 40)) as (app, pilot):
        pane = app.pane
        pane.next_quote()
        pane.select()
        pane.extend(Unit.WORD, 3)
        words, place = pane.selected_text, pane.selected_place
        assert words.startswith("“We are")
        pane.toggle_raw()
        await pilot.pause()
        assert (pane.selected_text, pane.selected_place) == (words, place)
        pane.toggle_raw()
        pane.set_linear(True)
        await pilot.pause()
        assert pane.selected_place == place


async def test_what_cleaning_took_out_is_no_place_in_the_article() -> None:
    async with reading(harbour(), (100, 30)) as (app, pilot):
        app.pane.toggle_raw()
        app.pane.go_top()
        await pilot.pause()
        await pilot.click(ArticleView, offset=app.place_of("Share this"), times=2)
        assert app.pane.selected_text == "Share"
        assert app.pane.selected_place is None


async def test_what_is_not_shown_is_not_selected() -> None:
    async with reading(harbour(), (80, 40)) as (app, pilot):
        app.pane.next_quote()
        quote = app.pane.current_quote()
        assert quote is not None
        app.pane.narrow(str(quote.speaker_id) if quote.speaker_id else quote.speaker or "")
        await pilot.pause()
        app.pane.select()
        app.pane.go_bottom()
        assert app.pane.narrowed
        assert "said Ilse" not in app.pane.selected_text
        assert "different answer" in app.pane.selected_text


async def test_a_note_has_its_sign_beside_each_of_its_lines() -> None:
    loaded = harbour()
    async with reading(loaded, (60, 30)) as (app, pilot):
        start = loaded.article.text.index("put off its vote")
        app.pane.set_notes([Span(start, start + 60)])
        await pilot.pause()
        signed = [line for line in app.shown() if line[:2] == "✎ "]
        assert len(signed) >= 2
        assert "put off" in signed[0]


async def test_another_article_has_nothing_selected() -> None:
    async with reading(harbour(), (80, 40)) as (app, pilot):
        app.pane.select()
        app.pane.show(Prepared(lengthy(100)))
        await pilot.pause()
        assert not app.pane.selecting


TEXT = st.lists(st.sampled_from([*"ab c“”.’-\n", "漢", "e\u0301", "👍🏽"]), min_size=1).map("".join)
BLOCKS = st.lists(TEXT.filter(str.strip), min_size=1, max_size=4)
MOVES = st.lists(
    st.tuples(st.sampled_from([*Unit, "line", "edge", "end", "swap", "grow"]), st.integers(-3, 3))
)


@settings(max_examples=150)
@given(BLOCKS, MOVES, st.integers(8, 60), st.booleans())
def test_whatever_the_moves_whole_characters_are_selected(
    blocks: list[str], moves: list[tuple[str, int]], width: int, raw: bool
) -> None:
    made = article([(BlockKind.PARAGRAPH, text) for text in blocks])
    sheet = RawSheet(made) if raw else CleanSheet(made)
    page = Page(sheet, geometry(width, 40))
    selector = Selector(page)
    now = selector.unit_at(0, Unit.WORD)
    edges = {0}
    for number in range(page.height):
        line = page.layout.line(number)
        edges |= {line.start, line.end, line.start + len(page.text_of(line))}
        one = selector.between(line.start, line.start)
        while one.caret.end < line.end:
            edges |= {one.start, one.end}
            one = selector.between(one.end, one.end)
        edges |= {one.start, one.end}
    for what, step in moves:
        now = moved(selector, now, what, step)
        assert 0 <= now.start < now.end <= len(sheet.text)
        assert {now.start, now.end} <= edges


def moved(selector: Selector, now: Selection, what: str, step: int) -> Selection:
    match what:
        case "line":
            return selector.lines_on(now, step)
        case "edge":
            return selector.to_edge_of_line(now, end=step > 0)
        case "end":
            return selector.to_end(now, end=step > 0)
        case "swap":
            return selector.swapped(now)
        case "grow":
            return selector.grown(now)
    return selector.stepped(now, Unit(what), step)
