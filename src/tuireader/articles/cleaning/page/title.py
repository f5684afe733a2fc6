"""The headline of a whole page: it stands near the article, not at the top of the page."""

from __future__ import annotations

import re
from collections import Counter

from tuireader.articles.cleaning.noise.draft import Draft
from tuireader.articles.cleaning.noise.headline import is_in_page_title, may_be_title
from tuireader.articles.cleaning.noise.provenance import stated
from tuireader.articles.cleaning.page.rule import article_lines, is_page, likelihoods

_ABOVE = 15
"""How many lines above the article its headline may stand."""
_FEWEST_WORDS = 4
_COUNTER = re.compile(r"\b\d+ ?(?:of|/) ?\d+\b")
"""What stands below the pictures of a gallery."""
_BUTTON = re.compile(r"(?:share|click to|tweet|e-?mail)\b", re.IGNORECASE)


def find_page_title(draft: Draft) -> int:
    """Return the number of the line that is the headline of a page; -1 where none is found.

    It is the line above the article that the page repeats, or has in its title; or else one with
    a byline below it; or else the line nearest to the article that looks like one.
    """
    if not is_page(draft):
        return -1
    lines = list(draft.left())
    first = article_lines(likelihoods([line for _, line in lines], draft.phrases)).index(True)
    near = [
        (at, line)
        for at, line in lines[max(0, first - _ABOVE) : first + 1]
        if line.words >= _FEWEST_WORDS
        and may_be_title(line, draft.phrases)
        and not _is_button(line.plain)
    ]
    copies = Counter(line.key for _, line in lines)
    page = draft.lines[0].plain
    for at, line in near:
        if copies[line.key] > 1 or (at and is_in_page_title(page, line)):
            return at
    for below in (1, 2):
        for at, _ in near:
            if _is_byline(draft, at + below):
                return at
    return near[-1][0] if near else -1


def _is_byline(draft: Draft, at: int) -> bool:
    if at >= len(draft.lines):
        return False
    found = stated(draft.lines[at].plain, draft.phrases)
    return any(name == "byline" for name, _ in found)


def _is_button(text: str) -> bool:
    return _COUNTER.search(text) is not None or _BUTTON.match(text) is not None
