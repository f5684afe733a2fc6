"""Places named by a letter, and labels to jump by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.commands.command import Command, Context, Group, KeyCommand
from tuireader.app.commands.needs import TEXT
from tuireader.app.commands.reading import TextCommand
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class SetMark(KeyCommand):
    """Name this place by the letter pressed next; a capital letter works in the whole library."""

    name = "Set a mark"
    keys = ("#",)
    context = Context.READING
    group = Group.MOVING
    argument = "LETTER"
    needs = TEXT

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Wait for the letter."""
        super().run(app, count)
        app.main.say(_("A letter names this place."))

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Set it."""
        app.marking.set(argument)


class GoToMark(KeyCommand):
    """Go to the place named by the letter pressed next."""

    name = "Go to a mark"
    keys = ("@", "`")
    group = Group.MOVING
    argument = "LETTER"

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Say which there are, and wait for the letter."""
        if app.marking.names:
            super().run(app, count)
        app.marking.tell()

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Go there."""
        app.marking.go_to(argument)

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the marks that are set."""
        return app.marking.names


class Jump(TextCommand):
    """Show a label on each quote, name and link on the screen; typing one goes there."""

    name = "Jump by a label"
    keys = (";",)
    context = Context.READING
    group = Group.MOVING
    nothing_found = "There is nothing to jump to on the screen."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Show the labels."""
        started = app.jumping.start()
        if started:
            app.main.say(_("Type a label to go there."))
        return started


COMMANDS: tuple[Command, ...] = (SetMark(), GoToMark(), Jump())
