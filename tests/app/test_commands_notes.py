from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Input, Static

from tests.app.conftest import Start, app_of, settle
from tests.app.library import TITLES
from tuireader.app.app import ReaderApp
from tuireader.app.screens.notes import NotesScreen
from tuireader.app.widgets.article_view import ArticleView


def _notes(app: ReaderApp) -> list[tuple[str, str]]:
    return [(note.anchor.exact, note.text) for note in app.state.notes.all()]


def _painted(app: ReaderApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def test_m_highlights_the_quote_and_takes_it_away_again(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("]", "H")
        assert _notes(app) == [('"We heard it before we saw it,"', "")]
        assert "Highlighted" in app.main.footer.news
        await pilot.press("H")
        assert _notes(app) == []
        await pilot.press("U")
        assert len(_notes(app)) == 1


async def test_a_writes_changes_and_deletes_a_note_on_the_paragraph(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("3", "J", "N", *"why?", "enter")
        await settle(pilot)
        ((exact, text),) = _notes(app)
        assert exact.startswith("Paragraph")
        assert text == "why?"
        await pilot.press("N", *"!", "enter")
        await settle(pilot)
        assert [text for _, text in _notes(app)] == ["why?!"]
        await pilot.press("N", *"no", "escape")
        await settle(pilot)
        assert [text for _, text in _notes(app)] == ["why?!"]
        await pilot.press("D")
        assert _notes(app) == []
        await pilot.press("D")
        assert "no note here" in app.main.footer.news


async def test_quote_marks_go_from_note_to_note(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("4", "0", "J", "m")
        await settle(pilot)
        await pilot.press("g")
        await settle(pilot)
        await pilot.press("'")
        await settle(pilot)
        assert app.main.pane.position > 0
        await pilot.press("'", "'")
        assert "no further note" in app.main.footer.news
        await pilot.press("g")
        await settle(pilot)
        await pilot.press('"')
        assert "no note before" in app.main.footer.news


async def test_all_notes_are_listed_searched_and_lead_to_their_place(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("4", "0", "J", "a", *"cranes here", "enter")
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        await pilot.press("m", "&")
        await settle(pilot)
        assert isinstance(app.screen, NotesScreen)
        painted = _painted(app)
        assert "cranes here" in painted
        assert TITLES[1] in painted
        await pilot.press(*"here cranes")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.session.loaded is not None
        assert app.session.loaded.article.title == TITLES[0]
        assert app.main.pane.position > 0


async def test_without_notes_the_list_says_so(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("&")
        await settle(pilot)
        assert "There are no notes yet." in _painted(app)
        await pilot.press("enter", "escape")
        await settle(pilot)
        assert not isinstance(app.screen, NotesScreen)


async def test_t_puts_tags_on_the_selected_and_takes_them_off(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("x", "x", "t", *"sea #old", "enter")
        await settle(pilot)
        tags = [app.state.record(entry.id).tags for entry in app.shelf.shown[:3]]
        assert tags == [("old", "sea"), ("old", "sea"), ()]
        await pilot.press("g", "t")
        await settle(pilot)
        await pilot.press(*["backspace"] * 5, "enter")
        await settle(pilot)
        assert app.state.record(app.shelf.shown[0].id).tags == ("old",)


async def _reading(pilot: Pilot[int]) -> ReaderApp:
    await pilot.press("enter")
    await settle(pilot)
    return app_of(pilot)


async def test_what_is_selected_with_the_keys_is_highlighted(start: Start) -> None:
    async with start() as pilot:
        app = await _reading(pilot)
        await pilot.press("]", "x", "w", "w")
        assert [hint.word for hint in app.main.footer.pinned] == ["Help", "Leave"]
        assert [hint.word for hint in app.main.footer.hints][:3] == [
            "Begin here",
            "Copy",
            "Highlight",
        ]
        await pilot.press("H")
        await settle(pilot)
        assert _notes(app) == [('"We heard it', "")]
        assert not app.main.pane.selecting
        note = app.state.notes.all()[0]
        assert app.session.loaded is not None
        text = app.session.loaded.article.text
        assert text[note.anchor.start : note.anchor.end] == note.anchor.exact
        assert text[: note.anchor.start].endswith(note.anchor.prefix)
        assert text[note.anchor.end :].startswith(note.anchor.suffix)
        await pilot.press("x", "w", "w", "H")
        await settle(pilot)
        assert _notes(app) == []


async def test_words_beside_a_highlight_get_their_own(start: Start) -> None:
    async with start() as pilot:
        app = await _reading(pilot)
        await pilot.press("]", "x", "w", "H", "x", "w", "w", "N", *"so?", "enter")
        await settle(pilot)
        assert sorted(_notes(app)) == [('"We heard', ""), ('"We heard it', "so?")]
        await pilot.press("x", "w", "D")
        await settle(pilot)
        assert _notes(app) == [('"We heard it', "so?")]


async def test_leaving_a_note_keeps_the_selection_and_escape_ends_it(start: Start) -> None:
    async with start() as pilot:
        app = await _reading(pilot)
        await pilot.press("x", "w", "N", "escape")
        await settle(pilot)
        assert app.main.pane.selecting
        assert app.main.pane.view.has_focus
        await pilot.press("escape")
        await settle(pilot)
        assert not app.main.pane.selecting
        assert app.main.pane.view.has_focus
        assert _notes(app) == []


async def test_every_key_moves_the_end_of_the_selection(start: Start) -> None:
    async with start() as pilot:
        app = await _reading(pilot)
        pane, view = app.main.pane, app.main.pane.view
        await pilot.press("x")
        first = pane.selected_text
        for there, back in (("l", "h"), ("w", "b"), (")", "("), ("}", "{"), ("$", "0"), ("j", "k")):
            before = view.selected_text
            await pilot.press(there)
            assert len(view.selected_text) > len(before), there
            await pilot.press("2", there)
            longer = view.selected_text
            await pilot.press(back)
            assert len(view.selected_text) < len(longer), back
            await pilot.press("g", "x")
        await pilot.press("o", "X", "X")
        assert len(view.selected_text) > len(first)
        await pilot.press("4", "x")
        assert len(pane.selected_text.split()) >= 3
        await pilot.press("shift+right", "shift+left", "J", "K", "ctrl+d", "G")
        assert pane.selecting


async def test_while_selecting_note_keys_are_not_those_of_the_find(start: Start) -> None:
    async with start() as pilot:
        app = await _reading(pilot)
        await pilot.press("/", *"heard", "enter")
        await settle(pilot)
        await pilot.press("x", "H")
        assert _notes(app) == [("heard", "")]
        await pilot.press("x", "escape")
        assert app.main.pane.finding


async def test_a_quote_out_of_sight_is_not_highlighted_unseen(start: Start) -> None:
    async with start() as pilot:
        app = await _reading(pilot)
        await pilot.press("]", "G", "H")
        await settle(pilot)
        ((exact, _),) = _notes(app)
        assert exact != '"We heard it before we saw it,"'


async def test_tab_completes_each_tag_from_those_in_use(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        app.state.tag([app.selection.subjects(None)[0]], ["long read", "sea"])
        await pilot.press("j", "t", *"lo", "tab", "space", *"s")
        prompt = app.main.prompt
        assert "sea" in str(prompt.query_one("#prompt-choices", Static).content)
        await pilot.press("tab", "enter")
        await settle(pilot)
        second = app.shelf.shown[1]
        assert app.state.record(second.id).tags == ("long read", "sea")


async def test_tags_of_a_note_stand_behind_it(start: Start) -> None:
    async with start() as pilot:
        app = await _reading(pilot)
        app.state.tag([app.selection.subjects(None)[0]], ["follow up"])
        await pilot.press("N", *"why? #fo", "tab", "enter")
        await settle(pilot)
        (note,) = app.state.notes.all()
        assert (note.text, note.tags) == ("why?", ("follow up",))
        await pilot.press("N")
        assert app.main.prompt.query_one("#prompt-words", Input).value == "why? #follow_up"
        await pilot.press(*["backspace"] * 11, "enter")
        await settle(pilot)
        assert app.state.notes.all()[0].tags == ()


async def test_notes_are_changed_deleted_and_brought_back_in_their_list(start: Start) -> None:
    async with start() as pilot:
        app = await _reading(pilot)
        await pilot.press("N", *"one #sea", "enter", "J", "J", "N", *"two", "enter")
        await settle(pilot)
        await pilot.press("&", *"#se")
        await settle(pilot)
        assert "one" in _painted(app)
        assert "two" not in _painted(app)
        await pilot.press("tab", "e", "space", *"#har", "enter")
        await settle(pilot)
        assert "Changed the note" in _painted(app)
        notes = {note.text: note.tags for note in app.state.notes.all()}
        assert notes == {"one": ("har", "sea"), "two": ()}
        await pilot.press("D")
        await settle(pilot)
        assert "No note fits" in _painted(app)
        assert len(app.state.notes.all()) == 1
        await pilot.press("D", "e", "enter", "U")
        await settle(pilot)
        assert len(app.state.notes.all()) == 2
        await pilot.press("slash", *["backspace"] * 3, "tab", "j", "pagedown", "pageup", "k", "tab")
        await settle(pilot)
        assert "two" in _painted(app)
        await pilot.press("tab", "e", "escape", "enter")
        await settle(pilot)
        assert not isinstance(app.screen, NotesScreen)


async def test_the_mouse_selects_what_the_keys_act_on(start: Start) -> None:
    async with start() as pilot:
        app = await _reading(pilot)
        app.main.say("news")
        lines = [app.main.pane.view.render_line(y).text for y in range(9)]
        row = next(y for y, line in enumerate(lines) if "heard it" in line)
        place = (lines[row].index("heard"), row)
        await pilot.click(ArticleView, offset=place, times=2)
        await settle(pilot)
        assert app.main.footer.news == ""
        assert "Leave" in [hint.word for hint in app.main.footer.pinned]
        await pilot.press("H")
        await settle(pilot)
        assert _notes(app) == [("heard", "")]
        assert "Highlighted" in app.main.footer.news
