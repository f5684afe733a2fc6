"""What the program wants of its terminal beyond painting: a cursor, a clipboard, calm."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from textual.app import App
from textual.geometry import Offset
from textual.widgets import Input

from tuireader.app.clipboard import clipboard_command, over_ssh, put_on_clipboard
from tuireader.app.widgets.row_list import RowList

_FEWEST = 8
"""Fewer colours than these are none: black and white, or shades."""


def colours_of_terminal() -> int | None:
    """Return how many colours terminfo says that the terminal has; None where it does not know."""
    try:
        import curses
    except ImportError:
        return None
    try:
        curses.setupterm(fd=sys.__stdout__.fileno() if sys.__stdout__ else -1)
        return max(0, curses.tigetnum("colors"))
    except (OSError, ValueError, curses.error):
        return None


def lacks_colour(color_system: str | None, count: Callable[[], int | None]) -> bool:
    """Return whether a terminal shows no colours, whatever the environment says of them.

    Args:
        color_system: What the environment says, as Rich reads it.
        count: Returns how many colours there are; asked only where the environment is in doubt.
    """
    if color_system not in (None, "standard"):
        return False
    colours = count()
    return colours is not None and colours < _FEWEST


class TerminalApp(App[int]):
    """A program that places the terminal's own cursor, and copies by every way there is."""

    _input_cursor = Offset(0, 0)

    def __init__(self) -> None:
        super().__init__()
        if lacks_colour(self.console.color_system, colours_of_terminal):
            self.no_color = True

    @property
    def sixteen_colours(self) -> bool:
        """Whether the terminal has no other colours than its own sixteen."""
        return not self.no_color and self.console.color_system in ("standard", "windows")

    @property
    def focus_place(self) -> Offset | None:
        """Where on the screen the reader is; None to leave it to the line that is typed in."""
        return None

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor goes after each painting."""
        focused = self.screen.focused if self.screen_stack else None
        if isinstance(focused, Input):
            # At the end of a line Textual counts the empty cell that it paints there.
            return focused.cursor_screen_offset - Offset(int(focused.cursor_at_end), 0)
        if isinstance(focused, RowList):
            return focused.cursor_place
        return self.focus_place or self._input_cursor

    @cursor_position.setter
    def cursor_position(self, offset: Offset) -> None:
        self._input_cursor = offset

    def show_terminal_cursor(self, shown: bool) -> None:
        """Show the terminal's own cursor, for screen readers and braille displays, or hide it."""
        if self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[?25h" if shown else "\x1b[?25l")
            self._driver.flush()

    def copy_to_clipboard(self, text: str) -> None:
        """Put a text on the clipboard: of the terminal, and of the system where it is this one."""
        super().copy_to_clipboard(text)
        if command := clipboard_command():
            put = partial(put_on_clipboard, command, text)
            self.run_worker(put, thread=True, group="clipboard")

    def set_smooth(self, smooth: bool) -> None:
        """Move things smoothly, or at once; always at once over SSH, where it is slow."""
        self.animation_level = "full" if smooth and not over_ssh() else "none"
