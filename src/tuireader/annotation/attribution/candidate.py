"""A possible speaker of a quote, and how it was found."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tuireader.annotation.attribution.phrase import Phrase


class Rule(StrEnum):
    """How a candidate was found."""

    VERB_AFTER = "verb after the quote"
    VERB_BEFORE = "verb before the quote"
    SOURCE = "source named"
    VIEW = "view named"
    NOUN = "noun of saying"
    DASH = "name after a dash"
    COLON = "colon"
    POSSESSIVE = "possessive before the quote"
    SAME_PARAGRAPH = "same paragraph"
    PARAGRAPH_BEFORE = "paragraph before"
    PARAGRAPH_AFTER = "paragraph after"
    SUBJECT = "subject of the sentence before"
    TRANSCRIPT = "label of a transcript"


class Candidate(NamedTuple):
    """A possible speaker.

    Attributes:
        phrase: The words that name the speaker.
        cue: The words that tie them to the quote.
        rule: How it was found.
        weight: How well it fits, from 0 to 1.
        gap: The number of words between the cue and the quote, where the cue comes first.
    """

    phrase: Phrase
    cue: str
    rule: Rule
    weight: float
    gap: int = 0
