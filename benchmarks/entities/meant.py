"""Where people are meant in a text, by name or not, and how well that is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from benchmarks.entities.data import as_article
from benchmarks.entities.scoring import b_cubed
from tuireader.annotation.annotate import annotate
from tuireader.annotation.annotation import Entity, Label, Reference, ReferenceKind

NAMED, DESCRIBED, PRONOUN = "name", "role", "pronoun"
THIRD = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself"})
BEFORE = frozenset({"his", "her", "my", "its", "our", "your", "their", "the", "a", "an"})
PRONOUNS = THIRD | FIRST
"""The pronouns that are scored: those for one person, without "you"."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A place where somebody is meant.

    Attributes:
        start: Its first position, in code points.
        end: The position after the last.
        head: Where the noun ends that it is about; what is found must reach so far.
        who: The number of the person.
        kind: `NAMED`, `DESCRIBED` or `PRONOUN`.
    """

    start: int
    end: int
    head: int
    who: str
    kind: str


@dataclass(frozen=True, slots=True)
class Story:
    """A text, and every place in it where somebody is meant."""

    text: str
    people: tuple[Meant, ...]


@dataclass
class Joined:
    """Counts of what is found in some stories.

    Attributes:
        gold: For each place the person.
        found: For each place the entity.
        named: The places of names on either side.
        right: How many references are right, by kind.
        claimed: How many are found, by kind.
        asked: How many there are, by kind; of people that the story names.
        wrong: The references that are not right, for a look at them.
    """

    gold: dict[tuple[int, int, int], Hashable] = field(default_factory=dict)
    found: dict[tuple[int, int, int], Hashable] = field(default_factory=dict)
    named: set[tuple[int, int, int]] = field(default_factory=set)
    right: Counter[str] = field(default_factory=Counter)
    claimed: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[int, Reference, str]] = field(default_factory=list)

    def b_cubed(self, names_alone: bool) -> tuple[float, float, float]:
        """Return B-cubed precision, recall and F1 over names, or over all places.

        A place that is not found, or found with other edges, is a cluster of its own.
        """
        if not names_alone:
            return b_cubed(self.gold, self.found)
        return b_cubed(
            {place: who for place, who in self.gold.items() if place in self.named},
            {place: who for place, who in self.found.items() if place in self.named},
        )

    def precision(self, kind: str) -> float:
        """Return the share of the references of a kind whose person is right."""
        return self.right[kind] / self.claimed[kind] if self.claimed[kind] else 1.0

    def recall(self, kind: str) -> float:
        """Return the share of the places of a kind that are found with the right person."""
        return self.right[kind] / self.asked[kind] if self.asked[kind] else 1.0


def join(stories: Iterable[Story]) -> Joined:
    """Annotate stories and count what is found.

    A reference is right where the person meant there is the one that most of the names of its
    entity mean. People whom a story does not name are left out of what is asked, but a reference
    to somebody else in their place is wrong.
    """
    joined = Joined()
    for number, story in enumerate(stories):
        entities = [e for e in annotate(as_article(story.text)).entities if e.label is Label.PERSON]
        _count(joined, number, story, entities)
    return joined


def _count(joined: Joined, number: int, story: Story, entities: list[Entity]) -> None:
    named = {meant.who for meant in story.people if meant.kind == NAMED}
    names = {(m.start, m.end): m.who for m in story.people if m.kind == NAMED}
    others = [m for m in story.people if m.kind != NAMED]
    for meant in story.people:
        if meant.who in named:
            place = (number, meant.start, meant.end)
            joined.gold[place] = (number, meant.who)
            if meant.kind == NAMED:
                joined.named.add(place)
            else:
                joined.asked[_kind(story.text, meant.start, meant.end, meant.kind)] += 1
    for entity in entities:
        votes = Counter(names[m.start, m.end] for m in entity.mentions if (m.start, m.end) in names)
        who = votes.most_common(1)[0][0] if votes else None
        for mention in entity.mentions:
            place = (number, mention.start, mention.end)
            joined.named.add(place)
            joined.found[place] = (number, entity.id)
        for reference in entity.references:
            known = next((m for m in others if _same(story.text, m, reference)), None)
            start, end = (known.start, known.end) if known else (reference.start, reference.end)
            kind = _kind(story.text, reference.start, reference.end, reference.kind.value)
            joined.found[number, start, end] = (number, entity.id)
            joined.claimed[kind] += 1
            right = known is not None and who is not None and known.who == who
            joined.right[kind] += right
            if not right:
                joined.wrong.append((number, reference, entity.name))


def _same(text: str, meant: Meant, reference: Reference) -> bool:
    """Whether a reference stands at a place; "the" or "his" before it may be left out."""
    if reference.kind is ReferenceKind.PRONOUN or meant.kind == PRONOUN:
        return (meant.start, meant.end) == (reference.start, reference.end)
    before = text[min(meant.start, reference.start) : max(meant.start, reference.start)]
    begins = not before or before.strip().lower() in BEFORE
    return begins and meant.head <= reference.end <= meant.end


def _kind(text: str, start: int, end: int, kind: str) -> str:
    """Return the kind of a place, "I" apart from "he" and "she"."""
    if kind != PRONOUN:
        return kind
    return "I" if text[start:end].lower() in FIRST else "he, she"


def rows(joined: Joined) -> Iterator[str]:
    """Yield the lines that tell the figures."""
    for title, names_alone in (("names", True), ("all mentions", False)):
        precision, recall, f1 = joined.b_cubed(names_alone)
        yield f"  {title:14} B-cubed  P {precision:6.1%}  R {recall:6.1%}  F1 {f1:6.1%}"
    for kind in ("he, she", "I", DESCRIBED):
        yield (
            f"  {kind:14} resolved P {joined.precision(kind):6.1%}  R {joined.recall(kind):6.1%}"
            f"  ({joined.right[kind]} of {joined.claimed[kind]} found, {joined.asked[kind]} asked)"
        )
