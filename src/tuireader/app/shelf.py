"""Which articles the list shows: the list's model, without a widget."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import overload

from tuireader.app.source import Found
from tuireader.app.view import View
from tuireader.library.entry import Entry
from tuireader.library.listing import Listing
from tuireader.library.query.syntax import Query, Sort
from tuireader.state.reader_state import ReaderState

NEAR = 256
"""So many articles are looked at one by one before all are asked for."""
EntryKey = tuple[str, int]
"""What tells entries apart: the file, and which article of it."""


def key_of(entry: Entry) -> EntryKey:
    """Return what tells an entry from all others."""
    return str(entry.path), entry.item


def nothing_found() -> Found:
    """Return what is found in an empty library."""
    return Listing(array("q"), 0, Query(), Sort("date"), lambda rows: {})


class Shown(Sequence[Entry]):
    """The rows of the list: articles, read from the index when looked at, then files not yet read.

    Args:
        found: The articles.
        waiting: The files.
    """

    def __init__(self, found: Found, waiting: Sequence[Entry]) -> None:
        self._found = found
        self._waiting = waiting

    def __len__(self) -> int:
        return len(self._found) + len(self._waiting)

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...

    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = index + len(self) if index < 0 else index
        articles = len(self._found)
        return self._found[at] if 0 <= at < articles else self._waiting[at - articles]


class Shelf:
    """What the list shows of a library.

    Args:
        state: What is read and bookmarked.
    """

    def __init__(self, state: ReaderState) -> None:
        self._state = state
        self._waiting: list[Entry] = []
        self.view = View()
        self.found = nothing_found()
        self.shown: Sequence[Entry] = Shown(self.found, ())

    def is_read(self, entry: Entry) -> bool:
        """Return whether an entry is marked read; a file that is no article never is."""
        return bool(entry.id) and self._state.record(entry.id).read

    def is_bookmarked(self, entry: Entry) -> bool:
        """Return whether an entry is bookmarked."""
        return bool(entry.id) and self._state.record(entry.id).bookmarked

    @property
    def total(self) -> int:
        """How many entries there are, shown or not."""
        return self.found.total + len(self._waiting)

    @property
    def hidden(self) -> int:
        """How many entries the view hides."""
        return self.total - len(self.shown)

    def wait_for(self, files: Iterable[Entry]) -> None:
        """Show files by their names until they have been read."""
        self._waiting = [*files]
        self.put(self.view, self.found)

    def put(self, view: View, found: Found, done: Collection[Path] = ()) -> None:
        """Show what was found.

        Args:
            view: What the reader asked for.
            found: What fits it, in order.
            done: The files among those waited for that were read before it was looked for.
        """
        if done:
            self._waiting = [entry for entry in self._waiting if entry.path not in done]
        self.view, self.found = view, found
        hidden = view.bookmarked_only or view.query or view.within
        self.shown = Shown(found, () if hidden else self._waiting)

    def is_folded_out(self, index: int) -> bool:
        """Return whether a row is a further version of the article above it."""
        if not self.view.unfolded or not 0 < index < len(self.shown):
            return False
        family = self.shown[index].family
        return family in self.view.unfolded and self.shown[index - 1].family == family

    def index_of(self, entry: Entry) -> int | None:
        """Return where an entry is shown; None where it is not."""
        if entry.row:
            return self.found.position(entry.row)
        wanted, before = key_of(entry), len(self.found)
        waiting = range(before, len(self.shown))
        return next((at for at in waiting if key_of(self.shown[at]) == wanted), None)

    def next_unread(
        self, index: int, step: int, unread: Callable[[], Collection[int]]
    ) -> int | None:
        """Return the place of the nearest unread article.

        Args:
            index: The place to start from, which is not looked at.
            step: 1 for those below, -1 for those above.
            unread: Returns the `Entry.row` of every unread article; asked where none is near.
        """
        rows, articles = self.found.rows, len(self.found)
        places = range(index + 1, len(self.shown)) if step > 0 else range(index - 1, -1, -1)
        for at in places[:NEAR]:
            if at >= articles or self._is_unread(self.found[at]):
                return at
        if not (far := places[NEAR:]):
            return None
        wanted = unread()
        return next((at for at in far if at >= articles or rows[at] in wanted), None)

    def _is_unread(self, entry: Entry) -> bool:
        return bool(entry.id) and not entry.problem and not self.is_read(entry)
