"""The text of an article with its scroll bar, which shows where the quotes and the hits are."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from tuireader.app.widgets.article_view import ArticleView
from tuireader.app.widgets.minimap import Minimap
from tuireader.app.widgets.minimap_marks import minimap_marks
from tuireader.app.widgets.sheet_view import Move


class MappedText(Horizontal):
    """Shows the text beside a map of it.

    Args:
        moved: Told of each move of the text, once the map shows it.
    """

    DEFAULT_CSS = """
    MappedText { height: 1fr; }
    """

    def __init__(self, moved: Callable[[Move], None]) -> None:
        super().__init__()
        self._told = moved
        self.view = ArticleView(self._moved)
        self.minimap = Minimap()

    def compose(self) -> ComposeResult:
        """Lay out the text and the bar."""
        yield self.view
        yield self.minimap

    def map_marks(self) -> None:
        """Show in the bar where the marks of the text are."""
        page, view = self.view.page, self.view
        if page is None or not page.layout.settled:
            self.minimap.set_marks({}, page.height if page is not None else 0)
        else:
            rows = self.minimap.size.height
            self.minimap.set_marks(minimap_marks(page, view.marks, view.dress, rows), page.height)
        self._map_window()

    def _map_window(self) -> None:
        self.minimap.set_window(self.view.scroll_offset.y, self.view.size.height)

    def _moved(self, move: Move) -> None:
        if move.anew:
            self.map_marks()
        else:
            self._map_window()
        self._told(move)

    @on(Minimap.Pointed)
    def _pointed(self, event: Minimap.Pointed) -> None:
        event.stop()
        self.view.scroll_to(y=event.line - self.view.size.height // 2, animate=False)
