"""The legend under the text, each look shown as the text shows it."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tuireader.app.rendition.cells import crop
from tuireader.app.rendition.legend import ANYBODY, LEGEND
from tuireader.app.widgets.dress import Colours, Dress
from tuireader.language import translated as _

SAMPLE = 15
"""The width of a sample, in cells."""
COLUMN = 40
"""The width of a sample with its meaning."""


class LegendView(Widget):
    """As many columns of samples as there is room for.

    It stands under the text; where it would take more than half of the height, it lies over the
    text, and where even that is too little, it has several pages.
    """

    DEFAULT_CSS = """
    LegendView {
        display: none;
        height: auto;
        max-height: 50%;
        border-top: solid $border;
        background: $background;
        color: $foreground;
    }
    LegendView.-open { display: block; }
    LegendView.-over {
        layer: over;
        dock: bottom;
        border-top: none;
        max-height: 100%;
        margin-bottom: 1;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._first = 0

    def turn(self, size: Size) -> bool:
        """Show it, or its next page, or after the last nothing; return whether it is shown.

        Args:
            size: The room there is, in cells, the line below it included.
        """
        rows = self.get_content_height(None, None, size.width)
        page = max(1, size.height - 1)
        self._first = self._first + page if self.is_open else 0
        self.set_class(self._first < rows, "-open")
        self.set_class(2 * (rows + 1) > size.height, "-over")
        self.refresh()
        return self.is_open

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.has_class("-open")

    def close(self) -> bool:
        """Hide it; return whether it was shown."""
        shown = self.is_open
        self.remove_class("-open")
        return shown

    def _columns(self, width: int) -> int:
        return max(1, min(len(LEGEND), (width - 2) // COLUMN))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Return the number of rows that all samples need."""
        return -(-len(LEGEND) // self._columns(width))

    def render_line(self, y: int) -> Strip:
        """Return a row of samples."""
        width = self.size.width
        base = self.rich_style
        dress = Dress(Colours.of(self), {ANYBODY: 0}, base)
        rows = self.get_content_height(None, None, width)
        segments = [Segment("  ", base)]
        for sample, text in LEGEND[self._first + y :: rows] if self._first + y < rows else ():
            segments += [
                *Strip([Segment(sample.text, dress.style(sample.ink))]).adjust_cell_length(
                    SAMPLE, base
                ),
                *Strip([Segment(crop(_(text), COLUMN - SAMPLE - 1), base)]).adjust_cell_length(
                    COLUMN - SAMPLE, base
                ),
            ]
        return Strip(segments).adjust_cell_length(width, base)
