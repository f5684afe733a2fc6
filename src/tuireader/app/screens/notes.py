"""All notes and highlights, of whatever article, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
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
from tuireader.app.noted import NotedPlace, NoteKeeper
from tuireader.app.tagging import MARK, note_line, typed
from tuireader.app.widgets.line_input import LineInput
from tuireader.app.widgets.prompt_bar import PromptBar
from tuireader.app.widgets.row_list import RowList
from tuireader.language import translated as _
from tuireader.state.notes import Note


class NotesScreen(ModalScreen[Note | None]):
    """Lists the notes, to be changed here; dismissed with the one to go to.

    Letters search; in the list, which Tab goes to, they are commands.

    Args:
        keeper: Knows and changes the notes.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close", show=False),
        Binding("tab", "other", "The list, or the search", show=False, priority=True),
        Binding("down,j", "step(1)", "Down", show=False),
        Binding("up,k", "step(-1)", "Up", show=False),
        Binding("enter", "take", "Go there", show=False),
        Binding("slash", "search", "Search", show=False),
        Binding("N,e", "edit", "Change", show=False),
        Binding("D,delete", "delete", "Delete", show=False),
        Binding("U", "undo", "Undo", show=False),
    ]

    def __init__(self, keeper: NoteKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._places = keeper.all_places()
        self._shown: list[NotedPlace] = []

    def compose(self) -> ComposeResult:
        """Lay out the search line over the list."""
        with Vertical(id="notes"):
            yield LineInput(
                _("Type to search the notes; #tag for those with a tag"), id="notes-search"
            )
            yield RowList(id="notes-list", markup=False)
            yield PromptBar()

    def on_mount(self) -> None:
        """Show all."""
        self.query_one("#notes").border_title = Content(_("Notes and highlights"))
        self._search.focus()
        self._show()

    @property
    def _list(self) -> OptionList:
        return self.query_one("#notes-list", OptionList)

    @property
    def _search(self) -> Input:
        return self.query_one("#notes-search", Input)

    @property
    def _current(self) -> NotedPlace | None:
        row = self._list.highlighted
        return self._shown[row] if row is not None and row < len(self._shown) else None

    def on_descendant_focus(self) -> None:
        """Say what can be pressed where the focus is."""
        self._say("")

    def _say(self, told: str) -> None:
        keys = _("Enter goes there · Tab to the list · Esc closes")
        if self._list.has_focus:
            keys = _("Enter opens · e edits · D deletes · U undoes · / finds · Esc closes")
        self.query_one("#notes").border_subtitle = safe_line(told or keys)

    @on(Input.Changed, "#notes-search")
    def _searched(self) -> None:
        self._show()

    @on(Input.Submitted, "#notes-search")
    def _submitted(self) -> None:
        self.action_take()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._shown[event.option_index].note)

    @on(PromptBar.Closed)
    def _prompt_closed(self) -> None:
        self._list.focus()

    def _show(self, row: int = 0) -> None:
        words = self._search.value.casefold().split()
        self._shown = [place for place in self._places if _fits(place, words)]
        self._list.clear_options()
        self._list.add_options([Option(_lines(place)) for place in self._shown])
        if self._shown:
            self._list.highlighted = min(row, len(self._shown) - 1)
        else:
            told = _("No note fits these words.") if self._places else _("There are no notes yet.")
            self._list.add_option(Option(Content(told), disabled=True))

    def _changed(self, told: str) -> None:
        row = self._list.highlighted or 0
        self._places = self._keeper.all_places()
        self._show(row)
        self._say(told)

    def action_other(self) -> None:
        """Go from the search to the list, or back."""
        prompt = self.query_one(PromptBar)
        if prompt.display:
            prompt.action_complete(1)
        elif self._list.has_focus:
            self._search.focus()
        else:
            self._list.focus()

    def action_search(self) -> None:
        """Go to the search."""
        self._search.focus()

    def action_step(self, rows: int) -> None:
        """Go to another note."""
        if rows > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_take(self) -> None:
        """Go to where the note is."""
        if (place := self._current) is not None:
            self.dismiss(place.note)

    def action_edit(self) -> None:
        """Ask for the new words of the note."""
        place = self._current
        if place is None:
            return
        note = place.note

        def take(line: str) -> None:
            self._changed(self._keeper.edit(note, line))

        words = note_line(note.text, note.tags)
        ask = self.query_one(PromptBar).ask
        ask(_("Note"), words, take, each_word=self._keeper.tags_of_note)

    def action_delete(self) -> None:
        """Delete the note."""
        if (place := self._current) is not None:
            self._changed(self._keeper.remove(place.note))

    def action_undo(self) -> None:
        """Take back the last change."""
        self._changed(self._keeper.take_back())

    def action_leave(self) -> None:
        """Close the list."""
        self.dismiss(None)


def _fits(place: NotedPlace, words: Sequence[str]) -> bool:
    note = place.note
    text = " ".join((place.title, note.text, note.anchor.exact, *note.tags)).casefold()
    tags = [MARK + typed(tag).casefold() for tag in note.tags]
    return all(
        any(tag.startswith(word) for tag in tags) if word.startswith(MARK) else word in text
        for word in words
    )


def _lines(place: NotedPlace) -> Content:
    note = place.note
    tags = " ".join(MARK + typed(tag) for tag in note.tags)
    return Content("\n").join(
        [
            safe_line(note.text or _("Highlight")).stylize("bold")
            + Content("  " if tags else "")
            + safe_line(tags),
            Content("  ") + safe_line(note.anchor.exact[:300]).truncate(200, ellipsis=True),
            Content("  ") + safe_line(f"{place.title} · {note.created[:10]}").stylize("dim"),
        ]
    )
