"""The encoding of a file is overruled by a key: at once, from then on, and until it is undone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import app_of, settle
from tests.app.test_commands_blocks import UnwatchedLibrary
from tuireader.app.app import ReaderApp
from tuireader.state.tinydb_state import TinyDBState

TEXT = "Буря в Вельме\n\nГавань Вельма была закрыта в понедельник, сказал мэр.\n"
WRONG = TEXT.encode("koi8-r").decode("cp1251")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "storm.txt"
    path.parent.mkdir()
    path.write_bytes(TEXT.encode("koi8-r"))
    return path


@asynccontextmanager
async def _reading(file: Path, state: TinyDBState) -> AsyncIterator[Pilot[int]]:
    app = ReaderApp([file.parent], state, open_library=UnwatchedLibrary)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        yield pilot


def _shown(pilot: Pilot[int]) -> tuple[str, str]:
    """Return the title on the list and the text in the pane."""
    app = app_of(pilot)
    loaded = app.session.loaded
    return app.shelf.shown[0].title, loaded.article.text if loaded is not None else ""


async def test_it_is_shown_kept_and_undone(file: Path, state: TinyDBState) -> None:
    right = TEXT.splitlines()[0], TEXT.strip()
    wrong = "storm.txt", WRONG.strip()
    async with _reading(file, state) as pilot:
        assert _shown(pilot) == right
        await pilot.press("Z", *"cp1251", "enter")
        await settle(pilot)
        assert _shown(pilot) == wrong
        assert "cp1251" in app_of(pilot).main.footer.news
    async with _reading(file, state) as pilot:
        assert _shown(pilot) == wrong
        await pilot.press("U")
        await settle(pilot)
        assert _shown(pilot) == right
        await pilot.press("Z", *"cp1251", "enter")
        await settle(pilot)
        await pilot.press("Z", *"found", "enter")
        await settle(pilot)
        assert _shown(pilot) == right


async def test_a_choice_that_leaves_nothing_to_read_can_be_taken_back(
    file: Path, state: TinyDBState
) -> None:
    async with _reading(file, state) as pilot:
        await pilot.press("Z", *"hz", "enter")
        await settle(pilot)
        before = app_of(pilot).session.loaded
        assert before is None or before.article.encoding == "hz"
        await pilot.press("U")
        await settle(pilot)
        assert _shown(pilot)[1] == TEXT.strip()
