"""What a system finds, as the benchmark reads it."""

from __future__ import annotations

from collections.abc import Callable

Found = tuple[int, int, str | None, int | None, int | None]
"""Start and end of a quote, its speaker, and where the words that name the speaker stand."""

Finder = Callable[[str], list[Found]]
"""Finds the quotes of a text."""

MARKS = "\"“”„«»‘’'"


def is_marked(text: str, start: int, end: int) -> bool:
    """Whether a span has a quotation mark at its edge or in it; reported speech has none."""
    return (
        any(mark in text[max(0, start - 1) : end + 1] for mark in MARKS[:6])
        or "''" in (text[max(0, start - 2) : end + 2])
    )
