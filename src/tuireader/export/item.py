"""What goes out and comes in: an article with everything the reader keeps about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from tuireader.annotation.annotation import Annotation
from tuireader.articles.article import Article, Metadata
from tuireader.articles.formats.format import ReadOptions
from tuireader.library.entry import Entry, Loaded
from tuireader.state.corrections import Correction
from tuireader.state.notes import Note
from tuireader.state.reader_state import ArticleRecord, ReaderState


@dataclass(frozen=True, slots=True)
class Item:
    """An article as it leaves or comes in.

    Attributes:
        record: What the reader did with it. Its `article_id` is empty where an import does not
            know it.
        metadata: What the source says of it.
        notes: The reader's notes, in the order of the text.
        corrections: The reader's corrections, in the order in which they were made.
        article: The article itself, where its text is wanted.
        annotation: Its quotes and entities, likewise.
    """

    record: ArticleRecord
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    article: Article | None = None
    annotation: Annotation | None = None

    @property
    def title(self) -> str:
        """The headline, or else the file's name; empty where neither is known."""
        return self.metadata.title or self.record.title or Path(self.record.path).name

    @property
    def address(self) -> str:
        """The web address, or else that of the file; empty where neither is known."""
        if self.metadata.url or not self.record.path:
            return self.metadata.url
        path = Path(self.record.path)
        return path.as_uri() if path.is_absolute() else ""

    @property
    def kept(self) -> bool:
        """Whether it is bookmarked, tagged, or holds a note: what a reader means to keep."""
        return bool(self.record.bookmarked or self.record.tags or self.notes)


def items(
    state: ReaderState,
    entries: Iterable[Entry],
    load: Callable[[Entry], object] | None = None,
    wanted: Callable[[Item], bool] = lambda item: True,
) -> Iterator[Item]:
    """Yield the articles of a library, then those of the state that are no longer in it.

    Args:
        state: What the reader did.
        entries: The articles of the library; those that cannot be read are left out.
        load: `Library.load`, where texts, addresses, quotes or entities are wanted: slow.
        wanted: Chooses, before anything is loaded.
    """
    left = {record.article_id: record for record in state.records()}
    kept = _Kept(state)
    for entry in entries:
        if not entry.id or entry.problem:
            continue
        left.pop(entry.id, None)
        item = kept.of_entry(state.record(entry.id), entry)
        if not wanted(item):
            continue
        loaded = load(entry) if load else None
        yield _with_text(item, loaded) if isinstance(loaded, Loaded) else item
    for record in left.values():
        item = kept.of(record, Metadata(title=record.title))
        if wanted(item):
            yield item


def item_of(state: ReaderState, loaded: Loaded) -> Item:
    """Return an article that is open, with what the reader keeps about it."""
    article = loaded.article
    return _with_text(_Kept(state).of(state.record(article.id), article.metadata), loaded)


class _Kept:
    """The notes and corrections of all articles, looked up once.

    Args:
        state: What the reader did.
    """

    def __init__(self, state: ReaderState) -> None:
        self._notes: dict[str, list[Note]] = {}
        self._corrections: dict[str, list[Correction]] = {}
        for note in state.notes.all():
            self._notes.setdefault(note.article_id, []).append(note)
        for correction in state.corrections.all():
            self._corrections.setdefault(correction.article_id, []).append(correction)

    def of(self, record: ArticleRecord, metadata: Metadata) -> Item:
        """Return an article with its notes and corrections."""
        notes = self._notes.get(record.article_id, ())
        in_order = sorted(notes, key=lambda note: (note.anchor.start, note.created, note.id))
        made = self._corrections.get(record.article_id, ())
        return Item(record, metadata, tuple(in_order), tuple(made))

    def of_entry(self, record: ArticleRecord, entry: Entry) -> Item:
        """Return an article of the library."""
        metadata = Metadata(
            title=entry.title,
            byline=entry.byline,
            source=entry.source,
            published=entry.published,
            language=entry.language,
            url=entry.url,
        )
        return self.of(_with_place(record, str(entry.path), entry.title), metadata)


def _with_text(item: Item, loaded: Loaded) -> Item:
    article = loaded.article
    record = _with_place(item.record, str(article.path), article.title)
    return Item(record, article.metadata, item.notes, item.corrections, article, loaded.annotation)


def _with_place(record: ArticleRecord, path: str, title: str) -> ArticleRecord:
    return replace(record, path=path, title=title)


def known_articles(paths: Iterable[Path], options: ReadOptions) -> Iterator[Item]:
    """Yield the articles of some files, with their addresses: what an import is matched with.

    Args:
        paths: The files; those that cannot be read are left out.
        options: How they are read.
    """
    from tuireader.articles.open import open_articles

    for path in paths:
        for found in open_articles(path, options):
            if isinstance(found, Article):
                record = ArticleRecord(found.id, str(found.path), found.title)
                yield Item(record, found.metadata)
