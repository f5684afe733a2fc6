"""The program itself: help, the palette, undo, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.commands.command import Command, Group
from tuireader.app.commands.needs import READING_FILES

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class Help(Command):
    """Show every key and what it does."""

    name = "Help"
    keys = ("?", "f1")
    footer = "Help"
    footer_selecting = "Help"
    pinned = True

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Show it."""
        app.show_help()


class ChangeSettings(Command):
    """Show the settings and change them."""

    name = "Settings"
    keys = (",",)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Show them."""
        app.show_settings()


class Palette(Command):
    """Find a command by its name."""

    name = "Command palette"
    keys = ("ctrl+p",)
    footer = "Commands"
    palette = False

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Show it."""
        app.show_palette()


class CommandLine(Command):
    """Type a command by its name."""

    name = "Command line"
    keys = (":",)
    palette = False

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Open the line."""
        app.main.open_command_line("" if count is None else str(count))


class Undo(Command):
    """Take back the last change: a mark, a tag, a note, a correction."""

    name = "Undo"
    keys = ("U",)
    group = Group.ARTICLES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Undo."""
        for _ in range(count or 1):
            app.bulk.undo()


class Redo(Command):
    """Do again what was taken back last."""

    name = "Redo"
    keys = ("ctrl+r",)
    group = Group.ARTICLES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Redo."""
        for _ in range(count or 1):
            app.bulk.redo()


class StopReadingFiles(Command):
    """Stop reading the files in the background; what is not read yet stays listed by its name."""

    name = "Stop reading the files"
    keys = ("ctrl+g",)
    needs = READING_FILES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Stop."""
        app.filling.stop()


class Suspend(Command):
    """Go back to the shell for a while; ``fg`` returns here."""

    name = "Suspend"
    keys = ("ctrl+z",)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Suspend."""
        app.action_suspend_process()


class Quit(Command):
    """Leave; what you did is kept."""

    name = "Quit"
    keys = ("q",)
    footer = "Quit"
    pinned = True

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Leave."""
        app.call_later(app.action_quit)


COMMANDS: tuple[Command, ...] = (
    Help(),
    ChangeSettings(),
    Palette(),
    CommandLine(),
    Undo(),
    Redo(),
    StopReadingFiles(),
    Suspend(),
    Quit(),
)
