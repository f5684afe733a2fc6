"""A line at the bottom that asks for some words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from tuireader.app.content import safe_line
from tuireader.app.widgets.footer import key_label
from tuireader.app.widgets.line_input import LineInput
from tuireader.language import mark

MOST_SHOWN = 24
"""How many of the choices are painted, as far as there is room for them."""


Words = Callable[[str, str], Sequence[str]]
"""Returns what a word may be, given the word so far and the line it is on."""

KEYS = {"enter": mark("Done"), "tab": mark("Complete"), "escape": mark("Leave")}
"""What can be pressed in the line, and a word for it."""


class PromptBar(Vertical):
    """Asks for words; Enter takes them, Esc does not, Tab goes through what they may be."""

    DEFAULT_CSS = """
    PromptBar {
        display: none;
        height: auto;
        background: $panel;
    }

    PromptBar #prompt-choices {
        height: auto;
        max-height: 4;
        padding: 0 1;
        background: $surface;
        color: $text-muted;
    }
    PromptBar #prompt-line { height: 1; }
    PromptBar #prompt-mark { width: auto; padding: 0 1; text-style: bold; }
    PromptBar Input { width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Leave it", show=False),
        Binding("tab", "complete(1)", "Complete", show=False, priority=True),
        Binding("shift+tab", "complete(-1)", "Complete", show=False, priority=True),
    ]

    @dataclass
    class Closed(Message):
        """The reader is done."""

    def __init__(self) -> None:
        super().__init__()
        self._take: Callable[[str], None] | None = None
        self._all: Sequence[str] = ()
        self._words: Words | None = None
        self._word_start = 0
        self._fitting: list[str] = []
        self._chosen = -1

    def compose(self) -> ComposeResult:
        """Lay out the choices over the line."""
        yield Static("", id="prompt-choices", markup=False)
        with Horizontal(id="prompt-line"):
            yield Static("", id="prompt-mark", markup=False)
            yield LineInput(keys=KEYS, id="prompt-words")

    def ask(
        self,
        what: str,
        words: str,
        take: Callable[[str], None],
        choices: Sequence[str] = (),
        each_word: Words | None = None,
    ) -> None:
        """Ask for words.

        Args:
            what: What they are for, in a word or two.
            words: What stands there already.
            take: Called with what was typed, once it is.
            choices: What it may be; where there are any, what is typed replaces the words.
            each_word: Returns what the word at the cursor may be, where each is completed by
                itself, given the word so far and the line.
        """
        self._words = each_word
        self._take = take
        self._all = choices
        self.display = True
        self.query_one("#prompt-mark", Static).update(safe_line(what))
        line = self.query_one("#prompt-words", LineInput)
        with line.prevent(Input.Changed):
            line.value = words
        line.selection = Selection(0 if choices else len(words), len(words))
        line.take_focus()
        if each_word is not None:
            self._offer_words(words, len(words))
        else:
            self._offer([choice for choice in choices if choice != words])

    def _offer_words(self, line: str, cursor: int) -> None:
        assert self._words is not None
        self._word_start = line.rfind(" ", 0, cursor) + 1
        self._offer(self._words(line[self._word_start : cursor], line))

    def _offer(self, fitting: Sequence[str]) -> None:
        self._fitting, self._chosen = list(fitting), -1
        self._paint()

    def _paint(self) -> None:
        """Show the choices, first the one that Tab takes next."""
        shown = self.query_one("#prompt-choices", Static)
        shown.display = bool(self._fitting)
        following = self._chosen + 1
        turned = [*self._fitting[following:], *self._fitting[:following]]
        words = safe_line(" · ".join(turned[:MOST_SHOWN]))
        shown.update(safe_line(key_label("tab"), "bold") + " " + words)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._words is not None:
            self._offer_words(event.value, event.input.cursor_position)
            return
        typed = event.value.strip().casefold()
        self._offer([choice for choice in self._all if _begins(choice.casefold(), typed)])

    def action_complete(self, step: int) -> None:
        """Take the next of what the words may be."""
        if not self._fitting:
            return
        first = 0 if step > 0 else len(self._fitting) - 1
        started = self._chosen >= 0
        self._chosen = (self._chosen + step) % len(self._fitting) if started else first
        line = self.query_one("#prompt-words", Input)
        chosen = self._fitting[self._chosen]
        start = self._word_start if self._words is not None else 0
        after = line.value[line.cursor_position :] if self._words is not None else ""
        with line.prevent(Input.Changed):
            line.value = line.value[:start] + chosen + after
        line.cursor_position = start + len(chosen)
        self._paint()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        take, self._take = self._take, None
        self.display = False
        if take is not None:
            take(event.value.strip())
        if not self.display:  # it was not asked for more words
            self.post_message(self.Closed())

    def action_cancel(self) -> None:
        """Close the line."""
        self.display = False
        self.post_message(self.Closed())


def _begins(choice: str, typed: str) -> bool:
    """Return whether some word of a choice begins with what was typed."""
    return choice.startswith(typed) or f" {typed}" in choice
