"""Moving by meaning: from quote to quote and from name to name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.commands.command import Command, Group

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class NextQuote(Command):
    """Go to the next quote."""

    name = "Next quote"
    keys = ("]",)
    group = Group.QUOTES
    footer = "Quotes"

    def available(self, app: ReaderApp) -> bool:
        """Return whether there is a text."""
        return app.session.loaded is not None

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        if not app.main.pane.next_quote(count or 1):
            app.main.say("There is no further quote.")


class PreviousQuote(Command):
    """Go to the previous quote."""

    name = "Previous quote"
    keys = ("[",)
    group = Group.QUOTES

    def available(self, app: ReaderApp) -> bool:
        """Return whether there is a text."""
        return app.session.loaded is not None

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        if not app.main.pane.next_quote(-(count or 1)):
            app.main.say("There is no quote before this.")


class NextEntity(Command):
    """Go to the next name: a person, an organisation, a place, a date."""

    name = "Next name"
    keys = ("}",)
    group = Group.QUOTES

    def available(self, app: ReaderApp) -> bool:
        """Return whether there is a text."""
        return app.session.loaded is not None

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        if not app.main.pane.next_entity(count or 1):
            app.main.say("There is no further name.")


class PreviousEntity(Command):
    """Go to the previous name."""

    name = "Previous name"
    keys = ("{",)
    group = Group.QUOTES

    def available(self, app: ReaderApp) -> bool:
        """Return whether there is a text."""
        return app.session.loaded is not None

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        if not app.main.pane.next_entity(-(count or 1)):
            app.main.say("There is no name before this.")


COMMANDS: tuple[Command, ...] = (NextQuote(), PreviousQuote(), NextEntity(), PreviousEntity())
