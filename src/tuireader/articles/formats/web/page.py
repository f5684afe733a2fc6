"""From the source of a web page to a document: the entrance of this room."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tuireader.articles.article import Metadata, RawBlock, RawLink
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.articles.formats.transcript import Transcript
from tuireader.articles.formats.web.blocks import PageBlock, page_blocks
from tuireader.articles.formats.web.body import article_blocks
from tuireader.articles.formats.web.markup import parse, prepare
from tuireader.articles.formats.web.metadata import page_metadata


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in the source of a page.

    Attributes:
        raw: The readable text.
        blocks: Its structure.
        links: Its links.
        metadata: What the page states of itself.
        title: What its title element says.
    """

    raw: str = ""
    blocks: tuple[RawBlock, ...] = ()
    links: tuple[RawLink, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    title: str = ""


def read_page(source: str, address: str = "") -> Page:
    """Return the article in a whole web page, without what surrounds it.

    Args:
        source: The page's source, decoded.
        address: Where it was saved from, if its envelope says so.
    """
    root = parse(prepare(source))
    if root is None:
        return Page()
    metadata = page_metadata(root, source)
    blocks = page_blocks(root, metadata.url or address)
    return _page(article_blocks(root, blocks, metadata.title), metadata)


def read_fragment(source: str, address: str = "") -> Page:
    """Return everything readable in marked-up text that holds nothing but the article.

    Args:
        source: The text of a feed's item, a mail or a book's chapter, decoded.
        address: What its links are relative to.
    """
    root = parse(prepare(source))
    if root is None:
        return Page()
    element = next(root.iter("title"), None)
    title = "" if element is None else sanitize_line("".join(element.itertext()))
    return replace(_page(page_blocks(root, address), Metadata()), title=title)


def _page(blocks: list[PageBlock], metadata: Metadata) -> Page:
    transcript = Transcript()
    for block in blocks:
        transcript.add(block.kind, block.pieces, block.level)
    return Page(transcript.raw, tuple(transcript.blocks), tuple(transcript.links), metadata)
