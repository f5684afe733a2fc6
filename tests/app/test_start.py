"""From the command to the first list."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Collection

import pytest

from tests.app.conftest import settle
from tests.app.library import ROOT, FixedLibrary
from tuireader.app import garbage
from tuireader.app.app import ReaderApp
from tuireader.app.commands.command import Context
from tuireader.app.controllers.filling import FillController
from tuireader.app.looking import FirstList
from tuireader.app.view import View
from tuireader.library.listing import Listing
from tuireader.library.marks import Marks
from tuireader.library.query.syntax import Query, Sort
from tuireader.state.tinydb_state import TinyDBState

SLOW_TO_LOAD = (
    *("tuireader.articles.open", "tuireader.annotation.annotate", "trafilatura", "lxml"),
    *("yaml", "regex", "tomllib", "spacy", "textual.widgets._text_area"),
)
"""What a start without a configuration needs only after the list is seen."""


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


def test_nothing_slow_is_loaded_before_the_list_is_seen() -> None:
    program = (
        "import sys, tuireader.cli.commands.open_reader, tuireader.app.start, tuireader.app.app\n"
        f"print(*[name for name in {SLOW_TO_LOAD} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == []


async def test_what_was_found_meanwhile_is_shown_without_looking_again(
    state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FillController, "begin_behind", lambda self: None)
    library = AskedOnce([ROOT])
    first = FirstList(library, View(), state)
    first.wait()
    app = ReaderApp([ROOT], state, first_list=first)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.main.articles.current is not None
        assert library.asked == 1


async def test_keys_typed_before_all_is_there_are_taken_in_order(state: TinyDBState) -> None:
    app = ReaderApp([ROOT], state, open_library=FixedLibrary)
    async with app.run_test() as pilot:
        await settle(pilot)
        main = app.main
        await main.remove_children([main.filter_bar, main.prompt, main.command_line])
        main.complete = False
        await pilot.press("j", "f")
        assert main.articles.cursor == 0
        await main._add_rest()
        await settle(pilot)
        assert main.articles.cursor == 1
        assert main.filter_bar.display


async def test_enter_typed_before_the_terminal_is_ready_opens_the_article(
    state: TinyDBState,
) -> None:
    app = ReaderApp([ROOT], state, open_library=FixedLibrary)
    async with app.run_test() as pilot:
        await settle(pilot)
        main = app.main
        await main.remove_children([main.filter_bar, main.prompt, main.command_line])
        main.complete = False
        await pilot.press("j", "ctrl+j")
        await main._add_rest()
        await settle(pilot)
        assert app.panes.context is Context.READING


async def test_garbage_is_looked_for_again_once_the_list_is_seen(
    state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_in_charge", False)
    usual = gc.get_threshold()
    garbage.put_off()
    try:
        app = ReaderApp([ROOT], state, open_library=FixedLibrary)
        async with app.run_test() as pilot:
            await settle(pilot)
            assert gc.isenabled()
    finally:
        gc.set_threshold(*usual)
        gc.enable()
