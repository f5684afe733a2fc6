"""Versions of one article under one row."""

from __future__ import annotations

from pathlib import Path

from tests.app.conftest import app_of, settle
from tests.app.test_large_list import UnwatchedLibrary, write_article
from tuireader.app.app import ReaderApp
from tuireader.app.widgets.article_row import detail_of
from tuireader.state.tinydb_state import TinyDBState

_FLOOD = " ".join(
    f"On day {n} the river at gate {n * 7} rose by {n * 3} centimetres and took bridge {n * 11}."
    for n in range(40)
)


async def test_versions_are_counted_grouped_and_shown_again(
    tmp_path: Path, state: TinyDBState
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    write_article(folder, "one.txt", "The flood", _FLOOD, "1 March 2024")
    write_article(folder, "two.txt", "The flood", _FLOOD + " It is over.", "2 March 2024")
    write_article(folder, "else.txt", "A kite", "A kite flew over a quiet field.", "3 March 2024")
    library = UnwatchedLibrary([folder], tmp_path / "cache")
    for _ in library.update():
        pass
    app = ReaderApp(library.roots, state, open_library=lambda roots: library)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        shown = app_of(pilot).shelf.shown
        assert [entry.versions for entry in shown] == [1, 2, 2]
        assert detail_of(shown[1], 60).endswith("+1 version")
        await pilot.press("O")
        assert len(app.shelf.shown) == 2
        assert app.listing.heading == "2 of 3 · versions grouped"
        await pilot.press("O")
        assert len(app.shelf.shown) == 3
