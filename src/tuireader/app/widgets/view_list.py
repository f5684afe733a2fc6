"""The list of views beside the list of articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tuireader.app.content import safe_line
from tuireader.app.rendition.cells import crop, width_of
from tuireader.app.view_rows import RowKind, ViewRow
from tuireader.app.widgets.row_list import RowList
from tuireader.app.widgets.sized import Sized
from tuireader.language import number
from tuireader.language import translated as _


class ViewList(RowList, Sized, can_focus=True):
    """The views with how many articles each has; Enter shows one."""

    DEFAULT_CSS = """
    ViewList {
        display: none;
        width: 26;
        height: 1fr;
        border: none;
        border-top: solid $border;
        border-right: solid $border;
        border-title-color: $text-muted;
        padding: 0;
        background: $background;
        color: $foreground;
        scrollbar-size-vertical: 1;
    }
    ViewList > .option-list--option-disabled { color: $text-muted; }
    ViewList > .option-list--option-highlighted {
        background: $foreground 8%; color: $foreground; text-style: none;
    }
    ViewList:focus {
        border: none;
        border-top: heavy $accent;
        border-right: solid $border;
        border-title-color: $accent;
        background-tint: $foreground 0%;
    }
    ViewList:focus > .option-list--option-highlighted {
        background: $primary 25%; color: $foreground; text-style: none;
    }
    """

    @dataclass
    class Chosen(Message):
        """The reader wants to see the articles of a view."""

        row: ViewRow

    @dataclass
    class Moved(Message):
        """The reader wants a view some places further down, or up where negative."""

        row: ViewRow
        steps: int

    @dataclass
    class Removed(Message):
        """The reader wants to keep a view no longer."""

        row: ViewRow

    class Closed(Message):
        """The reader wants to go back to the articles."""

    def __init__(self) -> None:
        super().__init__(id="views", markup=False)
        self.border_title = Content(_("Views"))
        self._rows: Sequence[ViewRow] = ()
        self._shown_query = ""
        self._written = 0

    def show(self, rows: Sequence[ViewRow], shown: str, follow: str = "") -> None:
        """Show the views.

        Args:
            rows: What to show.
            shown: The query of the view whose articles are listed.
            follow: The query of the view that the cursor goes to; empty to leave it on its own.
        """
        wanted = follow or (self.current.query if self.current else shown)
        self._rows, self._shown_query = rows, shown
        self._write(wanted)

    def mark_shown(self, shown: str) -> None:
        """Show whose articles are listed."""
        if shown != self._shown_query:
            self._shown_query = shown
            self._write(self.current.query if self.current else shown)

    @property
    def current(self) -> ViewRow | None:
        """The view under the cursor."""
        at = self.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def _write(self, wanted: str) -> None:
        top = self.scroll_offset.y
        self._written = self._room
        self.clear_options()
        self.add_options(
            Option(self._prompt(row), disabled=row.kind is RowKind.TITLE) for row in self._rows
        )
        choices = [at for at, row in enumerate(self._rows) if row.kind is not RowKind.TITLE]
        fitting = (at for at in choices if self._rows[at].query == wanted)
        self.highlighted = next(fitting, choices[0] if choices else None)
        self.scroll_to(y=top, animate=False, immediate=True)

    @property
    def _room(self) -> int:
        return max(12, self.scrollable_content_region.width - 2)

    def fit(self) -> None:
        """Fit the rows to the new width."""
        if self._rows and self._room != self._written:
            self._write(self.current.query if self.current else self._shown_query)

    def _prompt(self, row: ViewRow) -> Content:
        if row.kind is RowKind.TITLE:
            return Content.assemble("\n", safe_line(row.name).stylize(Style(bold=True)))
        count = "?" if row.count is None else number(row.count)
        name = crop(row.name, self._room - len(count) - 1)
        gap = " " * (self._room - len(count) - width_of(name))
        shown = row.query == self._shown_query
        return Content.assemble(
            safe_line(name).stylize(Style(bold=True, underline=True) if shown else Style()),
            gap,
            (count, Style(dim=True)),
        )

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._rows[event.option_index]))

    def on_key(self, event: events.Key) -> None:
        """Take the keys that mean something else here than in the list of articles."""
        row = self.current
        match event.key:
            case "j":
                self.action_cursor_down()
            case "k":
                self.action_cursor_up()
            case "l" | "right" if row is not None:
                self.post_message(self.Chosen(row))
            case "J" | "K" if row is not None and row.kind is RowKind.KEPT:
                self.post_message(self.Moved(row, 1 if event.key == "J" else -1))
            case "d" | "delete" if row is not None and row.kind is RowKind.KEPT:
                self.post_message(self.Removed(row))
            case "escape":
                self.post_message(self.Closed())
            case _:
                return
        event.stop()
        event.prevent_default()
