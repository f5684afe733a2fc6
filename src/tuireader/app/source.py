"""What the app needs of a library."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, overload

from tuireader.articles.checkpoint import Checkpoint, go_on

if TYPE_CHECKING:
    import threading
    from pathlib import Path

    from tuireader.annotation.annotation import Span
    from tuireader.annotation.settings import AnnotationSettings
    from tuireader.articles.article import Unreadable
    from tuireader.articles.formats.format import ReadOptions
    from tuireader.library.entry import Entry, Loaded
    from tuireader.library.index.names import Saying, Speaker
    from tuireader.library.marks import Marks
    from tuireader.library.overruling import Overruling
    from tuireader.library.progress import Progress
    from tuireader.library.query.complete import Completion, KnownName
    from tuireader.library.query.syntax import Query, Sort
    from tuireader.library.recipe import Encodings
    from tuireader.library.snippets import Snippet


class Found(Protocol):
    """What a query found: `tuireader.library.listing.Listing` as the app uses it."""

    total: int
    query: Query

    @property
    def rows(self) -> Sequence[int]:
        """The `Entry.row` of each, in order."""
        ...

    def __len__(self) -> int: ...

    @overload
    def __getitem__(self, index: int) -> Entry: ...

    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...

    def position(self, row: int) -> int | None:
        """Return where an article stands, by its `Entry.row`; None where it is not listed."""
        ...


class ArticleSource(Protocol):
    """Some articles: `tuireader.library.library.Library` as the app uses it."""

    roots: tuple[Path, ...]
    encodings: Callable[[], Encodings]
    """Returns the encodings that the reader chose for files."""
    overruling: Callable[[], Overruling | None]
    """Returns what the reader put right."""
    annotation: AnnotationSettings
    """How articles are annotated from now on."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader must be told, as sentences."""
        ...

    def entries(self) -> list[Entry]:
        """Return what is known without reading any file."""
        ...

    def update(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        """Read what is new or changed; yield how far it is."""
        ...

    def read_in_new_encodings(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        """Read the files anew for which the reader chose another encoding."""
        ...

    def read_corrected(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        """Read the files anew in which the reader put something right since."""
        ...

    def watch(self, stop: threading.Event) -> Iterator[Progress]:
        """Follow what happens to the files until told to stop."""
        ...

    def counts(self, queries: Sequence[Query | str], marks: Marks) -> list[int]:
        """Return how many articles each of some queries means."""
        ...

    def names(self, kinds: Sequence[str], beginning: str, most: int) -> list[KnownName]:
        """Return names in the index, those in the most articles first."""
        ...

    def complete(self, query: str, cursor: int, marks: Marks) -> Sequence[Completion]:
        """Return how the word before the cursor can go on."""
        ...

    def find(
        self,
        query: Query,
        marks: Marks,
        sort: Sort,
        grouped: bool = False,
        *,
        unfolded: Collection[int] = (),
    ) -> Found:
        """Return the articles that a query means, in order."""
        ...

    def entries_of(self, rows: Sequence[int]) -> dict[int, Entry]:
        """Return the entries of some rows; those that are gone are left out."""
        ...

    def names_of(self, rows: Sequence[int]) -> Iterator[tuple[str, Path, str]]:
        """Yield the `Article.id`, the file and the title of some rows, however many."""
        ...

    def names_of_versions(self, ids: Sequence[str]) -> list[tuple[str, Path, str]]:
        """Return the `Article.id`, the file and the title of every version of some articles."""
        ...

    def versions(self, entry: Entry) -> list[Entry]:
        """Return every version of an article, itself included, in the order of dates."""
        ...

    def entries_in(self, path: Path) -> list[Entry]:
        """Return the articles of one file, in its order; nothing before it has been read."""
        ...

    def entries_at(self, urls: Iterable[str]) -> list[list[Entry]]:
        """Return the articles of each of some web addresses."""
        ...

    def exports(self) -> list[tuple[Path, str]]:
        """Return the exports of read-later services, each file with its `Article.file_id`."""
        ...

    def entry_with_id(self, article_id: str) -> Entry | None:
        """Return an entry of an article; None where it is not in the library."""
        ...

    def speakers(self, beginning: str, most: int) -> Sequence[Speaker]:
        """Return who is quoted in all articles, those with the most quotes first."""
        ...

    def sayings(self, speaker: Speaker) -> Sequence[Saying]:
        """Return what somebody said in all articles, the newest first."""
        ...

    def snippets(self, query: Query, entries: Sequence[Entry]) -> dict[int, Snippet]:
        """Return the sentence that shows why each of some articles was found, by `Entry.row`."""
        ...

    def hits(self, query: Query, entry: Entry) -> tuple[Span, ...]:
        """Return where in `Article.text` the words of a query stand, in order."""
        ...

    def load(
        self,
        entry: Entry,
        options: ReadOptions | None = None,
        overruling: Overruling | None = None,
        checkpoint: Checkpoint = go_on,
    ) -> Loaded | Unreadable:
        """Open the article of an entry and annotate it; raises `GivenUpError` by the checkpoint."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...
