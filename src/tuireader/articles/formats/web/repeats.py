"""Blocks of a page that only say again what another block says, such as pull-quotes."""

from __future__ import annotations

from collections import Counter

from tuireader.articles.article import BlockKind
from tuireader.articles.formats.web.blocks import PageBlock
from tuireader.articles.formats.web.votes import words

_RUN = 4
_FEWEST_WORDS = 8
_FEWEST_WORDS_OF_AN_ITEM = 25
_REPEATED = 0.9
_REPEATED_BY_AN_ITEM = 0.75
_MOST_CHARACTERS = 1_000_000
_MOST = 1 / 3
"""The share of the text above which nothing is taken for a repetition."""
_APART = frozenset({BlockKind.QUOTATION, BlockKind.CAPTION, BlockKind.LIST_ITEM})


def without_repeats(blocks: list[PageBlock]) -> list[PageBlock]:
    """Return the blocks without those that repeat others; of two equal ones the first stays.

    Blocks that stand apart from the text (quotations, captions, items) are taken for the repetition
    rather than paragraphs. Headings and short items may well say the same thing twice.

    Args:
        blocks: The blocks taken for the article.
    """
    if sum(len(block.text) for block in blocks) > _MOST_CHARACTERS:
        return blocks
    runs = [_runs(block) for block in blocks]
    left: Counter[tuple[str, ...]] = Counter()
    for own in runs:
        left.update(own)
    gone: set[int] = set()
    for at in sorted(range(len(blocks)), key=lambda at: (blocks[at].kind not in _APART, -at)):
        own = runs[at]
        total = sum(own.values())
        kind = blocks[at].kind
        is_item = kind is BlockKind.LIST_ITEM
        fewest = _FEWEST_WORDS_OF_AN_ITEM if is_item else _FEWEST_WORDS
        if kind is BlockKind.HEADING or total <= fewest - _RUN:
            continue
        again = sum(min(count, left[run] - count) for run, count in own.items())
        enough = _REPEATED_BY_AN_ITEM if is_item else _REPEATED
        if again >= enough * total:
            left.subtract(own)
            gone.add(at)
    repeated = sum(len(blocks[at].text) for at in gone)
    if repeated > _MOST * sum(len(block.text) for block in blocks):
        return blocks
    return [block for at, block in enumerate(blocks) if at not in gone]


def _runs(block: PageBlock) -> Counter[tuple[str, ...]]:
    own = words(block.text)
    return Counter(tuple(own[at : at + _RUN]) for at in range(len(own) - _RUN + 1))
