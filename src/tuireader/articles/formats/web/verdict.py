"""Why a block of a page is no part of its article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """A reason for which blocks are left out.

    Attributes:
        rule: A stable identifier.
        reason: The reason as a sentence for the reader.
        confidence: How sure it is, from 0 to 1.
    """

    rule: str
    reason: str
    confidence: float


OUTSIDE = Verdict("outside-article", "It stands outside the article on the page.", 0.9)
FURNITURE = Verdict(
    "page-furniture", "The page marks it as a caption, related link, share bar or the like.", 0.85
)
REPEATED = Verdict("repeated-text", "The article says the same words elsewhere.", 0.9)
HEAD = Verdict("page-head", "It is the headline, date or byline above the text.", 0.85)
CALL = Verdict(
    "page-call", "It points to other articles, or calls to subscribe, follow or share.", 0.8
)
