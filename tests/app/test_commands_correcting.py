"""The reader overrules who speaks and what is a quote, and takes it back."""

from __future__ import annotations

from textual.widgets import Static

from tests.app.conftest import Start, app_of, settle
from tests.app.library import FixedLibrary
from tuireader.annotation.annotation import Quote, QuoteKind
from tuireader.annotation.corrections import SAID_SO
from tuireader.app.app import ReaderApp


def _first(app: ReaderApp) -> Quote:
    assert app.session.loaded is not None
    return app.session.loaded.annotation.quotes[0]


def painted(app: ReaderApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def test_s_says_who_speaks_and_it_is_there_again_after_reopening(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "]", "s")
        await settle(pilot)
        await pilot.press(*"Ivo Marin", "enter")
        await settle(pilot)
        assert (_first(app).speaker, _first(app).reason) == ("Ivo Marin", SAID_SO)
        assert app.main.pane.current_quote() == _first(app)
        assert "to Ivo Marin · U undoes" in app.main.footer.news
        assert "Ivo Marin" in painted(app)
        assert SAID_SO in painted(app)
        assert app.panes.context == "reading"
    async with start() as pilot:
        app = app_of(pilot)
        assert _first(app).speaker == "Ivo Marin"
        assert SAID_SO not in painted(app)
        await pilot.press("enter", "]")
        assert SAID_SO in painted(app)


async def test_undo_shows_what_the_program_thinks_again(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "]", "s", *"Ivo", "enter")
        await settle(pilot)
        assert _first(app).speaker == "Ivo"
        await pilot.press("U")
        await settle(pilot)
        assert _first(app).speaker == "Mara Lindqvist"
        assert "Mara Lindqvist" in painted(app)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert _first(app).speaker == "Ivo"


async def test_the_library_is_told_so_that_searches_find_the_speaker(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        assert isinstance(app.library, FixedLibrary)
        await pilot.press("enter", "]", "s", *"Ivo", "enter")
        await settle(pilot)
        told = app.library.overruled_by
        assert told is not None
        assert len(told.articles) == 1
        await pilot.press("U")
        await settle(pilot)
        assert app.library.overruled_by != told


async def test_an_empty_line_is_nobody_and_escape_changes_nothing(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "]", "s", "x", "escape")
        await settle(pilot)
        assert _first(app).speaker == "Mara Lindqvist"
        await pilot.press("s", "backspace", "enter")
        await settle(pilot)
        assert (_first(app).speaker, _first(app).kind) == (None, QuoteKind.SPEECH)
        assert "to nobody" in app.main.footer.news
        assert "Nobody named" in painted(app)


async def test_tab_goes_through_the_names_of_the_article(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "]", "s")
        await settle(pilot)
        assert "Tab Elmhaven" in painted(app)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert (_first(app).speaker, _first(app).speaker_id) == ("Elmhaven", "elmhaven")
        await pilot.press("s", *"lind", "tab", "enter")
        await settle(pilot)
        assert _first(app).speaker == "Mara Lindqvist"


async def test_c_confirms_the_speaker_and_takes_it_back_in_another_session(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "]", "c")
        await settle(pilot)
        assert (_first(app).speaker, _first(app).reason) == ("Mara Lindqvist", SAID_SO)
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "]")
        assert _first(app).reason == SAID_SO
        await pilot.press("c")
        await settle(pilot)
        assert _first(app).reason != SAID_SO
        assert not app.state.corrections.all()
        await pilot.press("U")
        await settle(pilot)
        assert _first(app).reason == SAID_SO


async def test_w_says_that_it_is_no_quote_and_that_it_is(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "]", "W")
        await settle(pilot)
        assert (_first(app).kind, _first(app).speaker) == (QuoteKind.SCARE, None)
        assert "Nobody’s speech" in painted(app)
        await pilot.press("W")
        await settle(pilot)
        assert _first(app).speaker == "Mara Lindqvist"
        assert app.state.corrections.all() == ()
        await pilot.press("W", "s", *"Ivo", "enter")
        await settle(pilot)
        assert (_first(app).kind, _first(app).speaker) == (QuoteKind.SPEECH, "Ivo")
        assert len(app.state.corrections.all()) == 1


async def test_a_correction_does_not_move_the_text_or_change_the_view(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "]", "v", "3", "j")
        await settle(pilot)
        top = app.main.pane.view.scroll_offset.y
        assert top > 0
        await pilot.press("c")
        await settle(pilot)
        assert app.main.pane.raw
        assert app.main.pane.view.scroll_offset.y == top


async def test_only_a_quote_on_screen_is_told_of_and_put_right(start: Start) -> None:
    async with start(size=(80, 16)) as pilot:
        app = app_of(pilot)
        await pilot.press("f", *"hums", "enter", "enter")
        await settle(pilot)
        await pilot.press("]")
        assert app.main.pane.status.text.startswith("Mara Lindqvist ")
        await pilot.press("G")
        assert not app.main.pane.status.text.startswith("Mara Lindqvist ")
        assert app.correcting.quote is None
        await pilot.press("s")
        assert "No quote here." in app.main.footer.news
        await pilot.press("g")
        assert app.main.pane.status.text.startswith("Mara Lindqvist ")
        assert app.correcting.quote == _first(app)


async def test_the_speaker_is_set_by_a_command_with_the_name(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "]", ":", *"set-speaker Ivo Marin", "enter")
        await settle(pilot)
        assert (_first(app).speaker, _first(app).reason) == ("Ivo Marin", SAID_SO)
        await pilot.press("U")
        await settle(pilot)
        assert _first(app).speaker == "Mara Lindqvist"
        await pilot.press(":", *"set-speaker M", "tab")
        assert app.main.command_line.line == "set-speaker Mara Lindqvist"


async def test_what_can_be_typed_after_a_command_is_shown_without_it(start: Start) -> None:
    async with start() as pilot:
        await pilot.press("enter", "M")
        choices = app_of(pilot).main.command_line.query_one("#choices", Static)
        assert str(choices.content).startswith("quotes · reported speech · entities · ")
        await pilot.press("ctrl+u", *"5 next-q")
        assert str(choices.content) == "next-quote · next-quote-of-speaker"
