"""Entities with the places where the article means them without a name, and what these tell."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tuireader.annotation.annotation import Entity, Label, Quote, Reference, ReferenceKind

_GENDERS = dict.fromkeys(("she", "her", "hers", "herself"), "f") | dict.fromkeys(
    ("he", "him", "his", "himself"), "m"
)
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
"""The pronouns of whoever speaks."""
_CLEARLY = 2


def with_references(
    entities: Sequence[Entity],
    references: Mapping[str, Sequence[Reference]],
    roles: Mapping[str, Sequence[str]],
) -> tuple[Entity, ...]:
    """Return entities with their references, and people with the gender and roles these tell.

    Args:
        entities: The entities.
        references: For the ids of people, where the article means them without a name.
        roles: For the ids of people, what appositions say they are.
    """
    return tuple(
        replace(
            entity,
            references=tuple(references.get(entity.id, ())),
            gender=gender_of(references.get(entity.id, ())),
            roles=_with_roles(entity.roles, roles.get(entity.id, ())),
        )
        if entity.label is Label.PERSON
        else entity
        for entity in entities
    )


def _with_roles(known: Sequence[str], stated: Sequence[str]) -> tuple[str, ...]:
    """Return roles with those stated that none of them already tells."""
    new = (role for role in stated if not any(role in other for other in known))
    return tuple(dict.fromkeys((*known, *new)))


def with_speaker(
    entities: Sequence[Entity], quote: Quote, speaker_id: str | None
) -> tuple[Entity, ...]:
    """Return entities in which the "I" of a quote is its speaker.

    Args:
        entities: The entities.
        quote: The quote.
        speaker_id: The id of whose words they are; None where that is no entity.
    """

    def inside(reference: Reference) -> bool:
        first = reference.text.lower() in FIRST_PERSON
        return first and quote.start <= reference.start < quote.end

    own = tuple(r for entity in entities for r in entity.references if inside(r))
    if not own:
        return tuple(entities)
    changed = []
    for entity in entities:
        kept = [r for r in entity.references if not inside(r)]
        if entity.id == speaker_id and entity.label is Label.PERSON:
            kept = sorted((*kept, *own), key=lambda reference: reference.start)
        changed.append(replace(entity, references=tuple(kept)))
    return tuple(changed)


def without_covered(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return entities without the references that stand where something is named."""
    named = sorted((m.start, m.end) for entity in entities for m in entity.mentions)
    starts = [start for start, _ in named]

    def covered(reference: Reference) -> bool:
        at = bisect_left(starts, reference.end)
        return at > 0 and named[at - 1][1] > reference.start

    return tuple(
        replace(entity, references=tuple(r for r in entity.references if not covered(r)))
        for entity in entities
    )


def gender_of(references: Sequence[Reference]) -> str:
    """Return ``f`` or ``m`` where pronouns tell, and nothing where they tell both or neither."""
    votes = Counter(
        gender
        for reference in references
        if reference.kind is ReferenceKind.PRONOUN
        and (gender := _GENDERS.get(reference.text.lower()))
    )
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= _CLEARLY * ranked[1][1]):
        return ""
    return ranked[0][0]
