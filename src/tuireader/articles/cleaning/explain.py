"""What cleaning did to an article, for people: row by row, and as a unified diff."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tuireader.articles.article import Article, BlockKind
from tuireader.articles.cleaning.lines import line_spans
from tuireader.articles.cleaning.safety import neutralize, sanitize_line

_CONTEXT = 3
_MARGIN = 20


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that cleaning did, or proposes.

    All texts are on one line and hold nothing that drives a terminal.

    Attributes:
        line: The number of the raw line it starts in, from 1.
        action: ``removed``, ``proposed`` or ``repaired``.
        rule: The name of the rule.
        confidence: How sure the rule is, from 0 to 1; 1 for repairs.
        before: The raw text it is about.
        after: What stands there now; empty where it was removed.
        reason: Why, as a sentence.
    """

    line: int
    action: str
    rule: str
    confidence: float
    before: str
    after: str
    reason: str


def changes(article: Article) -> list[Change]:
    """Return everything that cleaning did to an article, in the order of its raw text."""
    starts = [start for start, _ in line_spans(article.raw)]
    found = [
        (
            one.raw_start,
            Change(
                line=bisect_right(starts, one.raw_start),
                action="removed" if one.applied else "proposed",
                rule=one.rule,
                confidence=one.confidence,
                before=sanitize_line(one.text),
                after="" if one.applied else sanitize_line(one.text),
                reason=one.reason,
            ),
        )
        for one in article.removals
    ]
    found += [
        (
            one.raw_start,
            Change(
                line=bisect_right(starts, one.raw_start),
                action="repaired",
                rule=one.rule,
                confidence=1.0,
                before=_around(article.raw, one.raw_start, one.raw_end),
                after=_clean_around(article, one.raw_start, one.raw_end),
                reason=one.reason,
            ),
        )
        for one in article.repairs
    ]
    return [change for _, change in sorted(found, key=lambda pair: pair[0])]


def unified_diff(article: Article, *, name: str = "article") -> Iterator[str]:
    """Yield the lines of a unified diff from the raw text to the clean one.

    Lines without text are left out on both sides, since cleaning is free to set paragraphs apart.
    Made along the offsets, so that it is exact and takes time in proportion to the text.

    Args:
        article: The article.
        name: What the two sides are called.
    """
    steps = list(_steps(article))
    yield f"--- {neutralize(name)} (raw)"
    yield f"+++ {neutralize(name)} (clean)"
    for first, last in _hunks(steps):
        old = sum(step[0] != "+" for step in steps[:first]) + 1
        new = sum(step[0] != "-" for step in steps[:first]) + 1
        hunk = steps[first:last]
        old_count = sum(step[0] != "+" for step in hunk)
        new_count = sum(step[0] != "-" for step in hunk)
        yield f"@@ -{old},{old_count} +{new},{new_count} @@"
        for mark, text in hunk:
            yield mark + text


def _steps(article: Article) -> Iterator[tuple[str, str]]:
    """Yield each line of both sides with its mark: a space, ``-`` or ``+``."""
    raw_lines = [
        (start, neutralize(article.raw[start:end]))
        for start, end in line_spans(article.raw)
        if article.raw[start:end].strip()
    ]
    done = 0
    for block in article.blocks:
        start, end = article.offsets.span_to_raw(block.start, block.end)
        while done < len(raw_lines) and raw_lines[done][0] + len(raw_lines[done][1]) <= start:
            yield "-", raw_lines[done][1]
            done += 1
        first = done
        while done < len(raw_lines) and raw_lines[done][0] < end:
            done += 1
        before = [text for _, text in raw_lines[first:done]]
        preformatted = block.kind is BlockKind.PREFORMATTED
        after = block.text.split("\n") if preformatted else [block.text]
        after = [text for text in after if text.strip()]
        if [text.strip() for text in before] == [text.strip() for text in after]:
            yield from ((" ", text) for text in before)
        else:
            yield from (("-", text) for text in before)
            yield from (("+", text) for text in after)
    for _, text in raw_lines[done:]:
        yield "-", text


def _hunks(steps: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that hold changes, each with a little around it."""
    open_from = open_to = -1
    for at, (mark, _) in enumerate(steps):
        if mark == " ":
            continue
        if open_from >= 0 and at - _CONTEXT > open_to:
            yield open_from, open_to
            open_from = -1
        if open_from < 0:
            open_from = max(0, at - _CONTEXT)
        open_to = min(len(steps), at + 1 + _CONTEXT)
    if open_from >= 0:
        yield open_from, open_to


def _around(text: str, start: int, end: int) -> str:
    """Return a stretch with a little of its own line on both sides."""
    before = text[max(0, start - _MARGIN) : start].rpartition("\n")[2]
    behind = text[end : end + _MARGIN].partition("\n")[0]
    return sanitize_line(before + text[start:end] + behind)


def _clean_around(article: Article, raw_start: int, raw_end: int) -> str:
    start = article.offsets.from_raw(raw_start)
    end = max(start, article.offsets.from_raw(raw_end))
    return _around(article.text, start, end)
