"""The reader puts back what cleaning took out, and takes out what it left."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import app_of, settle
from tuireader.app.app import ReaderApp
from tuireader.library.library import Library
from tuireader.library.progress import Progress
from tuireader.state.corrections import CorrectionKind
from tuireader.state.tinydb_state import TinyDBState

TEXT = """The pier at Orsk

"We sold every ticket," said Ana Kovac, who runs the ferry.

The council of Orsk paid for the pier out of its own pocket.

Advertisement

Ivo Marin, the mayor, was not there.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "pier.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


class UnwatchedLibrary(Library):
    """A library in which nothing comes or goes while it is open."""

    def watch(self, stop: threading.Event) -> Iterator[Progress]:
        """See nothing change."""
        return iter(())


@asynccontextmanager
async def _reading(file: Path, state: TinyDBState) -> AsyncIterator[Pilot[int]]:
    app = ReaderApp([file.parent], state, open_library=UnwatchedLibrary)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        yield pilot


def _text(app: ReaderApp) -> str:
    assert app.session.loaded is not None
    return app.session.loaded.article.text


def _line(app: ReaderApp) -> str:
    passage, article = app.main.pane.view.passage, app.main.pane.article
    assert passage is not None
    assert article is not None
    return article.raw[passage.start : passage.end].strip()


async def _step_to(pilot: Pilot[int], line: str) -> None:
    for _ in range(12):
        await pilot.press("K")
    for _ in range(12):
        if _line(app_of(pilot)) == line:
            return
        await pilot.press("J")
    raise AssertionError(f"The cursor never came to {line}")


def _painted(app: ReaderApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def test_d_puts_back_in_the_raw_text_and_takes_that_back(
    file: Path, state: TinyDBState
) -> None:
    async with _reading(file, state) as pilot:
        app = app_of(pilot)
        assert "Advertisement" not in _text(app)
        await pilot.press("v")
        await _step_to(pilot, "Advertisement")
        await pilot.press("d")
        await settle(pilot)
        assert "Advertisement" in _text(app)
        assert app.main.pane.raw
        assert _line(app) == "Advertisement"
        await pilot.press("d")
        await settle(pilot)
        assert "Advertisement" not in _text(app)
        assert app.state.corrections.all() == ()
        await pilot.press("U", "v")
        await settle(pilot)
        assert "Advertisement" in _text(app)
        assert "Advertisement" in _painted(app)
    async with _reading(file, state) as pilot:
        assert "Advertisement" in _text(app_of(pilot))


async def test_d_takes_a_paragraph_out_and_puts_it_back(file: Path, state: TinyDBState) -> None:
    async with _reading(file, state) as pilot:
        app = app_of(pilot)
        await pilot.press("2", "J", "d")
        await settle(pilot)
        assert "own pocket" not in _text(app)
        assert "Removed “The council" in app.main.footer.news
        assert "own pocket" not in _painted(app)
        assert [made.kind for made in state.corrections.all()] == [CorrectionKind.REMOVED]
        await pilot.press("v")
        await _step_to(pilot, "The council of Orsk paid for the pier out of its own pocket.")
        await pilot.press("d")
        await settle(pilot)
        assert "own pocket" in _text(app)
        assert state.corrections.all() == ()


async def test_a_quote_put_right_stays_so_when_a_block_before_it_goes(
    file: Path, state: TinyDBState
) -> None:
    file.write_text(TEXT.replace("The pier at Orsk\n", "The pier at Orsk\n\nIt rained."), "utf-8")
    async with _reading(file, state) as pilot:
        app = app_of(pilot)
        await pilot.press("]", "s", *"Ivo", "enter")
        await settle(pilot)
        await pilot.press("g", "d")
        await settle(pilot)
        assert "rained" not in _text(app)
        assert app.session.loaded is not None
        assert app.session.loaded.annotation.quotes[0].speaker == "Ivo"
        quote = app.main.pane.current_quote()
        assert quote == app.session.loaded.annotation.quotes[0]


async def test_an_article_from_which_everything_was_taken_can_be_brought_back(
    file: Path, state: TinyDBState
) -> None:
    file.write_text("only these words.\n", "utf-8")
    async with _reading(file, state) as pilot:
        app = app_of(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert app.session.loaded is None
        assert "no text in it" in _painted(app)
        await pilot.press("U")
        await settle(pilot)
        assert "only these words" in _text(app)


PAGE = """<html><head><title>A second bridge</title>
<meta property="og:site_name" content="The Orsk Bell"></head><body>
<nav><a href="/">Home</a></nav><article><h1>A second bridge</h1>
<p>The old bridge is too narrow, and nobody has money to make it wider, said the council.</p>
<p>Our readers write.</p>
<p>The new one is dear, and it will be built a long way from the market that needs it most.</p>
</article><footer><p>Bell House, Orsk</p></footer></body></html>
"""


async def test_i_has_it_so_in_all_articles_of_the_source(file: Path, state: TinyDBState) -> None:
    file.with_name("second.html").write_text(PAGE, "utf-8")
    file.with_name("third.html").write_text(PAGE.replace("second", "third"), "utf-8")
    file.unlink()
    async with _reading(file, state) as pilot:
        app = app_of(pilot)
        assert "Bell House" not in _text(app)
        await pilot.press("2", "J", "d")
        await settle(pilot)
        assert "I for all of The Orsk Bell" in app.main.footer.news
        paragraph = app.main.pane.current_paragraph()
        assert paragraph is not None
        assert _text(app)[paragraph.start :].startswith("The new one")
        await pilot.press("U")
        await settle(pilot)
        assert "Our readers" in _text(app)
        await pilot.press("K", "I")
        await settle(pilot)
        assert "in all of The Orsk Bell" in app.main.footer.news
        assert "Our readers" not in _text(app)
        await pilot.press("v")
        await _step_to(pilot, "Bell House, Orsk")
        await pilot.press("d", "I")
        await settle(pilot)
        assert "Bell House" in _text(app)
        await pilot.press("escape", "O")
        await settle(pilot)
        shown = app.main.articles.cursor
        await pilot.press("j" if shown == 0 else "k")
        await settle(pilot)
        assert app.main.articles.cursor != shown
        assert "Bell House" in _text(app)
        assert "Our readers" not in _text(app)
        await pilot.press("U", "U", "U")
        await settle(pilot)
        assert "Bell House" not in _text(app)
        assert "Our readers" in _text(app)
