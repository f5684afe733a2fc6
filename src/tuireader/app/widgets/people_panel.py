"""The panel beside the text: who speaks, with their words, and whom and what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from textual import events, on
from textual.content import Content
from textual.message import Message
from textual.style import Style as VisualStyle
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tuireader.app.content import safe_line
from tuireader.app.rendition.cells import crop, width_of
from tuireader.app.rendition.people import Row, RowKind, spread
from tuireader.app.widgets.dress import Dress
from tuireader.app.widgets.row_list import RowList
from tuireader.app.widgets.sized import Sized

BAR = 8
"""The width of the bar that shows where in the text somebody is, in cells."""
USUAL_ROOM = 33
"""The room for a row beside the text, in cells."""


class PeoplePanel(RowList, Sized, can_focus=True):
    """A list of people, their words, and entities, each leading to its places in the text."""

    DEFAULT_CSS = """
    PeoplePanel {
        display: none;
        width: 38;
        height: 1fr;
        border: none;
        border-left: solid $border;
        padding: 0 0 0 1;
        background: $background;
        color: $foreground;
        scrollbar-size-vertical: 1;
    }
    PeoplePanel.-open { display: block; }
    PeoplePanel > .option-list--option-disabled { color: $text-muted; }
    PeoplePanel > .option-list--option-highlighted {
        background: $foreground 8%; color: $foreground;
    }
    PeoplePanel:focus > .option-list--option-highlighted {
        background: $foreground 16%; color: $foreground; text-style: none;
    }
    PeoplePanel:focus { border: none; border-left: heavy $accent; background-tint: $foreground 0%; }
    """

    @dataclass
    class Chosen(Message):
        """The reader wants to see what a row leads to."""

        row: Row

    @dataclass
    class Narrowed(Message):
        """The reader wants to read only one person's words, or everything again."""

        voice: str

    class Closed(Message):
        """The reader wants to go back to the text."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, markup=False)
        self.can_focus = False
        self._rows: Sequence[Row] = ()
        self._length = 1
        self._dress: Dress | None = None
        self._written = USUAL_ROOM

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self.has_class("-open")

    def open(self) -> None:
        """Show the panel and give it the focus."""
        self.add_class("-open")
        self.can_focus = True
        self.focus()

    def close(self) -> None:
        """Hide the panel; hidden, it never takes a key."""
        self.remove_class("-open")
        self.can_focus = False

    def show(self, rows: Sequence[Row], length: int, dress: Dress) -> None:
        """Show the people of an article.

        Args:
            rows: What to show.
            length: The length of its text, in code points.
            dress: How voices are painted.
        """
        self._rows, self._length, self._dress = rows, length, dress
        self._write()

    def _write(self) -> None:
        highlighted = self.highlighted
        self._written = self._room
        options = [
            Option(self._prompt(row), disabled=row.kind is RowKind.TITLE) for row in self._rows
        ]
        self.clear_options()  # without its rows the list has no scroll bar, and more room
        self.add_options(options)
        self.highlighted = highlighted if highlighted is not None else (1 if self._rows else None)

    @property
    def _room(self) -> int:
        """The room for a row, in cells; while the panel is hidden, what there was before."""
        if not self.size:
            return self._written
        return max(12, self.scrollable_content_region.width - 2)

    def fit(self) -> None:
        """Fit the rows to the new width."""
        if self._rows and self._room != self._written:
            self._write()

    def _prompt(self, row: Row) -> Content:
        room = self._room
        if row.kind is RowKind.TITLE:
            above = "\n" if row is not self._rows[0] else ""
            return Content.assemble(above, safe_line(row.text).stylize(VisualStyle(bold=True)))
        if row.kind is RowKind.QUOTE:
            return safe_line(crop(row.text, room - 2)).pad_left(2).stylize(self._voice(row))
        bar = spread((*row.places, *row.meant), self._length, BAR)
        count = f"{len(row.places):>4} "
        name = crop(row.text, room - BAR - len(count))
        gap = " " * (room - BAR - len(count) - width_of(name))
        style = self._voice(row, bold=True) if row.voice else self._entity(row)
        return Content.assemble(
            safe_line(name).stylize(style),
            gap,
            (count, VisualStyle(dim=True)),
            (bar, self._voice(row) if row.voice else VisualStyle(dim=True)),
        )

    def _voice(self, row: Row, *, bold: bool = False) -> VisualStyle:
        if self._dress is None or not row.voice:
            return VisualStyle(bold=bold or None)
        return _visual(self._dress.voice(row.voice) + Style(bold=bold or None))

    def _entity(self, row: Row) -> VisualStyle:
        if self._dress is None or row.layer is None:
            return VisualStyle()
        return _visual(self._dress.entity(row.layer, row.colour))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._rows[event.option_index]))

    def on_key(self, event: events.Key) -> None:
        """Take the keys that only mean something here."""
        match event.key:
            case "j":
                self.action_cursor_down()
            case "k":
                self.action_cursor_up()
            case "space" if self.highlighted is not None:
                self.post_message(self.Narrowed(self._rows[self.highlighted].voice))
            case "escape" | "h" | "left":
                self.post_message(self.Closed())
            case _:
                return
        event.stop()
        event.prevent_default()


def _visual(style: Style) -> VisualStyle:
    return VisualStyle.from_rich_style(style)
