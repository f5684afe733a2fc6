"""Which blocks an extraction library takes for the article."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from tuireader.articles.formats.quiet import silence
from tuireader.articles.formats.web.blocks import PageBlock

_WORD = re.compile(r"\w+")
_RUN = 3
_AGREEMENT = 0.6
"""The share of a block's runs of words that must be in what was extracted."""
_MUCH_SHORTER = 0.7
_LONG = 80
_MOST_BLOCKS = 3_000
_MOST_CHARACTERS = 600_000
_MOST_ELEMENTS = 20_000


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return _WORD.findall(text.casefold())


def voted(root: Any, blocks: list[PageBlock]) -> list[bool]:
    """Return for each block of a page whether trafilatura takes it for the article.

    Pages larger than any article are not shown to it, since its time grows with their square:
    there, prose counts.

    Of its ways to work, the fast one at times takes half the page and the precise one at times
    other articles' beginnings, and each at times only a piece. Where they differ much, what only
    one has counts if it is prose and lies in no other article than what both have.

    Args:
        root: The page's tree; it is not changed.
        blocks: All blocks of the page.
    """
    if _is_huge(root, blocks):
        prose = [_is_prose(block) for block in blocks]
        unlinked = [block.link_share < 0.5 for block in blocks]
        return prose if 2 * _length(blocks, prose) > _length(blocks, unlinked) else unlinked
    precise = _votes(_extract(root, favor_precision=True), blocks)
    fast = _votes(_extract(root, fast=True), blocks)
    if not any(precise) or not any(fast):
        if any(precise) or any(fast):
            return precise if any(precise) else fast
        return _votes(_extract(root, favor_recall=True), blocks)
    shorter, longer = sorted((precise, fast), key=lambda votes: _length(blocks, votes))
    if _length(blocks, shorter) >= _MUCH_SHORTER * _length(blocks, longer):
        return precise
    extra = [more and not less for more, less in zip(longer, shorter, strict=True)]
    return longer if _is_more_of_it(blocks, shorter, extra) else shorter


def _is_huge(root: Any, blocks: list[PageBlock]) -> bool:
    if len(blocks) > _MOST_BLOCKS or sum(len(block.text) for block in blocks) > _MOST_CHARACTERS:
        return True
    names = 0
    for count, element in enumerate(root.iter("*")):
        names += sum(map(len, element.attrib.values()))
        if count >= _MOST_ELEMENTS or names > _MOST_CHARACTERS * 5:
            return True
    return False


def _is_prose(block: PageBlock) -> bool:
    return len(block.text) >= _LONG and block.link_share < 0.3


def _length(blocks: list[PageBlock], votes: list[bool]) -> int:
    return sum(len(block.text) for block, vote in zip(blocks, votes, strict=True) if vote)


def _is_more_of_it(blocks: list[PageBlock], both: list[bool], extra: list[bool]) -> bool:
    """Return whether blocks that only one extraction has belong to what both have."""
    prose = [_is_prose(block) for block in blocks]
    sure = [vote and long for vote, long in zip(both, prose, strict=True)]
    if not any(sure):
        return True
    more = [vote and long for vote, long in zip(extra, prose, strict=True)]
    if _length(blocks, more) < 0.5 * _length(blocks, extra):
        return False
    own = {_article_around(block) for block, vote in zip(blocks, sure, strict=True) if vote}
    elsewhere = [
        vote and _article_around(block) not in own for block, vote in zip(blocks, more, strict=True)
    ]
    return _length(blocks, elsewhere) < 0.5 * _length(blocks, more)


def _article_around(block: PageBlock) -> Any:
    """Return the innermost element around a block that its maker calls an article, if any."""
    element = block.element
    while element is not None and element.tag != "article":
        element = element.getparent()
    return element


def _votes(text: str, blocks: list[PageBlock]) -> list[bool]:
    found = words(text)
    lines = {" ".join(words(line)) for line in text.split("\n")}
    runs = {tuple(found[at : at + _RUN]) for at in range(len(found) - _RUN + 1)}
    return [_agrees(block, runs, lines) for block in blocks]


def _agrees(block: PageBlock, runs: set[tuple[str, ...]], lines: set[str]) -> bool:
    own = words(block.text)
    if len(own) <= _RUN:
        return bool(own) and " ".join(own) in lines
    count = len(own) - _RUN + 1
    return sum(tuple(own[at : at + _RUN]) in runs for at in range(count)) >= _AGREEMENT * count


def _extract(root: Any, **how: Any) -> str:
    import trafilatura

    silence("trafilatura")
    try:
        return trafilatura.extract(deepcopy(root), include_comments=False, **how) or ""
    except Exception:
        return ""
