"""The day that stands between a subject and its verb: "Ann Lee late on Monday night said"."""

from __future__ import annotations

from tuireader.annotation.attribution.cues import Cues
from tuireader.annotation.attribution.words import Words

_ON = "on"
_DAY = "day"
_WHICH = frozenset({"last", "this", "next"})
_WHEN = frozenset({"early", "late"})
_REACH = 3


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
    if first < 1:
        return 0
    before = words.lower[first - 1]
    if before in _WHICH or before == _ON:
        first -= 1
    elif words.lower[first][-3:] != _DAY or not _may_be_subject(words, cues, first - 1):
        return 0
    if first and words.lower[first - 1] in _WHEN:
        first -= 1
    return at - first + 1


def _may_be_subject(words: Words, cues: Cues, at: int) -> bool:
    """Whether a subject may end at a token: "the mayor Monday said", no "released Monday"."""
    lower = words.lower[at]
    if not words.is_word(at) or lower in cues.prepositions or lower in cues.determiners:
        return False
    return words.is_name(at) or not lower.endswith(("ed", "ing"))


def past_day(words: Words, cues: Cues, at: int) -> int:
    """Return the token after a day that stands at a token: "said on Monday Ann Lee".

    Args:
        words: The words of the article.
        cues: The lists of its language.
        at: The first token that may belong to the day.
    """
    for ahead in range(at, min(at + _REACH, len(words))):
        lower = words.lower[ahead]
        if _is_named(words, cues, ahead):
            return _past_part(words, cues, ahead + 1)
        small = lower in cues.prepositions or lower in cues.determiners
        if not small and lower not in _WHICH and lower not in _WHEN:
            break
    return at


def opens_day(words: Words, cues: Cues, at: int) -> bool:
    """Whether a day begins at a token: "Monday", "last Wednesday", "last week"."""
    lower = words.lower[at]
    if lower in cues.weekdays:
        return True
    following = words.lower[at + 1] if at + 1 < len(words) else ""
    dated = lower in _WHICH and (following in cues.weekdays or following in cues.times)
    return dated and not words.possessive(at + 1)


def _past_part(words: Words, cues: Cues, at: int) -> int:
    """Return the token after "3" of "May 3" or "night" of "Monday night"."""
    if at < len(words) and (words.lower[at].isdigit() or words.lower[at] in cues.times):
        return at + 1
    return at


def _first_of_day(words: Words, cues: Cues, last: int) -> int:
    """Return where "Monday", "May 3" or "3 May" begins that ends at a token; 0 for none."""
    if last > 0 and words.lower[last].isdigit():
        return last - 1 if _is_named(words, cues, last - 1) else 0
    if last > 1 and words.lower[last - 1].isdigit():
        return last - 1 if _is_named(words, cues, last) else 0
    return last if words.lower[last] in cues.weekdays else 0


def _is_named(words: Words, cues: Cues, at: int) -> bool:
    return words.lower[at] in cues.weekdays or words.tokens[at].text == "May"
