"""Observations that speak for or against a quote being somebody's words.

Each has a weight in favour of speech, set by hand: about the logarithm of the odds it carries.
"""

from __future__ import annotations

from typing import NamedTuple


class Evidence(NamedTuple):
    """One observation.

    Attributes:
        name: Its name.
        weight: How much it speaks for speech; below 0, how much against.
        reason: The observation in words.
        title: Whether it speaks for a title or a name.
    """

    name: str
    weight: float
    reason: str
    title: bool = False
