"""A linear-chain model: how likely each line of a page belongs to the article.

A page is read as a sequence: lines before the article (``O``), its first line (``B``), its further
lines (``I``), foreign lines within it (``X``), the first line behind it (``E``) and the rest
(``A``). The weights of a conditional random field (Lafferty, McCallum and Pereira, 2001) say how
well a label suits a line and its neighbour's label; the probabilities come from the
forward-backward algorithm. ``benchmarks/cleaning/train_page_model.py`` learns the weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LABELS = "OBIXEA"
START = "OB"
STEPS = ("OO", "OB", "BI", "BX", "BE", "II", "IX", "IE", "XI", "XX", "EA", "AA")
"""Which label may follow which."""

_IMPOSSIBLE = -1e9


@dataclass(frozen=True)
class PageModel:
    """The weights of the chain.

    Attributes:
        states: For each feature the weight of each label, in the order of `LABELS`.
        steps: The weight of each of `STEPS`.
    """

    states: dict[str, tuple[float, ...]]
    steps: dict[str, float]

    def article_probability(self, lines: Sequence[dict[str, float]]) -> list[float]:
        """Return for each line the probability that it is part of the article.

        Args:
            lines: The features of the lines, in order.
        """
        if not lines:
            return []
        scores = [self._score(features) for features in lines]
        forward = self._pass(scores, backward=False)
        backward = self._pass(scores[::-1], backward=True)[::-1]
        result = []
        for ahead, behind, score in zip(forward, backward, scores, strict=True):
            joint = [a + b - s for a, b, s in zip(ahead, behind, score, strict=True)]
            top = max(joint)
            weights = [math.exp(value - top) for value in joint]
            result.append((weights[1] + weights[2]) / sum(weights))
        return result

    def _score(self, features: dict[str, float]) -> list[float]:
        total = [0.0] * len(LABELS)
        for name, value in features.items():
            weights = self.states.get(name)
            if weights is not None:
                total = [a + value * b for a, b in zip(total, weights, strict=True)]
        return total

    def _pass(self, scores: list[list[float]], *, backward: bool) -> list[list[float]]:
        """Return the log-sums over all ways that lead to each label of each line."""
        arcs: list[list[tuple[int, float]]] = [[] for _ in LABELS]
        for step in STEPS:
            a, b = LABELS.index(step[0]), LABELS.index(step[1])
            source, target = (b, a) if backward else (a, b)
            arcs[target].append((source, self.steps.get(step, 0.0)))
        first = scores[0]
        if backward:
            rows = [list(first)]
        else:
            starts = zip(LABELS, first, strict=True)
            rows = [[value if label in START else _IMPOSSIBLE for label, value in starts]]
        for score in scores[1:]:
            last = rows[-1]
            rows.append(
                [
                    value + _log_sum([last[source] + weight for source, weight in incoming])
                    for value, incoming in zip(score, arcs, strict=True)
                ]
            )
        return rows


def _log_sum(values: list[float]) -> float:
    if not values:
        return _IMPOSSIBLE
    top = max(values)
    return top + math.log(sum(math.exp(value - top) for value in values))


@cache
def page_model() -> PageModel:
    """Return the model that comes with the program."""
    data = json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8"))
    states = {name: tuple(weights) for name, weights in data["states"].items()}
    return PageModel(states, data["steps"])
