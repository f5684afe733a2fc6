"""How the article looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.commands.command import ArgumentCommand, Command, Group

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp

WIDTH_STEP = 4
"""Cells by which the column grows or shrinks."""


class ToggleRaw(Command):
    """Show the text as it is in the file, with what was cleaned away dimmed; or clean again."""

    name = "Raw or clean text"
    keys = ("v",)
    group = Group.VIEW
    footer = "Raw"

    def available(self, app: ReaderApp) -> bool:
        """Return whether there is a text."""
        return app.session.loaded is not None

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle."""
        app.main.pane.toggle_raw()


class Zen(Command):
    """Show nothing but the text, or everything again."""

    name = "Zen: the text alone"
    keys = ("z",)
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle."""
        app.panes.toggle_zen()


class Wider(Command):
    """Make the column of text wider."""

    name = "Wider column"
    keys = ("+",)
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Widen."""
        app.main.pane.change_width(WIDTH_STEP * (count or 1))


class Narrower(Command):
    """Make the column of text narrower."""

    name = "Narrower column"
    keys = ("-",)
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Narrow."""
        app.main.pane.change_width(-WIDTH_STEP * (count or 1))


class Theme(ArgumentCommand):
    """Choose the colours; each is shown while choosing."""

    name = "Theme"
    keys = ("T",)
    group = Group.VIEW
    argument = "NAME"

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Show the themes to choose from."""
        app.choose_theme()

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Take a theme by its name."""
        if argument in app.available_themes:
            app.take_theme(argument)
        else:
            app.main.say(f'There is no theme "{argument}".')

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the themes."""
        return tuple(sorted(app.available_themes))


COMMANDS: tuple[Command, ...] = (ToggleRaw(), Zen(), Wider(), Narrower(), Theme())
