"""Paragraphs out of plain text: lines that were broken for width are joined, blobs are split.

A text is taken as broken for width only where its lines show it: most of them end without ending
a sentence, and none is longer than a screen line.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tuireader.articles.cleaning.tracked import Edit, Replacement

_WIDEST = 110
_NARROWEST = 30
_FEWEST = 4
_MARKED = 0.7
"""From which share of their ends on the paragraphs of a text are told by blank lines."""
_MARKED_ROOM = 0.2
"""How much of the width the last word of a sentence may then leave free on its line."""
_ENDS = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
_LIST = re.compile(r"(?:[•·▪◦‣●○■□➤►*–—-]|\d{1,2}[.)])\s")
_BROKEN_WORD = re.compile(
    r"(?<!\w)(?P<first>\w+)[-\u00ad\u2010](?P<gap>[ \t]*(?:\r\n?|\n)[ \t>]*)(?=\w)"
)
_WORDS = re.compile(r"\w+(?:-\w+)*")
_SENTENCE = re.compile(r"[.!?…][\"”’»)]*\s+(?=[\"“«(]?[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ])")
_ABBREVIATION = re.compile(
    r"(?:\b\w|\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Gen|Sen|Rep|Gov|Rev|Lt|Col|vs|Inc))\.$"
)
_BLOB = 1_200
_PARAGRAPH = 350


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line stands in the raw text, without white space at its ends.

    Attributes:
        start: Its first code point.
        end: The position after the last.
        gap: How many blank lines stand before it.
        indent: How many white-space characters stand before it on its line.
    """

    start: int
    end: int
    gap: int
    indent: int = 0

    @property
    def length(self) -> int:
        """How many code points it has."""
        return self.end - self.start


def joined(spots: Sequence[Spot], raw: str) -> list[Spot]:
    """Return the paragraphs of a text whose lines may have been broken for width.

    Args:
        spots: Its lines, in order.
        raw: The text.
    """
    width = _width(spots, raw)
    if not width:
        return list(spots)
    ended_room = _MARKED_ROOM * width if _ends_in_blank_lines(spots, raw, width) else 2
    result: list[Spot] = []
    last: Spot | None = None
    for spot in spots:
        if last is not None and result and _continues(last, spot, raw, width, ended_room):
            before = result[-1]
            result[-1] = Spot(before.start, spot.end, before.gap, before.indent)
        else:
            result.append(spot)
        last = spot
    return result


def _width(spots: Sequence[Spot], raw: str) -> int:
    """Return the width a text was broken at, in code points; 0 where it was not."""
    broken = [
        line
        for line, following in itertools.pairwise(spots)
        if not following.gap and line.length >= _NARROWEST
    ]
    if len(broken) < _FEWEST:
        return 0
    lengths = sorted(spot.length + spot.indent for spot in spots)
    width = lengths[-1]
    if width > _WIDEST:
        # A few long lines (addresses, tables) do not count.
        width = lengths[int(len(lengths) * 0.97)]
        if width > _WIDEST:
            return 0
    open_ended = sum(not _is_ended(line, raw) for line in broken)
    full = sum(line.length + line.indent >= width * 0.7 for line in broken)
    if open_ended < 0.5 * len(broken) or full < 0.6 * len(broken):
        return 0
    lower = sum(
        raw[following.start].islower()
        for line, following in itertools.pairwise(spots)
        if not following.gap and line.length >= _NARROWEST
    )
    return width if lower >= 0.3 * len(broken) else 0


def _ends_in_blank_lines(spots: Sequence[Spot], raw: str, width: int) -> bool:
    """Return whether the text marks the end of its paragraphs with blank lines."""
    ends = [
        following.gap > 0
        for line, following in itertools.pairwise(spots)
        if line.length >= _NARROWEST
        and _room(line, following, raw, width) > 2
        and _is_ended(line, raw)
    ]
    return sum(ends) >= max(_FEWEST - 1, _MARKED * len(ends))


def _is_ended(line: Spot, raw: str) -> bool:
    return _ENDS.search(raw[max(line.start, line.end - 6) : line.end]) is not None


def _room(line: Spot, following: Spot, raw: str, width: int) -> int:
    """Return how much of the width was left after the first word of the next line."""
    space = raw.find(" ", following.start, following.end)
    first_word = (space if space >= 0 else following.end) - following.start
    return width - line.length - line.indent - first_word


def _continues(line: Spot, following: Spot, raw: str, width: int, ended_room: float) -> bool:
    """Return whether a line goes on in the next one.

    Args:
        line: The line.
        following: The next one.
        raw: The text.
        width: The width that the text was broken at, in code points.
        ended_room: How much room a line that ends a sentence may have left for the next word.
    """
    if following.gap or following.indent > line.indent + 1 or line.length > _WIDEST * 2:
        return False
    if _LIST.match(raw[following.start : following.start + 5]):
        return False
    # A line that had room for the next word was ended on purpose.
    return _room(line, following, raw, width) <= (
        ended_room if _is_ended(line, raw) else width // 3
    )


def hyphenation(text: str, known: Counter[str], prefixes: Collection[str]) -> Iterator[Edit]:
    """Yield the edits that join words broken over two lines.

    The hyphen goes where the joined word stands elsewhere in the text, or at least its parts do
    not stand there with a hyphen and the first is no usual part of compounds.

    Args:
        text: A paragraph, its line breaks still in it.
        known: The words of the whole text, folded, counted.
        prefixes: Words that are the first part of compounds.
    """
    for match in _BROKEN_WORD.finditer(text):
        second = _WORDS.match(text, match.end())
        if second is None:
            continue
        first, rest = match["first"].casefold(), second[0].casefold()
        keeps = (
            not text[match.end()].islower()
            or first.isdigit()
            or known[f"{first}-{rest}"] > known[first + rest]
            or (not known[first + rest] and first in prefixes)
        )
        start = match.start("gap") - (0 if keeps else 1)
        yield Replacement(start, match.end(), "")


def words_of(raw: str) -> Counter[str]:
    """Return the words of a text, folded, counted; those broken over lines are left out."""
    return Counter(word.casefold() for word in _WORDS.findall(raw))


def paragraphs_of(text: str) -> list[int]:
    """Return where a text that is one blob should start new paragraphs, in code points.

    A new one starts at the sentence after some 350 code points, never within a quotation.

    Args:
        text: The text, repaired.
    """
    if len(text) < _BLOB:
        return []
    starts: list[int] = []
    last, depth, seen = 0, 0, 0
    straight = 0
    for match in _SENTENCE.finditer(text):
        stretch = text[seen : match.end()]
        depth += stretch.count("“") - stretch.count("”") + stretch.count("«") - stretch.count("»")
        straight += stretch.count('"')
        seen = match.end()
        if match.end() - last < _PARAGRAPH or depth > 0 or straight % 2:
            if match.end() - last > 4 * _PARAGRAPH:
                depth = straight = 0  # A mark is missing: do not wait for it to the end.
            continue
        if _ABBREVIATION.search(text[max(0, match.start() - 6) : match.start() + 1]):
            continue
        starts.append(match.end())
        last = match.end()
    return starts
