"""What the list shows, and in which order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.app.commands.command import ArgumentCommand, Command, Context, Group
from tuireader.app.commands.needs import Need
from tuireader.app.controllers.comparing import compare
from tuireader.app.ordering import Order
from tuireader.app.view_orders import text_of
from tuireader.language import mark
from tuireader.language import translated as _
from tuireader.library.entry import Entry
from tuireader.state.views import View as KeptView

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp

_NO_VERSIONS = mark("No other versions of this article here.")


def _at_hand(app: ReaderApp) -> Entry | None:
    if app.panes.context is Context.READING and app.session.entry is not None:
        return app.session.entry
    return app.main.articles.current


def _versions_at_hand(app: ReaderApp) -> int:
    entry = _at_hand(app)
    return entry.versions if entry is not None else 0


def _has_versions(app: ReaderApp) -> bool:
    return _versions_at_hand(app) > 1


def _can_unfold(app: ReaderApp) -> bool:
    return app.listing.view.grouped and _has_versions(app)


def _hides(app: ReaderApp) -> bool:
    return bool(app.main.articles.selected) or app.shelf.view.hides


class Views(Command):
    """Show the list of views, or hide it: unread, bookmarked, kept filters, sources, people."""

    name = "Views"
    keys = ("V",)
    group = Group.FINDING

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle."""
        app.viewing.toggle()


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
    """Show one row for all versions of an article, or a row for each."""

    name = "Group versions"
    keys = ("O",)
    context = Context.LIST
    group = Group.ARTICLES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Change the view."""
        app.choices.choose("list", "group", not app.listing.view.grouped)


class UnfoldVersions(Command):
    """Show the other versions of the article under it, or put them together again."""

    name = "Unfold the versions"
    keys = ("%",)
    context = Context.LIST
    group = Group.ARTICLES
    needs = Need(_can_unfold, _NO_VERSIONS)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Change the view."""
        current, view = app.main.articles.current, app.listing.view
        if current is not None:
            app.listing.set_view(replace(view, unfolded=view.unfolded ^ {current.family}))


class CompareVersions(Command):
    """Show what the other versions of the article say otherwise, side by side."""

    name = "Compare versions"
    keys = ("~",)
    group = Group.ARTICLES
    needs = Need(_has_versions, _NO_VERSIONS)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Compare."""
        entry = _at_hand(app)
        if entry is not None:
            compare(app, entry)


class ShowAll(Command):
    """Select no article any more, or else show all again."""

    name = "Show all articles"
    keys = ("escape",)
    context = Context.LIST
    group = Group.ARTICLES
    needs = Need(_hides)

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Change the view."""
        if app.main.articles.selected:
            app.selection.clear_selection()
        else:
            app.listing.show_all()


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
        view = app.shelf.view
        app.main.say(app.state.views.save(KeptView(argument, view.text, text_of(view))))
        app.viewing.refresh()

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the names in use."""
        return tuple(view.name for view in app.state.views.all())


class ShowView(ArgumentCommand):
    """Show what a filter that was kept finds."""

    name = "Show a kept filter"
    group = Group.FINDING
    argument = "NAME"

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Show it."""
        view = app.state.views.get(argument)
        if view is None:
            app.main.say(_('No filter is kept as "{name}".').format(name=argument))
        else:
            app.viewing.choose(view.name, view.query, view.sort)

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
        app.viewing.refresh()

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
            app.listing.sort(Order(argument))
        else:
            told = _('There is no order "{name}"; there are {names}.')
            app.main.say(told.format(name=argument, names=", ".join(Order)))

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the orders."""
        return tuple(order.value for order in Order)


class ReverseOrder(Command):
    """Turn the order of the list round."""

    name = "Reverse the order"
    keys = (";",)
    context = Context.LIST
    group = Group.ARTICLES

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Turn it."""
        view = app.listing.view
        app.listing.sort(view.order, not view.reverse)


COMMANDS: tuple[Command, ...] = (
    UnreadOnly(),
    BookmarksOnly(),
    GroupVersions(),
    UnfoldVersions(),
    CompareVersions(),
    ShowAll(),
    Filter(),
    Views(),
    KeepView(),
    ShowView(),
    ForgetView(),
    Sort(),
    ReverseOrder(),
)
