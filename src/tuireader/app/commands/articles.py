"""What is read, what is bookmarked, and which articles the list shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tuireader.app.commands.command import Command, Context, Group
from tuireader.app.commands.needs import ARTICLE, LISTED, ROW

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.state.reader_state import Subject


class NextUnread(Command):
    """Go to the next unread article; in the text, read it."""

    name = "Next unread article"
    keys = ("n",)
    group = Group.ARTICLES
    footer = "Unread"

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        app.listing.go_to_unread(count or 1)


class PreviousUnread(Command):
    """Go to the previous unread article; in the text, read it."""

    name = "Previous unread article"
    keys = ("p",)
    group = Group.ARTICLES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there."""
        app.listing.go_to_unread(-(count or 1))


class ToggleRead(Command):
    """Mark the article read, or unread again; with a count that many from here on."""

    name = "Mark read or unread"
    keys = ("r",)
    group = Group.ARTICLES
    footer = "Read/unread"
    needs = ARTICLE

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Mark it."""
        first = app.selection.first
        read = first is not None and app.state.record(first.article_id).read
        app.bulk.mark(count, lambda subjects: set_read(app, subjects, not read))


class ToggleBookmark(Command):
    """Bookmark the article, or take the bookmark away; with a count that many from here on."""

    name = "Bookmark"
    keys = ("b",)
    group = Group.ARTICLES
    footer = "Bookmark"
    needs = ARTICLE

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Bookmark it."""
        first = app.selection.first
        marked = first is not None and app.state.record(first.article_id).bookmarked
        app.bulk.mark(count, lambda subjects: app.state.set_bookmarked(subjects, not marked))


class Select(Command):
    """Select the article for what comes next, such as marking several read; or deselect it."""

    name = "Select"
    keys = ("x",)
    context = Context.LIST
    group = Group.ARTICLES
    needs = ROW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Select as many as counted, and go on."""
        app.selection.select(count or 1)


class SelectAll(Command):
    """Select every article on the list, or none."""

    name = "Select all"
    keys = ("X",)
    context = Context.LIST
    group = Group.ARTICLES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Select."""
        app.selection.select_all()


class MarkAllRead(Command):
    """Mark every article on the list read; undo takes it back."""

    name = "Mark all read"
    keys = ("A",)
    context = Context.LIST
    group = Group.ARTICLES
    needs = LISTED

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Mark them."""
        app.bulk.mark_unread(lambda subjects: set_read(app, subjects, True))


class MarkAboveRead(Command):
    """Mark every article above the cursor read; undo takes it back."""

    name = "Mark all above read"
    context = Context.LIST
    group = Group.ARTICLES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Mark them."""
        app.bulk.mark_beyond(lambda subjects: set_read(app, subjects, True), below=False)


class MarkBelowRead(Command):
    """Mark every article below the cursor read; undo takes it back."""

    name = "Mark all below read"
    context = Context.LIST
    group = Group.ARTICLES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Mark them."""
        app.bulk.mark_beyond(lambda subjects: set_read(app, subjects, True), below=True)


def set_read(app: ReaderApp, subjects: Iterable[Subject], read: bool) -> str:
    """Mark articles with their versions read or unread; return the message for the reader."""
    return app.state.set_read(app.selection.with_versions(subjects), read)


COMMANDS: tuple[Command, ...] = (
    NextUnread(),
    PreviousUnread(),
    ToggleRead(),
    ToggleBookmark(),
    Select(),
    SelectAll(),
    MarkAllRead(),
    MarkAboveRead(),
    MarkBelowRead(),
)
