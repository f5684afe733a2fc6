"""The command palette: every command by its name, with its keys and what it does."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tuireader.app.commands.command import Command
from tuireader.app.keymap import Keymap
from tuireader.app.widgets.line_input import LineInput
from tuireader.app.widgets.row_list import RowList
from tuireader.language import translated as _

_WIDTH = 100
"""The widest that the frame may be, in cells; as in the style sheet."""
_AROUND = 6
"""The cells of a line that the frame, the space inside it and the scroll bar take."""


class PaletteScreen(ModalScreen[Command | None]):
    """Lists commands; dismissed with the one to run.

    Args:
        commands: Those that can do something now.
        keymap: Their keys.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close", show=False),
        Binding("down,tab,ctrl+n", "step(1)", "Down", show=False, priority=True),
        Binding("up,shift+tab,ctrl+p", "step(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
    ]

    def __init__(self, commands: Sequence[Command], keymap: Keymap) -> None:
        super().__init__()
        self._commands = commands
        self._keymap = keymap
        self._shown: Sequence[Command] = ()

    def compose(self) -> ComposeResult:
        """Lay out the line to type in over the list."""
        with Vertical(id="palette"):
            yield LineInput(_("Find a command"), id="palette-search")
            yield RowList(id="palette-list", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Give the line what was typed before it had the focus."""
        if isinstance(self.focused, LineInput):
            self.focused.take_late(event)

    def on_mount(self) -> None:
        """Show all commands."""
        frame = self.query_one("#palette")
        frame.border_title = Content(_("Commands"))
        frame.border_subtitle = Content(_("Enter runs it · Esc closes"))
        self._list.can_focus = False
        self.set_focus(self._search)  # at once: keys may wait
        self._show()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self._show()

    @property
    def _list(self) -> OptionList:
        return self.query_one("#palette-list", OptionList)

    @property
    def _search(self) -> Input:
        return self.query_one("#palette-search", Input)

    @on(Input.Changed)
    def _show(self) -> None:
        self._shown = fitting(self._commands, self._search.value)
        room = max(20, min(_WIDTH, self.app.size.width * 96 // 100) - _AROUND)
        rows = [Option(_row(item, self._keymap.keys_of(item), room)) for item in self._shown]
        if not rows:
            rows = [Option(Content(_("No command fits these words.")), disabled=True)]
        self._list.clear_options()
        self._list.add_options(rows)
        self._list.highlighted = 0 if self._shown else None

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._take(self._list.highlighted)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option_index)

    def _take(self, row: int | None) -> None:
        if row is not None and row < len(self._shown):
            self.dismiss(self._shown[row])

    def action_step(self, rows: int) -> None:
        """Go to another command."""
        if rows > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_page(self, pages: int) -> None:
        """Go on by a page."""
        if pages > 0:
            self._list.action_page_down()  # type: ignore[no-untyped-call]
        else:
            self._list.action_page_up()  # type: ignore[no-untyped-call]

    def action_leave(self) -> None:
        """Close it; nothing is run."""
        self.dismiss(None)


def fitting(commands: Sequence[Command], typed: str) -> list[Command]:
    """Return the commands that fit what was typed, by name or identifier, the closest first."""
    typed = typed.strip()
    if not typed:
        return list(commands)
    match = Matcher(typed).match
    scores = [(max(match(item.title), match(item.id)), item) for item in commands]
    found = [(score, item) for score, item in scores if score > 0]
    return [item for _score, item in sorted(found, key=lambda pair: -pair[0])]


def _row(command: Command, keys: Sequence[str], room: int) -> Content:
    beside = "  ".join(keys)
    gap = max(2, room - len(command.title) - len(beside))
    return Content("\n").join(
        [
            Content.assemble((command.title, "bold"), " " * gap, beside),
            *(Content("  " + line).stylize("dim") for line in wrap(command.help, room - 2)),
        ]
    )
