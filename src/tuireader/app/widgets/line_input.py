"""A line to type in, with a cursor that does not blink."""

from __future__ import annotations

from textual.widgets import Input


class LineInput(Input):
    """An input of one line without a frame.

    Args:
        placeholder: What stands there while nothing is typed; from the program, not from a file.
        id: The identifier in the style sheet.
    """

    def __init__(self, placeholder: str = "", *, id: str) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def take_focus(self) -> None:
        """Have the focus at once, since the next key may wait already."""
        self.screen.set_focus(self)
