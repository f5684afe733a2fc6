"""Phrases of the reader's own hold in the reader: in the pane, in the raw text, from the start."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.app.conftest import settle
from tests.app.test_commands_blocks import UnwatchedLibrary
from tuireader.app import start
from tuireader.app.app import ReaderApp
from tuireader.config import config_folder
from tuireader.config.phrases import load_phrases
from tuireader.library.entry import Entry, Loaded
from tuireader.state.tinydb_state import TinyDBState

BELL = "Slå på varsler fra Orsk"
TEXT = f"""The pier at Orsk

The council of Orsk paid for the pier out of its own pocket, and nobody thanked it for that.

{BELL}

Ivo Marin, the mayor, was not there when the first ferry of the year came in at seven.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "pier.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def _say(text: str) -> Path:
    path = config_folder() / "phrases" / "no.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


async def test_the_line_goes_is_named_in_the_raw_text_and_put_back(
    file: Path, state: TinyDBState
) -> None:
    _say('[subscription]\nstarts = ["Slå på varsler"]\n')
    phrases, _ = load_phrases(config_folder())
    library = partial(UnwatchedLibrary, phrases=phrases)
    app = ReaderApp([file.parent], state, open_library=library)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert BELL not in _painted(app)
        await pilot.press("v")
        await settle(pilot)
        assert BELL in _painted(app)
        for _ in range(9):
            if _line(app) != BELL:
                await pilot.press("J")
        assert "subscription" in _painted(app)
        await pilot.press("d", "v")
        await settle(pilot)
        assert BELL in _painted(app)


def _line(app: ReaderApp) -> str:
    passage = app.main.pane.view.passage
    assert passage is not None
    return TEXT[passage.start : passage.end].strip()


def _painted(app: ReaderApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def test_the_reader_starts_with_them_and_says_what_is_wrong(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []
    told: list[str] = []

    def look(app: ReaderApp) -> None:
        loaded = app._open_library([file]).load(Entry(file))
        assert isinstance(loaded, Loaded)
        texts.append(loaded.article.text)
        told.extend(f"{problem.file}: {problem}" for problem in app.problems)

    monkeypatch.setattr(ReaderApp, "run", look)
    _say('[subscription]\nstarts = ["Slå på varsler"]\n')
    start.run([file])
    path = _say('\n[subscripton]\nstarts = ["Slå på varsler"]\n')
    start.run([file])
    assert [BELL in text for text in texts] == [False, True]
    (problem,) = told
    assert problem.startswith(f"{path}: Line 2: ")
