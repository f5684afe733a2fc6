"""Articles of our own for the tests of the app, in a library that reads no file."""

from __future__ import annotations

import re
import threading
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import (
    Annotation,
    Entity,
    Label,
    Mention,
    Quote,
    QuoteKind,
    Span,
)
from tuireader.annotation.corrections import apply_corrections
from tuireader.annotation.entity_corrections import apply_entity_corrections
from tuireader.annotation.settings import DEFAULT
from tuireader.articles.article import (
    BLOCK_SEPARATOR,
    Article,
    Block,
    BlockKind,
    Metadata,
    Unreadable,
    content_id,
)
from tuireader.articles.checkpoint import Checkpoint, go_on
from tuireader.articles.formats.format import ReadOptions
from tuireader.articles.offsets import OffsetMap
from tuireader.library.entry import Entry, Loaded
from tuireader.library.index.names import Saying, Speaker
from tuireader.library.listing import Listing
from tuireader.library.marks import Marks
from tuireader.library.overruling import Overruling
from tuireader.library.progress import Progress
from tuireader.library.query.complete import Completion, KnownName, complete
from tuireader.library.query.parser import parse
from tuireader.library.query.syntax import And, Node, Not, Predicate, Query, Sort, Word, words_of
from tuireader.library.recipe import Encodings
from tuireader.library.snippets import Snippet

ROOT = Path("/nowhere/articles")


def make_article(name: str, metadata: Metadata, paragraphs: Sequence[str]) -> Article:
    """Return an article of some paragraphs."""
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, paragraph, start, start + len(paragraph)))
        start += len(paragraph) + len(BLOCK_SEPARATOR)
    text = BLOCK_SEPARATOR.join(paragraphs)
    return Article(
        id=content_id(text.encode()),
        path=ROOT / name,
        item=0,
        metadata=metadata,
        blocks=tuple(blocks),
        text=text,
        raw=text,
        offsets=OffsetMap.identity(len(text)),
        encoding="utf-8",
        format="text",
        file_id=content_id(text.encode()),
    )


def annotate_plainly(article: Article) -> Annotation:
    """Return the quotes between straight marks, and every "Elmhaven" as a place."""
    quotes = [
        Quote(found.start(), found.end(), QuoteKind.SPEECH, speaker="Mara Lindqvist")
        for found in re.finditer('"[^"]+"', article.text)
    ]
    mentions = tuple(
        Mention(found.start(), found.end(), found[0], Label.GPE)
        for found in re.finditer("Elmhaven", article.text)
    )
    entities = (Entity("elmhaven", "Elmhaven", Label.GPE, (), mentions),) if mentions else ()
    return Annotation(quotes=tuple(quotes), entities=entities, engine="tests")


_CRANES = [
    f"Paragraph {number} tells of the harbour, its {number} cranes and the people who mend them."
    for number in range(1, 60)
]
POST, WEEKLY = "The Harbour Post", "Inland Weekly"
ARTICLES: tuple[Article, ...] = (
    make_article(
        "tower.txt",
        Metadata("The tower keeps its clock", source=POST, published="2023-11-02"),
        ["The council of Elmhaven voted to keep the clock, which is wrong by four minutes."],
    ),
    make_article(
        "bridge.txt",
        Metadata("The bridge that hums", byline="Ines Falk", source=POST, published="2024-03-05"),
        [
            '"We heard it before we saw it," said Mara Lindqvist, who keeps the toll house.',
            'Tomas Reyes of Elmhaven disagreed. "It is only the wind," he said.',
            *_CRANES,
            "That is all that Elmhaven knows.",
        ],
    ),
    make_article(
        "market.txt",
        Metadata("Market day moves to Thursday", source=WEEKLY, published="2024-01-15"),
        ["The town of Elmhaven moved its market from Friday to Thursday."],
    ),
    make_article(
        "orchard.txt",
        Metadata("Late frost in the orchards", source=WEEKLY, published="2023-12-24"),
        ['Growers lit fires at night. "We slept in boots," said Nadia Ferro.'],
    ),
    make_article(
        "ferry.txt",
        Metadata("A ferry for nine people", source=POST, published="2024-02-01"),
        ['The last ferry left on Monday. "Nobody waved," said Oskar Brandt.'],
    ),
)
TITLES = [
    "The bridge that hums",
    "A ferry for nine people",
    "Market day moves to Thursday",
    "Late frost in the orchards",
    "The tower keeps its clock",
]
"""Their titles, newest first."""
_KEYS: dict[str, Callable[[Entry], tuple[object, ...]]] = {
    "date": lambda entry: tuple(-ord(sign) for sign in entry.published),
    "title": lambda entry: (entry.title,),
    "source": lambda entry: (entry.source,),
    "author": lambda entry: (entry.byline,),
    "length": lambda entry: (-entry.words,),
    "unread": lambda entry: (),
    "relevance": lambda entry: (),
    "quotes": lambda entry: (-entry.quotes,),
    "path": lambda entry: (str(entry.path),),
}
PROBLEM = Unreadable(ROOT / "picture.txt", "This is a picture, not a text.", "Open it elsewhere.")


