"""Where an article names what stands in the reader's own list of names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tuireader.annotation.annotation import Entity, Mention
from tuireader.annotation.entities.names import fold
from tuireader.annotation.entities.own_names import OwnName
from tuireader.annotation.entities.refine import without_overlap


def with_own_names(text: str, mentions: Sequence[Mention], own: Sequence[OwnName]) -> list[Mention]:
    """Return mentions with the reader's own names, which take the place of what they overlap.

    Args:
        text: The article's text.
        mentions: What an engine found in it.
        own: The reader's names; matched as whole words, with upper and lower case as written.
    """
    labels = {form: name.label for name in reversed(own) for form in name.forms if form.strip()}
    if not labels:
        return list(mentions)
    forms = "|".join(re.escape(form) for form in sorted(labels, key=lambda f: (-len(f), f)))
    found = [
        Mention(match.start(), match.end(), match.group(), labels[match.group()])
        for match in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", text)
    ]
    ends = [own_mention.end for own_mention in found]
    kept = [
        mention
        for mention in mentions
        if (at := bisect_right(ends, mention.start)) == len(ends) or found[at].start >= mention.end
    ]
    return without_overlap([*found, *kept])


def with_own_notes(entities: Sequence[Entity], own: Sequence[OwnName]) -> tuple[Entity, ...]:
    """Return entities with the colour and the note that the reader's own names give them.

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
        return replace(entity, colour=name.colour, note=name.note) if name else entity

    return tuple(map(noted, entities))
