"""Marks that are set and gone to, and labels that are jumped to."""

from __future__ import annotations

from textual.geometry import Offset
from textual.pilot import Pilot

from tests.app.conftest import Start, app_of, settle
from tuireader.app.app import ReaderApp
from tuireader.app.rendition.labels import LETTERS


async def _opened(pilot: Pilot[int]) -> ReaderApp:
    await pilot.press("enter")
    await settle(pilot)
    return app_of(pilot)


def _text(app: ReaderApp) -> list[str]:
    view = app.main.pane.view
    return [view.render_line(y).text for y in range(view.size.height)]


async def test_a_mark_is_gone_back_to_and_the_jump_list_knows_it(start: Start) -> None:
    async with start() as pilot:
        app = await _opened(pilot)
        await pilot.press("j", "j", "j", "number_sign")
        assert app.main.footer.news == "A letter names this place."
        await pilot.press("a")
        marked = app.main.pane.position
        await pilot.press("G")
        await settle(pilot)
        end = app.main.pane.view.scroll_offset.y
        await pilot.press("at")
        assert app.main.footer.news == "Marks: a"
        await pilot.press("a")
        assert app.main.pane.position == marked
        assert 0 < app.main.pane.view.scroll_offset.y < end
        await pilot.press("ctrl+o")
        assert app.main.pane.view.scroll_offset.y == end


async def test_a_capital_letter_marks_a_place_in_the_whole_library(start: Start) -> None:
    async with start() as pilot:
        app = await _opened(pilot)
        marked = app.session.entry
        await pilot.press("j", "j", "number_sign", "Z", "number_sign", "a")
        place = app.main.pane.position
        await pilot.press("n")
        await settle(pilot)
        assert app.session.entry is not marked
        await pilot.press("at", "a")
        assert app.main.footer.news == 'There is no mark "a" here.'
        await pilot.press("at", "Z")
        await settle(pilot)
        assert app.session.entry == marked
        assert app.main.pane.view.shows_position(place)
        assert place > 0


async def test_only_letters_and_digits_are_marks_and_escape_sets_none(start: Start) -> None:
    async with start() as pilot:
        app = await _opened(pilot)
        await pilot.press("number_sign", "escape")
        assert app.marking.names == ()
        await pilot.press("number_sign", "tab")
        assert "letter or a digit" in app.main.footer.news
        await pilot.press("at")
        assert app.main.footer.news == "There are no marks here."
        await pilot.press("j")
        assert app.main.pane.view.scroll_offset.y == 1


async def test_marks_are_set_and_completed_on_the_command_line(start: Start) -> None:
    async with start() as pilot:
        app = await _opened(pilot)
        assert app.keys.run_line("set-mark x")
        assert list(app.marking.names) == ["x"]
        await pilot.press("U")
        assert list(app.marking.names) == []


async def test_a_label_stands_on_each_stop_and_leads_there(start: Start) -> None:
    async with start() as pilot:
        app = await _opened(pilot)
        pane = app.main.pane
        before, stops = _text(app), sorted(set(pane.stops_on_screen()))
        await pilot.press("semicolon")
        after = _text(app)
        changed = [
            (x, y)
            for y, (old, new) in enumerate(zip(before, after, strict=True))
            for x, (one, other) in enumerate(zip(old, new, strict=True))
            if one != other
        ]
        assert len(changed) == len(stops) > 2
        assert [after[y][x] for x, y in changed] == list(LETTERS[: len(stops)])
        await pilot.press(LETTERS[2])
        assert _text(app) == before or pane.current_quote() is not None
        place = pane.current_quote() or pane.view.marks.here
        assert place is not None
        assert place.start == stops[2]


async def test_escape_and_other_keys_take_the_labels_away(start: Start) -> None:
    async with start() as pilot:
        app = await _opened(pilot)
        before = _text(app)
        for key in ("escape", "exclamation_mark"):
            await pilot.press("semicolon")
            assert _text(app) != before
            await pilot.press(key)
            assert _text(app) == before
            assert app.main.pane.view.marks.here is None
        await pilot.press("j")
        assert app.main.pane.view.scroll_offset == Offset(0, 1)