class FixedLibrary:
    """A library of fixed articles.

    Args:
        roots: Taken and kept.
        items: What is in it.
    """

    def __init__(
        self, roots: Sequence[Path], items: Sequence[Article | Unreadable] = (*ARTICLES, PROBLEM)
    ) -> None:
        self.roots = tuple(roots)
        self.encodings: Callable[[], Encodings] = tuple
        self.items = list(items)
        self._read: list[Entry] = []
        self.overruling: Callable[[], Overruling | None] = lambda: None
        self.overruled_by: Overruling | None = None
        self.annotation = DEFAULT

    def entries(self) -> list[Entry]:
        """Return the files by name, as before a first reading."""
        return [Entry(item.path, item.item, title=item.path.name) for item in self.items]

    @property
    def notices(self) -> tuple[str, ...]:
        """Return nothing."""
        return ()

    def watch(self, stop: threading.Event) -> Iterator[Progress]:
        """See nothing change."""
        return iter(())

    def update(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        """Yield each item as if its file were read now."""
        yield Progress(0, len(self.items))
        for done in range(1, len(self.items) + 1):
            yield Progress(done, len(self.items), (self.read(done),))

    def read_corrected(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        """Remember what was put right; it counts where an article is loaded."""
        self.overruled_by = self.overruling()
        return iter(())

    def read_in_new_encodings(self, *, stop: Callable[[], bool]) -> Iterator[Progress]:
        """Read nothing anew."""
        return iter(())

    def read(self, row: int) -> Entry:
        """Let an item be known from now on; return its entry."""
        entry = replace(entry_of(self.items[row - 1]), row=row)
        self._read = [*(known for known in self._read if known.row != row), entry]
        return entry

    def remove(self, path: Path) -> None:
        """Let a file be known no more."""
        self._read = [known for known in self._read if known.path != path]

    def complete(self, query: str, cursor: int, marks: Marks) -> list[Completion]:
        """Return how the word can go on; the only person known is the one quoted."""
        return complete(query, cursor, self, tuple(marks.tagged))

    def counts(self, queries: Sequence[Query | str], marks: Marks) -> list[int]:
        """Return how many articles fit each query; none where this library cannot tell."""
        return [self._count(parse(it) if isinstance(it, str) else it, marks) for it in queries]

    def _count(self, query: Query, marks: Marks) -> int:
        try:
            return len(self.find(query, marks, Sort("date")))
        except NotImplementedError:
            return 0

    def names(self, kinds: Sequence[str], beginning: str, most: int) -> list[KnownName]:
        """Return the person, or the two sources."""
        names = {"PERSON": ["Mara Lindqvist"], "source": [POST, WEEKLY]}
        found = [name for kind in kinds for name in names.get(kind, [])]
        return [KnownName(name, 2) for name in found if beginning in name.casefold()][:most]

    def find(
        self,
        query: Query,
        marks: Marks,
        sort: Sort,
        grouped: bool = False,
        *,
        unfolded: Collection[int] = (),
    ) -> Listing:
        """Return the articles read that hold the words of the query and fit its filters."""
        entries = sorted(self._read, key=_KEYS[sort.key], reverse=sort.reverse)
        rows = [
            entry.row
            for entry in sorted(entries, key=lambda entry: bool(entry.problem))
            if query.node is None or self._fits(query.node, entry, marks)
        ]
        return Listing(array("q", rows), len(entries), query, sort, self.entries_of)

    def _fits(self, node: Node, entry: Entry, marks: Marks) -> bool:
        match node:
            case And(parts):
                return all(self._fits(part, entry, marks) for part in parts)
            case Not(part):
                return not self._fits(part, entry, marks)
            case Predicate(value="unread"):
                return entry.id not in marks.read
            case Predicate(value="bookmarked"):
                return entry.id in marks.bookmarked
            case Predicate(value="problem"):
                return bool(entry.problem)
            case Word(text):
                item = self.items[entry.row - 1]
                held = item.title + item.text if isinstance(item, Article) else ""
                return text.casefold() in held.casefold()
        raise NotImplementedError(node)

    def speakers(self, beginning: str, most: int) -> list[Speaker]:
        """Return the one speaker of all quotes."""
        said = self._said()
        found = [Speaker(name, (name,), 0, 0, True) for name in {quote.speaker for quote in said}]
        return [
            replace(it, quotes=len(said), articles=len({quote.row for quote in said}))
            for it in found
        ][:most]

    def sayings(self, speaker: Speaker) -> list[Saying]:
        """Return all quotes."""
        return self._said()

    def _said(self) -> list[Saying]:
        return [
            Saying(
                row=entry.row,
                path=item.path,
                item=item.item,
                article_id=item.id,
                title=item.title,
                source=item.metadata.source,
                published=item.metadata.published,
                text=item.text[quote.start : quote.end],
                start=quote.start,
                end=quote.end,
                kind=quote.kind.value,
                cue="",
                confidence=1.0,
                speaker=quote.speaker or "",
            )
            for entry in self._read
            for item in (self.items[entry.row - 1],)
            if isinstance(item, Article)
            for quote in annotate_plainly(item).quotes
        ]

    def snippets(self, query: Query, entries: Sequence[Entry]) -> dict[int, Snippet]:
        """Return the whole paragraph that holds the first of the words."""
        found = {}
        for entry in entries:
            item = self.items[entry.row - 1]
            hits = self.hits(query, entry)
            if hits and isinstance(item, Article):
                (block,) = [it for it in item.blocks if it.start <= hits[0].start < it.end]
                inside = tuple(hit for hit in hits if hit.end <= block.end)
                found[entry.row] = Snippet(item.text[block.start : block.end], block.start, inside)
        return found

    def hits(self, query: Query, entry: Entry) -> tuple[Span, ...]:
        """Return where the words stand."""
        item = self.items[entry.row - 1]
        words = "|".join(re.escape(word.text) for word in words_of(query.node))
        if not words or not isinstance(item, Article):
            return ()
        return tuple(Span(*it.span()) for it in re.finditer(words, item.text, re.IGNORECASE))

    def entries_of(self, rows: Sequence[int]) -> dict[int, Entry]:
        """Return the entries of some rows."""
        return {entry.row: entry for entry in self._read if entry.row in rows}

    def names_of(self, rows: Sequence[int]) -> Iterator[tuple[str, Path, str]]:
        for entry in self.entries_of(rows).values():
            if entry.id:
                yield entry.id, entry.path, entry.title

    def names_of_versions(self, ids: Sequence[str]) -> list[tuple[str, Path, str]]:
        """Return nothing: no article has another version."""
        return []

    def versions(self, entry: Entry) -> list[Entry]:
        """Return the entry alone."""
        return [entry]

    def entries_in(self, path: Path) -> list[Entry]:
        """Return the entries of a file."""
        return [entry for entry in self._read if entry.path == path]

    def entries_at(self, urls: Iterable[str]) -> list[list[Entry]]:
        """Return nothing."""
        return [[] for _ in urls]

    def exports(self) -> list[tuple[Path, str]]:
        """Return nothing."""
        return []

    def entry_with_id(self, article_id: str) -> Entry | None:
        """Return the entry of an article."""
        return next((entry for entry in self._read if entry.id == article_id), None)

    def load(
        self,
        entry: Entry,
        options: ReadOptions | None = None,
        overruling: Overruling | None = None,
        checkpoint: Checkpoint = go_on,
    ) -> Loaded | Unreadable:
        """Return the item of an entry."""
        item = next(item for item in self.items if item.path == entry.path)
        if isinstance(item, Unreadable):
            return item
        if encoding := dict(overruling.encodings if overruling else ()).get(item.id):
            item = replace(item, encoding=encoding)
        own = self.annotation.own_names
        found = annotate(item, self.annotation) if own else annotate_plainly(item)
        if overruling is None:
            return Loaded(item, found)
        found = apply_entity_corrections(found, item.text, overruling.names(item))
        return Loaded(item, apply_corrections(found, overruling.quotes(item)))

    def close(self) -> None:
        """Do nothing."""


def entry_of(item: Article | Unreadable) -> Entry:
    """Return the entry of an article, or of a file that is none."""
    if isinstance(item, Unreadable):
        return Entry(item.path, title=item.path.name, problem=item.reason, advice=item.advice)
    return Entry(
        item.path,
        id=item.id,
        title=item.title,
        byline=item.metadata.byline,
        source=item.metadata.source,
        published=item.metadata.published,
        words=item.words,
        minutes=item.minutes,
    )
