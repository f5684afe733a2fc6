"""The values every other room speaks in: an article, its blocks and what cleaning removed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tuireader.articles.untitled import name_for, opening_words

if TYPE_CHECKING:
    from tuireader.articles.offsets import OffsetMap

BLOCK_SEPARATOR = "\n\n"
"""What stands between two blocks in `Article.text`: one blank line."""


class BlockKind(StrEnum):
    """What a block is in the make-up of an article."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like unit of an article's clean text.

    Attributes:
        kind: What the block is.
        text: Its clean text, without line breaks unless it is preformatted.
        start: Where it starts in `Article.text`, in code points.
        end: Where it ends there; half-open.
        level: The level of a heading (1 to 6) or the depth of a list item (from 1); otherwise 0.
        number: The number of an item of an ordered list; otherwise None.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    level: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the source document, at its place in the clean text.

    Attributes:
        start: Where the linked words start in `Article.text`, in code points.
        end: Where they end; half-open.
        url: The target as the source has it.
    """

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Removal:
    """A stretch of the raw text that cleaning took out (or would take out), and why.

    Attributes:
        raw_start: Where it starts in `Article.raw`, in code points.
        raw_end: Where it ends there; half-open.
        text: The raw text taken out.
        rule: The name of the cleaning rule, a stable identifier such as ``repeated-headline``.
        reason: Why, as a sentence for the reader.
        confidence: How sure the rule is, from 0 to 1.
        applied: False where the rule only proposes: the text is still in the article.
        overruled: True where the text is still there because the reader put it back.
    """

    raw_start: int
    raw_end: int
    text: str
    rule: str
    reason: str
    confidence: float
    applied: bool = True
    overruled: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """A small change of typography that cleaning made; wording is never changed.

    Attributes:
        raw_start: Where the changed characters start in `Article.raw`, in code points.
        raw_end: Where they end there; half-open.
        before: What stood there.
        after: What stands there now.
        rule: The name of the repair, a stable identifier such as ``doubled-stop``.
        reason: Why, as a sentence for the reader.
    """

    raw_start: int
    raw_end: int
    before: str
    after: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the source itself says of an article; nothing in it is guessed.

    Attributes:
        title: The headline; empty where the source has none.
        subtitle: The second headline.
        byline: The author or authors, without "By".
        source: The publication or agency.
        published: The date or moment as ISO 8601 (``2019-05-13`` or with a time).
        language: An IETF language tag, such as ``en`` or ``pt-BR``.
        url: The canonical address.
        tags: The source's own keywords.
        saved: When the copy was saved, as ISO 8601, where the file says so.
    """

    title: str = ""
    subtitle: str = ""
    byline: str = ""
    source: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    saved: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as people read it, with the way back to where it came from.

    Attributes:
        id: A hash of the source's own bytes (see `content_id`), the same wherever the file lies.
        path: The file it was read from.
        item: Which article of its file it is, from 0; above 0 only where a file holds several.
        metadata: What the source says of it.
        blocks: The clean text in its blocks, in order.
        text: The blocks' texts joined by `BLOCK_SEPARATOR`; every offset elsewhere points into it.
        raw: The decoded source text, its newlines untouched. It may hold control characters:
            it must never reach a terminal but through `safety.neutralize`.
        offsets: The map between `text` and `raw`.
        removals: What cleaning took out, in the order of `raw`.
        links: Links in `text`, in order.
        repairs: What cleaning mended in the text that stayed, in the order of the blocks.
        encoding: The character encoding the file was read with; empty where that has no meaning.
        format: The short name of the format the file was read as, such as ``text``.
        file_id: The identity of the whole file: that of its one article, or else of them together.
    """

    id: str
    path: Path
    item: int
    metadata: Metadata
    blocks: tuple[Block, ...]
    text: str
    raw: str
    offsets: OffsetMap
    removals: tuple[Removal, ...] = ()
    links: tuple[Link, ...] = ()
    encoding: str = ""
    format: str = ""
    repairs: tuple[Repair, ...] = ()
    file_id: str = ""

    @property
    def title(self) -> str:
        """The headline; else the file's name, or the first words where that says nothing."""
        if self.metadata.title:
            return self.metadata.title
        one_of_many = self.item > 0 or self.file_id not in ("", self.id)
        words = opening_words(self.text) if one_of_many else name_for(self.path.stem, self.text)
        return words or self.path.name

    @property
    def words(self) -> int:
        """The number of words in the clean text."""
        return len(self.text.split())

    @property
    def minutes(self) -> int:
        """The time it takes to read, in whole minutes at 230 words a minute; at least 1."""
        return max(1, round(self.words / 230))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a part of one, that could not become an article.

    Attributes:
        path: The file.
        reason: What happened, as a sentence that names no path.
        advice: What the reader can do about it; may be empty.
        item: Which article of the file it is, from 0.
        file_id: The identity of the file; empty where it could not be read at all.
    """

    path: Path
    reason: str
    advice: str = ""
    item: int = 0
    file_id: str = ""


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block as a format reader saw it, before cleaning.

    Attributes:
        kind: What the format says it is.
        start: Where it starts in `Document.raw`, in code points.
        end: Where it ends there; half-open.
        level: As in `Block`.
        certain: True where the format marks the block up (HTML, Markdown), False where plain
            text only suggests it.
        number: As in `Block`.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    certain: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True)
class RawLink:
    """A link as a format reader saw it: offsets into `Document.raw`, and the target."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class RawMarkup:
    """Markup inside a block of raw text, such as the stars of Markdown's emphasis.

    Attributes:
        start: Where it starts in `Document.raw`, in code points.
        end: Where it ends there; half-open.
        text: What a reader sees in its place; mostly nothing.
    """

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Blocks next to each other that a format reader takes for no part of the article.

    Attributes:
        blocks: What they are, so that the reader can put them back.
        rule: Why they are left out, a stable identifier such as ``outside-article``.
        reason: Why, as a sentence for the reader.
        confidence: How sure that is, from 0 to 1.
    """

    blocks: tuple[RawBlock, ...]
    rule: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Document:
    """What a format reader hands to cleaning: the raw text with the structure the format knows.

    Attributes:
        id: The identity, from `content_id`.
        path: The file.
        raw: The decoded text. For text formats the whole file with newlines untouched, for
            others the text found in it before any cleaning.
        blocks: The structure, in order, not overlapping. Empty for plain text, whose lines
            cleaning reads itself.
        metadata: What the format states outright (front matter, headers, tags).
        links: Links, in order.
        encoding: The character encoding used; empty where that has no meaning.
        format: The short name of the format.
        item: Which article of the file it is, from 0.
        markup: Markup inside the blocks, in order, not overlapping.
        extracted: True where the reader already separated the article from its page (HTML), so
            that rules for whole-page dumps do not apply.
        left_out: What is in `raw` but, as the reader of the format sees it, not in the article.
        file_id: The identity of the file.
    """

    id: str
    path: Path
    raw: str
    blocks: tuple[RawBlock, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    links: tuple[RawLink, ...] = ()
    encoding: str = ""
    format: str = ""
    item: int = 0
    extracted: bool = False
    markup: tuple[RawMarkup, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    file_id: str = ""


def content_id(content: bytes) -> str:
    """Return the identity of an article: 32 hex digits of a hash of its own bytes.

    Args:
        content: The bytes of the file, or of the one item where a file holds several.
    """
    from hashlib import blake2b

    return blake2b(content, digest_size=16).hexdigest()
