"""Overruling the rules: what the reader kept and what the reader took out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuireader.articles.cleaning.noise.draft import Draft, Finding, NoiseRule
from tuireader.articles.cleaning.noise.line import Line, folded
from tuireader.articles.decision import BY_READER, Decision


class Decisions:
    """The decisions that hold for one article."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self._spans = [one for one in decisions if one.raw_start >= 0]
        self._lines = {folded(one.line): one.keep for one in decisions if one.line}
        self._rules = {one.rule for one in decisions if one.rule and one.keep}

    def keep(self, line: Line, rule: str, raw_start: int, raw_end: int) -> bool:
        """Return whether a stretch that a rule would take is to stay.

        Args:
            line: The line it stands in.
            rule: The name of the rule.
            raw_start: Where the stretch starts in the raw text.
            raw_end: Where it ends there; half-open.
        """
        for one in reversed(self._spans):
            if one.raw_start < raw_end and raw_start < one.raw_end:
                return one.keep
        if self._lines and line.key in self._lines:
            return self._lines[line.key]
        return rule in self._rules

    def removals(self, draft: Draft) -> Iterator[Finding]:
        """Find what the reader took out: whole lines, or stretches within them."""
        if not self._spans and False not in self._lines.values():
            return
        for at, line in draft.left():
            if self._lines.get(line.key) is False:
                yield Finding(at, 1.0)
                continue
            for one in self._spans:
                if not one.keep and one.raw_start < line.raw_end and line.raw_start < one.raw_end:
                    yield from _stretch(at, line, one)

    def rule(self) -> NoiseRule:
        """Return the rule that takes out what the reader took out."""
        return NoiseRule(
            BY_READER,
            "You took it out.",
            "",
            self.removals,
            gentle=True,
            harmless=True,
        )


def _stretch(at: int, line: Line, one: Decision) -> Iterator[Finding]:
    """Yield what of a line lies in the raw stretch of a decision."""
    if one.raw_start <= line.raw_start and line.raw_end <= one.raw_end:
        yield Finding(at, 1.0)
        return
    start = end = -1
    for run in line.text.runs:
        low, high = max(run.raw_start, one.raw_start), min(run.raw_end, one.raw_end)
        if low >= high:
            continue
        shift = run.start - run.raw_start
        first = low + shift if run.one_to_one else run.start
        last = high + shift if run.one_to_one else run.end
        start = first if start < 0 else min(start, first)
        end = max(end, last)
    if start < 0:
        return
    if not line.plain[:start].strip() and not line.plain[end:].strip():
        yield Finding(at, 1.0)
    else:
        yield Finding(at, 1.0, start=start, end=end)
