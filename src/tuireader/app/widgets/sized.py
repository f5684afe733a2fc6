"""A widget that lays out its own lines, and so must hear of every new size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.screen import Screen


class Sized(Widget):
    """Calls `fit` once for each new size.

    Textual's `Resize` alone does not do: it is sent where a layout differs from the one before,
    and whoever asks for the place of a widget that has just appeared, as a line to type in does
    for its cursor, has the new layout worked out too early for anybody to be told.
    """

    _fitted = Size()

    def on_mount(self) -> None:
        """Look at the size after each layout."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid_out, immediate=True)

    def on_resize(self) -> None:
        """Look at the size."""
        if self.size != self._fitted:
            self._fitted = self.size
            self.fit()

    def _laid_out(self, _: Screen[object]) -> None:
        if self.size != self._fitted:
            self.call_next(self.on_resize)

    def fit(self) -> None:
        """Lay out the lines for the size there is now."""
        raise NotImplementedError
