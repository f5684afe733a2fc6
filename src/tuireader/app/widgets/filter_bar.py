"""The line for narrowing the list to what fits a query."""

from __future__ import annotations

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
from tuireader.language import translated as _


class FilterBar(Horizontal):
    """Takes a query; the list follows while it is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Show all again", show=False),
        Binding("down", "accept", "Go to the list", show=False),
    ]

    @dataclass
    class Changed(Message):
        """The query is another one now."""

        query: str

    class Accepted(Message):
        """The reader wants to see what was found."""

    class Cancelled(Message):
        """The reader wants to see everything again."""

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static(_("Filter"), id="filter-mark", markup=False)
        yield LineInput(_("words, or person:name, is:unread, source:post …"), id="filter-query")
        yield Static("", id="filter-told", markup=False)

    @property
    def _input(self) -> Input:
        return self.query_one("#filter-query", Input)

    def open(self, query: str) -> None:
        """Show the line with a query on it and give it the focus."""
        self.display = True
        with self._input.prevent(Input.Changed):
            self._input.value = query
        self._input.cursor_position = len(query)
        self.tell("")
        self._input.focus()

    def close(self) -> None:
        """Hide the line."""
        self.display = False

    def tell(self, message: str) -> None:
        """Say how many were found, or what is wrong with the query."""
        self.query_one("#filter-told", Static).update(safe_line(message))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
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
