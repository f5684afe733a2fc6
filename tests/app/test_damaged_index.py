"""An index that can be opened but not read is made anew from the files, and that is said once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.app.conftest import settle
from tests.app.test_large_list import UnwatchedLibrary
from tuireader.app.app import ReaderApp
from tuireader.library.library import Library
from tuireader.state.tinydb_state import TinyDBState

COUNT = 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles."""
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(COUNT):
        (made / f"{number:02}.txt").write_text(f"Boat {number} is late\n\nIt is still at sea.\n")
    return made


def spoil_rows(cache: Path) -> None:
    """Overwrite where the rows of articles are, and leave what tells their order."""
    (path,) = (cache / "indexes").glob("*.sqlite")
    connection = sqlite3.connect(path)
    (page,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'articles'"
    ).fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(data)


async def test_articles_whose_rows_cannot_be_read_are_listed_from_the_files(
    folder: Path, tmp_path: Path, state: TinyDBState
) -> None:
    cache = tmp_path / "cache"
    before = Library([folder], cache)
    list(before.update())
    before.close()
    spoil_rows(cache)
    app = ReaderApp([folder], state, open_library=lambda roots: UnwatchedLibrary(roots, cache))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        app.troubles.look()
        await settle(pilot)
        titles = {entry.title for entry in app.shelf.shown}
        assert titles == {f"Boat {number} is late" for number in range(COUNT)}
        told = [notice.message for notice in app._notifications]
        assert len(told) == 1
        assert "was damaged" in told[0]
