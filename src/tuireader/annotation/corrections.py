"""What the reader says about quotes and names, and quotes put right by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tuireader.annotation.annotation import Annotation, Label, Quote, QuoteKind
from tuireader.annotation.places import nearest
from tuireader.annotation.references import with_speaker

SAID_SO = "You said so."
"""The reason given for whatever a reader corrected."""


@dataclass(frozen=True, slots=True)
class QuoteCorrection:
    """What is right about one quote.

    Attributes:
        start: Where the quote starts in `Article.text`, in code points.
        end: Where it ends; half-open.
        speaker: Who says it; None for nobody.
        is_quote: False where the marks hold nobody's words.
    """

    start: int
    end: int
    speaker: str | None = None
    is_quote: bool = True


@dataclass(frozen=True, slots=True)
class EntityCorrection:
    """What is right about some words that name something, or do not.

    Attributes:
        start: Where the words start in `Article.text`, in code points.
        end: Where they end; half-open.
        label: What kind of thing they name; None where only the name is put right.
        name: The full name of what they mean; empty where only the kind is put right.
        is_name: False where they name nothing.
    """

    start: int
    end: int
    label: Label | None = None
    name: str = ""
    is_name: bool = True


def apply_corrections(annotation: Annotation, corrections: Sequence[QuoteCorrection]) -> Annotation:
    """Return an annotation in which the reader's corrections hold.

    A correction holds for the quote that shares most of its place with it, if that is at least
    half of both together; one that meets no quote is passed over. Of two for one quote the later
    one holds.

    Args:
        annotation: What the program found.
        corrections: What the reader says, in the order in which it was said.
    """
    if not corrections:
        return annotation
    quotes = list(annotation.quotes)
    entities = annotation.entities
    for correction in corrections:
        number = nearest(quotes, correction)
        if number is not None:
            quotes[number] = _corrected(quotes[number], correction, annotation)
            entities = with_speaker(entities, quotes[number], quotes[number].speaker_id)
    return replace(annotation, quotes=tuple(quotes), entities=entities)


def _corrected(quote: Quote, correction: QuoteCorrection, annotation: Annotation) -> Quote:
    if not correction.is_quote:
        return replace(
            quote,
            kind=QuoteKind.SCARE,
            speaker=None,
            speaker_id=None,
            mention=None,
            cue="",
            confidence=1.0,
            reason=SAID_SO,
        )
    speaker = correction.speaker
    confirmed = speaker is not None and speaker == quote.speaker
    spoken = quote.kind in (QuoteKind.SPEECH, QuoteKind.PARTIAL)
    return replace(
        quote,
        kind=quote.kind if spoken else QuoteKind.SPEECH,
        speaker=speaker,
        speaker_id=_entity_id(speaker, annotation),
        mention=quote.mention if confirmed else None,
        cue=quote.cue if confirmed else "",
        confidence=1.0,
        reason=SAID_SO,
    )


def _entity_id(speaker: str | None, annotation: Annotation) -> str | None:
    """Return the id of the entity of that name or alias, names first."""
    if speaker is None:
        return None
    folded = speaker.casefold()
    for entity in annotation.entities:
        if entity.name.casefold() == folded:
            return entity.id
    for entity in annotation.entities:
        if folded in (alias.casefold() for alias in entity.aliases):
            return entity.id
    return None


_WHO_MAY_SPEAK = (Label.PERSON, Label.ORG, Label.NORP, Label.GPE)


def names_in(annotation: Annotation) -> list[str]:
    """Return who may be a speaker in an article: who speaks in it, then who is named."""
    speakers = [quote.speaker for quote in annotation.quotes if quote.speaker]
    entities = sorted(
        (entity for entity in annotation.entities if entity.label in _WHO_MAY_SPEAK),
        key=lambda entity: _WHO_MAY_SPEAK.index(entity.label),
    )
    return list(dict.fromkeys([*speakers, *(entity.name for entity in entities)]))


def known_name(typed: str, annotation: Annotation) -> str:
    """Return a name as the article has it in full where it is one of the article's names."""
    folded = typed.casefold()
    for name in names_in(annotation):
        if name.casefold() == folded:
            return name
    for entity in annotation.entities:
        if folded in (alias.casefold() for alias in entity.aliases):
            return entity.name
    return typed
