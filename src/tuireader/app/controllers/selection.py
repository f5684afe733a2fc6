"""The articles that a command is about: those selected, or the one at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tuireader.app.commands.command import Context
from tuireader.app.session import subject_of_entry
from tuireader.language import translated as _
from tuireader.library.catalogue import NAMED_AT_ONCE
from tuireader.library.entry import Entry
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
        chosen: Sequence[Entry]
        articles, rows = self._screen.articles, self._app.shelf.found.rows
        if articles.selected:
            chosen = self._entries([row for row in rows if row in articles.selected])
        else:
            chosen = self._app.shelf.shown[articles.cursor : articles.cursor + (count or 1)]
        found = [subject_of_entry(entry) for entry in chosen if entry.id]
        if not found and self._app.session.subject is not None:
            return [self._app.session.subject]
        return found

    def with_versions(self, subjects: Iterable[Subject]) -> Iterator[Subject]:
        """Yield some articles, each with all its versions where these stand under one row.

        Who has read a story does not want to see its copies as unread.
        """
        left = iter(subjects)
        grouped = self._app.shelf.view.grouped
        seen: set[str] = set()
        while some := [*islice(left, NAMED_AT_ONCE)]:
            ids = [subject.article_id for subject in some]
            versions = self._app.library.names_of_versions(ids) if grouped else []
            others = (Subject(key, str(path), title) for key, path, title in versions)
            for subject in (*some, *others):
                if subject.article_id not in seen:
                    seen.add(subject.article_id)
                    yield subject

    @property
    def first(self) -> Subject | None:
        """The first of the articles that a command is about."""
        selected, rows = self._screen.articles.selected, self._app.shelf.found.rows
        if selected and self._app.panes.context is not Context.READING:
            found = self._entries([row for row in rows if row in selected][:1])
            if found and found[0].id:
                return subject_of_entry(found[0])
            return None
        subjects = self.subjects(None)
        return subjects[0] if subjects else None

    def _entries(self, rows: Sequence[int]) -> list[Entry]:
        found = self._app.library.entries_of(rows)
        return [found[row] for row in rows if row in found]

    @property
    def any(self) -> bool:
        """Whether there is an article for a command to be about."""
        selected = self._screen.articles.selected
        if not selected:
            return bool(self.subjects(None))
        shown = not selected.isdisjoint(self._app.shelf.found.rows)
        return shown or self._app.session.subject is not None

    def select(self, count: int) -> None:
        """Select the next articles from the cursor on, or deselect them; go past them."""
        articles = self._screen.articles
        chosen = self._app.shelf.shown[articles.cursor : articles.cursor + count]
        rows = {entry.row for entry in chosen if entry.id}
        if rows <= articles.selected:
            articles.selected -= rows
        else:
            articles.selected |= rows
        articles.scroll_lines(len(chosen))
        self._tell_selection()

    def select_all(self) -> None:
        """Select every article on the list; none where all are."""
        articles = self._screen.articles
        rows = set(self._app.shelf.found.rows)
        articles.selected = set() if articles.selected >= rows else rows
        self._tell_selection()

    def clear_selection(self) -> None:
        """Select nothing any more."""
        self._screen.articles.selected = set()
        self._tell_selection()

    def _tell_selection(self) -> None:
        self._screen.articles.refresh()
        count = len(self._screen.articles.selected)
        self._screen.say(_("{n} selected").format(n=count) if count else _("Nothing is selected."))
