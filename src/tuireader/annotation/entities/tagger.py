"""A linear-chain conditional random field, decoded in plain Python over a table of weights.

Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001. The weights are trained by
`tools/train_entities.py`; decoding is Viterbi's algorithm with the margin of every word, so that
each name has a confidence.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from heapq import nlargest

from tuireader.annotation.entities.constant_table import ConstantTable
from tuireader.annotation.entities.shipped import DATA

Vector = tuple[float, ...]


def add(vectors: Sequence[Vector]) -> Vector:
    """Return the sum of vectors, of which there is at least one."""
    return tuple(map(sum, zip(*vectors, strict=True)))


class Tagger:
    """Labels words by the sum of their features' weights and of the transitions' weights."""

    def __init__(
        self,
        labels: Sequence[str],
        transitions: Sequence[Sequence[float]],
        weights: ConstantTable,
    ) -> None:
        """Prepare.

        Args:
            labels: The labels, "O" first.
            transitions: The weight of going from label i to label j.
            weights: For each feature its label numbers and weights, these in hundredths, in turn
                and with spaces between.
        """
        self.labels = tuple(labels)
        self._weights = weights
        self._vectors: dict[str, Vector] = {}
        self._forward = [tuple(row) for row in transitions]
        self._into = [tuple(row[j] for row in self._forward) for j in range(len(labels))]
        self._alone = [a + b for a, b in zip(self._forward[0], self._into[0], strict=True)]
        self._zero: Vector = (0.0,) * len(labels)

    def vector(self, features: Sequence[str]) -> Vector:
        """Return the sum of the weights of some features, one number a label."""
        return add(self.vectors(features) or [self._zero])

    def vectors(self, features: Sequence[str]) -> list[Vector]:
        """Return the weights of those of some features that have any, one number a label."""
        known = self._vectors
        found: list[Vector] = []
        for feature in features:
            vector = known.get(feature)
            if vector is None:
                weights = self._weights.get(feature)
                if weights is None:
                    continue
                vector = known[feature] = self._dense(weights)
            found.append(vector)
        return found

    def _dense(self, text: str) -> Vector:
        total = list(self._zero)
        pairs = iter(text.split())
        for label, weight in zip(pairs, pairs, strict=True):
            total[int(label)] += int(weight) / 100
        return tuple(total)

    def decode(self, scores: Sequence[Vector]) -> list[tuple[str, float]]:
        """Return the best labels of a run of words, each with its confidence from 0 to 1.

        The run stands between words that are no names: it starts from and ends in "O".

        Args:
            scores: For each word the sum of its features' weights, one number a label.
        """
        size = range(len(self.labels))
        if len(scores) == 1:
            return [self._best([s + a for s, a in zip(scores[0], self._alone, strict=True)])]
        forward: list[list[float]] = []
        last = self._forward[0]
        alpha = [s + t for s, t in zip(scores[0], last, strict=True)]
        forward.append(alpha)
        for row in scores[1:]:
            previous = alpha
            alpha = [
                row[j] + max([p + t for p, t in zip(previous, self._into[j], strict=True)])
                for j in size
            ]
            forward.append(alpha)
        beta = [self._forward[i][0] for i in size]
        found: list[tuple[str, float]] = []
        for at in range(len(scores) - 1, -1, -1):
            totals = [a + b for a, b in zip(forward[at], beta, strict=True)]
            found.append(self._best(totals))
            if at:
                ahead = [s + b for s, b in zip(scores[at], beta, strict=True)]
                beta = [
                    max([t + r for t, r in zip(self._forward[i], ahead, strict=True)]) for i in size
                ]
        found.reverse()
        return found

    def _best(self, totals: list[float]) -> tuple[str, float]:
        """Return the label with the highest total, and the confidence from its lead."""
        highest, rival = nlargest(2, totals)
        confidence = 1 / (1 + math.exp(-min(highest - rival, 30.0)))
        return self.labels[totals.index(highest)], confidence


@cache
def tagger() -> Tagger:
    """Return the tagger with the weights of the package, read once."""
    model = json.loads((DATA / "model.json").read_bytes())
    weights = ConstantTable((DATA / "weights.bin").read_bytes())
    return Tagger(model["labels"], model["transitions"], weights)
