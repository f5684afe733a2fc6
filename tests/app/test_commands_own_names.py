"""Names of the reader's own are added and taken off in the reader, and found at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Start, app_of, settle
from tests.app.test_commands_blocks import UnwatchedLibrary
from tests.app.test_commands_correcting import painted
from tuireader.annotation.annotation import Entity, Label
from tuireader.app.app import ReaderApp
from tuireader.config import config_folder
from tuireader.library.marks import Marks
from tuireader.library.query.parser import parse
from tuireader.state.tinydb_state import TinyDBState

SKIP = ("enter", "enter", "enter")
"""No other ways to write it, no colour, no note."""


def _list(text: str) -> Path:
    path = config_folder() / "names.txt"
    path.write_text(text, encoding="utf-8")
    return path


def _entity(app: ReaderApp, name: str) -> Entity | None:
    assert app.session.loaded is not None
    return next((it for it in app.session.loaded.annotation.entities if it.name == name), None)


async def _typed(pilot: Pilot[int], line: str) -> None:
    keys = ["space" if sign == " " else sign for sign in line]
    await pilot.press("colon", *keys, "enter")


async def test_words_selected_are_put_on_the_list_and_found_at_once(start: Start) -> None:
    path = _list("# mine\nzinc accord | law\n")
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "x", "w", "w", "circumflex_accent")
        assert "What “We heard it” is" in painted(app)
        await pilot.press(*"work", "enter", *SKIP)
        await settle(pilot)
        assert path.read_text("utf-8") == "# mine\nzinc accord | law\nWe heard it | work\n"
        assert "Added “We heard it” to names.txt · U undoes" in app.main.footer.news
        found = _entity(app, "We heard it")
        assert found is not None
        assert found.label is Label.WORK_OF_ART
        assert not app.main.pane.selecting


async def test_everything_asked_for_is_kept(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "}", "alt+n")
        assert "What “Elmhaven” is" in painted(app)
        assert "country, state or town" in painted(app)
        await pilot.press("enter", *"the town,", "space", *"Elm", "enter")
        await pilot.press(*"mud", "enter")
        assert "There is no such colour" in painted(app)
        await pilot.press("ctrl+u", *"gre", "tab", "enter", *"walked there", "enter")
        await settle(pilot)
        text = (config_folder() / "names.toml").read_text("utf-8")
        assert text == (
            '[[name]]\nname = "Elmhaven"\nkind = "country, state or town"\n'
            'aliases = ["the town", "Elm"]\ncolour = "green"\nnote = "walked there"\n'
        )
        found = _entity(app, "Elmhaven")
        assert found is not None
        assert (found.colour, found.note) == ("#40a060", "walked there")


async def test_undo_and_redo_follow_the_order_of_all_changes(start: Start) -> None:
    path = config_folder() / "names.toml"
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await _typed(pilot, "add-name toll house")
        await pilot.press("ctrl+u", *"facil", "enter", *SKIP)
        await settle(pilot)
        assert _entity(app, "toll house") is not None
        await pilot.press("b", "U", "U")
        await settle(pilot)
        assert "Undone: Added “toll house” to names.toml" in app.main.footer.news
        assert not path.exists()
        assert _entity(app, "toll house") is None
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert "toll house" in path.read_text("utf-8")
        assert _entity(app, "toll house") is not None


async def test_a_name_is_taken_off_by_its_name(start: Start) -> None:
    path = _list("toll house | facility\n# mine\n")
    async with start() as pilot:
        app = app_of(pilot)
        await _typed(pilot, "forget-name toll house")
        await settle(pilot)
        assert path.read_text("utf-8") == "# mine\n"
        await pilot.press("U")
        assert path.read_text("utf-8") == "toll house | facility\n# mine\n"
        await _typed(pilot, "forget-name nobody")
        assert "“nobody” is not in" in painted(app)


async def test_leaving_any_question_adds_nothing(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        for steps in range(4):
            await pilot.press("enter", "}", "circumflex_accent", *["enter"] * steps, "escape")
            await settle(pilot)
            assert not app.main.prompt.display
            assert app.focused is app.main.pane.view
        assert [*config_folder().iterdir()] == []


async def test_a_kind_that_is_none_is_asked_for_again(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "}", "circumflex_accent", *"metal", "enter")
        assert "There is no such kind" in painted(app)
        await pilot.press("ctrl+u", *"region", "enter", *SKIP)
        await settle(pilot)
        found = _entity(app, "Elmhaven")
        assert found is not None
        assert found.label is Label.LOC


@pytest.mark.parametrize(
    ("text", "told"),
    [("Elmhaven | place\n", "stands in"), ("zinc | metal\n", "Mend it first")],
)
async def test_a_list_that_cannot_take_it_is_named_and_left(
    start: Start, text: str, told: str
) -> None:
    path = _list(text)
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "}", "circumflex_accent", "enter", *SKIP)
        await settle(pilot)
        (notice,) = app._notifications
        assert told in notice.message
        assert str(path) in notice.message
        assert path.read_text("utf-8") == text


async def test_a_list_that_is_broken_when_undone_is_told_and_stays(start: Start) -> None:
    path = _list("")
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "}", "circumflex_accent", "enter", *SKIP)
        await settle(pilot)
        path.write_text("zinc | metal\n", encoding="utf-8")
        await pilot.press("U")
        await settle(pilot)
        assert "Mend it first" in painted(app)
        assert path.read_text("utf-8") == "zinc | metal\n"


async def test_words_of_a_whole_paragraph_are_no_name(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "J", "J", "J", "x", "X", "X", "j", "j", "circumflex_accent")
        assert "too many words for a name" in painted(app)
        assert not app.main.prompt.display


async def test_the_whole_library_is_read_anew_in_the_background(
    tmp_path: Path, state: TinyDBState
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("pier", "boat"):
        (folder / f"{name}.txt").write_text(
            f"The {name} at Orsk\n\nNobody had read the grey paper on the {name} before.\n"
        )
    app = ReaderApp([folder], state, open_library=UnwatchedLibrary)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        wanted = parse('about:"grey paper"')
        assert app.library.counts([wanted], Marks()) == [0]
        await _typed(pilot, "add-name grey paper")
        await pilot.press("ctrl+u", *"work", "enter", *SKIP)
        await settle(pilot)
        assert app.library.counts([wanted], Marks()) == [2]
        await pilot.press("U")
        await settle(pilot)
        assert app.library.counts([wanted], Marks()) == [0]
