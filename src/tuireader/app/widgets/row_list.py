"""Lists whose cursor is seen without colour too."""

from __future__ import annotations

from textual.geometry import Offset
from textual.style import Style
from textual.widgets import OptionList

REVERSED = Style(reverse=True)
"""Added to the row under the cursor where there are no colours.

Textual leaves ``text-style: reverse`` out of the styles of the parts of a widget.
"""
_CURSOR = "option-list--option-highlighted"


class RowList(OptionList):
    """A list of rows to choose from."""

    @property
    def cursor_place(self) -> Offset:
        """Where on the screen the row under the cursor begins."""
        lines = self._line_cache.index_to_line
        line = lines.get(self.highlighted, 0) if self.highlighted is not None else 0
        return self.content_region.offset + Offset(0, line - self.scroll_offset.y)

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """Return the style of a part of the list."""
        style = super().get_visual_style(*component_classes, partial=partial)
        return style + REVERSED if self.app.no_color and _CURSOR in component_classes else style
