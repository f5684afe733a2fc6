"""The list of articles: filled in the background, filtered, marked, walked through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tuireader.app.commands.command import Context
from tuireader.app.shelf import EntryKey, View, key_of
from tuireader.app.tell import tell
from tuireader.app.workers.refresher import EntriesRead, LibraryRefresher
from tuireader.library.entry import Entry

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.main import MainScreen

SORTED_WHILE_READING = 5_000
"""Up to this many articles the list is sorted anew while files are still being read."""


class ListController:
    """What happens to the list.

    Args:
        app: The running program.
        screen: The main screen.
        refresher: What reads the files.
    """

    def __init__(self, app: ReaderApp, screen: MainScreen, refresher: LibraryRefresher) -> None:
        self._app = app
        self._screen = screen
        self.refresher = refresher
        self._stale = False
        self._touched = False
        self._listed = False

    def listed(self, entries: Sequence[Entry]) -> None:
        """Take the first list of what there is."""
        self._app.shelf.fill(entries)
        self._listed = True
        last = self._app.last.article
        row = self._app.shelf.index_of(last) if last else None
        self._touched = row is not None
        self._show(None, row or 0)
        if not entries:
            self._app.session.show_problem(
                "No articles here",
                "There are no files in " + ", ".join(map(str, self._app.library.roots)) + ".",
                "Put saved articles there, or start tuireader with another folder.",
            )

    def read(self, message: EntriesRead) -> None:
        """Take what has been read of the files so far."""
        shelf = self._app.shelf
        self._stale = shelf.put(message.entries, message.gone) or self._stale
        if self._stale and (message.finished or shelf.total <= SORTED_WHILE_READING):
            self._stale = False
            self.arrange(keep_shown=True)
        else:
            self.refresh_rows()
        if message.finished and message.entries:
            self._app.filtering.again()
        done = message.finished or not message.total
        told = "" if done else f"Reading files: {message.done} of {message.total}"
        self._screen.footer.progress = told

    def failed(self, reason: str) -> None:
        """Say why the library could not be read to its end."""
        self._screen.footer.progress = ""
        tell(
            self._app,
            f"The library could not be read to its end: {reason}. What is listed can be read.",
            "error",
        )

    def stop(self) -> None:
        """Stop reading files."""
        self.refresher.stop()
        self._screen.footer.progress = ""
        self._screen.say("Stopped reading the files.")

    def arrange(self, keep_shown: bool = False) -> None:
        """Filter and sort anew, keeping the cursor on its article."""
        chosen = self._touched or self._app.session.opened
        current = self._screen.articles.current if chosen else None
        cursor = self._screen.articles.cursor
        self._app.shelf.arrange(keep_shown)
        self._show(key_of(current) if current else None, cursor)

    def set_view(
        self, view: View, found: Mapping[int, int] | None = None, ranked: bool = False
    ) -> None:
        """Show something else, keeping the cursor on its article where that is still shown.

        Args:
            view: What.
            found: As of `Shelf.set_view`.
            ranked: Likewise.
        """
        current = self._screen.articles.current
        cursor = self._screen.articles.cursor
        self._app.shelf.set_view(view, found, ranked)
        self._show(key_of(current) if current else None, cursor)

    def _show(self, key: EntryKey | None, fallback: int) -> None:
        row = self._app.shelf.index_of(key) if key is not None else None
        self._screen.articles.show(fallback if row is None else row)
        self.refresh_rows()
        current = self._screen.articles.current
        if current is not None and (key is None or key_of(current) != key):
            self._look_at(current)

    def moved(self, entry: Entry) -> None:
        """Follow the cursor to another article."""
        self._touched = True
        self._look_at(entry)

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
            return "Looking for articles"
        if view.query:
            return f"{view.query} · {len(shelf.shown)} of {shelf.total}"
        if shelf.hidden:
            return f"{view.label} {len(shelf.shown)} · {shelf.hidden} hidden"
        return f"{view.label} {len(shelf.shown)} · {view.order.label}"

    def go_to_unread(self, steps: int) -> None:
        """Go to an unread article below, or above where negative; in the text, open it."""
        articles, row = self._screen.articles, self._screen.articles.cursor
        for _ in range(abs(steps)):
            found = self._app.shelf.next_unread(row, 1 if steps > 0 else -1)
            if found is None:
                break
            row = found
        if row == articles.cursor:
            where = "below" if steps > 0 else "above"
            self._screen.say(f"There is no unread article {where}.")
            return
        articles.go_to(row)
        if self._app.panes.context is Context.READING:
            articles.choose()

    def changed(self, message: str) -> None:
        """Show that what is read or bookmarked has changed, and say what was done."""
        self._screen.articles.selected = set()
        self._app.noting.show()
        self._app.correcting.show()
        self.refresh_rows()
        self._screen.say(message)
