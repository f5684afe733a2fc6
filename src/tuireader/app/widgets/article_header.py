"""The head of the article above its text: always of the same height, so that nothing jumps."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tuireader.app.rendition.geometry import DEFAULT_WIDTH, geometry
from tuireader.app.rendition.heading import origin_line, title_lines
from tuireader.app.widgets.dress import Colours, Dress
from tuireader.articles.article import Article

FULL_FROM, SHORT_FROM = 28, 14
"""The heights of the pane from which on the header has four lines of text, and three."""
BAR_WIDTH = 2
"""What the scroll bar beside the text takes, in cells; the header stands right above the text."""


class ArticleHeader(Widget):
    """Title, subtitle, and who wrote it, where, when and how long it is."""

    DEFAULT_CSS = """
    ArticleHeader {
        height: 5;
        background: $background;
        color: $foreground;
    }
    ArticleHeader.-short { height: 4; }
    ArticleHeader.-shortest { height: 3; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self.desired_width = DEFAULT_WIDTH
        self._article: Article | None = None
        self._words = 0
        self._lines: tuple[Size, list[tuple[str, Style]]] | None = None

    def show(self, article: Article | None, words: int = 0) -> None:
        """Show the head of an article, or nothing.

        Args:
            article: The article.
            words: How many words it has.
        """
        self._article = article
        self._words = words
        self._renew()

    def fit(self, height: int) -> None:
        """Take a height that leaves room for the text.

        Args:
            height: The height of the whole pane, in lines.
        """
        self.set_class(SHORT_FROM <= height < FULL_FROM, "-short")
        self.set_class(height < SHORT_FROM, "-shortest")
        self._renew()

    def set_width(self, width: int) -> None:
        """Set the widest the column may be, in cells."""
        self.desired_width = width
        self._renew()

    def notify_style_update(self) -> None:
        """Take on the colours of a new theme."""
        super().notify_style_update()
        self._lines = None

    def _renew(self) -> None:
        self._lines = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a line of the header."""
        width = self.size.width
        if self._lines is None or self._lines[0] != self.size:
            self._lines = (self.size, self._write(width, self.size.height))
        base = self.rich_style
        lines = self._lines[1]
        if y >= len(lines):
            return Strip.blank(width, base)
        text, style = lines[y]
        left = geometry(width - BAR_WIDTH, self.desired_width).left
        return Strip([Segment(" " * left, base), Segment(text, base + style)]).adjust_cell_length(
            width, base
        )

    def _write(self, width: int, rows: int) -> list[tuple[str, Style]]:
        if self._article is None or not width:
            return []
        column = geometry(width - BAR_WIDTH, self.desired_width).column
        dress = Dress(Colours.of(self))
        data = self._article.metadata
        room = rows - 2
        lines = [
            (line, Style(bold=True))
            for line in title_lines(self._article.title, column, min(2, room))
        ]
        if data.subtitle and len(lines) < room:
            rows_left = min(2, room - len(lines))
            lines += [
                (line, Style(italic=True)) for line in title_lines(data.subtitle, column, rows_left)
            ]
        lines.append((origin_line(self._article, self._words, column), dress.muted()))
        return [*lines, ("─" * column, dress.muted(0.75))]
