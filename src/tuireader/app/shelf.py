"""Which articles the list shows and in what order: the list's model, without a widget."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tuireader.app.ordering import Order, same_place, sort_entries
from tuireader.library.entry import Entry
from tuireader.state.reader_state import ReaderState

EntryKey = tuple[str, int]
"""What tells entries apart: the file, and which article of it."""


def key_of(entry: Entry) -> EntryKey:
    """Return what tells an entry from all others."""
    return str(entry.path), entry.item


@dataclass(frozen=True, slots=True)
class View:
    """What the reader asked to see.

    Attributes:
        order: What the list is sorted by.
        unread_only: Hide what is read.
        bookmarked_only: Hide what is not bookmarked.
        query: The words or the query that the articles must fit; empty for all.
    """

    order: Order = Order.NEWEST
    unread_only: bool = False
    bookmarked_only: bool = False
    query: str = ""

    @property
    def label(self) -> str:
        """What is shown, in a word or two."""
        if self.unread_only and self.bookmarked_only:
            return "Unread bookmarks"
        if self.unread_only:
            return "Unread"
        return "Bookmarks" if self.bookmarked_only else "Articles"

    @property
    def hides(self) -> bool:
        """Whether it may hide anything."""
        return self.unread_only or self.bookmarked_only or bool(self.query)


class Shelf:
    """The entries of a library, and those of them that the list shows.

    Args:
        state: What is read and bookmarked.
    """

    def __init__(self, state: ReaderState) -> None:
        self._state = state
        self._files: dict[str, tuple[Entry, ...]] = {}
        self._sorted: list[Entry] = []
        self._sorted_by: Order | None = None
        self._index: dict[EntryKey, int] = {}
        self._found: Mapping[int, int] | None = None
        self._ranked = False
        self.view = View()
        self.shown: list[Entry] = []
        self.total = 0

    def is_read(self, entry: Entry) -> bool:
        """Return whether an entry is marked read; a file that is no article never is."""
        return bool(entry.id) and self._state.record(entry.id).read

    def is_bookmarked(self, entry: Entry) -> bool:
        """Return whether an entry is bookmarked."""
        return bool(entry.id) and self._state.record(entry.id).bookmarked

    @property
    def hidden(self) -> int:
        """How many entries the view hides."""
        return self.total - len(self.shown)

    def fill(self, entries: Iterable[Entry]) -> None:
        """Replace everything by these entries."""
        self._files = {path: tuple(found) for path, found in _by_file(entries).items()}
        self._sorted_by = None
        self.arrange()

    def put(self, entries: Sequence[Entry], gone: Iterable[Path] = ()) -> bool:
        """Replace the entries of the files that these come from.

        Args:
            entries: All entries of some files.
            gone: Files that are no longer there.

        Returns:
            Whether the list must be arranged anew; where False, rows changed in place only.
        """
        moved = False
        for path in gone:
            moved = self._files.pop(str(path), None) is not None or moved
        for name, found in _by_file(entries).items():
            before = self._files.get(name, ())
            self._files[name] = tuple(found)
            moved = (
                moved
                or len(before) != len(found)
                or not all(map(same_place, before, found))
                or [item.item for item in before] != [item.item for item in found]
            )
            for entry in found:
                index = self._index.get(key_of(entry))
                if index is not None:
                    self.shown[index] = entry
            self._sorted_by = None
        if moved:
            self._sorted_by = None
        return moved

    def set_view(
        self, view: View, found: Mapping[int, int] | None = None, ranked: bool = False
    ) -> None:
        """Show something else.

        Args:
            view: What.
            found: The place of each entry that fits the view's query, by `Entry.row`; None to
                keep what the same query found before.
            ranked: Whether those places are the order to show them in.
        """
        if found is not None or view.query != self.view.query:
            self._found, self._ranked = found, ranked
        self.view = view
        self.arrange()

    def arrange(self, keep_shown: bool = False) -> None:
        """Filter and sort all entries.

        Args:
            keep_shown: True to keep on the list what is on it, though it no longer fits the view:
                nothing disappears under the reader's eyes.
        """
        if self._sorted_by is not self.view.order:
            self._sorted = [entry for found in self._files.values() for entry in found]
            sort_entries(self._sorted, self.view.order)
            self._sorted_by = self.view.order
        self.total = len(self._sorted)
        self.shown = self._fitting(self._index if keep_shown else ())
        if self._ranked and self._found is not None:
            places = self._found
            self.shown.sort(key=lambda entry: places.get(entry.row, len(places)))
        self._index = {key_of(entry): index for index, entry in enumerate(self.shown)}

    def _fitting(self, kept: Collection[EntryKey]) -> list[Entry]:
        view, found = self.view, self._found
        if not view.hides:
            return [*self._sorted]
        touched = self._state.records()
        read = {record.article_id for record in touched if record.read}
        starred = {record.article_id for record in touched if record.bookmarked}
        return [
            entry
            for entry in self._sorted
            if (
                (not view.unread_only or (entry.id not in read and not entry.problem))
                and (not view.bookmarked_only or entry.id in starred)
                and (found is None or entry.row in found)
            )
            or (kept and key_of(entry) in kept)
        ]

    def index_of(self, key: EntryKey) -> int | None:
        """Return the row of an entry; None where it is not shown."""
        return self._index.get(key)

    def entry_with_id(self, article_id: str) -> Entry | None:
        """Return an entry of an article; None where it is not in the library."""
        return next((entry for entry in self._sorted if entry.id == article_id), None)

    def alone_in_file(self, path: Path) -> bool:
        """Return whether a file holds one article."""
        return len(self._files.get(str(path), ())) == 1

    def next_unread(self, index: int, step: int) -> int | None:
        """Return the row of the nearest unread article.

        Args:
            index: The row to start from, which is not looked at.
            step: 1 for those below, -1 for those above.
        """
        rows = range(index + 1, len(self.shown)) if step > 0 else range(index - 1, -1, -1)
        for row in rows:
            entry = self.shown[row]
            if not entry.problem and not self.is_read(entry):
                return row
        return None


def _by_file(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    files: dict[str, list[Entry]] = {}
    for entry in entries:
        files.setdefault(str(entry.path), []).append(entry)
    return files
