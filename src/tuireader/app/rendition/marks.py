"""What lies over the text of an article, and the look of each run of a line under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from tuireader.annotation.annotation import (
    Annotation,
    IndirectSpeech,
    Label,
    Quote,
    Reference,
    Span,
)
from tuireader.app.rendition.find import Found
from tuireader.app.rendition.ink import Fate, Hit, Ink, Role, Run
from tuireader.app.rendition.intervals import Intervals
from tuireader.app.rendition.layers import DEFAULT_LAYERS, LAYER_OF_LABEL, Layer
from tuireader.app.rendition.selection import Selection
from tuireader.app.rendition.sheet import Piece, Sheet
from tuireader.app.rendition.voices import WORDS_OF_SOMEBODY, speaker_key, voice_key
from tuireader.articles.article import Link


class Named(NamedTuple):
    """A mention with the entity it names, by its place in `Annotation.entities`.

    `reference` is what it is where it is no name but a role or a pronoun.
    """

    start: int
    end: int
    label: Label
    entity: int
    colour: str = ""
    reference: Reference | None = None


@dataclass(frozen=True)
class Marks:
    """Everything that can be shown over an article's text.

    Attributes:
        quotes: All quotes.
        reported: Reported speech without marks.
        mentions: All mentions by name.
        references: All mentions by a role or a pronoun; they have no look of their own.
        links: Links.
        notes: Where the reader's notes are.
        hits: What a search found, in positions of the sheet, not of the article.
        current_hit: The hit the reader is at.
        here: The quote or mention the cursor is on.
        passage: The passage the paragraph cursor is on, in positions of the sheet.
        selection: What the reader selected, in positions of the sheet.
        layers: What is shown.
    """

    quotes: Intervals[Quote]
    mentions: Intervals[Named]
    links: Intervals[Link]
    reported: Intervals[IndirectSpeech] = field(
        default_factory=lambda: Intervals[IndirectSpeech](())
    )
    references: Intervals[Named] = field(default_factory=lambda: Intervals[Named](()))
    notes: Intervals[Span] = field(default_factory=lambda: Intervals[Span](()))
    hits: Intervals[Found] = field(default_factory=lambda: Intervals[Found](()))
    current_hit: Found | None = None
    here: Span | None = None
    passage: Span | None = None
    selection: Selection | None = None
    layers: frozenset[Layer] = DEFAULT_LAYERS

    @classmethod
    def of(cls, annotation: Annotation, links: Iterable[Link] = ()) -> Marks:
        """Return what lies over an article by itself."""
        named = (
            Named(mention.start, mention.end, mention.label, index, entity.colour)
            for index, entity in enumerate(annotation.entities)
            for mention in entity.mentions
        )
        references = (
            Named(each.start, each.end, entity.label, index, reference=each)
            for index, entity in enumerate(annotation.entities)
            for each in entity.references
        )
        return cls(
            Intervals(annotation.quotes),
            Intervals(named),
            Intervals(links),
            Intervals(annotation.indirect),
            Intervals(references),
        )

    def shows(self, label: Label) -> bool:
        """Whether entities of a kind are shown."""
        return Layer.ENTITIES in self.layers and LAYER_OF_LABEL[label] in self.layers

    def toggled(self, layer: Layer) -> Marks:
        """Return the same with a layer switched."""
        return replace(self, layers=self.layers ^ {layer})


class _Coat(NamedTuple):
    """A change of ink over a stretch of the sheet."""

    start: int
    end: int
    mark: object


def runs_of(sheet: Sheet, marks: Marks, start: int, end: int, role: Role) -> list[Run]:
    """Return a stretch of a sheet's text as runs, in order, without gaps or overlaps.

    Search hits show over notes, notes over quotes, quotes over entities.

    Args:
        sheet: The text.
        marks: What lies over it.
        start: Where the stretch starts in the sheet's text, in code points.
        end: Where it ends; half-open.
        role: What the stretch is on the page.
    """
    coats = _coats(sheet, marks, start, end)
    plain = Ink(role)
    if not coats:
        return [Run(start, end, plain)] if start < end else []
    cuts = sorted(
        {start, end, *(c.start for c in coats if c.start > start), *(c.end for c in coats)}
    )
    runs: list[Run] = []
    for a, b in pairwise(cuts):
        if b > end:
            break
        ink = plain
        for coat in coats:
            if coat.start <= a and b <= coat.end:
                ink = _over(ink, coat.mark)
        if runs and runs[-1].ink == ink:
            runs[-1] = Run(runs[-1].start, b, ink)
        else:
            runs.append(Run(a, b, ink))
    return runs


def _coats(sheet: Sheet, marks: Marks, start: int, end: int) -> list[_Coat]:
    coats: list[_Coat] = [
        _Coat(stain.start, stain.end, stain.fate) for stain in sheet.stains(start, end)
    ]
    for piece in sheet.pieces(start, end):
        coats += _annotations(marks, piece)
    if Layer.HITS in marks.layers:
        for hit in marks.hits.overlapping(start, end):
            coats.append(
                _Coat(hit.start, hit.end, Hit.CURRENT if hit == marks.current_hit else Hit.FOUND)
            )
    if (chosen := marks.selection) is not None and chosen.start < end and start < chosen.end:
        coats.append(_Coat(chosen.start, chosen.end, _Flag.SELECTED))
        if chosen.caret.start < end and start < chosen.caret.end:
            coats.append(_Coat(chosen.caret.start, chosen.caret.end, _Flag.CARET))
    return [_Coat(max(c.start, start), min(c.end, end), c.mark) for c in coats]


class _Flag(Enum):
    """What a stretch simply is, or is not."""

    NOTE = auto()
    HERE = auto()
    SELECTED = auto()
    CARET = auto()


def _annotations(marks: Marks, piece: Piece) -> list[_Coat]:
    a, b = piece.article_start, piece.article_end
    found: list[tuple[int, int, object]] = []
    if Layer.REPORTED in marks.layers:
        found += [(said.start, said.end, said) for said in marks.reported.overlapping(a, b)]
    if Layer.QUOTES in marks.layers:
        found += [(quote.start, quote.end, quote) for quote in marks.quotes.overlapping(a, b)]
    if Layer.ENTITIES in marks.layers:
        found += [
            (mention.start, mention.end, mention)
            for mention in marks.mentions.overlapping(a, b)
            if marks.shows(mention.label)
        ]
    if Layer.LINKS in marks.layers:
        found += [(link.start, link.end, link) for link in marks.links.overlapping(a, b)]
    if Layer.NOTES in marks.layers:
        found += [(note.start, note.end, _Flag.NOTE) for note in marks.notes.overlapping(a, b)]
    if marks.here is not None and marks.here.start < b and a < marks.here.end:
        found.append((marks.here.start, marks.here.end, _Flag.HERE))
    return [_on_sheet(piece, start, end, mark) for start, end, mark in found]


def _on_sheet(piece: Piece, start: int, end: int, mark: object) -> _Coat:
    if piece.end - piece.start != piece.article_end - piece.article_start:
        return _Coat(piece.start, piece.end, mark)
    shift = piece.start - piece.article_start
    return _Coat(max(start + shift, piece.start), min(end + shift, piece.end), mark)


def _over(ink: Ink, mark: object) -> Ink:
    match mark:
        case Quote():
            return _quoted(ink, mark)
        case IndirectSpeech():
            return ink._replace(voice=speaker_key(mark.speaker, mark.speaker_id), reported=True)
        case Fate():
            return ink._replace(fate=mark)
        case Hit():
            return ink._replace(hit=max(ink.hit, mark))
        case Named():
            if ink.label is not None:
                return ink
            return ink._replace(label=mark.label, tint=mark.colour)
        case Link():
            return ink._replace(link=mark.url)
        case _Flag.NOTE:
            return ink._replace(note=True)
        case _Flag.HERE:
            return ink._replace(here=True)
        case _Flag.SELECTED:
            return ink._replace(selected=True)
        case _Flag.CARET:
            return ink._replace(caret=True)
    return ink


def _quoted(ink: Ink, quote: Quote) -> Ink:
    if quote.kind not in WORDS_OF_SOMEBODY:
        return ink if ink.speech else ink._replace(quiet=True)
    voice = voice_key(quote) or (ink.voice if ink.speech else "")
    return ink._replace(voice=voice, speech=True, reported=False, quiet=False, nested=ink.speech)
