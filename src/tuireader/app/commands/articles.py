"""What is read, what is bookmarked, and which articles the list shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.app.commands.command import ArgumentCommand, Command, Context, Group
from tuireader.app.ordering import Order
from tuireader.app.view import View
from tuireader.language import translated as _
from tuireader.state.views import View as KeptView

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


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

    def available(self, app: ReaderApp) -> bool:
        """Return whether there is an article to mark."""
        return app.selection.any

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Mark it."""
        first = app.selection.first
        read = first is not None and app.state.record(first.article_id).read
        app.bulk.mark(count, lambda subjects: app.state.set_read(subjects, not read))


class ToggleBookmark(Command):
    """Bookmark the article, or take the bookmark away; with a count that many from here on."""

    name = "Bookmark"
    keys = ("b",)
    group = Group.ARTICLES
    footer = "Bookmark"

    def available(self, app: ReaderApp) -> bool:
        """Return whether there is an article to bookmark."""
        return app.selection.any

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

    def available(self, app: ReaderApp) -> bool:
        """Return whether there is an article."""
        return app.main.articles.current is not None

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

    def available(self, app: ReaderApp) -> bool:
        """Return whether there are any."""
        return bool(app.shelf.shown)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Mark them."""
        app.bulk.mark_unread(lambda subjects: app.state.set_read(subjects, True))


class UnreadOnly(Command):
    """Show unread articles only, or all again."""

    name = "Unread articles only"
    keys = ("u",)
    group = Group.ARTICLES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Change the view."""
        view = app.listing.view
        app.listing.set_view(replace(view, unread_only=not view.unread_only))


class BookmarksOnly(Command):
    """Show bookmarked articles only, or all again."""

    name = "Bookmarks only"
    keys = ("B",)
    group = Group.ARTICLES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Change the view."""
        view = app.listing.view
        app.listing.set_view(replace(view, bookmarked_only=not view.bookmarked_only))


class GroupVersions(Command):
    """List the first version of each article only, or every version again."""

    name = "Group versions"
    keys = ("O",)
    context = Context.LIST
    group = Group.ARTICLES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Change the view."""
        view = app.listing.view
        app.listing.set_view(replace(view, grouped=not view.grouped))


class ShowAll(Command):
    """Select no article any more, or else show all again."""

    name = "Show all articles"
    keys = ("escape",)
    context = Context.LIST
    group = Group.ARTICLES

    def available(self, app: ReaderApp) -> bool:
        """Return whether any are selected or hidden."""
        return bool(app.main.articles.selected) or app.shelf.view.hides

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Change the view."""
        if app.main.articles.selected:
            app.selection.clear_selection()
        else:
            app.listing.set_view(View(order=app.listing.view.order))


class Filter(ArgumentCommand):
    """Show only the articles that fit words or a query, in the whole library."""

    name = "Filter the articles"
    keys = ("f",)
    group = Group.FINDING
    footer = "Filter"
    argument = "QUERY"

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Ask for the query."""
        app.filtering.open()

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Filter."""
        app.filtering.ask(argument)


class KeepView(ArgumentCommand):
    """Keep the present filter under a name."""

    name = "Keep this filter"
    group = Group.FINDING
    argument = "NAME"

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Keep it."""
        app.main.say(app.state.views.save(KeptView(argument, app.shelf.view.query)))

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the names in use."""
        return tuple(view.name for view in app.state.views.all())


class ShowView(ArgumentCommand):
    """Show what a filter that was kept finds."""

    name = "Show a kept filter"
    keys = ("V",)
    group = Group.FINDING
    argument = "NAME"

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Show it."""
        view = app.state.views.get(argument)
        if view is None:
            app.main.say(_('No filter is kept as "{name}".').format(name=argument))
        else:
            app.filtering.ask(view.query)

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the names in use."""
        return tuple(view.name for view in app.state.views.all())


class ForgetView(ArgumentCommand):
    """Forget a filter that was kept; undo brings it back."""

    name = "Forget a kept filter"
    group = Group.FINDING
    argument = "NAME"

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Forget it."""
        app.main.say(app.state.views.remove(argument))

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the names in use."""
        return tuple(view.name for view in app.state.views.all())


class Sort(ArgumentCommand):
    """Sort the list."""

    name = "Sort the articles"
    keys = ("S",)
    group = Group.ARTICLES
    argument = "ORDER"

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Sort."""
        if argument in tuple(Order):
            app.listing.set_view(replace(app.listing.view, order=Order(argument)))
        else:
            told = _('There is no order "{name}"; there are {names}.')
            app.main.say(told.format(name=argument, names=", ".join(Order)))

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the orders."""
        return tuple(order.value for order in Order)


COMMANDS: tuple[Command, ...] = (
    NextUnread(),
    PreviousUnread(),
    ToggleRead(),
    ToggleBookmark(),
    Select(),
    SelectAll(),
    MarkAllRead(),
    UnreadOnly(),
    BookmarksOnly(),
    GroupVersions(),
    ShowAll(),
    Filter(),
    KeepView(),
    ShowView(),
    ForgetView(),
    Sort(),
)
