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
from tuireader.articles.formats.web.edges import without_calls, without_head
from tuireader.articles.formats.web.furniture import is_embedded_post, is_furniture
from tuireader.articles.formats.web.repeats import without_repeats
from tuireader.articles.formats.web.verdict import (
    CALL,
    FURNITURE,
    HEAD,
    OUTSIDE,
    REPEATED,
    Verdict,
)
from tuireader.articles.formats.web.votes import voted

_MOST = 0.8
"""The share of the voted text that the article's element must hold."""
_LONG = 80
"""How many characters make a paragraph that is hardly anything but text."""
_ENOUGH_ALIKE = 3


def judged(
    root: Any, blocks: list[PageBlock], title: str, subtitle: str = ""
) -> list[tuple[PageBlock, Verdict | None]]:
    """Return each block of a page with why it is no part of the article, or None where it is.

    Args:
        root: The page's tree.
        blocks: All blocks of the page.
        title: The headline, which is no part of the body.
        subtitle: The second headline, which is none either.
    """
    votes = voted(root, blocks)
    container = _container(blocks, votes)
    verdicts: dict[int, Verdict] = {}
    if container is None:
        kept = _without_container(blocks)
        _mark(verdicts, blocks, kept, OUTSIDE)
    else:
        usual = _usual_places(blocks, votes)
        kept = []
        for block, vote in zip(blocks, votes, strict=True):
            verdict = _verdict(block, vote, container, usual)
            if verdict is None:
                kept.append(block)
            else:
                verdicts[id(block)] = verdict
        for step, verdict in (
            (without_repeats, REPEATED),
            (lambda left: without_head(left, title, subtitle), HEAD),
            (without_calls, CALL),
        ):
            left = step(kept)
            if not left:
                break
            _mark(verdicts, kept, left, verdict)
            kept = left
    return [(block, verdicts.get(id(block))) for block in blocks]


def _mark(
    verdicts: dict[int, Verdict], before: list[PageBlock], after: list[PageBlock], why: Verdict
) -> None:
    left = {id(block) for block in after}
    verdicts.update({id(block): why for block in before if id(block) not in left})


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


def _verdict(
    block: PageBlock, vote: bool, container: Any, usual: set[tuple[str, ...]]
) -> Verdict | None:
    """Return why a block is no part of the article; None where it is."""
    around = [block.element, *block.element.iterancestors()]
    inside = container in around
    if inside:
        around = around[: around.index(container)]
    if is_embedded_post(around):
        return None if inside else OUTSIDE
    place = _place(block)
    is_text = block.kind is BlockKind.PARAGRAPH and block.link_share < 0.5
    is_usual = is_text and len(block.text) >= _LONG and place in usual
    if is_usual and (inside or _is_named(place)):
        return None
    if not inside:
        is_heading = block.kind in {BlockKind.HEADING, BlockKind.CAPTION}
        is_voted = vote and block.link_share < 0.5 and len(block.text) > 60
        return None if is_voted and not is_heading else OUTSIDE
    if is_furniture(around):
        return None if vote and block.kind is BlockKind.QUOTATION else FURNITURE
    is_heading = block.kind is BlockKind.HEADING and block.link_share < 0.5
    return None if vote or is_heading else OUTSIDE
