"""From the lines of printed pages to paragraphs: running heads go, broken lines are joined."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from tuireader.articles.article import BlockKind

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_NUMBER = re.compile(r"\d+")
_EDGE_LINES = 2
_BULLET = re.compile(r"^(?:[•‣◦▪·–*-]|\(?\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a printed page.

    Attributes:
        text: Its words; a soft hyphen at the end marks a word that goes on in the next line.
        left: Where it starts, in points from the left edge; 0 where that is not known.
        right: Where it ends.
        top: Where its top is, in points from the top edge.
        height: How high its letters' boxes are; 0 where that is not known.
    """

    text: str
    left: float = 0
    right: float = 0
    top: float = 0
    height: float = 0


def paragraphs(pages: list[list[Line]]) -> Iterator[tuple[BlockKind, str, int]]:
    """Yield the paragraphs of a document as kind, text and level.

    Args:
        pages: The lines of each page in reading order.
    """
    pages = _without_running_lines(pages)
    lines = [line for page in pages for line in page]
    if not lines:
        return
    size = median(line.height for line in lines)
    width = _usual_width(lines)
    gap = _usual_gap(pages)
    waiting: list[Line] = []
    for line in lines:
        if waiting and _begins_paragraph(waiting, line, size, width, gap):
            yield _paragraph(waiting, size)
            waiting = []
        waiting.append(line)
    yield _paragraph(waiting, size)


def _without_running_lines(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the pages without the head and foot lines that repeat, and without page numbers."""
    edges = Counter(
        key
        for page in pages
        for key in {_key(line) for line in (*page[:_EDGE_LINES], *page[-_EDGE_LINES:])}
    )
    often = max(3, len(pages) // 3)

    def runs(line: Line, at: int, count: int) -> bool:
        if _EDGE_LINES <= at < count - _EDGE_LINES:
            return False
        key = _key(line)
        return edges[key] >= often or (len(pages) > 1 and key in {"#", "- # -", "– # –", "page #"})

    return [
        [line for at, line in enumerate(page) if not runs(line, at, len(page))] for page in pages
    ]


def _key(line: Line) -> str:
    return _NUMBER.sub("#", line.text.casefold()).strip()


def _usual_width(lines: list[Line]) -> float:
    widths = sorted(line.right - line.left for line in lines)
    return widths[int(len(widths) * 0.8)]


def _usual_gap(pages: list[list[Line]]) -> float:
    gaps = [
        after.top - before.top
        for page in pages
        for before, after in itertools.pairwise(page)
        if after.top > before.top
    ]
    return median(gaps) if gaps else 0


def _begins_paragraph(
    waiting: list[Line], line: Line, size: float, width: float, gap: float
) -> bool:
    before = waiting[-1]
    if _BULLET.match(line.text) and (
        _SENTENCE_END.search(before.text) or _BULLET.match(waiting[0].text)
    ):
        return True
    if size and abs(line.height - before.height) > 0.15 * size and before.height and line.height:
        return True
    hyphenated = before.text.endswith(("\u00ad", "-"))
    if hyphenated:
        return False
    step = line.top - before.top
    if gap and step > 1.35 * gap:
        return True
    ended = _SENTENCE_END.search(before.text) is not None
    if step < 0 and not ended:
        return False
    first = waiting[1] if len(waiting) > 1 else before
    indented = size and line.left - first.left > 0.6 * size and line.left - before.left > 0.6 * size
    if indented and ended:
        return True
    return bool(width) and ended and before.right - before.left < 0.8 * width


def _paragraph(lines: list[Line], size: float) -> tuple[BlockKind, str, int]:
    text = ""
    for line in lines:
        if text.endswith("\u00ad"):
            text = text[:-1] + line.text
        else:
            text = f"{text} {line.text}" if text else line.text
    large = bool(size) and lines[0].height > 1.15 * size
    if large and len(lines) <= 4 and len(text) <= 300:
        return BlockKind.HEADING, text, 1 if lines[0].height > 1.6 * size else 2
    if _BULLET.match(text):
        return BlockKind.LIST_ITEM, text, 1
    return BlockKind.PARAGRAPH, text, 0
