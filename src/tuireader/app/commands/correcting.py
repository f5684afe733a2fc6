"""Overruling the program: who speaks, what is no quote, what belongs to the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.commands.command import ArgumentCommand, Command, Context, Group
from tuireader.app.commands.needs import NAME, QUOTE, TEXT

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class _OnQuote(Command):
    group = Group.QUOTES
    needs = QUOTE


class SetSpeaker(ArgumentCommand):
    """Say who speaks in the current quote, or that nobody is named: an empty line."""

    name = "Say who speaks"
    keys = ("s",)
    group = Group.QUOTES
    needs = QUOTE
    argument = "NAME"

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Ask for the name."""
        app.correcting.ask_speaker()

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Take the name."""
        app.correcting.set_speaker(argument)

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return who may speak in the article."""
        return app.correcting.names


class ConfirmSpeaker(_OnQuote):
    """Confirm the speaker of the current quote, so that it stays; or take back what you said."""

    name = "Confirm the speaker"
    keys = ("c",)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Confirm."""
        app.correcting.confirm()


class ToggleQuote(_OnQuote):
    """Say that the words between these marks are nobody's speech, or that they are."""

    name = "No quote"
    keys = ("W",)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Say so."""
        app.correcting.toggle_quote()


class _OnName(Command):
    group = Group.QUOTES
    needs = NAME


class SetKind(_OnName):
    """Say what kind of thing the words selected or the name under the cursor name, or none."""

    name = "Say what kind of name it is"
    keys = (".",)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Ask for the kind."""
        app.naming.ask_kind()


class SetName(_OnName):
    """Say whom or what the words selected or the name under the cursor mean, by the full name."""

    name = "Say who is meant"
    keys = ("_",)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Ask for the name."""
        app.naming.ask_name()


class AddName(ArgumentCommand):
    """Put a name on your own list: words selected, the name under the cursor, or words typed."""

    name = "Add to your names"
    keys = ("^", "alt+n")
    group = Group.QUOTES
    argument = "NAME"
    free = True

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Ask what is at hand; ask for words where nothing is."""
        words = app.own_names.at_hand
        if words:
            self.run_with(app, words)
        else:
            super().run(app, count)

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Ask what it is, and put it on the list."""
        app.own_names.ask(argument)


class ForgetName(ArgumentCommand):
    """Take a name off your own list; undo brings it back."""

    name = "Take off your names"
    group = Group.QUOTES
    argument = "NAME"

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Take it off."""
        app.own_names.forget(argument)

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the names on the list."""
        return app.own_names.listed


class ToggleBlock(Command):
    """Take the current paragraph out of the article; in the raw text, put back what was removed."""

    name = "Take out or put back"
    keys = ("d",)
    context = Context.READING
    group = Group.VIEW
    needs = TEXT

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Take it out, or put it back."""
        app.blocks.toggle()


class ForSource(Command):
    """Take out, or keep, what is like the current paragraph in all articles of the same source."""

    name = "Always for this source"
    keys = ("I",)
    context = Context.READING
    group = Group.VIEW
    needs = TEXT

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Do so."""
        app.blocks.for_source()


COMMANDS: tuple[Command, ...] = (
    SetSpeaker(),
    ConfirmSpeaker(),
    ToggleQuote(),
    SetKind(),
    SetName(),
    AddName(),
    ForgetName(),
    ToggleBlock(),
    ForSource(),
)
