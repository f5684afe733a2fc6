"""From the command to the first list."""

from __future__ import annotations

import gc
from collections.abc import Collection

from tests.app.conftest import settle
from tests.app.library import ROOT, FixedLibrary
from tuireader.app import garbage
from tuireader.app.app import ReaderApp
from tuireader.app.looking import FirstList, present_marks
from tuireader.app.view import View
from tuireader.library.listing import Listing
from tuireader.library.marks import Marks
from tuireader.library.query.syntax import Query, Sort
from tuireader.state.tinydb_state import TinyDBState


class AskedOnce(FixedLibrary):
    """A library that counts how often it is searched."""

    asked = 0

    def find(
        self,
        query: Query,
        marks: Marks,
        sort: Sort,
        grouped: bool = False,
        *,
        unfolded: Collection[int] = (),
    ) -> Listing:
        self.asked += 1
        return super().find(query, marks, sort, grouped, unfolded=unfolded)


async def test_what_was_found_meanwhile_is_shown_without_looking_again(state: TinyDBState) -> None:
    library = AskedOnce([ROOT])
    first = FirstList(library, View(), present_marks(state))
    first.wait()
    app = ReaderApp([ROOT], state, first_list=first)
    async with app.run_test():
        assert app.main.articles.current is not None
        assert library.asked == 1


async def test_keys_typed_before_all_is_there_are_taken_in_order(state: TinyDBState) -> None:
    app = ReaderApp([ROOT], state, open_library=FixedLibrary)
    async with app.run_test() as pilot:
        await settle(pilot)
        main = app.main
        await main.remove_children([main.filter_bar, main.prompt, main.command_line])
        main._complete = False
        await pilot.press("j", "f")
        assert main.articles.cursor == 0
        await main._add_bars()
        await settle(pilot)
        assert main.articles.cursor == 1
        assert main.filter_bar.display


async def test_garbage_is_looked_for_again_once_the_list_is_seen(state: TinyDBState) -> None:
    garbage.put_off()
    try:
        app = ReaderApp([ROOT], state, open_library=FixedLibrary)
        async with app.run_test() as pilot:
            await settle(pilot)
            assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
