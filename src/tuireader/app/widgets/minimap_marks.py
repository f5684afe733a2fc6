"""What of an article is marked in the scroll bar: who speaks where, and what a search found."""

from __future__ import annotations

from rich.style import Style

from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.marks import Marks
from tuireader.app.rendition.movement import is_spoken
from tuireader.app.rendition.page import Page
from tuireader.app.rendition.voices import voice_key
from tuireader.app.widgets.dress import Dress
from tuireader.app.widgets.minimap import Mark

QUOTE, NOTE, HIT, CURRENT_HIT = "▐", "✎", "•", "◆"


def minimap_marks(page: Page, marks: Marks, dress: Dress) -> list[Mark]:
    """Return what to mark beside a page.

    Args:
        page: The text laid out.
        marks: What lies over it.
        dress: How voices are painted.
    """
    found: list[Mark] = []
    if Layer.QUOTES in marks.layers:
        for quote in marks.quotes.items:
            if is_spoken(quote):
                line = page.line_of_position(quote.start)
                found.append(Mark(line, QUOTE, dress.voice(voice_key(quote)), 1))
    if Layer.NOTES in marks.layers:
        found += [
            Mark(page.line_of_position(note.start), NOTE, Style(bold=True), 2)
            for note in marks.notes.items
        ]
    if Layer.HITS in marks.layers:
        for hit in marks.hits.items:
            current = hit == marks.current_hit
            glyph, rank = (CURRENT_HIT, 4) if current else (HIT, 3)
            found.append(Mark(page.layout.line_of(hit.start), glyph, Style(bold=True), rank))
    return found
