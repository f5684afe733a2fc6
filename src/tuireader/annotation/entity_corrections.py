"""What the reader says about names, laid over what the program thinks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from tuireader.annotation.annotation import (
    Annotation,
    Entity,
    IndirectSpeech,
    Label,
    Mention,
    Quote,
    Reference,
    Span,
)
from tuireader.annotation.corrections import EntityCorrection
from tuireader.annotation.entities.resolve import entity_id
from tuireader.annotation.places import nearest
from tuireader.annotation.references import without_covered

Said = TypeVar("Said", Quote, IndirectSpeech)


def apply_entity_corrections(
    annotation: Annotation, text: str, corrections: Sequence[EntityCorrection]
) -> Annotation:
    """Return an annotation in which the reader's corrections of names hold.

    What is said of the kind of a mention, or that it is none, holds for every mention of its
    entity. What is said of whom it means holds for the entity where the mention is its full name,
    or else for the mentions that are written the same. Words that no mention covers exactly become
    one, and so does every other place where the article has just these words.

    Args:
        annotation: What the program found.
        text: `Article.text`.
        corrections: What the reader says, in the order in which it was said.
    """
    for correction in corrections:
        annotation = _applied(annotation, text, correction)
    if not corrections:
        return annotation
    return replace(annotation, entities=without_covered(annotation.entities))


def _applied(annotation: Annotation, text: str, correction: EntityCorrection) -> Annotation:
    place = Span(correction.start, correction.end)
    entity = _entity_on(annotation, place)
    if not correction.is_name:
        entity = entity or _entity_near(annotation, place)
        return _without(annotation, entity) if entity else annotation
    if entity is None:
        known = _entity_called(annotation.entities, correction.name, correction.label)
        label = correction.label or (known.label if known else None)
        if label is None or not text[place.start : place.end].strip():
            return annotation
        return _with_mentions(annotation, text, place, label, correction.name)
    if correction.label is not None:
        sure = tuple(replace(m, label=correction.label, confidence=1.0) for m in entity.mentions)
        person = correction.label is Label.PERSON
        settled = replace(
            entity,
            label=correction.label,
            mentions=sure,
            references=entity.references if person else (),
            gender=entity.gender if person else "",
            by_reader=True,
        )
        annotation = _replaced(annotation, {entity.id: settled})
        entity = _entity_on(annotation, place)
    if correction.name and entity is not None:
        annotation = _named(annotation, entity, place, correction.name)
    return annotation


def _entity_on(annotation: Annotation, place: Span) -> Entity | None:
    """Return the entity with a mention at exactly a place."""
    return _entity_at(annotation, lambda mention: Span(mention.start, mention.end) == place)


def _entity_at(annotation: Annotation, fits: Callable[[Mention], bool]) -> Entity | None:
    """Return the entity with a mention that fits."""
    return next((e for e in annotation.entities if any(map(fits, e.mentions))), None)


def _entity_near(annotation: Annotation, place: Span) -> Entity | None:
    mentions = annotation.mentions
    number = nearest(mentions, place)
    return None if number is None else _entity_at(annotation, lambda m: m is mentions[number])


def _entity_called(entities: Iterable[Entity], name: str, label: Label | None) -> Entity | None:
    """Return the entity of a name, or with it among its aliases; of a kind if one is given."""
    folded = name.casefold()
    fitting = [entity for entity in entities if label in (None, entity.label)]
    for entity in fitting:
        if entity.name.casefold() == folded:
            return entity
    return next((e for e in fitting if folded in (a.casefold() for a in e.aliases)), None)


def _without(annotation: Annotation, entity: Entity) -> Annotation:
    """Return an annotation without an entity; who is quoted keeps the name."""
    left = tuple(other for other in annotation.entities if other.id != entity.id)
    return _spoken(replace(annotation, entities=left), {entity.id: None}, {})


def _with_mentions(
    annotation: Annotation, text: str, place: Span, label: Label, name: str
) -> Annotation:
    """Return an annotation in which some words name something wherever they stand."""
    words = text[place.start : place.end]
    found = [
        Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    ]
    free = [
        span
        for span in dict.fromkeys([*found, place])
        if span == place or not any(_overlap(span, mention) for mention in annotation.mentions)
    ]
    added = tuple(Mention(s.start, s.end, words, label) for s in sorted(free, key=_start))
    kept = tuple(
        shrunk
        for entity in annotation.entities
        if (shrunk := _with_only(entity, lambda mention: not _overlap(place, mention)))
    )
    gone: dict[str, str | None] = {entity.id: None for entity in annotation.entities}
    gone |= {entity.id: entity.id for entity in kept}
    annotation = _spoken(replace(annotation, entities=kept), gone, {})
    entity = _entity(name or words, label, added)
    known = next((other for other in kept if other.id == entity.id), None)
    if known is None:
        return replace(annotation, entities=_in_order([*kept, entity]))
    return _replaced(annotation, {known.id: _joined(known, entity)})


def _named(annotation: Annotation, entity: Entity, place: Span, name: str) -> Annotation:
    """Return an annotation in which a mention means what has a name."""
    at = next(m for m in entity.mentions if (m.start, m.end) == (place.start, place.end))
    whole = at.text.casefold() == entity.name.casefold()
    moved = [m for m in entity.mentions if whole or m.text == at.text]
    left = _with_only(entity, lambda mention: mention not in moved)
    target = _entity(name, entity.label, tuple(replace(m, confidence=1.0) for m in moved))
    if entity.name.casefold() == name.casefold():
        kept = tuple(replace(m, confidence=1.0) if m in moved else m for m in entity.mentions)
        return _replaced(annotation, {entity.id: replace(entity, mentions=kept, by_reader=True)})
    others = [other for other in annotation.entities if other.id != entity.id]
    known = _entity_called(others, name, entity.label)
    joined = _joined(known, target) if known else target
    if whole:
        joined = replace(joined, roles=tuple(dict.fromkeys([*joined.roles, *entity.roles])))
        joined = replace(joined, gender=joined.gender or entity.gender)
        references = (*joined.references, *entity.references)
        joined = replace(joined, references=tuple(sorted(references, key=_start)))
    rest = [other for other in others if known is None or other.id != known.id]
    entities = _in_order([*rest, joined, *([left] if left else [])])
    ids: dict[str, str | None] = {known.id: joined.id} if known else {}
    if left is None:
        ids[entity.id] = joined.id
    names = {joined.id: joined.name}
    annotation = _spoken(replace(annotation, entities=entities), ids, names)
    return annotation if left is None else _moved(annotation, moved, entity.id, joined)


def _moved(
    annotation: Annotation, moved: Sequence[Mention], old: str, joined: Entity
) -> Annotation:
    """Give the words next to a moved mention to whom it means now."""

    def change(said: Said) -> Said:
        at = said.mention
        if said.speaker_id != old or at is None or not any(_overlap(at, m) for m in moved):
            return said
        return replace(said, speaker=joined.name, speaker_id=joined.id)

    return replace(
        annotation,
        quotes=tuple(map(change, annotation.quotes)),
        indirect=tuple(map(change, annotation.indirect)),
    )


def _replaced(annotation: Annotation, new: dict[str, Entity]) -> Annotation:
    """Return an annotation with other entities in the place of some, and their ids with them."""
    renamed = {old: replace(e, id=entity_id(e.label, e.name)) for old, e in new.items()}
    entities = [renamed.get(entity.id, entity) for entity in annotation.entities]
    merged: dict[str, Entity] = {}
    for entity in entities:
        known = merged.get(entity.id)
        merged[entity.id] = _joined(known, entity) if known else entity
    changed = replace(annotation, entities=_in_order(merged.values()))
    return _spoken(changed, {old: entity.id for old, entity in renamed.items()}, {})


def _spoken(
    annotation: Annotation, ids: dict[str, str | None], names: dict[str, str]
) -> Annotation:
    """Give what is said to the entities under their new ids, and to those with new names these."""

    def change(said: Said) -> Said:
        if said.speaker_id is None or said.speaker_id not in ids:
            return said
        who = ids[said.speaker_id]
        return replace(said, speaker_id=who, speaker=names.get(who or "", said.speaker))

    return replace(
        annotation,
        quotes=tuple(map(change, annotation.quotes)),
        indirect=tuple(map(change, annotation.indirect)),
    )


def _entity(name: str, label: Label, mentions: tuple[Mention, ...]) -> Entity:
    return Entity(
        id=entity_id(label, name),
        name=name,
        label=label,
        aliases=tuple(dict.fromkeys(m.text for m in mentions if m.text != name)),
        mentions=mentions,
        by_reader=True,
    )


def _joined(one: Entity, other: Entity) -> Entity:
    """Return two entities as one, under the name of the first."""
    mentions = tuple(sorted((*one.mentions, *other.mentions), key=_start))
    surfaces = (*one.aliases, *(mention.text for mention in other.mentions))
    return replace(
        one,
        aliases=tuple(dict.fromkeys(text for text in surfaces if text != one.name)),
        mentions=mentions,
        references=tuple(sorted((*one.references, *other.references), key=_start)),
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
        gender=one.gender or other.gender,
        by_reader=one.by_reader or other.by_reader,
    )


def _with_only(entity: Entity, fits: Callable[[Mention], bool]) -> Entity | None:
    """Return an entity with only the mentions that fit; None where there are none."""
    kept = tuple(mention for mention in entity.mentions if fits(mention))
    if len(kept) == len(entity.mentions):
        return entity
    texts = {mention.text for mention in kept}
    aliases = tuple(alias for alias in entity.aliases if alias in texts)
    return replace(entity, mentions=kept, aliases=aliases) if kept else None


def _in_order(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: _start(entity.mentions[0])))


def _overlap(one: Span | Mention, other: Span | Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _start(place: Span | Mention | Reference) -> int:
    return place.start
