"""Highlights, notes and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.commands.command import Command, Group
from tuireader.app.commands.needs import ARTICLE, TEXT
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class _OnText(Command):
    group = Group.NOTES
    needs = TEXT


class Highlight(_OnText):
    """Highlight the words selected, the current quote or paragraph; or take it away again."""

    name = "Highlight"
    keys = ("H", "m")
    footer_selecting = "Highlight"

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Highlight."""
        app.noting.highlight()


class Annotate(_OnText):
    """Write a note on the words selected, the current quote or paragraph, or change it."""

    name = "Write a note"
    keys = ("N", "a")
    footer_selecting = "Note"

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Ask for the words."""
        app.noting.annotate()


class DeleteNote(_OnText):
    """Delete the note or highlight at the selection, quote or paragraph; undo brings it back."""

    name = "Delete the note"
    keys = ("D",)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Delete it."""
        app.noting.delete()


class NextNote(_OnText):
    """Go to the next note or highlight in the article."""

    name = "Next note"
    keys = ("'",)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        if not app.noting.next(1):
            app.main.say(_("There is no further note."))


class PreviousNote(_OnText):
    """Go to the previous note or highlight in the article."""

    name = "Previous note"
    keys = ('"',)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        if not app.noting.next(-1):
            app.main.say(_("There is no note before this."))


class AllNotes(Command):
    """Show the notes and highlights of all articles; Enter goes to where one is."""

    name = "All notes"
    keys = ("&",)
    group = Group.NOTES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Show them."""
        app.noting.show_all()


class Tag(Command):
    """Put tags on the article, or on those selected; take off what is deleted from the line."""

    name = "Tags"
    keys = ("t",)
    group = Group.NOTES
    needs = ARTICLE

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Ask for the tags."""
        app.noting.tag()


COMMANDS: tuple[Command, ...] = (
    Highlight(),
    Annotate(),
    DeleteNote(),
    NextNote(),
    PreviousNote(),
    AllNotes(),
    Tag(),
)
