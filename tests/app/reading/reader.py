"""A program of nothing but the reading pane, for tests that press and point."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual import on
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tuireader.app.rendition.prepared import Prepared
from tuireader.app.widgets.article_view import ArticleView
from tuireader.app.widgets.reading_pane import ReadingPane
from tuireader.library.entry import Loaded


class Reader(App[None]):
    """Nothing but the pane."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.told: list[tuple[int, float]] = []
        self.finished = 0
        self.links: list[str] = []

    def compose(self) -> ComposeResult:
        yield ReadingPane()

    @on(ReadingPane.PositionChanged)
    def _moved(self, event: ReadingPane.PositionChanged) -> None:
        self.told.append((event.position, event.progress))

    @on(ReadingPane.Finished)
    def _finish(self) -> None:
        self.finished += 1

    @on(ReadingPane.LinkChosen)
    def _link(self, event: ReadingPane.LinkChosen) -> None:
        self.links.append(event.url)

    @property
    def pane(self) -> ReadingPane:
        return self.query_one(ReadingPane)

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    def shown(self) -> list[str]:
        """Return the lines of the text that are on screen."""
        return [self.view.render_line(y).text.rstrip() for y in range(self.view.size.height)]

    def place_of(self, words: str) -> tuple[int, int]:
        """Return the cell of the text widget where some words are shown."""
        for y, line in enumerate(self.shown()):
            if words in line:
                return line.index(words), y
        raise AssertionError(f"{words} is not on screen")


@asynccontextmanager
async def reading(
    loaded: Loaded, size: tuple[int, int] = (80, 24), position: int = 0
) -> AsyncIterator[tuple[Reader, Pilot[None]]]:
    app = Reader()
    async with app.run_test(size=size) as pilot:
        app.pane.show(Prepared(loaded), position=position)
        await pilot.pause()
        yield app, pilot
