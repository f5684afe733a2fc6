"""The line at the bottom for typing a command."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tuireader.app.content import safe_line
from tuireader.app.controllers.command_line import History
from tuireader.app.widgets.line_input import LineInput
from tuireader.language import mark

KEYS = {
    "enter": mark("Run"),
    "tab": mark("Complete"),
    "up": mark("Earlier lines"),
    "escape": mark("Leave"),
}
"""What can be pressed in the line, and a word for it."""


_COMMAND = re.compile(r"(?:\d+ )?\S+ ")
"""What all choices begin with that complete what stands after a command's name, or a number."""
BETWEEN = " · "


class CommandLineBar(Vertical):
    """Takes a command: Tab completes, the arrows go through what was typed before.

    Args:
        complete: Returns the lines that a line may become.
        history: What was typed before.
    """

    DEFAULT_CSS = """
    CommandLineBar {
        display: none;
        height: auto;
        background: $panel;
    }

    CommandLineBar #choices {
        height: 1;
        background: $surface;
    }

    CommandLineBar #line { height: 1; }
    CommandLineBar #prompt { width: 1; }
    CommandLineBar Input { width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Leave the line", show=False),
        Binding("tab", "complete(1)", "Complete", show=False, priority=True),
        Binding("shift+tab", "complete(-1)", "Complete", show=False, priority=True),
        Binding("up", "history(-1)", "Earlier", show=False, priority=True),
        Binding("down", "history(1)", "Later", show=False, priority=True),
    ]

    @dataclass
    class Entered(Message):
        """The reader typed a command and pressed Enter."""

        line: str

    class Cancelled(Message):
        """The reader left the line."""

    def __init__(self, complete: Callable[[str], Sequence[str]], history: History) -> None:
        super().__init__()
        self._complete = complete
        self._history = history
        self._choices: list[str] = []
        self._chosen = -1

    def compose(self) -> ComposeResult:
        """Lay out the choices over the line."""
        yield Static(id="choices", markup=False)
        with Horizontal(id="line"):
            yield Static(":", id="prompt", markup=False)
            yield LineInput(keys=KEYS, id="command")

    @property
    def _input(self) -> LineInput:
        return self.query_one("#command", LineInput)

    @property
    def line(self) -> str:
        """What is typed."""
        return self._input.value

    def open(self, line: str) -> None:
        """Show the line with something on it and give it the focus."""
        self.display = True
        self._set(line)
        self._offer()
        self._input.take_focus()

    def close(self) -> None:
        """Hide the line."""
        self.display = False

    def _set(self, line: str) -> None:
        with self._input.prevent(Input.Changed):
            self._input.value = line
        self._input.cursor_position = len(line)

    def _offer(self) -> None:
        self._choices = list(self._complete(self._input.value))
        self._chosen = -1
        self._paint()

    def _paint(self) -> None:
        command = _COMMAND.match(self._choices[0]) if self._choices else None
        shown = [
            safe_line(choice[command.end() if command else 0 :]).stylize(
                "reverse" if index == self._chosen else ""
            )
            for index, choice in enumerate(self._choices)
        ]
        content = Content()
        for choice in shown[max(0, self._chosen - 3) :]:
            content = content + (BETWEEN if content else "") + choice
            if content.cell_length > self.app.size.width:
                break
        choices = self.query_one("#choices", Static)
        choices.update(content.truncate(self.app.size.width, ellipsis=True))
        choices.display = bool(shown)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._offer()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._history.add(event.value)
        self.post_message(self.Entered(event.value))

    def action_cancel(self) -> None:
        """Leave the line."""
        self.post_message(self.Cancelled())

    def action_complete(self, step: int) -> None:
        """Take the next of the lines that this one may become."""
        if self._choices:
            self._chosen = (self._chosen + step) % len(self._choices)
            if self._chosen < 0:
                self._chosen = len(self._choices) - 1
            self._set(self._choices[self._chosen])
            self._paint()

    def action_history(self, step: int) -> None:
        """Take a line typed before."""
        self._set(self._history.step(step))
        self._offer()
