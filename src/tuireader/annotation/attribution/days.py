"""The day that stands between a subject and its verb: "Ann Lee late on Monday night said"."""

from __future__ import annotations

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.words import Words

_ON = "on"
_WHICH = frozenset({"last", "this", "next"})
_WHEN = frozenset({"early", "late"})


def day_before(words: Words, cues: Cues, at: int) -> int:
    """Return how many tokens before a verb name a day; 0 where none do.

    Args:
        words: The words of the article.
        cues: The lists of its language.
        at: The last token that may belong to the day.
    """
    last = at
    if words.lower[at] in cues.times:
        if at and words.lower[at - 1] in _WHICH:
            return 2
        last -= 1
    first = _first_of_day(words, cues, last)
    if first < 1 or words.lower[first - 1] != _ON:
        return 0
    first -= 1
    if first and words.lower[first - 1] in _WHEN:
        first -= 1
    return at - first + 1


def _first_of_day(words: Words, cues: Cues, last: int) -> int:
    """Return where "Monday", "May 3" or "3 May" begins that ends at a token; 0 for none."""
    if last > 0 and words.lower[last].isdigit():
        return last - 1 if _is_named(words, cues, last - 1) else 0
    if last > 1 and words.lower[last - 1].isdigit():
        return last - 1 if _is_named(words, cues, last) else 0
    return last if words.lower[last] in cues.weekdays else 0


def _is_named(words: Words, cues: Cues, at: int) -> bool:
    return words.lower[at] in cues.weekdays or words.tokens[at].text == "May"
