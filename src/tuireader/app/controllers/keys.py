"""From key presses to commands that run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input, OptionList

from tuireader.app.commands.command import ArgumentCommand, Command, Context
from tuireader.app.commands.needs import TEXT
from tuireader.app.controllers.command_line import nothing_to_do, run_line
from tuireader.app.keymap import Keymap, KeyReader, key_name
from tuireader.app.tell import tell
from tuireader.app.widgets.footer import Hint, key_label
from tuireader.app.widgets.line_input import LineInput
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.main import MainScreen

_OWN_KEYS = frozenset(
    ["up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "space"]
)
"""Keys that a list inside a pane needs for itself."""

_NOT_OURS = frozenset(["escape", "ctrl+c", "ctrl+q"])
"""Keys that Textual or nobody answers."""
_GOES_WHERE_ONE_IS = ("open", "back")
"""Commands whose keys, in the other pane, would go to where the reader is already."""


class KeyController:
    """Runs the commands of the keys pressed on the main screen.

    Args:
        app: The running program.
        screen: The main screen.
        keymap: Which keys run which command.
    """

    def __init__(self, app: ReaderApp, screen: MainScreen, keymap: Keymap) -> None:
        self._app = app
        self._screen = screen
        self.keymap = keymap
        self._reader = KeyReader(keymap)
        self._taker: Callable[[str], bool] | None = None

    def press(self, event: events.Key) -> None:
        """Take a key; run what it names, or leave it to others."""
        if self._belongs_to_focused(event.key):
            return
        if self._taker is not None:
            event.stop()
            event.prevent_default()
            self._give(key_name(event))
            return
        press = self._reader.feed(key_name(event), self._app.panes.context)
        self._screen.footer.pending = self._reader.pending
        if not press.used:
            self._say_what_it_is_for(key_name(event))
            return
        event.stop()
        event.prevent_default()
        if press.waiting:
            return
        command = next((item for item in press.commands if item.available(self._app)), None)
        self._screen.hush()
        if command is not None:
            self.run(command, press.count)
        elif event.key != "escape":
            self._say_why_nothing(press.commands)

    def _say_why_nothing(self, commands: Sequence[Command]) -> None:
        """Say why keys did nothing; nothing of those that belong to a mode alone."""
        usual = [item for item in commands if not item.mode_note]
        if usual:
            meant = next((item for item in usual if item.missing), usual[-1])
            awaited = meant.needs is TEXT and self._app.loader.busy
            told = _("The article is still being opened.") if awaited else nothing_to_do(meant)
            self._screen.say(told)
            if isinstance(meant, ArgumentCommand) and meant.free:
                self.run(meant)
        elif not commands:
            self._screen.say(_("No command has these keys."))

    def _say_what_it_is_for(self, key: str) -> None:
        """Say where a key works that does nothing in this pane, or that it never does anything."""
        if key in _NOT_OURS:
            return
        here = self._app.panes.context
        there = Context.LIST if here is Context.READING else Context.READING
        found = [item.command for item in self.keymap.starting_with((key,), there)]
        command = next((item for item in found if not item.mode_note), None)
        if command is not None and command.id not in _GOES_WHERE_ONE_IS:
            told = _('"{name}" works in the text.')
            told = _('"{name}" works in the list.') if there is Context.LIST else told
            self._screen.say(told.format(name=command.title))
        elif not found:
            told = _('No command has the key "{key}"; {help} shows all.')
            self._screen.say(told.format(key=key_label(key), help=self.first_key_of("help")))

    def first_key_of(self, identifier: str) -> str:
        """Return the first key of a command, as it is shown to people; empty where it has none."""
        command = next((item for item in self._app.commands if item.id == identifier), None)
        keys = self.keymap.keys_of(command) if command is not None else ()
        return key_label(keys[0]) if keys else ""

    def take_keys(self, taker: Callable[[str], bool]) -> None:
        """Give the next keys to a function, for as long as it returns that it wants more."""
        self._taker = taker

    def _give(self, key: str) -> None:
        taker, self._taker = self._taker, None
        self._screen.hush()
        if taker is not None and taker(key):
            self._taker = taker
        self.hint()

    def run(self, command: Command, count: int | None = None) -> None:
        """Run a command, then show what it changed."""
        command.run(self._app, count)
        self.hint()

    def run_line(self, line: str) -> bool:
        """Run a command line; say what is wrong with it, and return whether it was run."""
        complaint = run_line(self._app, self._app.commands, line)
        if complaint:
            tell(self._app, complaint, "warning")
        self.hint()
        return not complaint

    def hint(self) -> None:
        """Show in the footer what can be pressed now."""
        line = self._screen.focused
        if isinstance(line, LineInput):
            footer = self._screen.footer
            footer.hints = tuple(Hint(key, _(word), "") for key, word in line.keys.items())
            footer.pinned = ()
            return
        context = self._app.panes.context
        selecting = context is Context.READING and self._screen.pane.selecting
        found: list[tuple[Command, str]] = []
        taken: set[str] = set()
        for command in sorted(self._app.commands, key=lambda item: item.rank):
            keys = self.keymap.keys_of(command) if _word(command, selecting) else ()
            if (
                keys
                and keys[0] not in taken
                and command.context.overlaps(context)
                and command.available(self._app)
            ):
                found.append((command, keys[0]))
                if command.mode_note:
                    taken.update(keys)
        found.sort(key=lambda item: _footer_order(item[0], context, selecting))
        footer = self._screen.footer
        hints = [(item.pinned, Hint(key, _word(item, selecting), item.id)) for item, key in found]
        footer.hints = tuple(hint for pinned, hint in hints if not pinned)
        footer.pinned = tuple(hint for pinned, hint in hints if pinned)

    def _belongs_to_focused(self, key: str) -> bool:
        focused = self._screen.focused
        if isinstance(focused, Input):
            return True
        return isinstance(focused, OptionList) and key in _OWN_KEYS


def _footer_order(command: Command, context: Context, selecting: bool) -> tuple[int, bool]:
    if selecting:
        return -command.rank, False
    return command.rank, command.context is not context


def _word(command: Command, selecting: bool) -> str:
    word = command.footer_selecting if selecting else command.footer
    return _(word) if word else ""
