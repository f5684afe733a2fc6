"""What a line of a page dump looks like among the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate

from tuireader.articles.cleaning.noise.phrases import Phrases
from tuireader.articles.cleaning.page.lines import Look, look_at

Features = dict[str, float]

_STRONG = 0.45
"""From what looks on a line counts as running text for sure."""
_GAP = 6
"""How many lines may stand between two of running text in one cluster."""


def page_features(texts: Sequence[str], gaps: Sequence[int], known: Phrases) -> list[Features]:
    """Return the features of every line of a page.

    Args:
        texts: The lines that hold anything, in order.
        gaps: How many blank lines stand before each.
        known: The phrases that give the parts of a page away.
    """
    looks = [look_at(text, known) for text in texts]
    page = _Page(looks)
    result = []
    for at, look in enumerate(looks):
        features = {"any": 1.0, **look.features, "gap": min(1.0, gaps[at] / 2)}
        page.add_neighbours(at, features)
        page.add_windows(at, features)
        page.add_cluster(at, features)
        page.add_headline(at, features)
        features["twice"] = float(page.copies[look.key] > 1 and look.words < 30)
        features["first"], features["last"] = float(at == 0), float(at == len(looks) - 1)
        result.append({name: value for name, value in features.items() if value})
    return result


class _Page:
    """The lines of a page, with running sums."""

    def __init__(self, looks: list[Look]) -> None:
        self.looks = looks
        self.copies = Counter(look.key for look in looks)
        self.prose = _sums(looks, lambda look: look.prose)
        self.short = _sums(looks, lambda look: float(look.short))
        self.below = _sums(looks, lambda look: float(look.below))
        self.mass = _sums(looks, lambda look: look.prose * look.words)
        self.whole = self.mass[-1] or 1.0
        self.clusters = self._clusters()
        self.main = max(self.clusters, key=lambda one: one[2], default=(0, len(looks) - 1, 1.0))
        self.headlines = frozenset(self._headlines())
        self.headline_before = list(
            accumulate(
                range(len(looks)),
                lambda seen, at: at - 1 if at - 1 in self.headlines else seen,
                initial=-1,
            )
        )[1:]
        self.own_share = [0.0] * len(looks)
        for first, last, share in self.clusters:
            self.own_share[first : last + 1] = [share] * (last + 1 - first)

    def _clusters(self) -> list[tuple[int, int, float]]:
        """Return the stretches of running text: first line, last line, share of all of it."""
        found: list[tuple[int, int, float]] = []
        for at, look in enumerate(self.looks):
            if look.prose < _STRONG:
                continue
            weight = look.prose * look.words
            if found and at - found[-1][1] <= _GAP:
                first, _, mass = found[-1]
                found[-1] = (first, at, mass + weight)
            else:
                found.append((at, at, weight))
        whole = sum(mass for _, _, mass in found) or 1.0
        return [(first, last, mass / whole) for first, last, mass in found]

    def _headlines(self) -> list[int]:
        """Return which lines repeat the first, which in a saved page is its title."""
        title = self.looks[0].names if self.looks else frozenset()
        return [
            at
            for at, look in enumerate(self.looks)
            if at
            and len(look.names) >= 3
            and (shared := len(look.names & title)) >= 0.75 * len(look.names)
            and shared >= 0.4 * len(title)
        ]

    def add_neighbours(self, at: int, features: Features) -> None:
        """Add what the two lines before and behind look like, and the line itself."""
        for step in (-2, -1, 0, 1, 2):
            if not 0 <= at + step < len(self.looks):
                continue
            other = self.looks[at + step]
            features[f"below{step:+}"] = float(other.below)
            features[f"above{step:+}"] = float(other.above)
            features[f"within{step:+}"] = float(other.within)
            features[f"dated{step:+}"] = float(other.dated)
            features[f"short{step:+}"] = float(other.short)
            features[f"prose{step:+}"] = other.prose
        look = self.looks[at]
        features["label-below"] = float(look.below and look.short)
        features["text-below"] = float(look.below and not look.short)

    def add_windows(self, at: int, features: Features) -> None:
        """Add how much running text and how many labels stand around."""
        last = len(self.looks)
        for size in (5, 15):
            features[f"prose-before-{size}"] = _between(self.prose, at - size, at) / size
            features[f"prose-behind-{size}"] = _between(self.prose, at + 1, at + 1 + size) / size
        features["short-before"] = _between(self.short, at - 6, at) / 6
        features["short-behind"] = _between(self.short, at + 1, at + 7) / 6
        features["below-behind"] = _between(self.below, at + 1, at + 7) / 6
        for size in (5, 10):
            first, end = max(0, at - size), min(last, at + size + 1)
            features[f"prose-around-{size}"] = _between(self.prose, first, end) / (end - first)
        before, behind = self.mass[at] / self.whole, 1 - self.mass[at + 1] / self.whole
        features["text-before"], features["text-behind"] = before, behind
        for share in (0.02, 0.3, 0.6, 0.9):
            features[f"text-before>{share}"] = float(before > share)
        features["text-behind<0.1"] = float(behind < 0.1)

    def add_cluster(self, at: int, features: Features) -> None:
        """Add where the line stands to the largest stretch of running text, and to its own."""
        first, last, _ = self.main
        inside = first <= at <= last
        features["in-main"] = float(inside)
        features["before-main"], features["behind-main"] = float(at < first), float(at > last)
        features["main-away"] = min(1.0, max(first - at, at - last, 0) / 20)
        features["main-depth"] = min(1.0, min(at - first, last - at) / 5) if inside else 0.0
        features["own-share"] = self.own_share[at]

    def add_headline(self, at: int, features: Features) -> None:
        """Add how far above the headline was seen last."""
        seen = self.headline_before[at]
        away = at - seen if seen >= 0 else 999
        features["headline"] = float(at in self.headlines)
        features["headline-seen"] = float(seen >= 0)
        features["headline-never"] = float(not self.headlines)
        for lines in (3, 10, 40):
            features[f"headline-{lines}"] = float(away <= lines)


def _sums(looks: list[Look], value: Callable[[Look], float]) -> list[float]:
    return [0.0, *accumulate(value(look) for look in looks)]


def _between(sums: list[float], start: int, end: int) -> float:
    """Return the sum of the values from one line to before another, within the page."""
    last = len(sums) - 1
    return sums[min(max(end, 0), last)] - sums[min(max(start, 0), last)]
