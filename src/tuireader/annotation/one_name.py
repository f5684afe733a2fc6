"""One person, one name: speakers are called what their entity is called, by the fullest name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tuireader.annotation.annotation import Entity, IndirectSpeech, Label, Quote
from tuireader.annotation.entities.resolve import entity_id

_Attributed = TypeVar("_Attributed", Quote, IndirectSpeech)


@dataclass(frozen=True, slots=True)
class Named:
    """The parts of an annotation that name people."""

    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    indirect: tuple[IndirectSpeech, ...]


def with_one_name(named: Named, kept: Collection[str] = ()) -> Named:
    """Return an annotation in which every speaker that is an entity goes by the entity's name.

    Where attribution found the full name of a person whom no entity names in full ("Lund", of
    whom the article says "Peter Lund" where no name was found), the entity takes it.

    Args:
        named: What was found; speakers point to entities.
        kept: Names that stay as they are: the reader's own.
    """
    known = {entity.id: entity for entity in named.entities}
    renamed: dict[str, Entity] = {}
    attributed: list[Quote | IndirectSpeech] = [*named.quotes, *named.indirect]
    for found in attributed:
        entity = known.get(found.speaker_id or "")
        if entity is None or found.speaker is None or entity.id in renamed or entity.name in kept:
            continue
        if _completes(found.speaker, entity):
            new = entity_id(entity.label, found.speaker)
            names = (entity.name, *entity.aliases)
            aliases = tuple(dict.fromkeys(name for name in names if name != found.speaker))
            renamed[entity.id] = replace(
                entity,
                id=entity.id if new in known else new,
                name=found.speaker,
                aliases=aliases,
            )
    final = {name: renamed.get(name, entity) for name, entity in known.items()}
    return Named(
        tuple(renamed.get(entity.id, entity) for entity in named.entities),
        _called(named.quotes, final),
        _called(named.indirect, final),
    )


def _completes(name: str, entity: Entity) -> bool:
    """Whether a name is a person's first and last name, of which the entity has the last alone."""
    if entity.label is not Label.PERSON or " " in entity.name:
        return False
    words = name.split()
    plain = all(word.replace(".", "").replace("-", "").isalpha() for word in words)
    return len(words) > 1 and plain and words[-1].casefold() == entity.name.casefold()


def _called(
    found: Sequence[_Attributed], entities: Mapping[str, Entity]
) -> tuple[_Attributed, ...]:
    return tuple(_call(one, entities.get(one.speaker_id or "")) for one in found)


def _call(one: _Attributed, entity: Entity | None) -> _Attributed:
    if entity is None or one.speaker is None:
        return one
    return replace(one, speaker=entity.name, speaker_id=entity.id)
