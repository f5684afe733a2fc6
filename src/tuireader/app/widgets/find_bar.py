"""The line in which the reader types what to find in the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from tuireader.app.content import safe_line
from tuireader.app.widgets.line_input import LineInput
from tuireader.language import mark
from tuireader.language import translated as _

HINT = mark("Enter keeps · Esc undoes · up and down step · ^r: regular expression")

KEYS = {
    "enter": mark("Keep"),
    "escape": mark("Undo"),
    "down": mark("Next hit"),
    "ctrl+r": mark("Regular expression"),
}
"""What can be pressed in the line, and a word for it."""


class FindBar(Horizontal):
    """An input with the number of hits; what it finds is shown while the reader types."""

    DEFAULT_CSS = """
    FindBar {
        height: 1;
        display: none;
        background: $surface;
        color: $foreground;
    }
    FindBar.-open { display: block; }
    FindBar > #find-mark { width: 8; padding: 0 1; text-style: bold; }
    FindBar > #find-count { width: auto; padding: 0 1; color: $text-muted; }
    FindBar > Input {
        width: 1fr; height: 1; border: none; padding: 0; background: $surface;
    }
    FindBar > Input:focus { border: none; background: $surface; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Close", show=False),
        Binding("down", "step(1)", "Next hit", show=False),
        Binding("up", "step(-1)", "Previous hit", show=False),
        Binding("ctrl+r", "toggle_regex", "Regular expression", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Another pattern is to be found."""

        pattern: str
        regex: bool

    @dataclass
    class Stepped(Message):
        """The reader wants the next hit, or the one before."""

        step: int

    class Accepted(Message):
        """The reader is done typing and goes back to the text, with the hits shown."""

    class Cancelled(Message):
        """The reader gives up: back to the text where it was, without hits."""

    regex: bool = False

    def compose(self) -> ComposeResult:
        """Lay out the bar."""
        yield Static(_("Find"), id="find-mark", markup=False)
        yield LineInput(_(HINT), keys=KEYS, id="find-words")
        yield Static("", id="find-count", markup=False)

    def on_mount(self) -> None:
        """Take no key while hidden."""
        self.query_one(Input).can_focus = False

    def open(self) -> None:
        """Show the bar and give it the focus."""
        line = self.query_one(Input)
        self.add_class("-open")
        self.display = line.can_focus = True
        line.selection = Selection(0, len(line.value))
        self.screen.set_focus(line)  # at once: the next key may wait

    def close(self) -> None:
        """Hide the bar; hidden, it never takes a key."""
        self.remove_class("-open")
        self.display = self.query_one(Input).can_focus = False

    @property
    def is_open(self) -> bool:
        """Whether the bar is shown."""
        return self.has_class("-open")

    def say(self, text: str) -> None:
        """Show how many hits there are, or what is wrong with the pattern."""
        self.query_one("#find-count", Static).update(safe_line(text))

    def action_toggle_regex(self) -> None:
        """Switch between plain words and a regular expression."""
        self.regex = not self.regex
        self.query_one("#find-mark", Static).update(_("Regex") if self.regex else _("Find"))
        self._changed()

    def action_step(self, step: int) -> None:
        """Go to another hit while the bar stays open."""
        self.post_message(self.Stepped(step))

    def action_cancel(self) -> None:
        """Give up."""
        self.post_message(self.Cancelled())

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._changed()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Accepted())

    def _changed(self) -> None:
        self.post_message(self.Changed(self.query_one(Input).value, self.regex))
