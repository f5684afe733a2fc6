"""Lines that say once more what stands elsewhere: pull-quotes, captions, doubled paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.articles.article import BlockKind
from tuireader.articles.cleaning.noise.draft import Draft, Finding
from tuireader.articles.cleaning.noise.line import Line, folded

_SHORTEST, _LONGEST = 6, 60
_DOUBLED = 12
_FEWEST_LETTERS = 24
_MOST_WORK = 500_000_000
"""Lines times letters to search: in larger texts repeated lines are left where they are."""


def pull_quotes(draft: Draft) -> Iterator[Finding]:
    """Find a line whose very words stand within a longer paragraph."""
    candidates = [(at, line) for at, line in draft.left() if _could_repeat(line)]
    paragraphs = "\n".join(line.key for _, line in draft.left() if line.prose)
    if len(candidates) * len(paragraphs) > _MOST_WORK:
        return
    for at, line in candidates:
        if at == draft.title_at or line.kind is BlockKind.HEADING:
            continue
        if _stands_within(_without_speaker(line), paragraphs, line.key):
            yield Finding(at, 0.85)


def _stands_within(key: str, paragraphs: str, own: str) -> bool:
    """Return whether a paragraph other than its own holds a folded text and is clearly longer."""
    at = paragraphs.find(key)
    while at >= 0:
        start = paragraphs.rfind("\n", 0, at) + 1
        end = paragraphs.find("\n", at)
        end = end if end >= 0 else len(paragraphs)
        if end - start > 1.3 * len(key) and paragraphs[start:end] != own:
            return True
        at = paragraphs.find(key, at + 1)
    return False


def _could_repeat(line: Line) -> bool:
    return _SHORTEST <= line.words <= _LONGEST and len(line.key) >= _FEWEST_LETTERS


def _without_speaker(line: Line) -> str:
    """Return the key of a quotation without the name behind a dash."""
    for dash in (" — ", " – ", " - "):
        words, found, name = line.plain.rpartition(dash)
        if found and len(name.split()) <= 5 and len(folded(words)) >= _FEWEST_LETTERS:
            return folded(words)
    return line.key


def doubled(draft: Draft) -> Iterator[Finding]:
    """Find a long line, or a caption among running text, that stood before word for word."""
    seen: set[str] = set()
    running = sum(line.prose for _, line in draft.left()) >= 3
    for at, line in draft.left():
        long = line.words >= _DOUBLED
        caption = running and 4 <= line.words < _DOUBLED and line.headline_like
        if not (long or caption) or len(line.key) < 16:
            continue
        if line.key in seen:
            yield Finding(at, 0.9)
        seen.add(line.key)
