"""The pane as the reader has it set: how wide, filled or not, raw or clean, with which layers."""

from __future__ import annotations

from dataclasses import replace

from tuireader.app.rendition.geometry import DEFAULT_WIDTH, NARROWEST, WIDEST
from tuireader.app.rendition.layers import DEFAULT_LAYERS, Layer
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.reading import Reading
from tuireader.app.widgets.article_header import ArticleHeader
from tuireader.app.widgets.text_pane import TextPane


class TypesetPane(TextPane):
    """Shows an article as the reader chose; the choices hold for the next one too."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._layers = DEFAULT_LAYERS
        self._width = DEFAULT_WIDTH
        self._linear = False

    def _begun(self, prepared: Prepared) -> Reading:
        reading = super()._begun(prepared)
        reading.linear = self._linear
        reading.marks = replace(reading.marks, layers=self._layers)
        return reading

    @property
    def linear(self) -> bool:
        """Whether marks are spelt out in words."""
        return self._linear

    def toggle_raw(self) -> bool:
        """Switch between clean and raw text at the same place; return whether raw is shown."""
        if self._reading is None:
            return False
        self._reading.raw = not self._reading.raw
        self.lay_out(self.position)
        return self._reading.raw

    def set_justify(self, justify: bool) -> None:
        """Set whether lines are filled to an even length."""
        self.view.set_justify(justify)

    def set_linear(self, linear: bool) -> None:
        """Set whether marks are spelt out in words, for screen readers and braille displays."""
        self._linear = linear
        if self._reading is not None:
            self._reading.linear = linear
            self.lay_out(self.position)

    def toggle_layer(self, layer: Layer) -> bool:
        """Switch a layer on or off; return whether it is on now."""
        shown = self.view.toggle_layer(layer)
        self._layers = self.view.marks.layers
        if self._reading is not None:
            self._reading.marks = replace(self._reading.marks, layers=self._layers)
        self._body.map_marks()
        return shown

    def set_width(self, width: int) -> None:
        """Set the widest the column may be, in cells."""
        self._width = max(NARROWEST, min(WIDEST, width))
        self.view.set_width(self._width)
        self.query_one(ArticleHeader).set_width(self._width)

    def change_width(self, delta: int) -> int:
        """Make the column wider or narrower; return the width it may have now, in cells."""
        self.set_width(self._width + delta)
        return self._width
