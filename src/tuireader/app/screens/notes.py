"""All notes and highlights, of whatever article, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tuireader.app.content import safe_line
from tuireader.app.widgets.line_input import LineInput
from tuireader.language import translated as _
from tuireader.state.notes import Note


@dataclass(frozen=True, slots=True)
class NotedPlace:
    """A note with the headline of its article."""

    note: Note
    title: str


class NotesScreen(ModalScreen[Note | None]):
    """Lists the notes; dismissed with the one to go to.

    Args:
        places: The notes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("up", "step(-1)", "Up", show=False),
        Binding("enter", "take", "Go there", show=False),
    ]

    def __init__(self, places: Sequence[NotedPlace]) -> None:
        super().__init__()
        self._places = places
        self._shown: list[NotedPlace] = []

    def compose(self) -> ComposeResult:
        """Lay out the search line over the list."""
        with Vertical(id="notes"):
            yield LineInput(_("Type to search the notes"), id="notes-search")
            yield OptionList(id="notes-list", markup=False)

    def on_mount(self) -> None:
        """Show all."""
        frame = self.query_one("#notes")
        frame.border_title = Content(_("Notes and highlights"))
        frame.border_subtitle = Content(_("Enter goes there · Esc closes"))
        self.query_one("#notes-list").can_focus = False
        self.query_one("#notes-search", Input).focus()
        self._show("")

    @property
    def _list(self) -> OptionList:
        return self.query_one("#notes-list", OptionList)

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_take()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._shown[event.option_index].note)

    def _show(self, query: str) -> None:
        words = query.casefold().split()
        self._shown = [place for place in self._places if _fits(place, words)]
        self._list.clear_options()
        self._list.add_options([Option(_lines(place)) for place in self._shown])
        if self._shown:
            self._list.highlighted = 0
        else:
            told = _("No note fits these words.") if self._places else _("There are no notes yet.")
            self._list.add_option(Option(Content(told), disabled=True))

    def action_step(self, rows: int) -> None:
        """Go to another note."""
        if rows > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_take(self) -> None:
        """Go to where the note is."""
        row = self._list.highlighted
        if row is not None and row < len(self._shown):
            self.dismiss(self._shown[row].note)

    def action_leave(self) -> None:
        """Close the list."""
        self.dismiss(None)


def _fits(place: NotedPlace, words: Sequence[str]) -> bool:
    note = place.note
    text = " ".join((place.title, note.text, note.anchor.exact, *note.tags)).casefold()
    return all(word in text for word in words)


def _lines(place: NotedPlace) -> Content:
    note = place.note
    return Content("\n").join(
        [
            safe_line(note.text or _("Highlight")).stylize("bold"),
            Content("  ") + safe_line(note.anchor.exact[:300]).truncate(200, ellipsis=True),
            Content("  ") + safe_line(f"{place.title} · {note.created[:10]}").stylize("dim"),
        ]
    )
