"""From mentions to entities: which of them name the same person, organisation or place."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tuireader.annotation.annotation import Entity, Label, Mention
from tuireader.annotation.entities.names import acronym, fold, initials_of, same_given, sound

NAMED = frozenset({
    Label.PERSON, Label.NORP, Label.ORG, Label.GPE, Label.LOC, Label.FAC, Label.EVENT, Label.LAW,
    Label.WORK_OF_ART, Label.PRODUCT,
})  # fmt: skip
ACRONYMS = frozenset({Label.ORG, Label.EVENT, Label.LAW, Label.FAC})
"""Kinds that are joined with their acronyms."""
PLACES = frozenset({Label.GPE, Label.LOC, Label.FAC})


@dataclass(eq=False)
class _Group:
    """Mentions believed to name one thing."""

    label: Label
    mentions: list[Mention] = field(default_factory=list)
    texts: dict[str, None] = field(default_factory=dict)
    gender: str = ""
    short: bool = False
    starts: list[int] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """Put a mention in."""
        self.mentions.append(mention)
        self.texts.setdefault(mention.text)
        insort(self.starts, mention.start)

    @property
    def name(self) -> str:
        """The fullest name, and of equally full ones the most frequent, then the first."""
        counts = Counter(mention.text for mention in self.mentions)
        order = {text: -i for i, text in enumerate(counts)}
        return max(
            counts,
            key=lambda text: (
                _well_written(text), len(text.split()), counts[text], len(text), order[text]
            ),
        )  # fmt: skip


def _well_written(text: str) -> bool:
    """Whether a name is in ordinary upper and lower case."""
    return not (text.isupper() and len(text) > 5) and not any(
        word[0].islower() and len(word) > 4 for word in text.split()
    )


def resolve(
    mentions: Sequence[Mention],
    same: Iterable[frozenset[str]] = (),
    genders: Mapping[int, str] | None = None,
) -> tuple[Entity, ...]:
    """Join mentions into entities, in order of first mention.

    Args:
        mentions: In order of the text, not overlapping.
        same: Sets of folded names known to mean the same thing, such as a country's names.
        genders: For the start of a mention "f" or "m", where a title or the given name tells.
    """
    alike = {name: min(names) for names in same for name in names}
    people = _people([m for m in mentions if m.label is Label.PERSON], genders or {}, alike)
    others = _others([m for m in mentions if m.label is not Label.PERSON], alike)
    groups = sorted([*people, *others], key=lambda group: group.mentions[0].start)
    return tuple(_entity(group) for group in groups)


def entity_id(label: Label, name: str) -> str:
    """Return the identifier of an entity: its kind and its folded name."""
    return f"{label.value.lower()}:{fold(name)}"


def _entity(group: _Group) -> Entity:
    name = group.name
    aliases = dict.fromkeys(m.text for m in group.mentions if m.text != name)
    return Entity(
        id=entity_id(group.label, name),
        name=name,
        label=group.label,
        aliases=tuple(aliases),
        mentions=tuple(group.mentions),
    )


def _people(
    mentions: Sequence[Mention], genders: Mapping[int, str], alike: Mapping[str, str]
) -> list[_Group]:
    """Join the mentions of people: full names first, then the parts of them."""
    groups: list[_Group] = []
    by_part: dict[str, list[_Group]] = defaultdict(list)
    by_alias: dict[str, _Group] = {}
    order = sorted(mentions, key=lambda m: (-len(_parts(m.text)), m.start))
    for mention in order:
        parts = _parts(mention.text)
        gender = genders.get(mention.start, "")
        candidates = {id(g): g for part in parts for g in by_part[sound(part)]}
        fitting = [
            group
            for group in candidates.values()
            if not (gender and group.gender and gender != group.gender)
            and any(_same_person(parts, _parts(text)) for text in group.texts)
        ]
        alias = alike.get(fold(mention.text), "")
        if alias in by_alias:
            home = by_alias[alias]
        elif fitting:
            home = min(fitting, key=lambda group: _distance(group, mention))
        else:
            home = _Group(Label.PERSON)
            groups.append(home)
        if mention.text not in home.texts:
            for part in parts:
                if home not in by_part[sound(part)]:
                    by_part[sound(part)].append(home)
        if alias:
            by_alias.setdefault(alias, home)
        home.add(mention)
        home.gender = home.gender or gender
    for group in groups:
        group.mentions.sort(key=lambda m: m.start)
    return groups


def _parts(name: str) -> list[str]:
    """Return the words of a name, a nickname without its quotation marks."""
    return [bare for word in name.split() if (bare := word.strip("\"“”„‘’'"))]


def _distance(group: _Group, mention: Mention) -> int:
    """Return how far a mention is from the nearest mention of a group; what comes before counts."""
    before = bisect_left(group.starts, mention.start)
    if before:
        return mention.start - group.starts[before - 1]
    return 1_000_000 + group.starts[0] - mention.start


def _same_person(parts: list[str], full: list[str]) -> bool:
    """Whether a name, given by its words, can be a form of a name at least as full."""
    if len(parts) > len(full):
        parts, full = full, parts
    if len(parts) == 1:
        word = parts[0]
        if len(full) == 1:
            return sound(word) == sound(full[0])
        return sound(word) in (sound(full[-1]), sound(full[0])) or (
            len(full) > 2 and sound(word) == sound(full[1]) and len(word) > 3
        )
    if sound(parts[-1]) != sound(full[-1]):
        tail = " ".join(full)
        return len(parts) < len(full) and sound(" ".join(parts)) in sound(tail)
    return same_given(parts[0], full[0]) or (
        len(full) > len(parts) and any(same_given(parts[0], w) for w in full[1:-1])
    )


def _others(mentions: Sequence[Mention], alike: dict[str, str]) -> list[_Group]:
    """Join mentions that are written the same, that are acronyms, or that are known to be alike."""
    groups: dict[tuple[str, str], _Group] = {}
    initials: dict[tuple[str, str], _Group] = {}
    for mention in mentions:
        family = _family(mention.label)
        text = mention.value if mention.label not in NAMED and mention.value else mention.text
        whole = fold(text)
        folded = whole.removeprefix("the ")
        key = (family, alike.get(whole) or alike.get(folded, folded))
        group = groups.get(key)
        if group is None:
            letters = _letters(mention)
            known = (initials.get((family, one)) for one in letters)
            group = next((g for g in known if g and _is_short(mention) != g.short), None)
            group = groups[key] = group or _Group(mention.label, short=_is_short(mention))
            for one in letters:
                initials.setdefault((family, one), group)
        group.add(mention)
    unique = {id(group): group for group in groups.values()}
    for group in unique.values():
        group.mentions.sort(key=lambda m: m.start)
        group.label = Counter(m.label for m in group.mentions).most_common(1)[0][0]
    return list(unique.values())


def _family(label: Label) -> str:
    return "PLACE" if label in PLACES else label.value


def _is_short(mention: Mention) -> bool:
    return " " not in mention.text


def _letters(mention: Mention) -> set[str]:
    """Return the capitals of an acronym, or the initials of a longer name."""
    if mention.label not in ACRONYMS:
        return set()
    return initials_of(mention.text) if " " in mention.text else acronym(mention.text)
