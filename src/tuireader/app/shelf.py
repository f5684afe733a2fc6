"""Which articles the list shows and in what order: the list's model, without a widget."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from tuireader.library.entry import Entry
from tuireader.state.reader_state import ReaderState

EntryKey = tuple[Path, int]
"""What tells entries apart: the file, and which article of it."""


def key_of(entry: Entry) -> EntryKey:
    """Return what tells an entry from all others."""
    return entry.path, entry.item


class Order(StrEnum):
    """What the list is sorted by; each as most readers want it first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SOURCE = "source"
    LONGEST = "longest"
    SHORTEST = "shortest"
    QUOTES = "quotes"
    FILES = "files"

    @property
    def label(self) -> str:
        """Return how the order is called in the list's heading."""
        return _LABELS[self]


_LABELS = {
    Order.NEWEST: "newest first",
    Order.OLDEST: "oldest first",
    Order.TITLE: "by title",
    Order.SOURCE: "by source",
    Order.LONGEST: "longest first",
    Order.SHORTEST: "shortest first",
    Order.QUOTES: "most quotes first",
    Order.FILES: "by file name",
}


@dataclass(frozen=True, slots=True)
class View:
    """What the reader asked to see.

    Attributes:
        order: What the list is sorted by.
        unread_only: Hide what is read.
        bookmarked_only: Hide what is not bookmarked.
    """

    order: Order = Order.NEWEST
    unread_only: bool = False
    bookmarked_only: bool = False

    @property
    def label(self) -> str:
        """What is shown, in a word or two."""
        if self.unread_only and self.bookmarked_only:
            return "Unread bookmarks"
        if self.unread_only:
            return "Unread"
        return "Bookmarks" if self.bookmarked_only else "Articles"


class Shelf:
    """The entries of a library, and those of them that the list shows.

    Args:
        state: What is read and bookmarked.
    """

    def __init__(self, state: ReaderState) -> None:
        self._state = state
        self._files: dict[Path, tuple[Entry, ...]] = {}
        self._index: dict[EntryKey, int] = {}
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
        files: dict[Path, list[Entry]] = {}
        for entry in entries:
            files.setdefault(entry.path, []).append(entry)
        self._files = {path: tuple(found) for path, found in files.items()}
        self.arrange()

    def put(self, entries: Sequence[Entry], gone: Iterable[Path] = ()) -> bool:
        """Replace the entries of the files that these come from.

        Args:
            entries: All entries of some files.
            gone: Files that are no longer there.

        Returns:
            Whether the list must be arranged anew; where False, rows changed in place only.
        """
        files: dict[Path, list[Entry]] = {}
        for entry in entries:
            files.setdefault(entry.path, []).append(entry)
        moved = False
        for path in gone:
            moved = self._files.pop(path, None) is not None or moved
        for path, found in files.items():
            before = self._files.get(path, ())
            self._files[path] = tuple(found)
            moved = moved or [key_of(item) for item in before] != [key_of(item) for item in found]
            for entry in found:
                index = self._index.get(key_of(entry))
                if index is not None:
                    moved = moved or _sort_key(self.view.order)(self.shown[index]) != _sort_key(
                        self.view.order
                    )(entry)
                    self.shown[index] = entry
        return moved

    def set_view(self, view: View) -> None:
        """Show something else."""
        self.view = view
        self.arrange()

    def change_view(
        self,
        *,
        order: Order | None = None,
        unread_only: bool | None = None,
        bookmarked_only: bool | None = None,
    ) -> None:
        """Show something else in the respects given."""
        view = self.view
        self.set_view(
            replace(
                view,
                order=view.order if order is None else order,
                unread_only=view.unread_only if unread_only is None else unread_only,
                bookmarked_only=(
                    view.bookmarked_only if bookmarked_only is None else bookmarked_only
                ),
            )
        )

    def arrange(self, keep_shown: bool = False) -> None:
        """Filter and sort all entries.

        Args:
            keep_shown: True to keep on the list what is on it, though it no longer fits the view:
                nothing disappears under the reader's eyes.
        """
        kept = set(self._index) if keep_shown else set()
        everything = [entry for found in self._files.values() for entry in found]
        self.total = len(everything)
        shown = [entry for entry in everything if self._fits(entry) or key_of(entry) in kept]
        shown.sort(key=_sort_key(self.view.order))
        self.shown = shown
        self._index = {key_of(entry): index for index, entry in enumerate(shown)}

    def _fits(self, entry: Entry) -> bool:
        if self.view.unread_only and (self.is_read(entry) or entry.problem):
            return False
        return not self.view.bookmarked_only or self.is_bookmarked(entry)

    def index_of(self, key: EntryKey) -> int | None:
        """Return the row of an entry; None where it is not shown."""
        return self._index.get(key)

    def entry_of(self, key: EntryKey) -> Entry | None:
        """Return what is known of an entry now; None where it is gone."""
        return next((item for item in self._files.get(key[0], ()) if item.item == key[1]), None)

    def alone_in_file(self, path: Path) -> bool:
        """Return whether a file holds one article."""
        return len(self._files.get(path, ())) == 1

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


def _sort_key(order: Order) -> Callable[[Entry], tuple[object, ...]]:
    return _SORT_KEYS[order]


def _newest(entry: Entry) -> tuple[object, ...]:
    return (
        bool(entry.problem),
        not entry.published,
        tuple(-ord(character) for character in entry.published),
        *_title(entry),
    )


def _oldest(entry: Entry) -> tuple[object, ...]:
    return bool(entry.problem), not entry.published, entry.published, *_title(entry)


def _title(entry: Entry) -> tuple[object, ...]:
    return entry.title.casefold(), entry.path, entry.item


def _source(entry: Entry) -> tuple[object, ...]:
    return not entry.source, entry.source.casefold(), *_newest(entry)


def _longest(entry: Entry) -> tuple[object, ...]:
    return -entry.words, *_title(entry)


def _shortest(entry: Entry) -> tuple[object, ...]:
    return entry.words == 0, entry.words, *_title(entry)


def _quotes(entry: Entry) -> tuple[object, ...]:
    return -entry.quotes, *_title(entry)


def _files(entry: Entry) -> tuple[object, ...]:
    return entry.path, entry.item


_SORT_KEYS: dict[Order, Callable[[Entry], tuple[object, ...]]] = {
    Order.NEWEST: _newest,
    Order.OLDEST: _oldest,
    Order.TITLE: _title,
    Order.SOURCE: _source,
    Order.LONGEST: _longest,
    Order.SHORTEST: _shortest,
    Order.QUOTES: _quotes,
    Order.FILES: _files,
}
