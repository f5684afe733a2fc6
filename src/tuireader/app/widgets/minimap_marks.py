"""What of an article is marked in the scroll bar: who speaks where, and what a search found."""

from __future__ import annotations

from rich.style import Style

from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.marks import Marks
from tuireader.app.rendition.page import Page
from tuireader.app.rendition.voices import is_spoken, voice_key
from tuireader.app.widgets.dress import Dress
from tuireader.app.widgets.minimap import Mark

QUOTE, NOTE, HIT, CURRENT_HIT = "▐", "✎", "•", "◆"
_STRONG = Style(bold=True)


def minimap_marks(page: Page, marks: Marks, dress: Dress, rows: int) -> dict[int, Mark]:
    """Return what to mark beside a page, by row of the bar.

    Only as many places are looked at as the bar has rows, however long the article. Where
    several things fall on one row, a hit outranks a note, and a note a quote.

    Args:
        page: The text laid out.
        marks: What lies over it.
        dress: How voices are painted.
        rows: The height of the bar.
    """
    height = max(page.height, rows)
    found: dict[int, Mark] = {}
    for row in range(rows):
        first, last = -(-row * height // rows), -(-(row + 1) * height // rows)
        if first >= page.height:
            break
        start = page.layout.line(first).start
        end = page.layout.line(last).start if last < page.height else len(page.sheet.text)
        mark = _hit(marks, start, end) or _annotated(page, marks, dress, start, end)
        if mark is not None:
            found[row] = mark
    return found


def _hit(marks: Marks, start: int, end: int) -> Mark | None:
    if Layer.HITS not in marks.layers:
        return None
    current = marks.current_hit
    if current is not None and start <= current.start < end:
        return Mark(CURRENT_HIT, _STRONG)
    return Mark(HIT, _STRONG) if marks.hits.starting(start, end) else None


def _annotated(page: Page, marks: Marks, dress: Dress, start: int, end: int) -> Mark | None:
    a, b = page.sheet.to_article(start), page.sheet.to_article(end)
    if Layer.NOTES in marks.layers and marks.notes.starting(a, b):
        return Mark(NOTE, _STRONG)
    if Layer.QUOTES not in marks.layers:
        return None
    spoken = [quote for quote in marks.quotes.starting(a, b) if is_spoken(quote)]
    named = next((quote for quote in spoken if quote.speaker), spoken[0] if spoken else None)
    return Mark(QUOTE, dress.voice(voice_key(named))) if named is not None else None
