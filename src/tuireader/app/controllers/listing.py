"""The list of articles: what is shown of the library, where the cursor is, what is unread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.app.commands.command import Context
from tuireader.app.looking import Answer, present_marks
from tuireader.app.ordering import Order
from tuireader.app.shelf import key_of
from tuireader.app.view import View
from tuireader.app.workers.finder import ArticleFinder, ArticlesFound
from tuireader.language import number
from tuireader.language import translated as _
from tuireader.library.entry import Entry
from tuireader.library.marks import Marks

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.main import MainScreen


class ListController:
    """What happens to the list.

    Args:
        app: The running program.
        screen: The main screen.
        finder: What finds the articles to show.
    """

    def __init__(
        self,
        app: ReaderApp,
        screen: MainScreen,
        finder: ArticleFinder,
    ) -> None:
        self._app = app
        self._screen = screen
        self._finder = finder
        self._marks = Marks()
        self._done: set[Path] = set()
        self._dropped: frozenset[Path] = frozenset()
        self._touched = False
        self._listed = False

    @property
    def view(self) -> View:
        """What the reader asked for last, though it may not be shown yet."""
        return self._finder.wanted or self._app.shelf.view

    @property
    def listed(self) -> bool:
        """Whether the first list has been shown."""
        return self._listed

    def begin(self, answer: Answer, waiting: Sequence[Entry]) -> None:
        """Show the first list of what there is.

        Args:
            answer: What is known.
            waiting: The files of which nothing is known yet.
        """
        shelf = self._app.shelf
        self._listed = True
        if answer.found is not None:
            shelf.put(answer.view, answer.found)
        if answer.view.asks_of_reader:
            self._marks = present_marks(self._app.state)
        shelf.wait_for(waiting)
        last = self._app.last.article
        row = self._place_of(Entry(Path(last[0]), last[1])) if last else None
        self._touched = row is not None
        self._screen.articles.show(row or 0)
        self.refresh_rows()

    def look(self) -> None:
        """Show the article under the cursor beside the list."""
        current = self._screen.articles.current
        if current is not None:
            self._look_at(current)

    def take(self, paths: Iterable[Path]) -> None:
        """Take note that files have been read or are gone: they need no row of their own."""
        self._done.update(paths)

    def renew(self) -> None:
        """Find the same articles anew, in the background."""
        self._ask(self.view)

    def set_view(self, view: View) -> None:
        """Show something else, keeping the cursor on its article where that is still shown.

        What takes long, such as finding words, is done in the background.
        """
        shown = self._app.shelf.view
        self._marks = present_marks(self._app.state)
        sorted_anew = view.sort != shown.sort or view.within != shown.within
        if sorted_anew or view.query not in ("", shown.query):
            self._ask(view)
        else:
            self._dropped = frozenset(self._done)
            self._take(self._finder.find(view, self._marks))

    def sort(self, order: Order, reverse: bool = False) -> None:
        """Show the same in another order, and remember it for this view."""
        view = replace(self.view, order=order, reverse=reverse)
        self._app.orders.keep(view)
        self.set_view(view)

    def show_all(self) -> None:
        """Show all of the view that was chosen, or where that is shown all articles."""
        view = self.view
        if view.narrowed:
            kept = replace(view, unread_only=False, bookmarked_only=False, query="")
            self.set_view(kept)
        else:
            self.set_view(self._app.orders.in_order(View(grouped=view.grouped)))

    def _ask(self, view: View) -> None:
        self._dropped = frozenset(self._done)
        self._finder.ask(view, self._marks)

    def answered(self, message: ArticlesFound) -> None:
        """Show what was found, if it is still wanted."""
        if self._finder.finished():
            self._take(message.answer)

    def _take(self, answer: Answer) -> None:
        shelf, bar = self._app.shelf, self._screen.filter_bar
        if answer.found is None:
            if answer.mistake is not None and answer.mistake.query == answer.view.query:
                bar.point_at(answer.mistake)
            else:
                bar.tell(answer.complaint)
            return
        chosen = self._touched or self._app.session.opened or answer.view != shelf.view
        current = self._screen.articles.current if chosen else None
        cursor = self._screen.articles.cursor
        shelf.put(answer.view, answer.found, self._dropped)
        self._app.searching.begin(answer.found.query)
        self._done -= self._dropped
        self._show(current, cursor)
        self._screen.views.mark_shown(answer.view.within)
        if answer.view.query:
            bar.tell(self._of_all if shelf.shown else _("none found"))

    def _show(self, entry: Entry | None, fallback: int) -> None:
        row = self._place_of(entry) if entry is not None else None
        self._screen.articles.show(fallback if row is None else row)
        self.refresh_rows()
        current = self._screen.articles.current
        if current is not None and (entry is None or row is None):
            self._look_at(current)

    def _place_of(self, entry: Entry) -> int | None:
        """Return where an entry is shown, which may have been read since it was."""
        place = self._app.shelf.index_of(entry)
        if place is not None or entry.row:
            return place
        known = self._app.library.entries_in(entry.path)
        found = next((other for other in known if other.item == entry.item), None)
        return self._app.shelf.index_of(found) if found else None

    def go_to_entry(self, entry: Entry) -> None:
        """Put the cursor on an entry, if it is shown."""
        row = self._place_of(entry)
        if row is not None:
            self._screen.articles.go_to(row)

    def moved(self, entry: Entry) -> None:
        """Follow the cursor to another article, unless it has already gone on from there."""
        self._touched = True
        current = self._screen.articles.current
        # Not by identity: the list may have been read anew since the cursor moved.
        if current is not None and key_of(current) == key_of(entry):
            self._look_at(current)

    def _look_at(self, entry: Entry) -> None:
        in_text = self._app.panes.context is Context.READING
        if in_text or self._app.panes.single:
            return
        if self._app.settings.flag("list", "preview"):
            self._app.session.look_at(entry)

    def refresh_rows(self) -> None:
        """Paint the rows and the heading anew: what is read or bookmarked has changed."""
        self._screen.articles.refresh()
        self._screen.articles.set_heading(self.heading)

    @property
    def heading(self) -> str:
        """What the list shows, how many, and how many it hides."""
        shelf = self._app.shelf
        view = shelf.view
        if not self._listed:
            return _("Looking for articles")
        if view.hides:
            return " · ".join((self._of_all, *view.reasons))
        return f"{view.label} {number(len(shelf.shown))} · {view.order_label}"

    @property
    def _of_all(self) -> str:
        """How many articles are shown of how many."""
        shelf = self._app.shelf
        shown, total = number(len(shelf.shown)), number(shelf.total)
        return _("{n} of {total}").format(n=shown, total=total)

    def unread(self) -> set[int]:
        """Return the `Entry.row` of every unread article on the list."""
        shelf = self._app.shelf
        found = self._app.library.find(
            View(unread_only=True).wanted, present_marks(self._app.state), View().sort
        )
        return set(found.rows).intersection(shelf.found.rows)

    def go_to_unread(self, steps: int) -> None:
        """Go to an unread article below, or above where negative; in the text, open it."""
        articles, row = self._screen.articles, self._screen.articles.cursor
        unread = cache(self.unread)
        for _step in range(abs(steps)):
            found = self._app.shelf.next_unread(row, 1 if steps > 0 else -1, unread)
            if found is None:
                break
            row = found
        if row == articles.cursor:
            self._screen.say(
                _("There is no unread article below.")
                if steps > 0
                else _("There is no unread article above.")
            )
            return
        articles.go_to(row)
        if self._app.panes.context is Context.READING:
            # At once and by no message, so that the next key already finds the text.
            self._app.searching.open(self._app.shelf.shown[row])

    def changed(self, message: str) -> None:
        """Show that what is read or bookmarked has changed, and say what was done."""
        self._screen.articles.selected = set()
        self._app.noting.show()
        self._app.correcting.show()
        self._app.own_names.show()
        self.refresh_rows()
        self._app.viewing.refresh()
        self._screen.say(message)
