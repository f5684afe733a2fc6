"""What the index keeps of a file: plain values that pass between processes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tuireader.library.entry import Entry
from tuireader.library.scan import Stamp

SOURCE = "source"
AUTHOR = "author"
SPEAKER = "speaker"
"""Kinds of names beside the labels of entities."""
MOST_ITEMS = 1 << 31
"""More articles than any file holds."""


@dataclass(frozen=True, slots=True)
class NameRecord:
    """A name in an article.

    Attributes:
        kind: `SOURCE`, `AUTHOR`, `SPEAKER`, or an entity's label such as ``PERSON``.
        key: What makes two names the same: `Entity.id`, or the kind and the folded name.
        name: As it is shown.
        folded: The name and its aliases, folded, each between two spaces.
        count: How many times it is mentioned; of a speaker, how many quotes it has.
    """

    kind: str
    key: str
    name: str
    folded: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """Somebody's words in an article.

    Attributes:
        start: As `Quote.start`.
        end: As `Quote.end`.
        kind: As `Quote.kind`.
        nested: As `Quote.nested`.
        text: The words with their marks.
        speaker: The `NameRecord.key` of the speaker; empty where nobody is named.
        cue: As `Quote.cue`.
        confidence: As `Quote.confidence`.
    """

    start: int
    end: int
    kind: str
    nested: bool
    text: str
    speaker: str
    cue: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article, or a file that is none.

    Attributes:
        entry: The row of the list; its `Entry.row` and `Entry.family` are not known yet.
        text: `Article.text`.
        quotes: The quotes that are somebody's words, in order.
        names: Everybody and everything named, each once.
        signature: As `fingerprint.signature` makes it of the text.
    """

    entry: Entry
    text: str = ""
    quotes: tuple[QuoteRecord, ...] = ()
    names: tuple[NameRecord, ...] = ()
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file with its articles, or with some of them.

    Attributes:
        stamp: What it looked like right before it was read.
        made_by: The versions of what read it, from `extract.made_by`.
        articles: In the order of the file.
        file_id: As `Article.file_id`.
        encoding: The encoding that the reader chose for it; empty for the one found.
        first: The first of the articles, as `Entry.item`.
        end: The one after the last of them.
        items: How many articles the file holds; 0 where the record is of all of them.
        goes_on: Whether what follows is still to be asked for.
        complete: Whether with it all of the file has been read.
    """

    stamp: Stamp
    made_by: str
    articles: tuple[ArticleRecord, ...]
    file_id: str = ""
    encoding: str = ""
    first: int = 0
    end: int = 0
    items: int = 0
    goes_on: bool = False
    complete: bool = True

    @property
    def covered(self) -> range:
        """The articles that the record is of; whatever is known of them otherwise is old."""
        return range(self.first, self.end if self.items else MOST_ITEMS)


UNDATED = "-"
"""What the day begins with where the article names none."""


def day_of(entry: Entry) -> str:
    """Return the day an article is sorted by: of its publication, or else of its file.

    Args:
        entry: Any entry.

    Returns:
        As ISO 8601, ``2019-05-13``; shorter where the article says only a month or a year. The
        day of a file stands behind a minus, which is before every day of publication. Empty
        where the file is no article.
    """
    if entry.problem:
        return ""
    return (
        entry.published[:10]
        or UNDATED + datetime.fromtimestamp(entry.modified, UTC).date().isoformat()
    )
