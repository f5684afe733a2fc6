"""The help: every command with its keys, generated from the commands themselves."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tuireader.app.commands.command import Command, Context, Group
from tuireader.app.keymap import Keymap
from tuireader.app.widgets.line_input import LineInput
from tuireader.language import translated as _

_KEYS_WIDTH = 20


class HelpScreen(ModalScreen[None]):
    """Shows the commands; typing narrows them down.

    Args:
        commands: All commands.
        keymap: Their keys.
        context: The pane that had the focus; its own keys come first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,question_mark,q", "leave", "Close", show=False),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
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
                yield Static(id="help-text", markup=False)

    def on_mount(self) -> None:
        """Show everything."""
        frame = self.query_one("#help")
        frame.border_title = Content(_("Help"))
        frame.border_subtitle = Content(_("/ searches · Esc closes"))
        self._show("")
        self._text.focus()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.call_after_refresh(self._show, self.query_one("#search", Input).value)

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one("#help-scroll", VerticalScroll)

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, query: str) -> None:
        self.query_one("#help-text", Static).update(
            help_content(self._commands, self._keymap, self._pane, query, self._text.size.width - 2)
        )
        self._text.scroll_home(animate=False)

    @on(Input.Submitted)
    def _search_done(self) -> None:
        self._text.focus()

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
            self._text.focus()
        else:
            self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scroll by a line."""
        self._text.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by a page."""
        self._text.scroll_relative(y=pages * self._text.size.height, animate=False)


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
    own = [item for item in found if item.context is context]
    heading = _("In the list") if context is Context.LIST else _("In the text")
    sections = [(heading, own)]
    for group in Group:
        rest = [item for item in found if item.group is group and item not in own]
        sections.append((_(group.value), rest))
    for title, items in sections:
        if items:
            parts.append(Content.styled(title, "bold underline"))
            parts += [_line(item, keymap, context, width) for item in items]
            parts.append(Content(""))
    if not parts:
        parts = [Content(_("No command fits these words."))]
    return Content("\n").join(parts)


def _fits(command: Command, keymap: Keymap, words: Sequence[str]) -> bool:
    keys = keymap.keys_of(command)
    text = " ".join((command.title, command.help, command.id, *keys)).casefold()
    return all(word in text for word in words)


def _line(command: Command, keymap: Keymap, context: Context, width: int) -> Content:
    keys = "  ".join(keymap.keys_of(command)) or f":{command.id}"
    if command.context not in (context, Context.EVERYWHERE):
        in_list = command.context is Context.LIST
        where = _("(in the list)") if in_list else _("(in the text)")
    else:
        where = command.mode_note
    first, *others = wrap(f"{command.help} {where}".strip(), max(20, width - _KEYS_WIDTH - 4)) or [
        ""
    ]
    return Content("\n").join(
        [
            Content.assemble("  ", (keys.ljust(_KEYS_WIDTH), "bold"), "  ", first),
            *(Content(" " * (_KEYS_WIDTH + 4) + line) for line in others),
        ]
    )
