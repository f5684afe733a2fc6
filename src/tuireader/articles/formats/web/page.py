"""From the source of a web page to a document: the entrance of this room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tuireader.articles.article import (
    Document,
    LeftOut,
    Metadata,
    RawBlock,
    RawLink,
    content_id,
)
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.articles.formats.structured import looks_marked_up
from tuireader.articles.formats.transcript import Transcript
from tuireader.articles.formats.web.blocks import PageBlock, page_blocks
from tuireader.articles.formats.web.body import judged
from tuireader.articles.formats.web.linked_data import article_data, text_value
from tuireader.articles.formats.web.markup import parse, prepare
from tuireader.articles.formats.web.metadata import page_metadata
from tuireader.articles.formats.web.verdict import Verdict

_LEAST_STATED = 300
"""So many code points at least are an article."""
_SHOWN = 0.3
"""The share of it from which on the page itself has it, if perhaps cut off."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in the source of a page.

    Attributes:
        raw: The readable text, with what is not the article.
        blocks: The structure of the article.
        links: Its links.
        metadata: What the page states of itself.
        title: What its title element says.
        left_out: What in the readable text is not the article.
    """

    raw: str = ""
    blocks: tuple[RawBlock, ...] = ()
    links: tuple[RawLink, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    title: str = ""
    left_out: tuple[LeftOut, ...] = ()

    def document(self, data: bytes, path: Path, encoding: str, form: str) -> Document:
        """Return the page as the document of a file.

        Args:
            data: What the page was read from; it tells the document's identity.
            path: The file.
            encoding: The encoding of the page.
            form: The name of the file's format.
        """
        return Document(
            id=content_id(data),
            path=path,
            raw=self.raw,
            blocks=self.blocks,
            metadata=self.metadata,
            links=self.links,
            left_out=self.left_out,
            encoding=encoding,
            format=form,
            extracted=True,
        )

    def saved_from(self, address: str, saved: str) -> Page:
        """Return the page with what its envelope says, where the page does not say it itself.

        Args:
            address: Where it was saved from; empty where that is not known.
            saved: When, ISO 8601; empty where that is not known.
        """
        stated = self.metadata
        return replace(
            self,
            metadata=replace(stated, url=stated.url or address, saved=stated.saved or saved),
        )


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
    page = _page(judged(root, blocks, metadata.title, metadata.subtitle), metadata)
    return _stated_body(root, page, address) or page


def _stated_body(root: Any, page: Page, address: str) -> Page | None:
    """Return the article as the page states it beside its text; None where the page shows it.

    Pages that a script fills hold their article only there.
    """
    stated = text_value(article_data(root).get("articleBody")).strip()
    found = sum(block.end - block.start for block in page.blocks)
    if len(stated) < _LEAST_STATED or found > _SHOWN * len(stated):
        return None
    if looks_marked_up(stated):
        return replace(read_fragment(stated, address), metadata=page.metadata)
    return Page(raw=stated, metadata=page.metadata)


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
    blocks = [(block, None) for block in page_blocks(root, address)]
    return replace(_page(blocks, Metadata()), title=title)


def _page(blocks: Sequence[tuple[PageBlock, Verdict | None]], metadata: Metadata) -> Page:
    transcript = Transcript()
    kept: list[RawBlock] = []
    links: list[RawLink] = []
    left_out: list[tuple[Verdict, list[RawBlock]]] = []
    adjoining: Verdict | None = None
    for block, verdict in blocks:
        known = len(transcript.links)
        if not transcript.add(block.kind, block.pieces, block.level, block.number):
            continue
        added = transcript.blocks[-1]
        if verdict is None:
            kept.append(added)
            links += transcript.links[known:]
        elif verdict is adjoining:
            left_out[-1][1].append(added)
        else:
            left_out.append((verdict, [added]))
        adjoining = verdict
    return Page(
        raw=transcript.raw if kept else "",
        blocks=tuple(kept),
        links=tuple(links),
        metadata=metadata,
        left_out=tuple(
            LeftOut(tuple(parts), why.rule, why.reason, why.confidence) for why, parts in left_out
        ),
    )
