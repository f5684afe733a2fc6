"""The articles of some folders and files: listed, loaded, searched."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.annotation.settings import DEFAULT, AnnotationSettings
from tuireader.articles.checkpoint import Checkpoint, go_on
from tuireader.config import cache_folder
from tuireader.library import snippets
from tuireader.library.entry import Entry, Loaded
from tuireader.library.index import finder, reader
from tuireader.library.index.index import Index
from tuireader.library.index.names import Saying, Speaker, known_names, sayings, speakers
from tuireader.library.index.orders import Orders
from tuireader.library.listing import PAGE, Listing
from tuireader.library.marks import Marks
from tuireader.library.progress import Progress
from tuireader.library.query.complete import Completion, KnownName, complete
from tuireader.library.query.field_conditions import Context
from tuireader.library.query.parser import parse
from tuireader.library.query.syntax import Query, Sort
from tuireader.library.recipe import Encodings, Recipe
from tuireader.library.scan import find_files

if TYPE_CHECKING:
    from tuireader.annotation.annotation import Span
    from tuireader.articles.article import Unreadable
    from tuireader.articles.cleaning.own_phrases import OwnPhrases
    from tuireader.articles.formats.format import ReadOptions
    from tuireader.library.executors import OpenExecutor
    from tuireader.library.overruling import Overruling

_NOTHING_MARKED = Marks()
_BY_DATE = Sort("date")
NAMED_AT_ONCE = 500
"""So many rows are named between two other readers of the index."""


class Library:
    """The articles under some roots, with an index that makes all but the first start quick.

    Every method may be called from any thread.

    Args:
        roots: Folders and files, in the order given.
        cache: The folder the index is kept in; None for `config.cache_folder`.
        annotation: How articles are annotated; those annotated otherwise are read anew.
        phrases: The reader's own phrases for cleaning; likewise.

    Attributes:
        roots: The roots as absolute paths.
        encodings: Returns the encodings that the reader chose for files; it is called from any
            thread. None are, until it is set.
        overruling: Returns what the reader put right, so that the index says it too; likewise.
    """

    def __init__(
        self,
        roots: Sequence[Path],
        cache: Path | None = None,
        annotation: AnnotationSettings = DEFAULT,
        phrases: tuple[OwnPhrases, ...] = (),
    ) -> None:
        self.roots = tuple(Path(os.path.abspath(root)) for root in roots)
        self._index = Index(self.roots, cache or cache_folder())
        self._orders = Orders()
        self._annotation = annotation
        self._phrases = phrases
        self.encodings: Callable[[], Encodings] = tuple
        self.overruling: Callable[[], Overruling | None] = lambda: None
        self._overruled: frozenset[str] = frozenset()

    @property
    def _recipe(self) -> Recipe:
        overruling = self.overruling()
        if overruling is not None:
            self._overruled |= frozenset(overruling.articles)
        return Recipe(self._annotation, self.encodings(), overruling, self._phrases)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader must be told about the index, as sentences."""
        return self._index.notices

    def entries(self) -> list[Entry]:
        """Return what is known at once, without reading any file: the list's first paint."""
        known = self._index.read(reader.all_entries)
        return known or [Entry(path, title=path.name) for path in find_files(self.roots)]

    def refresh(self) -> Iterator[list[Entry]]:
        """Read what is new or changed; yield, some files at a time, the full entries of each.

        Slow: call it in a worker. It may be abandoned at any point.
        """
        for progress in self.update():
            if progress.entries:
                yield list(progress.entries)

    def update(
        self,
        open_executor: OpenExecutor | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[Progress]:
        """Bring the index up to date with the files; yield how far it is.

        Slow: call it in a worker. It may be abandoned at any point: what was yielded is kept,
        and the next call goes on from there.

        Args:
            open_executor: Where files are read, from `executors`; None to choose by the work.
            stop: Asked about ten times a second; once it says True nothing more is read.
        """
        from tuireader.library.update import update

        return update(self._index, self.roots, open_executor, stop, self._recipe)

    def watch(self, stop: threading.Event) -> Iterator[Progress]:
        """Follow what happens to the files; yield what is new, changed, moved or gone.

        The first step is empty and says that from now on nothing is missed. Where the index
        turns out to be damaged, everything is read anew. Call it in a thread of its own. Where
        the system refuses to watch, `notices` says so and it ends.

        Args:
            stop: Ends it within a fraction of a second.
        """
        from tuireader.library.update import update_some
        from tuireader.library.watch import changed_paths

        whole = self._index.rebuilt

        def emptied() -> bool:
            return self._index.rebuilt != whole

        try:
            for paths in changed_paths(self.roots, stop, emptied):
                if not paths:  # it has begun; what changed before is still to be seen
                    yield Progress(0, 0)
                steps = update_some(self._index, paths, stop.is_set, self._recipe)
                for progress in self.update(stop=stop.is_set) if steps is None else steps:
                    if progress.done or progress.entries or progress.gone:
                        yield progress
                whole = self._index.rebuilt
        except OSError as error:
            self._index.notify(
                f"The folders cannot be watched ({error}): new files appear at the next start."
            )

    def read_in_new_encodings(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        """Read the files anew for which the reader chose another encoding; as `update`.

        Args:
            stop: As for `update`.
        """
        from tuireader.library.update import update_encodings

        return update_encodings(self._index, stop, self._recipe)

    def read_corrected(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        """Read the files anew in which the reader put something right since; as `update`.

        Args:
            stop: As for `update`.
        """
        from tuireader.library.update import update_corrected

        return update_corrected(self._index, stop, self._recipe, self._overruled)

    def load(
        self,
        entry: Entry,
        options: ReadOptions | None = None,
        overruling: Overruling | None = None,
        checkpoint: Checkpoint = go_on,
    ) -> Loaded | Unreadable:
        """Open the article of an entry and annotate it; slow, so call it in a worker.

        Args:
            entry: Any entry of this library.
            options: What the reader overrules, such as the encoding.
            overruling: What the reader put right; None for what the program thinks.
            checkpoint: Asked between the steps.

        Raises:
            GivenUpError: By the checkpoint.
        """
        from tuireader.articles.formats.format import ReadOptions
        from tuireader.library.opening import open_entry

        encodings = overruling.encodings if overruling else self.encodings()
        wanted = options or ReadOptions(encodings=encodings, phrases=self._phrases)
        return open_entry(entry, wanted, overruling, self._annotation, checkpoint)

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

    def snippets(self, query: Query | str, entries: Sequence[Entry]) -> dict[int, snippets.Snippet]:
        """Return the sentence that shows why each of some articles was found, by `Entry.row`.

        Args:
            query: The query that found them.
            entries: As many as are on screen; those found by no word have no snippet.
        """
        wanted, rows = _parsed(query), [entry.row for entry in entries]
        return self._index.read(lambda connection: snippets.snippets(connection, wanted, rows))

    def hits(self, query: Query | str, entry: Entry) -> tuple[Span, ...]:
        """Return where in `Article.text` the words of a query stand, in order."""
        wanted = _parsed(query)
        return self._index.read(lambda connection: snippets.hits(connection, wanted, entry.row))

    def complete(self, query: str, cursor: int, marks: Marks = _NOTHING_MARKED) -> list[Completion]:
        """Return how the word before the cursor can go on: fields, values, known names, tags."""
        return complete(query, cursor, self, tuple(marks.tagged))

    def names(self, kinds: Sequence[str], beginning: str = "", most: int = 50) -> list[KnownName]:
        """Return names in the index, those in the most articles first.

        Args:
            kinds: Kinds of `NameRecord`, such as ``PERSON`` or ``source``.
            beginning: What a word of the name begins with; empty for all.
            most: How many.
        """
        return self._index.read(lambda connection: known_names(connection, kinds, beginning, most))

    def speakers(self, beginning: str = "", most: int = 500) -> list[Speaker]:
        """Return who is quoted in all articles, those with the most quotes first."""
        return self._index.read(lambda connection: speakers(connection, beginning, most))

    def sayings(self, speaker: Speaker, most: int = 1000) -> list[Saying]:
        """Return what somebody said in all articles, the newest first."""
        return self._index.read(lambda connection: sayings(connection, speaker.keys, most))

    def close(self) -> None:
        """Let go of the index; it need not be called, and may be called twice."""
        self._index.close()


def _parsed(query: Query | str) -> Query:
    return parse(query) if isinstance(query, str) else query
