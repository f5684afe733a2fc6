"""The signs that the shell draws with, in two sets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Symbols:
    """Signs of one cell each.

    Attributes:
        unread: Before an article that was not read.
        bookmark: Before one that is bookmarked.
        problem: Before a file that is no article.
        cursor: Beside the cursor while the list has the focus.
        resting: Beside the cursor while it has not.
        opened: Beside the article in the reading pane.
        selected: Before an article that is selected.
        line: What the divider is drawn with.
        between: Between parts of a line.
        cut: Where something was cut off.
        version: Before a further version of the article above.
    """

    unread: str
    bookmark: str
    problem: str
    cursor: str
    resting: str
    opened: str
    selected: str
    line: str
    between: str
    cut: str
    version: str


UNICODE = Symbols("●", "★", "!", "▌", "▏", "▸", "✓", "│", " · ", "…", "└")
ASCII = Symbols("*", "+", "!", ">", "-", "o", "x", "|", ", ", "~", "`")


def symbols_named(name: str) -> Symbols:
    """Return the set for a value of the setting ``looks.symbols``."""
    return ASCII if name == "ascii" else UNICODE
