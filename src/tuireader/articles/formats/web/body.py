"""Which blocks of a web page are the article."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from tuireader.articles.formats.web.blocks import PageBlock

_WORD = re.compile(r"\w+")
_RUN = 3


def article_blocks(root: Any, blocks: list[PageBlock], title: str) -> list[PageBlock]:
    """Return the blocks that are the article, in order.

    Args:
        root: The page's tree.
        blocks: All blocks of the page.
        title: The headline, which is no part of the body.
    """
    found = _words(_extracted(root))
    lines = {" ".join(found)}
    runs = {tuple(found[at : at + _RUN]) for at in range(len(found) - _RUN + 1)}
    kept = [block for block in blocks if _agrees(block, runs, lines)]
    if not kept:
        kept = [block for block in blocks if len(block.text) > 60 and block.link_share < 0.5]
    heading = _words(title)
    return [block for block in kept or blocks if _words(block.text) != heading]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _agrees(block: PageBlock, runs: set[tuple[str, ...]], lines: set[str]) -> bool:
    words = _words(block.text)
    if len(words) < _RUN:
        return " ".join(words) in lines
    inside = sum(tuple(words[at : at + _RUN]) in runs for at in range(len(words) - _RUN + 1))
    return inside / (len(words) - _RUN + 1) >= 0.6


def _extracted(root: Any) -> str:
    """Return the article's text as trafilatura finds it; empty where it finds none."""
    import trafilatura

    for precise in (True, False):
        try:
            text = trafilatura.extract(
                deepcopy(root), include_comments=False, favor_precision=precise
            )
        except Exception:
            text = None
        if text:
            return str(text)
    return ""
