"""Which blocks of a web page are the article.

A library's extraction names most of the blocks; where they lie in the page's tree tells the rest:
the article is what lies in the innermost element that holds nearly all of them, without the parts
that their names, their shape or their place show to be something else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from tuireader.articles.article import BlockKind
from tuireader.articles.formats.web.blocks import PageBlock
from tuireader.articles.formats.web.edges import without_edges
from tuireader.articles.formats.web.furniture import is_embedded_post, is_furniture
from tuireader.articles.formats.web.repeats import without_repeats
from tuireader.articles.formats.web.votes import voted

_MOST = 0.8
"""The share of the voted text that the article's element must hold."""
_LONG = 80
"""How many characters make a paragraph that is hardly anything but text."""
_ENOUGH_ALIKE = 3


def article_blocks(root: Any, blocks: list[PageBlock], title: str) -> list[PageBlock]:
    """Return the blocks that are the article, in order.

    Args:
        root: The page's tree.
        blocks: All blocks of the page.
        title: The headline, which is no part of the body.
    """
    votes = voted(root, blocks)
    container = _container(blocks, votes)
    if container is None:
        return _without_container(blocks)
    usual = _usual_places(blocks, votes)
    kept = [
        block
        for block, vote in zip(blocks, votes, strict=True)
        if _belongs(block, vote, container, usual)
    ]
    return without_edges(without_repeats(kept), title) or kept


def _without_container(blocks: list[PageBlock]) -> list[PageBlock]:
    """Return the prose of a page in which no article is found, or else all that is no link."""
    text = [block for block in blocks if block.link_share < 0.5]
    prose = [block for block in text if len(block.text) > 60]
    if sum(len(block.text) for block in prose) > 0.5 * sum(len(block.text) for block in text):
        return prose
    return text or blocks


def _container(blocks: list[PageBlock], votes: list[bool]) -> Any:
    """Return the innermost element that holds most of the voted text; None without votes."""
    mass: dict[Any, int] = defaultdict(int)
    depth: dict[Any, int] = {}
    total = 0
    for block, vote in zip(blocks, votes, strict=True):
        if not vote:
            continue
        total += len(block.text)
        around = [block.element, *block.element.iterancestors()]
        for at, element in enumerate(around):
            mass[element] += len(block.text)
            depth[element] = len(around) - at
    enough = [element for element, length in mass.items() if length >= _MOST * total]
    return max(enough, key=lambda element: depth[element], default=None)


def _place(block: PageBlock) -> tuple[str, ...]:
    """Return what a page's maker calls the place of a block: its elements and their classes."""
    element = block.element
    parent = element.getparent()
    around = (element,) if parent is None else (element, parent)
    return tuple(f"{each.tag}.{each.get('class') or ''}" for each in around)


def _is_named(place: tuple[str, ...]) -> bool:
    return any(not name.endswith(".") for name in place)


def _usual_places(blocks: list[PageBlock], votes: list[bool]) -> set[tuple[str, ...]]:
    """Return the places in which several long paragraphs of the article stand."""
    seen = Counter(
        _place(block)
        for block, vote in zip(blocks, votes, strict=True)
        if vote and block.kind is BlockKind.PARAGRAPH and len(block.text) >= _LONG
    )
    return {place for place, count in seen.items() if count >= _ENOUGH_ALIKE}


def _belongs(block: PageBlock, vote: bool, container: Any, usual: set[tuple[str, ...]]) -> bool:
    around = [block.element, *block.element.iterancestors()]
    inside = container in around
    if inside:
        around = around[: around.index(container)]
    if is_embedded_post(around):
        return inside
    is_text = block.kind is BlockKind.PARAGRAPH and block.link_share < 0.5
    if is_text and len(block.text) >= _LONG and _place(block) in usual:
        return inside or _is_named(_place(block))
    if not inside:
        is_heading = block.kind in {BlockKind.HEADING, BlockKind.CAPTION}
        return vote and not is_heading and block.link_share < 0.5 and len(block.text) > 60
    furniture = is_furniture(around)
    if vote:
        return not furniture or block.kind is BlockKind.QUOTATION
    return block.kind is BlockKind.HEADING and not furniture and block.link_share < 0.5
