"""The headline, its copies, and what stands stacked among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from tuireader.articles.article import BlockKind
from tuireader.articles.cleaning.noise.draft import Draft, Finding
from tuireader.articles.cleaning.noise.line import Line, folded
from tuireader.articles.cleaning.noise.phrases import Phrases
from tuireader.articles.cleaning.noise.provenance import is_mail_header, is_timestamp, stated

_NEAR = 0.92
_MOST_LINES = 2_000
"""Among later lines only exact copies are looked for."""
_PAGE_TITLE = re.compile(r"\s+(?:[|–—·»:-]|::)\s+|\s*\|\s*")
_NO_TITLE = (
    "mail", "newsletter", "navigation", "advertisement", "share", "subscription", "cookies",
    "player", "comments", "related", "legal",
)  # fmt: skip
_NO_TITLE_START = ("cookies", "player", "subscription", "newsletter", "legal", "credit")
_ABOVE = ("mail", "newsletter", "navigation", "advertisement", "share", "subscription", "cookies")
"""What may stand above a headline."""


def same_headline(line: Line, key: str) -> bool:
    """Return whether a line repeats a headline, give or take a letter.

    Args:
        line: The line.
        key: The headline, folded.
    """
    if line.key == key:
        return True
    if not key or line.words > 40 or min(len(line.key), len(key)) < 24:
        return False
    if abs(len(line.key) - len(key)) > (1 - _NEAR) * 2 * len(key):
        return False
    matcher = SequenceMatcher(None, line.key, key, autojunk=False)
    return matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR


def find_title(draft: Draft) -> int:
    """Return the number of the line that is the headline; -1 where there is none."""
    first = next(draft.left(), None)
    if first is None:
        return -1
    at, line = first
    if line.certain and line.kind is BlockKind.HEADING and line.level <= 1:
        return at
    last = draft.first_prose()
    if last >= len(draft.lines) and not any(one.ends for one in draft.lines[at + 1 :]):
        return -1
    candidates = [
        (at, line) for at, line in draft.left() if at < last and may_be_title(line, draft.phrases)
    ]
    copies = Counter(line.key for _, line in draft.left() if line.words <= 40)
    page = draft.lines[0].plain
    for at, line in candidates:
        if line.words >= 3 and (copies[line.key] > 1 or (at and is_in_page_title(page, line))):
            return at
    return candidates[0][0] if candidates and _leads(draft, candidates[0][0]) else -1


def may_be_title(line: Line, known: Phrases) -> bool:
    """Return whether a line could be a headline by its looks, and is no known part of a page."""
    letters = sum(character.isalpha() for character in line.plain)
    if not line.headline_like or letters * 2 <= len(line.plain) or is_timestamp(line.plain, known):
        return False
    return not (
        is_mail_header(line)
        or any(known.is_whole(kind, line.label) for kind in _NO_TITLE)
        or any(known.starts(kind, line.plain) for kind in _NO_TITLE_START)
        or any(name == "byline" for name, _ in stated(line.plain, known))
    )


def _leads(draft: Draft, at: int) -> bool:
    """Return whether nothing but lines without words and page parts stands above a line."""
    known = draft.phrases
    return all(
        not line.key
        or (line.has_address and " " not in line.plain)
        or any(known.is_whole(kind, line.label) for kind in _ABOVE)
        for line in draft.lines[:at]
    )


def is_in_page_title(page: str, line: Line) -> bool:
    """Return whether a line is the headline within a page's title, such as “… | Eastern Post”."""
    return line.key in _page_title_parts(page)


def _page_title_parts(page: str) -> list[str]:
    parts = [folded(part) for part in _PAGE_TITLE.split(page)]
    return parts if len(parts) > 1 else []


def repeated(draft: Draft) -> Iterator[Finding]:
    """Find copies of the headline; where there are any, the first is shown above the text.

    A headline that was taken from the text and stands there only once stays.
    """
    key = folded(draft.metadata.title)
    if len(key) < 8:
        return
    copies = [
        at
        for at, line in draft.left()
        if (same_headline(line, key) if at < _MOST_LINES else line.key == key)
        or (at == 0 and key in _page_title_parts(line.plain))
    ]
    if not copies or copies == [draft.title_at]:
        return
    if copies[0] <= draft.first_prose():
        yield Finding(copies[0], 0.99, quiet=True)
        copies = copies[1:]
    for at in copies:
        yield Finding(at, 0.98)


def stacked(draft: Draft) -> Iterator[Finding]:
    """Find headlines of other articles that stand between copies of this one's."""
    copies = _copies(draft)
    if len(copies) < 2:
        return
    first = draft.first_prose()
    head = [at for at in copies if at < first]
    for at, line in draft.left():
        if head and head[0] < at < head[-1] and line.headline_like:
            yield Finding(at, 0.75)


def subtitle(draft: Draft) -> Iterator[Finding]:
    """Find the second headline: right above the text, where the first was seen more than once."""
    first = draft.first_prose()
    copies = [at for at in _copies(draft) if at < first]
    if not copies or draft.metadata.subtitle:
        return
    lines = [at for at, line in draft.left() if copies[-1] < at < first]
    if len(lines) == 1 and draft.lines[lines[0]].headline_like and draft.lines[lines[0]].words > 3:
        text = draft.lines[lines[0]].plain
        yield Finding(lines[0], 0.9, (("subtitle", text),), quiet=True)


def _copies(draft: Draft) -> list[int]:
    return sorted(at for at, (rule, _) in draft.gone.items() if rule.name == "repeated-headline")
