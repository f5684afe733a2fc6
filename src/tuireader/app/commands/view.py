"""How the article looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.commands.command import ArgumentCommand, Command, Group
from tuireader.app.commands.needs import FILE, TEXT
from tuireader.articles.encodings import text_encoding
from tuireader.language import translated as _

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
    needs = TEXT

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


class People(Command):
    """Show who speaks and who is named, or hide it again; Enter jumps, Space shows one alone."""

    name = "People and names"
    keys = ("i",)
    group = Group.VIEW
    footer = "People"
    needs = TEXT

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle."""
        if app.panes.single:
            app.panes.focus_text()
        app.main.pane.toggle_people()


class Legend(Command):
    """Show what the colours and signs in the text mean, or hide it again."""

    name = "Legend"
    keys = ("L",)
    group = Group.VIEW
    needs = TEXT

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle."""
        app.main.pane.toggle_legend()


class ListAbove(Command):
    """Put the list of articles above the text, or beside it again."""

    name = "List above or beside the text"
    keys = ("|",)
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle."""
        app.choices.choose("list", "layout", "beside" if app.panes.stacked else "above")


class CompactList(Command):
    """Show one line for an article in the list, or two again."""

    name = "Compact list"
    keys = ("C",)
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle."""
        app.choices.choose("list", "compact", not app.main.articles.compact)


class Wider(Command):
    """Make the column of text wider."""

    name = "Wider column"
    keys = ("+",)
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Widen."""
        app.choices.column(WIDTH_STEP * (count or 1))


class Narrower(Command):
    """Make the column of text narrower."""

    name = "Narrower column"
    keys = ("-",)
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Narrow."""
        app.choices.column(-WIDTH_STEP * (count or 1))


class UsualWidth(Command):
    """Make the column of text as wide as it was at first."""

    name = "Usual column"
    keys = ("=",)
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Set the width back."""
        app.choices.column(None)


class ReadAs(ArgumentCommand):
    """Read the file in another character encoding, such as cp1252, from now on; or as ``found``."""

    name = "Read in another encoding"
    keys = ("Z",)
    group = Group.VIEW
    argument = "ENCODING"
    needs = FILE

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Read it."""
        if argument == "found":
            app.correcting.set_encoding("")
        elif name := text_encoding(argument):
            app.correcting.set_encoding(name)
        else:
            app.main.say(_('There is no encoding "{name}".').format(name=argument))

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the encodings that old articles are mostly in."""
        return (
            "found",
            "utf-8",
            "cp1252",
            "latin-1",
            "cp1251",
            "koi8-r",
            "gb18030",
            "shift_jis",
            "big5",
            "euc-kr",
            "iso8859-2",
            "cp1250",
            "mac-roman",
            "utf-16",
        )


class Theme(ArgumentCommand):
    """Choose the colours; each is shown while choosing."""

    name = "Theme"
    keys = ("T",)
    group = Group.VIEW
    argument = "NAME"

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Show the themes to choose from."""
        app.choices.theme()

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Take a theme by its name."""
        if argument in app.available_themes:
            app.choices.choose("looks", "theme", argument)
        else:
            app.main.say(_('There is no theme "{name}".').format(name=argument))

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the themes."""
        return tuple(sorted(app.available_themes))


COMMANDS: tuple[Command, ...] = (
    ToggleRaw(),
    People(),
    Legend(),
    Zen(),
    ListAbove(),
    CompactList(),
    Wider(),
    Narrower(),
    UsualWidth(),
    ReadAs(),
    Theme(),
)
