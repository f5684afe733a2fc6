"""Changes to many articles: a few at once, a great many in the background, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tuireader.app.commands.command import Context
from tuireader.language import counted
from tuireader.language import translated as _
from tuireader.state.reader_state import Subject

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp

AT_ONCE = 500
"""So many articles are marked between two keys of the reader."""
Change = Callable[[Iterable[Subject]], str]
"""Marks articles, and returns the message for the reader."""


@dataclass
class ArticlesMarked(Message):
    """A great many articles were marked in the background: `told` says what was done."""

    told: str


class BulkController:
    """Makes the changes that may be about a great many articles.

    Args:
        app: The running program.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._busy = False

    def mark(self, count: int | None, change: Change) -> None:
        """Mark the articles that are meant.

        Args:
            count: How many from the cursor on; None for those selected, or the one at hand.
            change: Marks them.
        """
        selected = self._app.main.articles.selected
        reading = self._app.panes.context is Context.READING
        if count is None and not reading and len(selected) > AT_ONCE:
            rows = self._app.shelf.found.rows
            chosen = [row for row in rows if row in selected]
            self._in_background(_marking(len(chosen)), lambda: change(self._subjects(chosen)))
        else:
            self._app.listing.changed(change(self._app.selection.subjects(count)))

    def mark_beyond(self, change: Change, *, below: bool) -> None:
        """Mark the articles above the cursor, or those below it."""
        found, cursor = self._app.shelf.found, self._app.main.articles.cursor
        rows = found.rows[cursor + 1 :] if below else found.rows[:cursor]
        if len(rows) > AT_ONCE:
            self._in_background(_marking(len(rows)), lambda: change(self._subjects(rows)))
        else:
            self._app.listing.changed(change(self._subjects(rows)))

    def mark_unread(self, change: Change) -> None:
        """Mark all unread articles on the list."""
        found, listing = self._app.shelf.found, self._app.listing

        def work() -> str:
            unread = listing.unread()
            return change(self._subjects([row for row in found.rows if row in unread]))

        if len(found) > AT_ONCE:
            self._in_background(_("Marking the unread articles"), work)
        else:
            listing.changed(work())

    def undo(self) -> None:
        """Take back the last change."""
        state = self._app.state
        self._step(state.undo_size, state.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        state = self._app.state
        self._step(state.redo_size, state.redo)

    def _step(self, size: int, work: Callable[[], str]) -> None:
        if size > AT_ONCE or self._busy:
            self._in_background(_marking(size), work)
        else:
            self._app.listing.changed(work())

    def _subjects(self, rows: Sequence[int]) -> Iterable[Subject]:
        for article_id, path, title in self._app.library.names_of(rows):
            yield Subject(article_id, str(path), title)

    def _in_background(self, doing: str, work: Callable[[], str]) -> None:
        main, state = self._app.main, self._app.state
        if self._busy:
            main.say(_("Articles are still being marked: try again in a moment."))
            return
        self._busy = True
        main.footer.progress = doing

        def run() -> None:
            try:
                told = work()
                state.marked()  # gathered here, so that the next key need not
            except Exception as error:
                told = _("The articles could not be marked: {error}").format(error=error)
            main.post_message(ArticlesMarked(told))

        main.run_worker(run, thread=True, group="mark", name="mark")

    def done(self, message: ArticlesMarked) -> None:
        """Show what was marked in the background."""
        self._busy = False
        self._app.main.footer.progress = ""
        self._app.listing.changed(message.told)


def _marking(count: int) -> str:
    return counted("Marking {n} article", "Marking {n} articles", count)
