"""What a command is: one class that gives its key, footer, help, palette entry and effect."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from tuireader.app.commands.needs import Need
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class Context(StrEnum):
    """Where a command's keys work: in one pane while it has the focus, or everywhere."""

    LIST = "list"
    READING = "reading"
    EVERYWHERE = "everywhere"

    def overlaps(self, other: Context) -> bool:
        """Return whether one key press could be meant for both."""
        return self is other or Context.EVERYWHERE in (self, other)


class Group(StrEnum):
    """The heading of the help screen that a command stands under."""

    MOVING = "Moving"
    QUOTES = "Quotes and names"
    SELECTING = "Selecting"
    ARTICLES = "Articles"
    FINDING = "Finding"
    NOTES = "Notes and tags"
    VIEW = "View"
    PROGRAM = "Program"


class Command(ABC):
    """Something the reader can ask for.

    The docstring's first paragraph is the help line; the class's name gives the identifier used
    in the configuration and on the command line (``NextQuote`` is ``next-quote``).

    Attributes:
        name: What it is called in the palette, in sentence case.
        keys: The keys of the default keymap. One string is one key, or several pressed one after
            the other with spaces between (``"g g"``).
        context: Where the keys work.
        group: The heading in the help.
        footer: The word for the footer; empty where the command is not shown there.
        pinned: Whether the footer shows it however little room there is.
        while_finding: True where the keys belong to the command only while a find is active;
            then it goes before any other command with the same key.
        while_selecting: Likewise, only while words of the text are selected; it goes first of all.
        footer_selecting: The word for the footer while words of the text are selected; it then
            shows no others.
        palette: Whether the palette and the command line offer it.
        needs: What must be there for it to do anything; None where it always can.
    """

    name: ClassVar[str]
    keys: ClassVar[tuple[str, ...]] = ()
    context: ClassVar[Context] = Context.EVERYWHERE
    group: ClassVar[Group] = Group.PROGRAM
    footer: ClassVar[str] = ""
    pinned: ClassVar[bool] = False
    while_finding: ClassVar[bool] = False
    while_selecting: ClassVar[bool] = False
    footer_selecting: ClassVar[str] = ""
    palette: ClassVar[bool] = True
    needs: ClassVar[Need | None] = None

    @property
    def id(self) -> str:
        """The stable identifier, such as ``next-quote``."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", type(self).__name__).lower()

    @property
    def title(self) -> str:
        """What the palette and the help call it, in the language spoken."""
        return _(self.name)

    @property
    def rank(self) -> int:
        """How urgently a key that several commands share is meant for this one; 0 is first."""
        return 0 if self.while_selecting else 1 if self.while_finding else 2

    @property
    def mode_note(self) -> str:
        """In which mode alone the keys work, for the help; empty where they work in none."""
        return (_("(while selecting)"), _("(while finding)"), "")[self.rank]

    @property
    def help(self) -> str:
        """What it does, as one line in the language spoken."""
        paragraph = (type(self).__doc__ or "").split("\n\n")[0]
        return _(re.sub(r"\s+", " ", paragraph))

    def available(self, app: ReaderApp) -> bool:
        """Return whether it can do anything now; where it cannot, `missing` says why."""
        return self.needs is None or self.needs.is_met(app)

    @property
    def missing(self) -> str:
        """What the reader is told where it is not available; empty where that is nothing."""
        return _(self.needs.missing) if self.needs is not None and self.needs.missing else ""

    @abstractmethod
    def run(self, app: ReaderApp, count: int | None) -> None:
        """Do it.

        Args:
            app: The running program.
            count: The number typed before the key (``5j``); None where none was.
        """


class ArgumentCommand(Command):
    """A command that needs a word or more: typed after its name on the command line.

    Attributes:
        argument: What the argument is, for the help, such as ``NAME``.
        free: Whether it may be any words. The line is then opened even where the command is not
            available, so that the words which follow the key are not taken for keys.
    """

    argument: ClassVar[str]
    free: ClassVar[bool] = False

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Open the command line with the command's name on it."""
        app.main.open_command_line(f"{self.id} ")

    @abstractmethod
    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Do it.

        Args:
            app: The running program.
            argument: What was typed after the name, without the white space around it.
        """

    def choices(self, app: ReaderApp) -> Sequence[str]:
        """Return what the argument may be, for completion; empty where anything may."""
        return ()


class KeyCommand(ArgumentCommand):
    """A command whose argument is the key pressed after its own."""

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Wait for the key."""

        def take(key: str) -> bool:
            if key != "escape":
                self.run_with(app, key)
            return False

        app.keys.take_keys(take)
