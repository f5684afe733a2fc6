"""Exact precision, recall and F1 of names, junk in lists of entities, and B-cubed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.entities.data import COMMON, Gold
from tuireader.annotation.annotation import Entity

KINDS = ("PER", "ORG", "LOC")
TOP = 20


@dataclass
class Tally:
    """Counts of names over a set.

    A name counts as found only with its exact start, end and kind (CoNLL scoring; Tjong Kim Sang
    and De Meulder, CoNLL 2003).
    """

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    listed: int = 0
    junk: int = 0
    wanted: int = 0
    met: int = 0

    def add(self, gold: Gold, entities: Sequence[Entity]) -> None:
        """Count the names of one article."""
        spans = {
            (m.start, m.end, COMMON[m.label.value])
            for e in entities
            for m in e.mentions
            if m.label.value in COMMON and (m.start, m.end) not in gold.neutral
        }
        for kind in KINDS:
            asked = {s for s in gold.spans if s[2] == kind}
            found = {s for s in spans if s[2] == kind}
            self.asked[kind] += len(asked)
            self.found[kind] += len(found)
            self.right[kind] += len(asked & found)
        self._count_junk(gold, entities)
        self._count_met(gold, entities)

    def _count_junk(self, gold: Gold, entities: Sequence[Entity]) -> None:
        """Count, of the entities named most, those that no mark of the set touches."""
        named = [e for e in entities if e.label.value in COMMON]
        for entity in sorted(named, key=lambda e: -len(e.mentions))[:TOP]:
            self.listed += 1
            self.junk += not any(
                m.start < end and m.end > start
                for m in entity.mentions
                for start, end in gold.named
            )

    def _count_met(self, gold: Gold, entities: Sequence[Entity]) -> None:
        """Count, of the names the set marks most, those that an entity touches somewhere."""
        places: dict[str, list[tuple[int, int]]] = {}
        for start, end, _ in sorted(gold.spans):
            places.setdefault(gold.article.text[start:end], []).append((start, end))
        mentions = [m for e in entities if e.label.value in COMMON for m in e.mentions]
        for marks in sorted(places.values(), key=lambda marks: -len(marks))[:TOP]:
            self.wanted += 1
            self.met += any(
                m.start < end and m.end > start for m in mentions for start, end in marks
            )

    def f1(self, kinds: Iterable[str] = KINDS) -> float:
        """Return the micro-averaged F1 of some kinds, in percent."""
        kinds = tuple(kinds)
        right, found, asked = (
            sum(counts[kind] for kind in kinds) for counts in (self.right, self.found, self.asked)
        )
        return 200 * right / (found + asked) if found + asked else 0.0

    @property
    def clean(self) -> float:
        """Return the share of the most named entities that are no junk, in percent."""
        return 100 * (1 - self.junk / self.listed) if self.listed else 100.0

    @property
    def covered(self) -> float:
        """Return the share of the most marked names that are found at all, in percent."""
        return 100 * self.met / self.wanted if self.wanted else 100.0


Item = TypeVar("Item", bound=Hashable)


def b_cubed(
    gold: Mapping[Item, Hashable], found: Mapping[Item, Hashable]
) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of a clustering, each from 0 to 1.

    Bagga and Baldwin, "Algorithms for Scoring Coreference Chains", LREC 1998. Items that only one
    side has are clusters of their own on the other.

    Args:
        gold: For each item its true cluster.
        found: For each item the cluster it was put in.
    """
    items = [*gold, *(item for item in found if item not in gold)]
    sides = [{item: side.get(item, ("alone", item)) for item in items} for side in (gold, found)]
    sizes = [Counter(side.values()) for side in sides]
    both = Counter((sides[0][item], sides[1][item]) for item in items)
    shared = [both[sides[0][item], sides[1][item]] for item in items]
    recall = sum(n / sizes[0][sides[0][i]] for n, i in zip(shared, items, strict=True)) / len(items)
    precision = sum(n / sizes[1][sides[1][i]] for n, i in zip(shared, items, strict=True)) / len(
        items
    )
    return precision, recall, 2 * precision * recall / (precision + recall)
