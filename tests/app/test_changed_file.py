from __future__ import annotations

from tests.app.conftest import Start, app_of, settle
from tests.app.library import ARTICLES, FixedLibrary, entry_of, make_article
from tuireader.app.workers.refresher import EntriesRead

_BEFORE = next(item for item in ARTICLES if item.path.name == "bridge.txt")


async def test_a_file_that_changes_is_shown_anew_at_the_same_place(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("b", "space", "space")
        await settle(pilot)
        place = app.main.pane.position
        assert place > 0
        added = "A first paragraph that was not there before."
        paragraphs = [added, *_BEFORE.text.split("\n\n")]
        after = make_article("bridge.txt", _BEFORE.metadata, paragraphs)
        library = app.library
        assert isinstance(library, FixedLibrary)
        library.items[library.items.index(_BEFORE)] = after
        app.main.post_message(EntriesRead([entry_of(after)], [], 1, 1, finished=True))
        await settle(pilot)
        assert app.main.pane.article == after
        assert app.main.pane.position == place + len(added) + 2
        assert app.state.record(after.id).bookmarked
        assert "has changed" in app.main.footer.news


async def test_a_file_that_is_read_again_unchanged_is_left_alone(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        loaded = app.session.loaded
        app.main.post_message(EntriesRead([entry_of(_BEFORE)], [], 1, 1, finished=True))
        await settle(pilot)
        assert app.session.loaded is loaded
        assert "has changed" not in app.main.footer.news
