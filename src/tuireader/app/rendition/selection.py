"""A stretch of text that the reader selects."""

from __future__ import annotations

from dataclasses import dataclass

from tuireader.annotation.annotation import Span


@dataclass(frozen=True)
class Selection:
    """A stretch of a sheet's text with the end that moves.

    Attributes:
        anchor: The character it was begun at.
        caret: The character that moves.
        column: The cell that the caret keeps to while it goes from line to line; None for its own.
    """

    anchor: Span
    caret: Span
    column: int | None = None

    @property
    def start(self) -> int:
        """The first position of the sheet's text in it."""
        return min(self.anchor.start, self.caret.start)

    @property
    def end(self) -> int:
        """The position after its last."""
        return max(self.anchor.end, self.caret.end)

    @property
    def backward(self) -> bool:
        """Whether the caret is before the anchor."""
        return self.caret.start < self.anchor.start
