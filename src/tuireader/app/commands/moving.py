"""Moving about: in the list from article to article, in the text from line to line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.commands.command import Command, Context, Group
from tuireader.app.commands.needs import ROW

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class Down(Command):
    """Go to the next article in the list, or a line down in the text."""

    name = "Down"
    keys = ("j", "down")
    group = Group.MOVING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Move."""
        app.panes.active.scroll_lines(count or 1)


class Up(Command):
    """Go to the previous article in the list, or a line up in the text."""

    name = "Up"
    keys = ("k", "up")
    group = Group.MOVING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Move."""
        app.panes.active.scroll_lines(-(count or 1))


class PageDown(Command):
    """Go a page down."""

    name = "Page down"
    keys = ("space", "pagedown")
    group = Group.MOVING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Move."""
        app.panes.active.scroll_pages(count or 1)


class PageUp(Command):
    """Go a page up."""

    name = "Page up"
    keys = ("pageup", "shift+space")
    group = Group.MOVING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Move."""
        app.panes.active.scroll_pages(-(count or 1))


class HalfPageDown(Command):
    """Go half a page down."""

    name = "Half a page down"
    keys = ("ctrl+d",)
    group = Group.MOVING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Move."""
        app.panes.active.scroll_pages(0.5 * (count or 1))


class HalfPageUp(Command):
    """Go half a page up."""

    name = "Half a page up"
    keys = ("ctrl+u",)
    group = Group.MOVING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Move."""
        app.panes.active.scroll_pages(-0.5 * (count or 1))


class Top(Command):
    """Go to the first article, or to the beginning of the text."""

    name = "Top"
    keys = ("g", "home")
    group = Group.MOVING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Move."""
        app.panes.active.go_top()


class Bottom(Command):
    """Go to the last article, or the end of the text; with a count to that article or percent."""

    name = "Bottom"
    keys = ("G", "end")
    group = Group.MOVING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Move."""
        if count is None:
            app.panes.active.go_bottom()
        elif app.panes.context is Context.LIST:
            app.main.articles.go_to(count - 1)
        else:
            app.main.pane.go_to_share(count / 100)


class Open(Command):
    """Read the article under the cursor."""

    name = "Read this article"
    keys = ("enter", "l", "right")
    context = Context.LIST
    group = Group.MOVING
    footer = "Read"
    needs = ROW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Open it."""
        entry = app.main.articles.current
        if entry is not None:
            app.searching.open(entry)


class Back(Command):
    """Go back to the list of articles."""

    name = "Back to the list"
    keys = ("escape", "h", "left")
    context = Context.READING
    group = Group.MOVING
    footer = "List"

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go back."""
        app.panes.back()


class SwitchPane(Command):
    """Go to the other pane."""

    name = "Other pane"
    keys = ("tab", "shift+tab")
    group = Group.MOVING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        app.panes.switch()


COMMANDS: tuple[Command, ...] = (
    Down(),
    Up(),
    PageDown(),
    PageUp(),
    HalfPageDown(),
    HalfPageUp(),
    Top(),
    Bottom(),
    Open(),
    Back(),
    SwitchPane(),
)
