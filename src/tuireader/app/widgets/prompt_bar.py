"""A line at the bottom that asks for some words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tuireader.app.content import safe_line
from tuireader.app.widgets.line_input import LineInput


class PromptBar(Horizontal):
    """Asks for words; Enter takes them, Esc does not."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Leave it", show=False)]

    @dataclass
    class Closed(Message):
        """The reader is done."""

    def __init__(self) -> None:
        super().__init__()
        self._take: Callable[[str], None] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static("", id="prompt-mark", markup=False)
        yield LineInput(id="prompt-words")

    def ask(self, what: str, words: str, take: Callable[[str], None]) -> None:
        """Ask for words.

        Args:
            what: What they are for, in a word or two.
            words: What stands there already.
            take: Called with what was typed, once it is.
        """
        self._take = take
        self.display = True
        self.query_one("#prompt-mark", Static).update(safe_line(what))
        line = self.query_one("#prompt-words", Input)
        line.value = words
        line.cursor_position = len(words)
        line.focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        take, self._take = self._take, None
        self.action_cancel()
        if take is not None:
            take(event.value.strip())

    def action_cancel(self) -> None:
        """Close the line."""
        self.display = False
        self.post_message(self.Closed())
