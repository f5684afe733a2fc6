"""The articles that a query found, as a list that reads only what is looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import overload

from tuireader.library.entry import Entry
from tuireader.library.query.syntax import Query, Sort

PAGE = 64
"""So many entries are read at once."""
_PAGES_KEPT = 64


class Listing(Sequence[Entry]):
    """The rows of the list, in order: a sequence of entries that knows only their keys.

    Entries are read in pages as they are asked for, so that it costs the same whether it holds
    a hundred articles or a hundred thousand.

    Args:
        rows: The `Entry.row` of each.
        total: How many articles the library holds.
        query: What was asked for.
        sort: The order they are in.
        read: Reads the entries of some rows.
        first: The entries of the first `PAGE` rows, where they have been read already.
    """

    def __init__(
        self,
        rows: array[int],
        total: int,
        query: Query,
        sort: Sort,
        read: Callable[[Sequence[int]], dict[int, Entry]],
        first: Mapping[int, Entry] | None = None,
    ) -> None:
        self.rows = rows
        self.total = total
        self.query = query
        self.sort = sort
        self._read = read
        self._pages: OrderedDict[int, tuple[Entry, ...]] = OrderedDict()
        if first is not None:
            self._pages[0] = tuple(first.get(row) or _gone(row) for row in rows[:PAGE])

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...

    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self.rows)))]
        at = index + len(self.rows) if index < 0 else index
        if not 0 <= at < len(self.rows):
            raise IndexError(index)
        page, place = divmod(at, PAGE)
        return self._page(page)[place]

    @property
    def description(self) -> str:
        """What is shown and why the rest is not: ``38 of 1,204 · is:unread person:lavrov``."""
        shown = f"{len(self.rows):,}"
        if len(self.rows) == self.total:
            return shown
        reason = " ".join(self.query.text.split()) or "versions grouped"
        return f"{shown} of {self.total:,} · {reason}"

    def position(self, row: int) -> int | None:
        """Return where an article stands, by its `Entry.row`; None where it is not listed."""
        try:
            return self.rows.index(row)
        except ValueError:
            return None

    def forget(self) -> None:
        """Read again what is looked at next: the articles have changed."""
        self._pages.clear()

    def _page(self, page: int) -> tuple[Entry, ...]:
        known = self._pages.get(page)
        if known is None:
            rows = self.rows[page * PAGE : (page + 1) * PAGE]
            found = self._read(rows)
            known = tuple(found.get(row) or _gone(row) for row in rows)
            self._pages[page] = known
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return known


def _gone(row: int) -> Entry:
    return Entry(Path(), title="…", row=row, problem="This article is no longer there.")
