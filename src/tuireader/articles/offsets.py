"""The exact map between clean text and the raw text it came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of clean text and the stretch of raw text it stands for.

    Attributes:
        start: Where it starts in the clean text, in code points.
        end: Where it ends there; half-open.
        raw_start: Where its source starts in the raw text.
        raw_end: Where that ends; half-open. Where both stretches are equally long they map one
            to one; otherwise every position of the one stands for the whole of the other. An
            empty raw stretch: the text was put in there.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int

    @property
    def one_to_one(self) -> bool:
        """Whether each clean code point has its own raw code point."""
        return self.end - self.start == self.raw_end - self.raw_start


@dataclass(frozen=True)
class OffsetMap:
    """A map between positions of the clean and of the raw text.

    Clean positions that no run covers (what joins blocks) stand for the raw position right after
    the run before them. The raw stretches of runs never overlap, but they may be out of order
    where cleaning moved a mark.

    Attributes:
        runs: In the order of the clean text, not overlapping.
        raw_length: The length of the raw text, in code points.
    """

    runs: tuple[Run, ...]
    raw_length: int

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """Return the map of a text that was not changed."""
        return cls((Run(0, length, 0, length),) if length else (), length)

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    @cached_property
    def _by_raw(self) -> list[Run]:
        with_source = [run for run in self.runs if run.raw_end > run.raw_start]
        return sorted(with_source, key=lambda run: run.raw_start)

    @cached_property
    def _raw_starts(self) -> list[int]:
        return [run.raw_start for run in self._by_raw]

    def to_raw(self, position: int) -> int:
        """Return the raw position of the code point at a clean position."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return self.runs[0].raw_start if self.runs else 0
        run = self.runs[at]
        if position >= run.end:
            return run.raw_end
        return run.raw_start + (position - run.start if run.one_to_one else 0)

    def span_to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest raw span that holds the source of a clean span.

        Args:
            start: The first clean position.
            end: The position after the last; half-open.
        """
        if end <= start:
            raw = self.to_raw(start)
            return raw, raw
        first = max(0, bisect_right(self._starts, start) - 1)
        low, high = self.raw_length + 1, -1
        for run in self.runs[first:]:
            if run.start >= end:
                break
            a, b = max(start, run.start), min(end, run.end)
            if a >= b:
                continue
            if run.one_to_one:
                raw_a, raw_b = run.raw_start + a - run.start, run.raw_start + b - run.start
            else:
                raw_a, raw_b = run.raw_start, run.raw_end
            low, high = min(low, raw_a), max(high, raw_b)
        if high < 0:
            raw = self.to_raw(start)
            return raw, raw
        return low, high

    def from_raw(self, position: int) -> int:
        """Return the clean position of a raw one; of removed text, where it would have stood."""
        at = bisect_right(self._raw_starts, position) - 1
        if at < 0:
            return 0
        run = self._by_raw[at]
        if position >= run.raw_end:
            return run.end
        return run.start + (position - run.raw_start if run.one_to_one else 0)

    def span_from_raw(self, raw_start: int, raw_end: int) -> tuple[int, int] | None:
        """Return the smallest clean span that holds what became of a raw span.

        Args:
            raw_start: The first raw position.
            raw_end: The position after the last; half-open.

        Returns:
            The span, half-open, or None where nothing of the raw span is left.
        """
        low, high = -1, -1
        first = max(0, bisect_right(self._raw_starts, raw_start) - 1)
        for run in self._by_raw[first:]:
            if run.raw_start >= raw_end:
                break
            a, b = max(raw_start, run.raw_start), min(raw_end, run.raw_end)
            if a >= b:
                continue
            if run.one_to_one:
                shift = run.start - run.raw_start
                start, end = a + shift, b + shift
            else:
                start, end = run.start, run.end
            low = start if low < 0 else min(low, start)
            high = max(high, end)
        return (low, high) if high > low else None
