"""What is laid out: a text in passages, whether clean, raw or one person's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tuireader.app.rendition.ink import Fate
from tuireader.app.rendition.passages import Passage, Passages
from tuireader.app.rendition.stretches import LONGEST, stretches_of
from tuireader.app.rendition.tables import is_table
from tuireader.articles.article import Article, Block, BlockKind
from tuireader.articles.cleaning.safety import neutralize

_LIST_ITEM, _HEADING = BlockKind.LIST_ITEM, BlockKind.HEADING
"""Members of an enumeration take long to look up where an article has thousands of blocks."""


class Piece(NamedTuple):
    """A stretch of a sheet's text and the stretch of `Article.text` it stands for.

    Where both are equally long they correspond one to one, otherwise only as wholes.
    """

    start: int
    end: int
    article_start: int
    article_end: int


class Stain(NamedTuple):
    """What cleaning did to a stretch of a sheet's text; `remark` names the rule, if any."""

    start: int
    end: int
    fate: Fate
    remark: str = ""


class Sheet(Protocol):
    """A text to lay out, and how it relates to `Article.text`."""

    @property
    def text(self) -> str:
        """The text. It may hold control characters: only `shown` is safe to show."""
        ...

    def shown(self, start: int, end: int) -> str:
        """Return a stretch of the text as it may be shown, of the same length."""
        ...

    @property
    def passages(self) -> Passages:
        """Its passages, in order, not overlapping."""
        ...

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Return what of a stretch stands for text of the article, in order."""
        ...

    def stains(self, start: int, end: int) -> list[Stain]:
        """Return what cleaning did inside a stretch, in order."""
        ...

    def to_article(self, position: int) -> int:
        """Return the position in `Article.text` that stands for one of this text."""
        ...

    def from_article(self, position: int) -> int:
        """Return the position here that stands for one in `Article.text`."""
        ...


class CleanSheet:
    """The clean text of an article, block by block, below its headline.

    Args:
        article: The article.
        only: Stretches of `Article.text` to which the sheet is narrowed, in order, not
            overlapping; None for the whole text.
    """

    def __init__(self, article: Article, only: Sequence[tuple[int, int]] | None = None) -> None:
        self.text = article.text
        passages = _passages(article, self.text)
        self.passages = Passages(self.text, passages if only is None else _narrow(passages, only))

    def shown(self, start: int, end: int) -> str:
        """Return a stretch of the text with nothing in it that drives a terminal."""
        return neutralize(self.text[start:end]).replace("\t", " ")

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Return the stretch: it stands for itself."""
        return [Piece(start, end, start, end)]

    def stains(self, start: int, end: int) -> list[Stain]:
        """Return nothing: in clean text nothing is left of cleaning."""
        return []

    def to_article(self, position: int) -> int:
        """Return the position itself."""
        return position

    def from_article(self, position: int) -> int:
        """Return the position itself."""
        return position


def shown_text(sheet: Sheet, start: int, end: int) -> str:
    """Return a stretch of a sheet as it is read: what a narrowed sheet leaves out is not in it.

    Args:
        sheet: The sheet.
        start: Where the stretch starts in its text, in code points.
        end: Where it ends; half-open.
    """
    parts: list[str] = []
    before = start
    for passage in sheet.passages:
        a, b = max(start, passage.start), min(end, passage.end)
        if a < b:
            between = sheet.shown(before, a)
            parts += ["\n\n" if between.strip() else between, sheet.shown(a, b)]
            before = b
    return "".join(parts).strip("\n")


def _passages(article: Article, text: str) -> list[Passage]:
    passages: list[Passage] = []
    before: BlockKind | None = None
    for block in _below_heading(article):
        kind, first, last, number = block.kind, block.start, block.end, block.number
        gap = 0 if before is None or before is kind is _LIST_ITEM else 1 + (kind is _HEADING)
        before = kind
        whole = text.find("\n", first, last) < 0 or (
            kind is BlockKind.PREFORMATTED and is_table(block.text)
        )
        if whole and last - first <= LONGEST:
            passages.append(Passage(first, last, kind, block.level, gap, number=number))
            continue
        for start, end in stretches_of(text, first, last):
            passages.append(Passage(start, end, kind, block.level, gap, start == first, number))
            gap = 0
    return passages


def _below_heading(article: Article) -> Sequence[Block]:
    """Return the blocks without those at the top that the pane's heading already shows."""
    shown = {_folded(article.metadata.title), _folded(article.metadata.subtitle)}
    blocks = article.blocks
    first = next((at for at, block in enumerate(blocks) if _folded(block.text) not in shown), 0)
    return blocks[first:]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _narrow(passages: Sequence[Passage], only: Sequence[tuple[int, int]]) -> list[Passage]:
    kept: list[Passage] = []
    at = 0
    for start, end in only:
        while at < len(passages) and passages[at].end <= start:
            at += 1
        for passage in passages[at:]:
            if passage.start >= end:
                break
            a, b = max(start, passage.start), min(end, passage.end)
            kept.append(passage._replace(start=a, end=b, gap=1 if kept else 0, opens=True))
    return kept
