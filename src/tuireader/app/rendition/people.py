"""Everybody and everything in an article as rows: who speaks, who is named, how often, where."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from tuireader.annotation.annotation import Annotation, Entity
from tuireader.app.rendition.layers import LAYER_OF_LABEL, Layer
from tuireader.app.rendition.reading import Reading
from tuireader.app.rendition.voices import Voice, is_spoken
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.language import translated as _

ORDER = (
    Layer.PEOPLE,
    Layer.ORGANISATIONS,
    Layer.PLACES,
    Layer.GROUPS,
    Layer.WORKS,
    Layer.DATES,
    Layer.NUMBERS,
)
_BARS = " ▂▄▆█"
MOST_QUOTES, MOST_ENTITIES = 50, 200
"""So many quotes of one person, and entities of one kind, have a row of their own."""
QUOTE_START = 120
"""So many characters of a quote are kept for its row."""


class RowKind(StrEnum):
    """What a row of the panel is."""

    TITLE = "title"
    VOICE = "voice"
    QUOTE = "quote"
    ENTITY = "entity"


class Row(NamedTuple):
    """A row of the panel.

    Attributes:
        kind: What it is.
        text: What it says, safe to show.
        places: Where in `Article.text` it leads, in order; empty for titles.
        voice: The key of the voice it belongs to, if any.
        layer: The kind of entity it belongs to, if any.
        colour: The entity's own colour as ``#rrggbb``; empty where it has none.
        meant: Where they are meant by a role or a pronoun.
    """

    kind: RowKind
    text: str
    places: tuple[int, ...] = ()
    voice: str = ""
    layer: Layer | None = None
    colour: str = ""
    meant: tuple[int, ...] = ()


def rows_of(reading: Reading) -> list[Row]:
    """Return the rows of the panel for an article: who speaks, with their words, then who is named.

    Args:
        reading: The article.
    """
    annotation = reading.loaded.annotation
    rows: list[Row] = []
    voices = sorted(reading.cast.values(), key=lambda voice: -voice.characters)
    if voices:
        rows.append(Row(RowKind.TITLE, _("Who speaks")))
    for voice in voices:
        rows += _voice_rows(voice, reading.loaded.article.text)
    unknown = [quote for quote in annotation.quotes if is_spoken(quote) and quote.speaker is None]
    if unknown:
        places = tuple(quote.start for quote in unknown)
        rows.append(Row(RowKind.TITLE, _("No speaker named")))
        rows += [Row(RowKind.VOICE, _("Unknown"), places)]
    for layer in ORDER:
        rows += _entity_rows(annotation, layer)
    return rows


def _voice_rows(voice: Voice, text: str) -> list[Row]:
    places = tuple(quote.start for quote in voice.quotes)
    rows = [Row(RowKind.VOICE, sanitize_line(voice.name), places, voice.key)]
    for quote in voice.quotes[:MOST_QUOTES]:
        words = sanitize_line(text[quote.start : min(quote.end, quote.start + QUOTE_START)])
        rows.append(Row(RowKind.QUOTE, words, (quote.start,), voice.key))
    if rest := voice.quotes[MOST_QUOTES:]:
        places = tuple(quote.start for quote in rest)
        rows.append(Row(RowKind.QUOTE, _("… and {n} more").format(n=len(rest)), places, voice.key))
    return rows


def _entity_rows(annotation: Annotation, layer: Layer) -> list[Row]:
    found = [entity for entity in annotation.entities if LAYER_OF_LABEL[entity.label] is layer]
    if not found:
        return []
    found.sort(key=lambda entity: -len(entity.mentions))
    title = layer.label[0].upper() + layer.label[1:]
    rows = [_entity_row(entity, layer) for entity in found[:MOST_ENTITIES]]
    if rest := found[MOST_ENTITIES:]:
        places = tuple(sorted(mention.start for entity in rest for mention in entity.mentions))
        rows.append(
            Row(RowKind.ENTITY, _("… and {n} more").format(n=len(rest)), places, layer=layer)
        )
    return [Row(RowKind.TITLE, title), *rows]


def _entity_row(entity: Entity, layer: Layer) -> Row:
    places = tuple(mention.start for mention in entity.mentions)
    meant = tuple(reference.start for reference in entity.references)
    name = sanitize_line(entity.name)
    return Row(RowKind.ENTITY, name, places, layer=layer, colour=entity.colour, meant=meant)


def spread(places: Sequence[int], length: int, cells: int) -> str:
    """Return a small bar that shows where in a text some places are, and how many.

    Args:
        places: Offsets into the text.
        length: The length of the text, in code points.
        cells: The width of the bar.
    """
    counts = [0] * cells
    for place in places:
        counts[min(cells - 1, place * cells // max(1, length))] += 1
    most = max(counts, default=0)
    if not most:
        return " " * cells
    steps = len(_BARS) - 1
    return "".join(_BARS[-(-count * steps // max(most, 3))] for count in counts)


def next_place(places: Sequence[int], position: int) -> int:
    """Return the first place after a position, or else the first of all."""
    return next((place for place in places if place > position), places[0])
