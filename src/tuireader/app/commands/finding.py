"""Finding words in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.commands.command import Command, Group
from tuireader.app.commands.needs import FINDING, TEXT
from tuireader.app.controllers.voices import show_voices

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class Find(Command):
    """Find words in the article."""

    name = "Find in the article"
    keys = ("/",)
    group = Group.FINDING
    footer = "Find"
    needs = TEXT

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Ask for the words."""
        app.main.pane.open_find()


class NextHit(Command):
    """Go to the next place where the words were found."""

    name = "Next place found"
    keys = ("n",)
    group = Group.FINDING
    footer = "Next hit"
    while_finding = True
    needs = FINDING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        app.searching.step(count or 1)


class PreviousHit(Command):
    """Go to the previous place where the words were found."""

    name = "Previous place found"
    keys = ("p", "N")
    group = Group.FINDING
    while_finding = True
    needs = FINDING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        app.searching.step(-(count or 1))


class ClearFind(Command):
    """End the find; the places found are no longer marked."""

    name = "End the find"
    keys = ("escape",)
    group = Group.FINDING
    footer = "End find"
    while_finding = True
    needs = FINDING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """End it."""
        app.main.pane.clear_find()


class Voices(Command):
    """Show who is quoted in the whole library and what they said; Enter goes to a quote."""

    name = "Voices"
    keys = ("P",)
    group = Group.FINDING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Show them."""
        show_voices(app)


COMMANDS: tuple[Command, ...] = (NextHit(), PreviousHit(), ClearFind(), Find(), Voices())
