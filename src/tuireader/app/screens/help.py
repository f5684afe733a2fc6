"""The help: every command with its keys, generated from the commands themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Input, Static

from tuireader.app.commands.command import Command, Context, Group
from tuireader.app.keymap import Keymap
from tuireader.app.screens.scrolling import ScrollingScreen
from tuireader.app.widgets.line_input import LineInput
from tuireader.language import translated as _

_KEYS_WIDTH = 22
"""The widest that the column of keys may be, in cells; longer ones stand on a line of their own."""


class HelpText(Static):
    """Shows lines that are made for the width there is."""

    _lines: Callable[[int], Content] | None = None
    _made_for = 0

    def show(self, lines: Callable[[int], Content]) -> None:
        """Show the lines that a function makes for a width in cells."""
        self._lines, self._made_for = lines, 0
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Make the lines for the width there will be; return how many they are."""
        if self._lines is not None and width != self._made_for:
            self._made_for = width
            self.update(self._lines(width), layout=False)
        return super().get_content_height(container, viewport, width)


class HelpScreen(ScrollingScreen):
    """Shows the commands; typing narrows them down.

    Args:
        commands: All commands.
        keymap: Their keys.
        context: The pane that had the focus; its own keys come first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "leave", "Close", show=False),
        Binding("slash", "search", "Search", show=False),
    ]

    def __init__(self, commands: Sequence[Command], keymap: Keymap, context: Context) -> None:
        super().__init__()
        self._commands = commands
        self._keymap = keymap
        self._pane = context

    def compose(self) -> ComposeResult:
        """Lay out the search line over the list."""
        with Vertical(id="help"):
            yield LineInput(_("Words to look for"), id="search")
            with VerticalScroll(id="help-scroll"):
                yield HelpText(id="help-text", markup=False)

    def on_mount(self) -> None:
        """Show everything."""
        frame = self.query_one("#help")
        frame.border_title = Content(_("Help"))
        frame.border_subtitle = Content(_("/ searches · Esc closes"))
        self._show("")
        self.scrolled.focus()

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, query: str) -> None:
        self.query_one(HelpText).show(
            lambda width: help_content(self._commands, self._keymap, self._pane, query, width)
        )
        self.scrolled.scroll_home(animate=False)

    @on(Input.Submitted)
    def _search_done(self) -> None:
        self.scrolled.focus()

    def action_search(self) -> None:
        """Type words to look for."""
        self.query_one("#help").add_class("-searching")
        self.query_one("#search", Input).focus()

    def action_leave(self) -> None:
        """End the search, or else close the help."""
        frame, search = self.query_one("#help"), self.query_one("#search", Input)
        if frame.has_class("-searching"):
            search.value = ""
            frame.remove_class("-searching")
            self.scrolled.focus()
        else:
            self.dismiss()


def help_content(
    commands: Sequence[Command], keymap: Keymap, context: Context, query: str = "", width: int = 80
) -> Content:
    """Return the help text.

    Args:
        commands: All commands.
        keymap: Their keys.
        context: The pane whose own keys come first.
        query: Only commands that hold all these words, in name, key or help line.
        width: The room there is, in cells.
    """
    words = query.casefold().split()
    found = [item for item in commands if _fits(item, keymap, words)]
    parts: list[Content] = []
    own = [item for item in found if item.context is context and not item.mode_note]
    heading = _("In the list") if context is Context.LIST else _("In the text")
    sections = [(heading, own)]
    for group in Group:
        rest = [item for item in found if item.group is group and item not in own]
        sections.append((_(group.value), rest))
    beside = {item.id: _keys(item, keymap) for item in found}
    column = min(_KEYS_WIDTH, max(map(len, beside.values()), default=0))
    for title, items in sections:
        if items:
            parts.append(Content.styled(title, "bold underline"))
            parts += [_line(item, beside[item.id], column, context, width) for item in items]
            parts.append(Content(""))
    if not parts:
        parts = [Content(_("No command fits these words."))]
    return Content("\n").join(parts)


def _fits(command: Command, keymap: Keymap, words: Sequence[str]) -> bool:
    keys = keymap.keys_of(command)
    text = " ".join((command.title, command.help, command.id, *keys)).casefold()
    return all(word in text for word in words)


def _keys(command: Command, keymap: Keymap) -> str:
    return "  ".join(keymap.keys_of(command)) or f":{command.id}"


def _line(command: Command, keys: str, column: int, context: Context, width: int) -> Content:
    if command.context not in (context, Context.EVERYWHERE):
        in_list = command.context is Context.LIST
        where = _("(in the list)") if in_list else _("(in the text)")
    else:
        where = command.mode_note
    room = max(20, width - column - 4)
    first, *others = wrap(f"{command.help} {where}".strip(), room) or [""]
    if len(keys) > column:
        others = [first, *others]
        first = ""
    return Content("\n").join(
        [
            Content.assemble("  ", (keys.ljust(column), "bold"), "  ", first),
            *(Content(" " * (column + 4) + line) for line in others),
        ]
    )
