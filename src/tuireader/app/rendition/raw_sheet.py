"""The raw text of an article, with what cleaning did to it left in place and marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tuireader.app.rendition.ink import Fate
from tuireader.app.rendition.intervals import Intervals
from tuireader.app.rendition.passages import Passage, Passages
from tuireader.app.rendition.sheet import Piece, Stain
from tuireader.app.rendition.stretches import stretches_of
from tuireader.articles.article import Article
from tuireader.articles.cleaning.safety import neutralize
from tuireader.articles.offsets import Run

_OTHER_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"


class RawSheet:
    """The raw text of an article, line by line as the file has it.

    Args:
        article: The article.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self.text = with_plain_breaks(article.raw)
        stretches = stretches_of(self.text, 0, len(self.text))
        self.passages = Passages(
            self.text, (Passage(start, end, gap=0) for start, end in stretches)
        )

        self._runs = sorted(article.offsets.runs, key=lambda run: run.raw_start)
        self._run_starts = [run.raw_start for run in self._runs]
        self._removals = Intervals(
            Stain(
                removal.raw_start,
                removal.raw_end,
                Fate.REMOVED if removal.applied else Fate.PROPOSED,
                removal.rule,
            )
            for removal in article.removals
        )

    def shown(self, start: int, end: int) -> str:
        """Return a stretch of the text with nothing in it that drives a terminal."""
        return neutralize(self.text[start:end]).replace("\t", " ")

    def _runs_in(self, start: int, end: int) -> list[Run]:
        first = max(0, bisect_right(self._run_starts, start) - 1)
        last = bisect_left(self._run_starts, end)
        return [run for run in self._runs[first:last] if run.raw_end > start]

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Return what of a stretch of raw text is in the clean text."""
        pieces: list[Piece] = []
        for run in self._runs_in(start, end):
            a, b = max(start, run.raw_start), min(end, run.raw_end)
            if run.one_to_one:
                shift = run.start - run.raw_start
                pieces.append(Piece(a, b, a + shift, b + shift))
            elif a < b:
                pieces.append(Piece(a, b, run.start, run.end))
        return pieces

    def stains(self, start: int, end: int) -> list[Stain]:
        """Return what was removed, and where words were set right, inside a stretch."""
        removals = self._removals.overlapping(start, end)
        return [*self._edits(start, end, removals), *removals]

    def _edits(self, start: int, end: int, removals: Sequence[Stain]) -> list[Stain]:
        edits: list[Stain] = []
        at = start
        for run in [*self._runs_in(start, end), Run(0, 0, end, end)]:
            edits += self._dropped(at, min(end, run.raw_start), removals)
            at = max(at, run.raw_end)
            if self._differs(run):
                edits.append(Stain(run.raw_start, run.raw_end, Fate.EDITED))
        return edits

    def _dropped(self, start: int, end: int, removals: Sequence[Stain]) -> list[Stain]:
        if start >= end or not self.text[start:end].strip():
            return []
        if any(stain.start <= start and end <= stain.end for stain in removals):
            return []
        words = any(character.isalnum() for character in self.text[start:end])
        return [Stain(start, end, Fate.LIFTED if words else Fate.EDITED)]

    def _differs(self, run: Run) -> bool:
        article = self._article
        raw = article.raw[run.raw_start : run.raw_end]
        return raw != article.text[run.start : run.end]

    def to_article(self, position: int) -> int:
        """Return the clean position of a raw one; of removed text, where it would have stood."""
        return self._article.offsets.from_raw(position)

    def from_article(self, position: int) -> int:
        """Return the raw position of a clean one."""
        return self._article.offsets.to_raw(position)


def with_plain_breaks(text: str) -> str:
    r"""Return a text of the same length, with every line break as ``\n``."""
    text = text.replace("\r\n", " \n")
    for line_break in _OTHER_BREAKS:
        text = text.replace(line_break, "\n")
    return text
