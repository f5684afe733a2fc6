"""What a read-later service knew of articles is taken over when its export is first seen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import app_of, settle
from tests.app.test_commands_blocks import UnwatchedLibrary
from tests.library.test_exports import PAGE
from tuireader.app.app import ReaderApp
from tuireader.library.entry import Entry
from tuireader.state.tinydb_state import TinyDBState

INSTAPAPER = """URL,Title,Selection,Folder,Timestamp,Tags
https://courier.example/1,Harbour closed,"two of its three piers",Archive,1927872000,"[""ferries""]"
https://courier.example/2,Vote in Orsk,,Starred,1927872000,"[""towns""]"
https://courier.example/3,Third,,Unread,1927872000,[]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    (path / "instapaper.csv").write_text(INSTAPAPER, encoding="utf-8")
    (path / "harbour.html").write_text(PAGE, encoding="utf-8")
    return path


@asynccontextmanager
async def _reading(folder: Path, state: TinyDBState) -> AsyncIterator[Pilot[int]]:
    app = ReaderApp([folder], state, open_library=UnwatchedLibrary)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settle(pilot)
        await settle(pilot)
        yield pilot


def _entries(pilot: Pilot[int]) -> dict[str, Entry]:
    return {entry.title: entry for entry in app_of(pilot).shelf.shown}


async def test_tags_states_and_highlights_are_taken_over(folder: Path, state: TinyDBState) -> None:
    async with _reading(folder, state) as pilot:
        shown = _entries(pilot)
        assert sorted(shown) == ["Harbour closed", "Third", "Vote in Orsk"]
        harbour, vote = shown["Harbour closed"], shown["Vote in Orsk"]
        assert harbour.path.name == "harbour.html"
        assert vote.format == "link"
        assert (state.record(harbour.id).read, state.record(harbour.id).tags) == (
            True,
            ("ferries",),
        )
        (note,) = state.notes.of(harbour.id)
        assert note.anchor.exact == "two of its three piers"
        assert (state.record(vote.id).bookmarked, state.record(vote.id).tags) == (True, ("towns",))
        assert not state.record(vote.id).read
        assert state.record(shown["Third"].id).path == ""
        assert "instapaper.csv" in app_of(pilot).main.footer.news


async def test_it_is_undone_at_once_and_not_taken_over_again(
    folder: Path, state: TinyDBState
) -> None:
    async with _reading(folder, state) as pilot:
        await pilot.press("U")
        harbour = _entries(pilot)["Harbour closed"]
        assert not state.record(harbour.id).read
        assert state.record(harbour.id).tags == ()
        assert state.notes.of(harbour.id) == ()
    async with _reading(folder, state):
        assert not state.record(harbour.id).read


async def test_a_link_says_that_it_is_one(folder: Path, state: TinyDBState) -> None:
    async with _reading(folder, state) as pilot:
        app = app_of(pilot)
        app.listing.go_to_entry(_entries(pilot)["Vote in Orsk"])
        await pilot.press("enter")
        await settle(pilot)
        strips = app.screen._compositor.render_strips()
        painted = ["".join(segment.text for segment in strip) for strip in strips]
        assert any("link only · towns" in line for line in painted)
        assert any("https://courier.example/2" in line for line in painted)
