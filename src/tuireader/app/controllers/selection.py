"""The articles that a command is about: those selected, or the one at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.commands.command import Context
from tuireader.app.session import subject_of_entry
from tuireader.app.shelf import key_of
from tuireader.state.reader_state import Subject

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.main import MainScreen


class SelectionController:
    """What is selected on the list.

    Args:
        app: The running program.
        screen: The main screen.
    """

    def __init__(self, app: ReaderApp, screen: MainScreen) -> None:
        self._app = app
        self._screen = screen

    def subjects(self, count: int | None) -> list[Subject]:
        """Return the articles that a command is about.

        Args:
            count: How many from the cursor on; None for the one under it, or the one being read
                while the text has the focus.
        """
        reading = self._app.panes.context is Context.READING
        if reading and count is None and self._app.session.subject is not None:
            return [self._app.session.subject]
        articles = self._screen.articles
        if articles.selected:
            chosen = [item for item in self._app.shelf.shown if key_of(item) in articles.selected]
        else:
            chosen = self._app.shelf.shown[articles.cursor : articles.cursor + (count or 1)]
        found = [subject_of_entry(entry) for entry in chosen if entry.id]
        if not found and self._app.session.subject is not None:
            return [self._app.session.subject]
        return found

    @property
    def unread(self) -> list[Subject]:
        """The unread articles on the list."""
        shelf = self._app.shelf
        return [
            subject_of_entry(entry)
            for entry in shelf.shown
            if entry.id and not shelf.is_read(entry)
        ]

    def select(self, count: int) -> None:
        """Select the next articles from the cursor on, or deselect them; go past them."""
        articles = self._screen.articles
        chosen = self._app.shelf.shown[articles.cursor : articles.cursor + count]
        keys = {key_of(entry) for entry in chosen}
        if keys <= articles.selected:
            articles.selected -= keys
        else:
            articles.selected |= keys
        articles.scroll_lines(len(chosen))
        self._tell_selection()

    def select_all(self) -> None:
        """Select every article on the list; none where all are."""
        articles = self._screen.articles
        keys = {key_of(entry) for entry in self._app.shelf.shown}
        articles.selected = set() if articles.selected >= keys else keys
        self._tell_selection()

    def clear_selection(self) -> None:
        """Select nothing any more."""
        self._screen.articles.selected = set()
        self._tell_selection()

    def _tell_selection(self) -> None:
        self._screen.articles.refresh()
        count = len(self._screen.articles.selected)
        self._screen.say(f"{count} selected" if count else "Nothing is selected.")
