"""The line for narrowing the list to what fits a query."""

from __future__ import annotations

from collections.abc import Sequence
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
from tuireader.app.widgets.line_input import LineInput
from tuireader.language import mark, retold
from tuireader.language import translated as _
from tuireader.library.query.complete import Completion
from tuireader.library.query.syntax import QueryError

LEFT = 8
"""The cells before the query."""

KEYS = {"enter": mark("To the list"), "tab": mark("Complete"), "escape": mark("Show all again")}
"""What can be pressed in the line, and a word for it."""


class FilterBar(Vertical):
    """Takes a query; the list follows while it is typed, and Tab goes through how it can go on."""

    DEFAULT_CSS = """
    FilterBar {
        display: none;
        height: auto;
        background: $panel;
    }

    FilterBar #filter-line { height: 1; }
    FilterBar #filter-help { display: none; height: 1; background: $surface; }

    FilterBar #filter-mark { width: 8; padding: 0 1; text-style: bold; }
    FilterBar #filter-told { width: auto; max-width: 60%; padding: 0 1; color: $text-muted; }
    FilterBar Input { width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Show all again", show=False),
        Binding("down", "accept", "Go to the list", show=False),
        Binding("tab", "complete(1)", "Complete", show=False, priority=True),
        Binding("shift+tab", "complete(-1)", "Complete", show=False, priority=True),
    ]

    @dataclass
    class Changed(Message):
        """The query is another one now."""

        query: str

    @dataclass
    class Typed(Message):
        """The query was changed by typing, so that it may go on in other ways now."""

        text: str
        cursor: int

    class Accepted(Message):
        """The reader wants to see what was found."""

    class Cancelled(Message):
        """The reader wants to see everything again."""

    def __init__(self) -> None:
        super().__init__()
        self._typed_text = ""
        self._completions: Sequence[Completion] = ()
        self._chosen = -1
        self._mistake: QueryError | None = None

    def compose(self) -> ComposeResult:
        """Lay out the line over what helps to fill it."""
        with Horizontal(id="filter-line"):
            yield Static(_("Filter"), id="filter-mark", markup=False)
            hint = _("words, or person:name, is:unread, source:post …")
            yield LineInput(hint, keys=KEYS, id="filter-query")
            yield Static("", id="filter-told", markup=False)
        yield Static("", id="filter-help", markup=False)

    @property
    def _input(self) -> LineInput:
        return self.query_one("#filter-query", LineInput)

    def open(self, query: str) -> None:
        """Show the line with a query on it and give it the focus."""
        self.display = True
        self._completions, self._chosen, self._mistake = (), -1, None
        self._set(query, len(query))
        self.tell("")
        self._help(Content())
        self._input.take_focus()

    def close(self) -> None:
        """Hide the line."""
        self.display = False

    def _set(self, query: str, cursor: int) -> None:
        with self._input.prevent(Input.Changed):
            self._input.value = query
        self._input.cursor_position = cursor

    def tell(self, message: str) -> None:
        """Say how many were found, or why nothing can be looked for."""
        self.query_one("#filter-told", Static).update(safe_line(message))

    def point_at(self, mistake: QueryError) -> None:
        """Say under the query what is wrong in it, and where; Tab puts it right."""
        self.tell("")
        self._mistake = mistake
        if not self._completions:
            self._paint_mistake(mistake)

    def _paint_mistake(self, mistake: QueryError) -> None:
        column = max(0, LEFT + self._lead + mistake.start - self._input.scroll_offset.x)
        marks = "^" * max(1, mistake.end - mistake.start)
        told = Content(" " * column + marks + " ") + safe_line(retold(mistake.message))
        if mistake.suggestion:
            better = safe_line(mistake.suggestion)
            told = told + Content.assemble("  ", ("Tab", "bold"), " ", better)
        self._help(told)

    @property
    def _lead(self) -> int:
        """The spaces before the query."""
        return len(self._input.value) - len(self._input.value.lstrip())

    def offer(self, text: str, completions: Sequence[Completion]) -> None:
        """Offer ways to go on, unless something else has been typed since.

        Args:
            text: The query that they are for.
            completions: The ways.
        """
        if text == self._input.value and completions:
            self._typed_text, self._completions, self._chosen = text, completions, -1
            self._paint()

    def _paint(self) -> None:
        told = Content.assemble(" ", ("Tab", "bold"))
        for place, completion in enumerate(self._completions):
            if place >= self._chosen - 2:
                style = "reverse" if place == self._chosen else ""
                told = told + Content("  ") + safe_line(completion.text, style)
                told = told + Content(" ") + safe_line(retold(completion.help), "dim")
        self._help(told)

    def _help(self, told: Content) -> None:
        line = self.query_one("#filter-help", Static)
        line.display = bool(told.plain)
        line.update(told.truncate(self.app.size.width, ellipsis=True))

    def action_complete(self, step: int) -> None:
        """Take the next way to go on, or what is right in place of a mistake."""
        if self._completions:
            first = 0 if step > 0 else len(self._completions) - 1
            started = self._chosen >= 0
            self._chosen = (self._chosen + step) % len(self._completions) if started else first
            chosen, text = self._completions[self._chosen], self._typed_text
            query = text[: chosen.start] + chosen.text + text[chosen.end :]
            self._set(query, chosen.start + len(chosen.text))
            self._paint()
        elif self._mistake is not None and self._mistake.corrected:
            query, self._mistake = self._mistake.corrected, None
            self._set(query, len(query))
            self._help(Content())
        else:
            return
        self.post_message(self.Changed(query.strip()))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._completions, self._chosen, self._mistake = (), -1, None
        self._help(Content())
        self.post_message(self.Typed(event.value, self._input.cursor_position))
        self.post_message(self.Changed(event.value.strip()))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Accepted())

    def action_accept(self) -> None:
        """Go to the list."""
        self.post_message(self.Accepted())

    def action_cancel(self) -> None:
        """Show everything again."""
        self.post_message(self.Cancelled())
