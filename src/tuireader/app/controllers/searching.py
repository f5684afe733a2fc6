"""Reading what a search found: from one hit to the next, through one article after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.shelf import EntryKey, key_of
from tuireader.language import translated as _
from tuireader.library.entry import Entry
from tuireader.library.query.syntax import Query, words_of
from tuireader.library.snippets import Snippet

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.main import MainScreen


class SearchController:
    """What happens to the words that the list was searched for.

    Args:
        app: The running program.
        screen: The main screen.
    """

    def __init__(self, app: ReaderApp, screen: MainScreen) -> None:
        self._app = app
        self._screen = screen
        self._query = Query()
        self._snippets: dict[int, Snippet | None] = {}
        self._awaited: EntryKey | None = None
        self._at_end = False

    @property
    def active(self) -> bool:
        """Whether the list was searched for words."""
        return bool(words_of(self._query.node))

    def begin(self, query: Query) -> None:
        """Show under each title why its article was found."""
        self._query = query
        self._snippets = {}
        self._screen.articles.explain(self.snippet if self.active else None)

    def snippet(self, entry: Entry) -> Snippet | None:
        """Return the sentence that shows why an article was found; None where there is none."""
        if entry.row not in self._snippets:
            found = self._app.library.snippets(self._query, [entry])
            self._snippets[entry.row] = found.get(entry.row)
        return self._snippets[entry.row]

    def open(self, entry: Entry) -> None:
        """Open an article at the first place with the words, or at the last after going back."""
        self._awaited = key_of(entry)
        self._app.session.open(entry)
        self._app.panes.focus_text()
        self.arrived()

    def arrived(self) -> None:
        """Go to the place in an article that has just been shown, if it was opened for it."""
        session = self._app.session
        if session.loaded is None or session.entry is None:
            return
        awaited, self._awaited = self._awaited, None
        if not self.active or awaited != key_of(session.entry):
            return
        at_end, self._at_end = self._at_end, False
        hits = self._app.library.hits(self._query, session.entry)
        self._screen.pane.show_hits(self._query.text, hits, at_end=at_end)

    def step(self, steps: int) -> None:
        """Go hits on, or back where negative, and from the last one to the next article found."""
        pane, articles = self._screen.pane, self._screen.articles
        if not (self.active and pane.finds_library_hits and pane.at_edge(steps)):
            pane.find_next(steps)
            return
        entry = self._app.session.entry
        row = self._app.shelf.index_of(entry) if entry is not None else None
        next_row = (articles.cursor if row is None else row) + (1 if steps > 0 else -1)
        if not 0 <= next_row < len(self._app.shelf.shown):
            self._screen.say(
                _("That was the last place found.")
                if steps > 0
                else _("That was the first place found.")
            )
            return
        self._at_end = steps < 0
        articles.go_to(next_row)
        articles.choose()
