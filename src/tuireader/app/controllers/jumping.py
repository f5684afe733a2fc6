"""Labels over what is on the screen, and the jump to one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tuireader.app.rendition.labels import beginning_with, labelled

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class JumpController:
    """Shows labels until one of them is typed.

    Args:
        app: The running program.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._typed = ""
        self._places: Mapping[str, int] = {}

    def start(self) -> bool:
        """Label what is on the screen and wait for keys; return False where nothing is there."""
        pane = self._app.main.pane
        self._typed, self._places = "", labelled(pane.stops_on_screen())
        if not self._places:
            return False
        pane.view.show_labels(self._places)
        self._app.keys.take_keys(self._take)
        return True

    def _take(self, key: str) -> bool:
        """Take a key; return whether more are wanted."""
        view = self._app.main.pane.view
        self._typed += key
        left = beginning_with(self._typed, self._places)
        if self._typed in left:
            view.show_labels({})
            self._app.main.pane.stop_at(left[self._typed])
            return False
        view.show_labels({label[len(self._typed) :]: place for label, place in left.items()})
        return bool(left)
