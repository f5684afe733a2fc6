"""A line to type in, with a cursor that does not blink."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.app import App
from textual.widgets import Input

from tuireader.app.rendition.cells import whole_parts


class LineInput(Input):
    """An input of one line without a frame.

    Args:
        placeholder: What stands there while nothing is typed; from the program, not from a file.
            As many of its parts, with ``·`` between, as there is room for.
        keys: What can be pressed in it, for the footer: keys, and a word in English for each.
        id: The identifier in the style sheet.
    """

    def __init__(
        self,
        placeholder: str = "",
        *,
        keys: Mapping[str, str] | None = None,
        id: str,  # noqa: A002
    ) -> None:
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.keys = keys or {}
        self._hint = placeholder
        self._seen: events.Key | None = None

    def on_resize(self, event: events.Resize) -> None:
        """Show as much of the placeholder as there is room for."""
        if self._hint:
            self.placeholder = whole_parts(self._hint, event.size.width)

    def take_focus(self) -> None:
        """Have the focus at once, since the next key may wait already."""
        self.screen.set_focus(self)

    def on_key(self, event: events.Key) -> None:
        """Take note of a key that came here."""
        self._seen = event

    def missed(self, event: events.Key) -> bool:
        """Return whether a key went elsewhere: it was typed before the line had the focus."""
        return self._seen is not event

    def take_late(self, event: events.Key) -> None:
        """Take a letter that went elsewhere; those that follow may be on their way already."""
        if self.missed(event) and event.is_printable and event.character is not None:
            event.stop()
            self.insert_text_at_cursor(event.character)


def send_again(app: App[int], event: events.Key) -> None:
    """Let a key go to whatever has the focus now: it was typed for that, faster than the screen."""
    event.stop()
    event.prevent_default()
    again = events.Key(event.key, event.character)
    again.set_sender(app)  # as a terminal's keys have it: else it would not bubble so far
    app.post_message(again)
