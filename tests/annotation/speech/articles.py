"""Articles made from paragraphs, for tests of quotes and speakers."""

from __future__ import annotations

from pathlib import Path

from tuireader.annotation.annotation import Quote
from tuireader.annotation.quotes import find_quotes
from tuireader.annotation.speakers import attribute
from tuireader.articles.article import Article, Block, BlockKind, Metadata
from tuireader.articles.offsets import OffsetMap


def article(*paragraphs: str, language: str = "", kinds: tuple[BlockKind, ...] = ()) -> Article:
    """Return an article of some paragraphs, of the kinds given for the first ones."""
    blocks: list[Block] = []
    start = 0
    for number, paragraph in enumerate(paragraphs):
        kind = kinds[number] if number < len(kinds) else BlockKind.PARAGRAPH
        blocks.append(Block(kind, paragraph, start, start + len(paragraph)))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Article(
        id="0",
        path=Path("article.txt"),
        item=0,
        metadata=Metadata(language=language),
        blocks=tuple(blocks),
        text=text,
        raw=text,
        offsets=OffsetMap.identity(len(text)),
    )


def quoted(*paragraphs: str) -> list[str]:
    """Return the quoted stretches of some paragraphs, marks included, nested ones too."""
    made = article(*paragraphs)
    return [made.text[quote.start : quote.end] for quote in find_quotes(made)]


def spoken(*paragraphs: str, language: str = "en") -> list[Quote]:
    """Return the attributed quotes of some paragraphs."""
    made = article(*paragraphs, language=language)
    return list(attribute(made, find_quotes(made), ()).quotes)


def speakers(*paragraphs: str, language: str = "en") -> list[str | None]:
    """Return who says each quote of some paragraphs, where no entity is known."""
    return [quote.speaker for quote in spoken(*paragraphs, language=language)]
