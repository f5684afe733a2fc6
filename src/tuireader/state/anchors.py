"""Places in a text that are found again after the text was cleaned anew, or edited.

An anchor keeps the words themselves, some words around them, and where they stood: a
TextQuoteSelector and a TextPositionSelector of the W3C Web Annotation Data Model (2017). The
words decide; position only chooses between equals. What cleaning changes (marks, spaces,
letter case, whole lines taken out) does not hide a place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from tuireader.annotation.annotation import Span

CONTEXT = 40
"""How much is kept of what stands before and after, in code points."""
_SURE_LENGTH = 12
"""From this length on, words alone show the place, whatever stands around them."""
_SURE_CONTEXT = 4
"""How many code points around a short passage must be as they were, where it stands repeatedly."""
_ALIKE = 0.6
"""The share of the words that must be found again in an edited passage."""


@dataclass(frozen=True, slots=True)
class TextAnchor:
    """A place in a text.

    Attributes:
        exact: The words there.
        prefix: What stood right before them.
        suffix: What stood right after them.
        start: Where they started, in code points.
        end: Where they ended; half-open.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


def anchor(text: str, start: int, end: int) -> TextAnchor:
    """Return the anchor of a stretch of a text.

    Args:
        text: The text.
        start: The first position, in code points.
        end: The position after the last; half-open.
    """
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return TextAnchor(text[start:end], before, after, start, end)


def locate(place: TextAnchor, text: str) -> Span | None:
    """Return where an anchored place is in a text, or None where it is no longer there."""
    if _stands_in_context(place, text):
        return Span(place.start, place.end)
    if found := _best(place, text):
        return found
    letters = _Letters(text)
    bare = TextAnchor(
        _Letters(place.exact).text,
        _Letters(place.prefix).text,
        _Letters(place.suffix).text,
        letters.position(place.start),
    )
    if found := _best(bare, letters.text):
        return _with_marks(place.exact, letters.span(found), text)
    if edited := _edited(place.exact, text):
        return _with_marks(place.exact, edited, text)
    return None


def _stands_in_context(place: TextAnchor, text: str) -> bool:
    before, after = place.prefix[-_SURE_LENGTH:], place.suffix[:_SURE_LENGTH]
    around = text[max(0, place.start - len(before)) : place.end + len(after)]
    return bool(place.exact) and around == before + place.exact + after


def _best(place: TextAnchor, text: str) -> Span | None:
    """Return the occurrence whose surroundings are most alike, then the one least moved."""
    best: tuple[int, int, int] | None = None
    occurrences = 0
    for start in _occurrences(place.exact, text):
        occurrences += 1
        alike = _alike_around(place, text, start)
        score = (alike, -abs(start - place.start), start)
        best = score if best is None else max(best, score)
    if best is None:
        return None
    alike, _, start = best
    if occurrences > 1 and alike < _SURE_CONTEXT and len(place.exact) < _SURE_LENGTH:
        return None
    return Span(start, start + len(place.exact))


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _alike_around(place: TextAnchor, text: str, start: int) -> int:
    """Return how many code points around an occurrence are as they were."""
    before = text[max(0, start - len(place.prefix)) : start]
    after = text[start + len(place.exact) :][: len(place.suffix)]
    return _common(before[::-1], place.prefix[::-1]) + _common(after, place.suffix)


def _common(first: str, second: str) -> int:
    number = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        number += 1
    return number


class _Letters:
    """The letters and digits of a text, in lower case, each with the position it came from."""

    def __init__(self, text: str) -> None:
        pairs = [
            (letter, at)
            for at, character in enumerate(text)
            if character.isalnum()
            for letter in character.casefold()
        ]
        self.text = "".join(letter for letter, _ in pairs)
        self._positions = [at for _, at in pairs]

    def position(self, start: int) -> int:
        """Return how many letters stand before a position of the text."""
        return sum(at < start for at in self._positions)

    def span(self, letters: Span) -> Span:
        """Return the stretch of the text that some letters stand for."""
        return Span(self._positions[letters.start], self._positions[letters.end - 1] + 1)


def _with_marks(words: str, span: Span, text: str) -> Span:
    """Return a span with the marks right around it, as many at most as the words had."""
    start, end = span.start, span.end
    for _ in range(_marks(words)):
        if start and _is_mark(text[start - 1]):
            start -= 1
    for _ in range(_marks(words[::-1])):
        if end < len(text) and _is_mark(text[end]):
            end += 1
    return Span(start, end)


def _marks(words: str) -> int:
    """Return how many marks the words begin with."""
    return next((at for at, letter in enumerate(words) if not _is_mark(letter)), len(words))


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not character.isspace()


def _edited(words: str, text: str) -> Span | None:
    """Return the stretch where most of the words still follow each other."""
    wanted = [word for word, _, _ in _words(words)]
    there = list(_words(text))
    if len(wanted) < 3:
        return None
    matcher = SequenceMatcher(None, wanted, [word for word, _, _ in there], autojunk=False)
    longest = matcher.find_longest_match()
    if not longest.size:
        return None
    reach = 2 * len(wanted)
    low, high = max(0, longest.b - reach), longest.b + longest.size + reach
    matcher.set_seq2([word for word, _, _ in there[low:high]])
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    found = sum(block.size for block in blocks)
    if found < _ALIKE * len(wanted):
        return None
    last = blocks[-1]
    return Span(there[low + blocks[0].b][1], there[low + last.b + last.size - 1][2])


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text in lower case, with their starts and ends."""
    start = -1
    for at, character in enumerate(f"{text} "):
        if character.isalnum():
            start = at if start < 0 else start
        elif start >= 0:
            yield text[start:at].casefold(), start, at
            start = -1
