"""The library is read in the background: when that begins, how far it is, how it ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tuireader.app import garbage
from tuireader.app.looking import FirstList, present_marks
from tuireader.app.tell import tell
from tuireader.app.workers.refresher import EntriesRead, LibraryListed, LibraryRefresher
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.main import MainScreen

WORTH_WAITING = 0.1
"""Seconds that the first list is waited for: to paint without it, and then again, takes as long."""
STEPS_WHILE_READING = 50
"""How many times the list is made anew while a large library is read for the first time."""


class FillController:
    """Fills the list from the files.

    Args:
        app: The running program.
        screen: The main screen.
        refresher: What reads the files.
    """

    def __init__(self, app: ReaderApp, screen: MainScreen, refresher: LibraryRefresher) -> None:
        self._app = app
        self._screen = screen
        self.refresher = refresher
        self._unseen = 0
        self._begun = False

    def start(self, first: FirstList) -> None:
        """Begin to fill the list.

        Args:
            first: What is shown before any file is looked at.
        """
        answer = first.answer_within(WORTH_WAITING)
        if answer is not None and answer.found is not None and answer.found.total:
            self.listed(LibraryListed(answer, []))
        else:
            self.refresher.list(first)

    def listed(self, message: LibraryListed) -> None:
        """Take the first list of what there is."""
        self._app.listing.begin(message.answer, message.waiting)
        self._screen.call_after_refresh(self.begin_behind)

    def begin_behind(self) -> None:
        """Begin what need not be done before the list is seen, once it and all else is there."""
        if self._begun or not (self._app.listing.listed and self._screen.complete):
            return
        self._begun = True
        garbage.take_up()
        gather = partial(present_marks, self._app.state)
        self._screen.run_worker(gather, thread=True, group="marks", name="marks")
        self._app.listing.look()
        if not self._app.shelf.total:
            self._app.session.show_problem(
                _("No articles here"),
                _("There are no files in {folders}.").format(
                    folders=", ".join(map(str, self._app.library.roots))
                ),
                _("Put saved articles there, or start tuireader with another folder."),
            )
        if not self._app.loader.busy:
            self.refresher.start()

    def read(self, message: EntriesRead) -> None:
        """Take what has been read of the files so far."""
        self._app.listing.take((*message.gone, *(entry.path for entry in message.entries)))
        self._unseen += len(message.entries) + len(message.gone)
        if self._unseen and (
            message.finished or self._unseen * STEPS_WHILE_READING >= self._app.shelf.total
        ):
            self._unseen = 0
            self._app.listing.renew()
            self._app.viewing.refresh(articles=True)
        self._screen.footer.progress = message.progress

    def failed(self, reason: str) -> None:
        """Say why the library could not be read to its end."""
        self._screen.footer.progress = ""
        tell(
            self._app,
            _(
                "The library could not be read to its end: {reason}. What is listed can be read."
            ).format(reason=reason),
            "error",
        )

    def stop(self) -> None:
        """Stop reading files."""
        self.refresher.stop()
        self._screen.footer.progress = ""
        self._screen.say(_("Stopped reading the files."))
