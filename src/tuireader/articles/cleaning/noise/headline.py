"""The headline, its copies, and what stands stacked among them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from tuireader.articles.article import BlockKind
from tuireader.articles.cleaning.noise.draft import Draft, Finding
from tuireader.articles.cleaning.noise.line import Line, folded

_NEAR = 0.92
_HEAD = 12
"""How many lines before the first running text may belong to the head of an article."""


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
    body = any(other.words > line.words and other.ends for _, other in draft.left())
    return at if line.headline_like and body else -1


def repeated(draft: Draft) -> Iterator[Finding]:
    """Find copies of the headline; where there are any, the first is shown above the text.

    A headline that was taken from the text and stands there only once stays.
    """
    key = folded(draft.metadata.title)
    if len(key) < 8:
        return
    copies = [at for at, line in draft.left() if same_headline(line, key)]
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
    head = [at for at in copies if at < draft.first_prose()]
    for at, line in draft.left():
        if head and head[0] < at < head[-1] and line.headline_like:
            yield Finding(at, 0.75)


def subtitle(draft: Draft) -> Iterator[Finding]:
    """Find the second headline: right above the text, where the first was seen more than once."""
    copies = [at for at in _copies(draft) if at < draft.first_prose()]
    if not copies or draft.metadata.subtitle:
        return
    lines = [at for at, line in draft.left() if copies[-1] < at < draft.first_prose()]
    if len(lines) == 1 and draft.lines[lines[0]].headline_like and draft.lines[lines[0]].words > 3:
        text = draft.lines[lines[0]].plain
        yield Finding(lines[0], 0.9, (("subtitle", text),), quiet=True)


def _copies(draft: Draft) -> list[int]:
    return sorted(at for at, (rule, _) in draft.gone.items() if rule.name == "repeated-headline")
