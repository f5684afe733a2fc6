"""Where an article names what stands in the reader's own list of names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.annotation.annotation import Entity, Mention
from tuireader.annotation.entities.names import fold
from tuireader.annotation.entities.refine import without_overlap
from tuireader.annotation.entities.resolve import entity_id

if TYPE_CHECKING:
    from tuireader.annotation.entities.own_names import OwnName


def with_own_names(text: str, mentions: Sequence[Mention], own: Sequence[OwnName]) -> list[Mention]:
    """Return mentions with the reader's own names, which take the place of what they overlap.

    Args:
        text: The article's text.
        mentions: What an engine found in it.
        own: The reader's names; matched as whole words, with upper and lower case as written, and
            of two that overlap the longer.
    """
    labels = {form: name.label for name in reversed(own) for form in name.forms if form.strip()}
    if not labels:
        return list(mentions)
    forms = "|".join(re.escape(form) for form in sorted(labels, key=lambda f: (-len(f), f)))
    found = without_overlap(
        [
            Mention(match.start(1), match.end(1), match[1], labels[match[1]])
            for match in re.finditer(rf"(?<!\w)(?=({forms})(?!\w))", text)
        ]
    )
    ends = [own_mention.end for own_mention in found]
    kept = [
        mention
        for mention in mentions
        if (at := bisect_right(ends, mention.start)) == len(ends) or found[at].start >= mention.end
    ]
    return without_overlap([*found, *kept])


def with_own_notes(entities: Sequence[Entity], own: Sequence[OwnName]) -> tuple[Entity, ...]:
    """Return entities with the name, the colour and the note that the reader's own names give them.

    An entity that the article names only as the list does has the name of the list, also where
    nothing but an alias of it stands.

    Args:
        entities: What an article names.
        own: The reader's names; of two for one entity the first goes before.
    """
    known = {(name.label, fold(form)): name for name in reversed(own) for form in name.forms}
    if not known:
        return tuple(entities)

    def noted(entity: Entity) -> Entity:
        forms = (entity.name, *entity.aliases)
        found = (known.get((entity.label, fold(form))) for form in forms)
        name = next((name for name in found if name), None)
        if name is None:
            return entity
        return replace(renamed(entity, name), colour=name.colour, note=name.note)

    def renamed(entity: Entity, name: OwnName) -> Entity:
        identity = entity_id(entity.label, name.name)
        if identity in taken or known.get((entity.label, fold(entity.name))) is not name:
            return entity
        taken.add(identity)
        aliases = dict.fromkeys(m.text for m in entity.mentions if m.text != name.name)
        return replace(entity, id=identity, name=name.name, aliases=tuple(aliases))

    taken = {entity.id for entity in entities}
    return tuple(map(noted, entities))
