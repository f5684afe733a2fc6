"""Where on a line of the pane the column stands, and where the names of speakers do."""

from __future__ import annotations

from typing import NamedTuple

DEFAULT_WIDTH = 72
"""The widest the column of text is until the reader chooses otherwise, in cells."""
NARROWEST, WIDEST = 20, 200
COMFORTABLE = 60
"""The column gives way to a margin for names down to this width, in cells."""
MARGIN, WIDEST_MARGIN = 16, 24
"""The least and the most room for names in the margin, in cells."""
GUTTER = 2
"""The bar beside a quote and the space after it, in cells."""


class Geometry(NamedTuple):
    """The columns of the pane, in cells.

    Attributes:
        width: The whole line.
        column: The text.
        margin: The names beside the text; 0 where they stand above it instead.
        left: Where the text starts; the gutter and before it the margin end there.
    """

    width: int
    column: int
    margin: int
    left: int


def geometry(width: int, desired: int = DEFAULT_WIDTH) -> Geometry:
    """Return the columns for a pane.

    Args:
        width: The width of the pane, in cells.
        desired: The widest the text may be, in cells.
    """
    room = max(1, width - GUTTER - 1)
    beside = MARGIN + 2
    if room - beside >= min(desired, COMFORTABLE) > 0 and desired >= NARROWEST:
        column = min(desired, room - beside)
        left = min(max((width - column) // 2, beside + GUTTER), width - column)
        return Geometry(width, column, min(left - GUTTER - 2, WIDEST_MARGIN), left)
    column = min(desired, room)
    left = max(GUTTER, (width - column) // 2)
    return Geometry(width, column, 0, min(left, max(0, width - column)))
