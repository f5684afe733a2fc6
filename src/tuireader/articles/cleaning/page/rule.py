"""The rule for whole pages: is this one, and which of its lines are the article?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.articles.cleaning.noise.draft import Draft, Finding
from tuireader.articles.cleaning.noise.line import Line
from tuireader.articles.cleaning.noise.phrases import Phrases
from tuireader.articles.cleaning.noise.provenance import stated
from tuireader.articles.cleaning.page.chain import page_model
from tuireader.articles.cleaning.page.features import page_features

LIKELY = 0.45
"""From what probability on a line is part of the article."""
_FEWEST_LINES, _MOST_LINES = 12, 20_000
_LABEL_SHARE = 0.25
"""How many of a page's lines are labels, at least."""
_FEWEST_KINDS = 2
_LONG_PAGE = 40
_MOSTLY, _NEARLY_ALL = 0.5, 0.6
_ABOVE = 12
"""How many lines above the article may say who wrote it, and when."""
_KINDS = (
    "share", "subscription", "cookies", "legal", "advertisement", "player", "navigation",
    "comments", "related",
)  # fmt: skip


def article_lines(probabilities: Sequence[float]) -> list[bool]:
    """Return which lines are the article, given how likely each is; of no page none at all.

    Args:
        probabilities: One of each line, from 0 to 1.
    """
    limit = min(LIKELY, 0.6 * max(probabilities, default=0.0))
    return [probability > limit for probability in probabilities]


def page_furniture(draft: Draft) -> Iterator[Finding]:
    """Find the lines of a whole page that are not its article; nothing where it is no page."""
    if not is_page(draft):
        return
    lines = list(draft.left())
    probabilities = likelihoods([line for _, line in lines], draft.phrases)
    kept = article_lines(probabilities)
    first = kept.index(True)
    for place, ((at, line), probability, keep) in enumerate(
        zip(lines, probabilities, kept, strict=True)
    ):
        if not keep:
            above = first - _ABOVE <= place < first and line.words <= 20
            lifts = stated(line.plain, draft.phrases) if above else []
            yield Finding(at, round(1 - probability, 2), tuple(lifts))


def likelihoods(lines: Sequence[Line], known: Phrases) -> Sequence[float]:
    """Return how likely each of the lines of a page is part of its article, from 0 to 1."""
    features = page_features([line.plain for line in lines], [line.gap for line in lines], known)
    return page_model().article_probability(features)


def is_page(draft: Draft) -> bool:
    """Return whether a text is a whole web page: many labels, and several kinds of page parts."""
    lines = draft.lines
    if not _FEWEST_LINES <= len(lines) <= _MOST_LINES:
        return False
    labels = [line for line in lines if line.words <= 8 and not line.ends]
    if len(labels) < _LABEL_SHARE * len(lines):
        return False
    known = draft.phrases
    seen = set()
    for line in lines:
        if line.words > 12:
            continue
        text = line.label
        seen |= {kind for kind in _KINDS if known.is_whole(kind, text)}
        seen |= {kind for kind in ("legal", "cookies", "share") if known.starts(kind, line.plain)}
        if len(seen) >= _FEWEST_KINDS:
            return True
    return _is_mostly_labels(draft, len(labels), known_parts=len(seen))


def _is_mostly_labels(draft: Draft, labels: int, *, known_parts: int) -> bool:
    """Return whether a text is a page even if few of its parts are known by their words.

    Verse and lists are mostly short lines too, but have no running text among them.
    """
    share = _MOSTLY if known_parts else _NEARLY_ALL
    running = sum(line.prose for line in draft.lines)
    return len(draft.lines) >= _LONG_PAGE and labels >= share * len(draft.lines) and running >= 3
