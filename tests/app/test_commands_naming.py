"""The reader says what kind of thing a name names, and who is meant, and takes it back."""

from __future__ import annotations

from tests.app.conftest import Start, app_of, settle
from tests.app.test_commands_correcting import painted
from tuireader.annotation.annotation import Entity, Label
from tuireader.annotation.corrections import SAID_SO
from tuireader.annotation.kind_words import KIND_NAMES
from tuireader.app.app import ReaderApp


def _entities(app: ReaderApp) -> tuple[Entity, ...]:
    assert app.session.loaded is not None
    return app.session.loaded.annotation.entities


async def test_a_name_gets_another_kind_and_it_is_there_again_after_reopening(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "}", "full_stop")
        await settle(pilot)
        assert "What it is" in painted(app)
        await pilot.press(*"organ", "enter")
        await settle(pilot)
        (entity,) = _entities(app)
        assert (entity.name, entity.label, entity.by_reader) == ("Elmhaven", Label.ORG, True)
        assert "Set the kind of “Elmhaven” to organisation · U undoes" in app.main.footer.news
        assert "You said so" in painted(app)
    async with start() as pilot:
        app = app_of(pilot)
        assert [entity.label for entity in _entities(app)] == [Label.ORG]
        await pilot.press("enter", "}")
        assert SAID_SO in painted(app)


async def test_every_kind_can_be_read_and_chosen(start: Start) -> None:
    async with start(size=(80, 24)) as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "}", "full_stop")
        await settle(pilot)
        told = " ".join(painted(app).split())
        entity = _entities(app)[0]
        others = [name for label, name in KIND_NAMES.items() if label is not entity.label]
        assert [name for name in others if name not in told] == []
        for label, name in KIND_NAMES.items():
            keys = ["space" if sign == " " else sign for sign in name]
            await pilot.press("ctrl+u", *keys, "enter", "full_stop")
            await settle(pilot)
            assert _entities(app)[0].label is label


async def test_the_words_of_a_list_of_names_are_taken_too(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        for word, label in (("region", Label.LOC), ("place", Label.GPE), ("group", Label.NORP)):
            await pilot.press("enter", "}", "full_stop", "ctrl+u", *word, "enter")
            await settle(pilot)
            assert _entities(app)[0].label is label
        await pilot.press("full_stop", "ctrl+u", *"zinc", "enter")
        assert "There is no such kind: person" in painted(app)


async def test_a_name_is_confirmed_by_leaving_its_kind(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "}", "full_stop", "enter")
        await settle(pilot)
        (entity,) = _entities(app)
        assert (entity.label, entity.by_reader) == (Label.GPE, True)


async def test_a_name_that_is_none_is_gone_and_undo_brings_it_back(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "}", "full_stop", *"no name", "enter")
        await settle(pilot)
        assert _entities(app) == ()
        assert app.main.pane.current_entity() is None
        await pilot.press("i")
        assert "Places" not in painted(app)
        await pilot.press("escape", "U")
        await settle(pilot)
        assert [entity.name for entity in _entities(app)] == ["Elmhaven"]
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert _entities(app) == ()


async def test_words_selected_become_a_name(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "x", "w")
        await settle(pilot)
        words = app.main.pane.selected_text
        assert " " in words
        await pilot.press("full_stop", *"event", "enter")
        await settle(pilot)
        added = next(entity for entity in _entities(app) if entity.label is Label.EVENT)
        assert (added.name, added.by_reader) == (words, True)
        assert not app.main.pane.selecting
        await pilot.press("i")
        assert words in painted(app)


async def test_who_is_meant_is_the_name_from_now_on(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "}", "underscore")
        await settle(pilot)
        assert "Who or what is meant" in painted(app)
        await pilot.press(*"Elmhaven on the Wold", "enter")
        await settle(pilot)
        assert [entity.name for entity in _entities(app)] == ["Elmhaven on the Wold"]
        await pilot.press("i")
        assert "Elmhaven on the Wold" in painted(app)


async def test_an_unknown_kind_and_escape_change_nothing(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "}", "full_stop", *"qx", "enter")
        await settle(pilot)
        assert "no such kind" in painted(app)
        await pilot.press("full_stop", "escape")
        await settle(pilot)
        assert app.state.corrections.all() == ()


async def test_without_a_name_at_hand_nothing_is_asked(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter", "full_stop", "underscore")
        await settle(pilot)
        assert not app.main.prompt.display
