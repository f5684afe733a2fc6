"""A widget that keeps the focus where it was hidden for a moment only."""

from __future__ import annotations

from textual import events
from textual.widget import Widget


class KeepsFocus(Widget):
    """Ignores the news that it was hidden where it comes late and the widget is shown again."""

    def on_hide(self, event: events.Hide) -> None:
        """Do not give the focus away for what is past."""
        if all(node.display for node in self.ancestors_with_self if isinstance(node, Widget)):
            event.prevent_default()
