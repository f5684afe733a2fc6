"""A text that knows, for every code point, where it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from tuireader.articles.offsets import Run


@dataclass(frozen=True, slots=True)
class Replacement:
    """Put other characters in the place of a stretch of text.

    Attributes:
        start: Where the stretch starts, in code points; with `end` equal to it, an insertion.
        end: Where it ends; half-open.
        text: What stands there afterwards; empty to delete.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Swap:
    """Let two neighbouring stretches of text trade places.

    Attributes:
        start: Where the first starts, in code points.
        middle: Where the second starts.
        end: Where that ends; half-open.
    """

    start: int
    middle: int
    end: int


Edit = Replacement | Swap


@dataclass(frozen=True, slots=True)
class TrackedText:
    """A text with its alignment to the raw text it was made from.

    Attributes:
        text: As it reads now.
        runs: Its alignment, in the order of `text` and covering it wholly. The raw stretches of
            two runs never overlap.
    """

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def of_raw(cls, raw: str, start: int, end: int) -> TrackedText:
        """Return the unchanged stretch of a raw text.

        Args:
            raw: The whole raw text.
            start: Where the stretch starts, in code points.
            end: Where it ends; half-open.
        """
        return cls(raw[start:end], (Run(0, end - start, start, end),) if end > start else ())

    def apply(self, edits: Iterable[Edit]) -> TrackedText:
        """Return the text with edits made, its alignment kept.

        Args:
            edits: In order, not overlapping, in code points of `text`.
        """
        work = _Rewriting(self)
        for edit in edits:
            work.copy(work.done, edit.start)
            if isinstance(edit, Swap):
                work.copy(edit.middle, edit.end)
                work.copy(edit.start, edit.middle)
            else:
                work.replace(edit)
            work.done = edit.end
        if not work.done and not work.runs:
            return self
        work.copy(work.done, len(self.text))
        return TrackedText("".join(work.parts), tuple(work.runs))

    def part(self, start: int, end: int) -> TrackedText:
        """Return a stretch of the text, aligned as it is here."""
        if start <= 0 and end >= len(self.text):
            return self
        work = _Rewriting(self)
        work.copy(start, end)
        return TrackedText("".join(work.parts), tuple(work.runs))

    def stripped(self) -> TrackedText:
        """Return the text without white space at its ends."""
        body = self.text.strip()
        start = len(self.text) - len(self.text.lstrip()) if body else 0
        return self.part(start, start + len(body))

    def __add__(self, other: TrackedText) -> TrackedText:
        """Return this text and another one behind it."""
        work = _Rewriting(self)
        work.copy(0, len(self.text))
        work.source = other
        work.copy(0, len(other.text))
        return TrackedText("".join(work.parts), tuple(work.runs))


class _Rewriting:
    """A tracked text in the making, copied piece by piece from another."""

    def __init__(self, source: TrackedText) -> None:
        self.source = source
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.length = 0
        self.done = 0

    def copy(self, start: int, end: int) -> None:
        """Take over a stretch of the source."""
        if end <= start:
            return
        self.parts.append(self.source.text[start:end])
        for run in _slice(self.source.runs, start, end):
            self._append(run.end - run.start, run.raw_start, run.raw_end)

    def replace(self, edit: Replacement) -> None:
        """Put in the new text of an edit, standing for what it replaces."""
        if not edit.text:
            return
        self.parts.append(edit.text)
        raw_start, raw_end = self._raw_span(edit.start, edit.end)
        self._append(len(edit.text), raw_start, raw_end)

    def _raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw stretch behind one of the source, as far as it hangs together."""
        if start == end:
            if self.runs:
                return self.runs[-1].raw_end, self.runs[-1].raw_end
            first = self.source.runs[0].raw_start if self.source.runs else 0
            return first, first
        pieces = _slice(self.source.runs, start, end)
        raw_start, raw_end = pieces[0].raw_start, pieces[0].raw_end
        for piece in pieces[1:]:
            if piece.raw_start != raw_end:
                break
            raw_end = piece.raw_end
        return raw_start, raw_end

    def _append(self, length: int, raw_start: int, raw_end: int) -> None:
        if self.runs:
            last = self.runs[-1]
            if last.one_to_one and length == raw_end - raw_start and last.raw_end == raw_start:
                self.runs[-1] = Run(last.start, last.end + length, last.raw_start, raw_end)
                self.length += length
                return
        self.runs.append(Run(self.length, self.length + length, raw_start, raw_end))
        self.length += length


def _slice(runs: tuple[Run, ...], start: int, end: int) -> list[Run]:
    """Return the parts of runs that lie in a stretch of their text.

    Of a run that does not map one to one, the first part stands for all of its source and any
    later part for nothing.
    """
    result = []
    first = max(0, bisect_right(runs, start, key=lambda run: run.start) - 1)
    for at in range(first, len(runs)):
        run = runs[at]
        if run.start >= end:
            break
        a, b = max(start, run.start), min(end, run.end)
        if a >= b:
            continue
        if run.one_to_one:
            shift = run.raw_start - run.start
            result.append(Run(a, b, a + shift, b + shift))
        elif a == run.start:
            result.append(Run(a, b, run.raw_start, run.raw_end))
        else:
            result.append(Run(a, b, run.raw_end, run.raw_end))
    return result
