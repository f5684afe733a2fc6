"""What the reader decided about a stretch of text: to keep it, or to take it out."""

from __future__ import annotations

from dataclasses import dataclass

BY_READER = "by-reader"
"""The rule that takes out what the reader took out."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice of the reader that overrules the rules of cleaning.

    It holds for a raw stretch of one article, or, where `line` or `rule` is given, for every
    article it is handed to: those of the same source.

    Attributes:
        keep: True to keep the text whatever a rule says, False to take it out.
        raw_start: Where the stretch starts in `Article.raw`, in code points; -1 for none.
        raw_end: Where it ends there; half-open.
        line: A line by its words, wherever it stands; letter case and punctuation do not matter.
        rule: A rule by its name; only to keep what it would take.
    """

    keep: bool
    raw_start: int = -1
    raw_end: int = -1
    line: str = ""
    rule: str = ""
