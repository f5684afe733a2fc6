"""What can be asked of the articles in an index: which there are, what they say, who said it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.library.entry import Entry
from tuireader.library.index import finder, reader
from tuireader.library.index.index import Index
from tuireader.library.index.orders import Orders
from tuireader.library.listing import PAGE, Listing
from tuireader.library.marks import Marks
from tuireader.library.query.field_conditions import Context
from tuireader.library.query.parser import parse
from tuireader.library.query.syntax import Query, Sort

if TYPE_CHECKING:
    from tuireader.annotation.annotation import Span
    from tuireader.library.index.names import Saying, Speaker
    from tuireader.library.query.complete import Completion, KnownName
    from tuireader.library.snippets import Snippet

_NOTHING_MARKED = Marks()
_BY_DATE = Sort("date")
NAMED_AT_ONCE = 500
"""So many rows are named between two other readers of the index."""


class Catalogue:
    """The articles as the index has them; no file is opened.

    Every method may be called from any thread.

    Args:
        index: Where they are.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._orders = Orders()

    def find(
        self,
        query: Query | str = "",
        marks: Marks = _NOTHING_MARKED,
        sort: Sort = _BY_DATE,
        grouped: bool = False,
        today: date | None = None,
        unfolded: Collection[int] = (),
    ) -> Listing:
        """Return the articles that a query means, in order; those not yet read are not in it.

        Args:
            query: The query, or its text.
            marks: What the reader did, for ``is:unread`` and the like.
            sort: The order, where the query does not say one.
            grouped: Whether only the first version of each article is wanted.
            today: The present day, for ``age`` and ``today``; None for that of the clock.
            unfolded: Where grouped, each `Entry.family` of which all versions are wanted
                nevertheless, the others right after the first.

        Raises:
            QueryError: The text is no query.
        """
        wanted = _parsed(query)
        families = unfolded if grouped else None
        context = Context(marks, today or date.today())

        def work(connection: sqlite3.Connection) -> tuple[finder.Found, dict[int, Entry]]:
            found = finder.find(connection, wanted, context, sort, families, self._orders)
            return found, reader.entries_by_row(connection, found.rows[:PAGE])

        found, first = self._index.read(work)
        order = wanted.sort or sort
        return Listing(found.rows, found.total, wanted, order, self.entries_of, first)

    def counts(
        self,
        queries: Sequence[Query | str],
        marks: Marks = _NOTHING_MARKED,
        today: date | None = None,
    ) -> list[int]:
        """Return how many articles each of some queries means; arguments as of `find`."""
        wanted = [_parsed(query) for query in queries]
        context = Context(marks, today or date.today())
        return self._index.read(
            lambda connection: [
                finder.count(connection, query, context, self._orders) for query in wanted
            ]
        )

    def entries_of(self, rows: Sequence[int]) -> dict[int, Entry]:
        """Return the entries of some rows; those that are gone are left out."""
        return self._index.read(lambda connection: reader.entries_by_row(connection, rows))

    def names_of(self, rows: Sequence[int]) -> Iterator[tuple[str, Path, str]]:
        """Yield the `Article.id`, the file and the title of some rows, however many.

        Rows that are gone are left out.
        """
        for at in range(0, len(rows), NAMED_AT_ONCE):
            wanted = partial(reader.names_by_row, rows=rows[at : at + NAMED_AT_ONCE])
            yield from self._index.read(wanted)

    def names_of_versions(self, ids: Sequence[str]) -> list[tuple[str, Path, str]]:
        """Return the `Article.id`, the file and the title of every version of some articles.

        Args:
            ids: The ids of the articles; those without other versions have none here.
        """
        return self._index.read(lambda connection: reader.names_of_versions(connection, ids))

    def entries_in(self, path: Path) -> list[Entry]:
        """Return the articles of one file, in its order; nothing before it has been read."""
        return self._index.read(
            lambda connection: reader.entries_of_file(connection, os.fsencode(path))
        )

    def entry_with_id(self, article_id: str) -> Entry | None:
        """Return an entry of an article, by `Article.id`; None where it is not in the library."""
        found = self._index.read(lambda connection: reader.entries_with_id(connection, article_id))
        return found[0] if found else None

    def entries_at(self, urls: Iterable[str]) -> list[list[Entry]]:
        """Return the articles of each of some web addresses.

        Where a page is in the library both with its text and as a link only, the link is left out.
        """
        return self._index.read(
            lambda connection: [reader.entries_at(connection, url) for url in urls]
        )

    def exports(self) -> list[tuple[Path, str]]:
        """Return the exports of read-later services, each file with its `Article.file_id`."""
        return self._index.read(reader.exports)

    def versions(self, entry: Entry) -> list[Entry]:
        """Return every version of an article, itself included, in the order of dates."""
        if not entry.family:
            return [entry]
        return self._index.read(
            lambda connection: reader.entries_of_family(connection, entry.family)
        )

    def snippets(self, query: Query | str, entries: Sequence[Entry]) -> dict[int, Snippet]:
        """Return the sentence that shows why each of some articles was found, by `Entry.row`.

        Args:
            query: The query that found them.
            entries: As many as are on screen; those found by no word have no snippet.
        """
        from tuireader.library.snippets import snippets

        wanted, rows = _parsed(query), [entry.row for entry in entries]
        return self._index.read(lambda connection: snippets(connection, wanted, rows))

    def hits(self, query: Query | str, entry: Entry) -> tuple[Span, ...]:
        """Return where in `Article.text` the words of a query stand, in order."""
        from tuireader.library.snippets import hits

        wanted = _parsed(query)
        return self._index.read(lambda connection: hits(connection, wanted, entry.row))

    def complete(self, query: str, cursor: int, marks: Marks = _NOTHING_MARKED) -> list[Completion]:
        """Return how the word before the cursor can go on: fields, values, known names, tags."""
        from tuireader.library.query.complete import complete

        return complete(query, cursor, self, tuple(marks.tagged))

    def names(self, kinds: Sequence[str], beginning: str = "", most: int = 50) -> list[KnownName]:
        """Return names in the index, those in the most articles first.

        Args:
            kinds: Kinds of `NameRecord`, such as ``PERSON`` or ``source``.
            beginning: What a word of the name begins with; empty for all.
            most: How many.
        """
        from tuireader.library.index.names import known_names

        return self._index.read(lambda connection: known_names(connection, kinds, beginning, most))

    def speakers(self, beginning: str = "", most: int = 500) -> list[Speaker]:
        """Return who is quoted in all articles, those with the most quotes first."""
        from tuireader.library.index.names import speakers

        return self._index.read(lambda connection: speakers(connection, beginning, most))

    def sayings(self, speaker: Speaker, most: int = 1000) -> list[Saying]:
        """Return what somebody said in all articles, the newest first."""
        from tuireader.library.index.names import sayings

        return self._index.read(lambda connection: sayings(connection, speaker.keys, most))


def _parsed(query: Query | str) -> Query:
    return parse(query) if isinstance(query, str) else query
