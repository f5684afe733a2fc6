"""The list of articles: paints only the rows that are seen, so its length does not matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from tuireader.app.content import safe_line
from tuireader.app.shelf import Shelf, key_of
from tuireader.app.symbols import UNICODE, Symbols
from tuireader.app.widgets.article_row import (
    DETAIL_LINES,
    Row,
    paint_compact_row,
    paint_row,
)
from tuireader.app.widgets.row_list import REVERSED
from tuireader.app.widgets.sized import Sized
from tuireader.app.widgets.snippet_row import paint_snippet
from tuireader.library.entry import Entry
from tuireader.library.snippets import Snippet

TWO_LINES_BELOW = 40
"""The width of the list, in cells, below which a title may take two lines."""
_CURSOR = "article-list--cursor"


class ArticleList(ScrollView, Sized, can_focus=True):
    """The articles that the shelf shows, two or three lines each.

    Args:
        shelf: What is shown, and what is read and bookmarked of it.
        symbols: What to draw with.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-list--title",
        "article-list--unread",
        "article-list--detail",
        "article-list--problem",
        "article-list--hit",
        "article-list--bookmark",
        _CURSOR,
        "article-list--open",
    }

    cursor: reactive[int] = reactive(0, init=False)
    compact: reactive[bool] = reactive(False, init=False)
    """One line for an article, in place of two."""

    @dataclass
    class Moved(Message):
        """The cursor went to another article."""

        entry: Entry

    @dataclass
    class Chosen(Message):
        """The reader wants to read this article."""

        entry: Entry

    def __init__(
        self,
        shelf: Shelf,
        symbols: Symbols = UNICODE,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._symbols = symbols
        self._shelf = shelf
        self._rows: Sequence[Entry] = ()
        self._open: Entry | None = None
        self.selected: set[int] = set()  # by `Entry.row`
        self._snippet_of: Callable[[Entry], Snippet | None] | None = None
        self._strips: LRUCache[tuple[object, ...], list[Strip]] = LRUCache(512)

    @property
    def focus_place(self) -> Offset:
        """Where on the screen the article under the cursor is."""
        return self.content_region.offset + Offset(
            0, self.cursor * self.row_height - self.scroll_offset.y
        )

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor; None where the list is empty."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    @property
    def row_height(self) -> int:
        """The lines of one row."""
        details = 0 if self.compact else DETAIL_LINES
        return self._title_lines + details + (self._snippet_of is not None)

    @property
    def _title_lines(self) -> int:
        """The lines that a title may take: two where the list is narrow and shows no sentences."""
        narrow = self.scrollable_content_region.width < TWO_LINES_BELOW
        return 2 if narrow and not self.compact and self._snippet_of is None else 1

    @property
    def page(self) -> int:
        """How many articles are seen at once; at least 1."""
        return max(1, self.scrollable_content_region.height // self.row_height)

    def show(self, cursor: int) -> None:
        """Show what the shelf shows now, keeping the cursor's row where it is on the screen.

        Args:
            cursor: The row that the cursor stands on from now on.
        """
        seen_at = self.cursor * self.row_height - self.scroll_offset.y
        self._rows = self._shelf.shown
        self._resize()
        cursor = min(max(0, cursor), max(0, len(self._rows) - 1))
        self.set_reactive(ArticleList.cursor, cursor)
        self.scroll_to(y=cursor * self.row_height - seen_at, animate=False, immediate=True)
        self._keep_in_view()
        self.refresh()

    def explain(self, snippet_of: Callable[[Entry], Snippet | None] | None) -> None:
        """Show under each title why the article was found; `show` must follow.

        Args:
            snippet_of: Returns the sentence to show; None to show no more of them.
        """
        self._snippet_of = snippet_of
        self._strips.clear()

    def mark_open(self, entry: Entry | None) -> None:
        """Show which article is in the reading pane."""
        self._open = entry
        self.refresh()

    def set_heading(self, heading: str) -> None:
        """Say over the list what it shows."""
        self.border_title = safe_line(heading)

    def scroll_lines(self, lines: int) -> None:
        """Move the cursor by articles; negative is up."""
        self.go_to(self.cursor + lines)

    def scroll_pages(self, pages: float) -> None:
        """Move the cursor by pages, or parts of one; negative is up."""
        self.go_to(self.cursor + round(pages * self.page))

    def go_top(self) -> None:
        """Go to the first article."""
        self.go_to(0)

    def go_bottom(self) -> None:
        """Go to the last article."""
        self.go_to(len(self._rows) - 1)

    def go_to(self, row: int) -> None:
        """Put the cursor on a row, from 0; on the first or last where there is no such row."""
        self.cursor = min(max(0, row), max(0, len(self._rows) - 1))

    def choose(self) -> None:
        """Ask for the article under the cursor to be opened."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def watch_cursor(self) -> None:
        """Keep the cursor in view and tell where it is."""
        self._keep_in_view()
        self.refresh()
        if self.current is not None:
            self.post_message(self.Moved(self.current))

    def watch_compact(self) -> None:
        """Paint rows of another height."""
        self._strips.clear()
        self._resize()
        self._keep_in_view()
        self.refresh()

    def _keep_in_view(self) -> None:
        top = self.cursor * self.row_height
        height = self.scrollable_content_region.height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif top + self.row_height > self.scroll_offset.y + height:
            self.scroll_to(y=top + self.row_height - height, animate=False, immediate=True)

    def _resize(self) -> None:
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, len(self._rows) * self.row_height)

    def fit(self) -> None:
        """Fit the rows to the new width."""
        self._resize()
        self._keep_in_view()

    def notify_style_update(self) -> None:
        """Paint anew in another theme."""
        self._strips.clear()
        super().notify_style_update()

    def on_focus(self) -> None:
        """Show the cursor as the one that the keys move."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as resting."""
        self.refresh()

    async def on_click(self, event: events.Click) -> None:
        """Open the article that was clicked."""
        row = (event.y + self.scroll_offset.y - self.gutter.top) // self.row_height
        if 0 <= row < len(self._rows):
            self.go_to(row)
            self.choose()

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Return the style of a part of the list."""
        style = super().get_visual_style(*component_classes, partial=partial)
        turned = self.app.no_color and self.has_focus and _CURSOR in component_classes
        return style + REVERSED if turned else style

    def render(self) -> str:
        """Return nothing: every line is painted by `render_line`."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line of the pane."""
        index, line = divmod(self.scroll_offset.y + y, self.row_height)
        width = self.scrollable_content_region.width
        if index >= len(self._rows):
            return Strip.blank(width, self.get_visual_style().rich_style)
        entry = self._rows[index]
        row = Row(
            entry,
            read=self._shelf.is_read(entry),
            bookmarked=self._shelf.is_bookmarked(entry),
            cursor=index == self.cursor,
            focused=self.has_focus,
            open=self._open is not None and key_of(entry) == key_of(self._open),
            selected=bool(entry.row) and entry.row in self.selected,
            version=self._shelf.is_folded_out(index),
        )
        key = (row, width)
        strips = self._strips.get(key)
        if strips is None:
            styles, symbols = self.get_visual_style, self._symbols
            if self.compact:
                strips = paint_compact_row(row, width, styles, symbols)
            else:
                strips = paint_row(row, width, styles, symbols, self._title_lines)
            if self._snippet_of is not None:
                snippet = self._snippet_of(entry)
                strips.append(paint_snippet(row, snippet, width, styles, symbols))
            self._strips[key] = strips
        return strips[line]
