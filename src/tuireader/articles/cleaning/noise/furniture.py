"""Lines that belong to the page and not to the article, known by their phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tuireader.articles.cleaning.noise.draft import Draft, Finding
from tuireader.articles.cleaning.noise.phrases import normal, phrases

_LONGEST = 30


def known_phrases(kind: str) -> Callable[[Draft], Iterator[Finding]]:
    """Return a finder of lines that are, or begin with, a phrase of a kind."""

    def find(draft: Draft) -> Iterator[Finding]:
        known = phrases()
        for at, line in draft.left():
            if line.words > _LONGEST:
                continue
            if known.is_whole(kind, normal(line.plain)):
                yield Finding(at, 0.95)
            elif known.starts(kind, line.plain):
                yield Finding(at, 0.85)

    return find
