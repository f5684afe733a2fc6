"""How predicted quotes are counted against marked ones.

Marks, white space, commas and full stops around a span do not count. Spans match one to one by
the share they have in common (intersection over union of at least one half). A nested or ignored
span is neither asked for nor held against a prediction. A speaker is right where the last word of
the name is, or, where the data only marks the words in the text, where these overlap.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.quotes.data import GoldArticle, GoldQuote, Place

_AROUND = "\"“”„‟«»‘’'`‹› \t\r\n\u00a0,."
_HALF = 0.5
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sen", "senator", "rep", "gov", "pres"}
    | {"representative", "governor", "president", "minister", "prime", "foreign", "secretary"}
    | {"sir", "lord", "lady", "dame", "gen", "general", "col", "colonel", "capt", "captain", "sgt"}
    | {"lt", "judge", "justice", "rev", "reverend", "father", "pope", "king", "queen", "prince"}
    | {"princess", "mayor", "ambassador", "chancellor", "the", "a", "an", "of", "state", "us"}
    | {"russian", "american", "former", "vice", "chief", "director", "coach"}
)


@dataclass(frozen=True, slots=True)
class Predicted:
    """A quote that the program takes for speech, in offsets of the raw text."""

    start: int
    end: int
    speaker: str | None
    mention: Place | None
    confidence: float


@dataclass(slots=True)
class Tally:
    """What was counted; add up over articles with `add`.

    Attributes:
        counts: By name.
        graded: For every found quote with a speaker, the confidence and whether it is right.
        misses: Kinds of errors and how often they came.
    """

    counts: Counter[str] = field(default_factory=Counter)
    graded: list[tuple[float, bool]] = field(default_factory=list)
    misses: Counter[str] = field(default_factory=Counter)

    def f1(self, hits: str) -> tuple[float, float, float]:
        """Return precision, recall and F1 of a count, in percent."""
        found, right = self.counts["predicted"], self.counts[hits]
        asked = self.counts["asked"]
        precision = 100 * right / found if found else 0.0
        recall = 100 * right / asked if asked else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0

    def share(self, hits: str, of: str) -> float | None:
        """Return one count in percent of another; None where there is nothing to count."""
        return 100 * self.counts[hits] / self.counts[of] if self.counts[of] else None


def trimmed(text: str, start: int, end: int) -> Place:
    """Return a span without marks, white space, commas and full stops around it."""
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return start, end


def shared(one: Place, other: Place) -> float:
    """Return the intersection of two spans over their union."""
    inside = min(one[1], other[1]) - max(one[0], other[0])
    return inside / (max(one[1], other[1]) - min(one[0], other[0])) if inside > 0 else 0.0


def add(tally: Tally, gold: GoldArticle, predictions: Iterable[Predicted]) -> None:
    """Count the quotes of one article."""
    asked, scare, neutral = _sorted(gold)
    found: dict[Place, Predicted] = {}
    for predicted in predictions:
        place = trimmed(gold.text, predicted.start, predicted.end)
        if place[0] < place[1]:
            found.setdefault(place, predicted)
    matched = _matched(list(asked), list(found))
    for place in found:
        if place in matched.values():
            tally.counts["predicted"] += 1
        elif not _neutral(place, neutral, gold.ignored):
            tally.counts["predicted"] += 1
            is_scare = any(shared(place, other) >= _HALF for other in scare)
            tally.counts["scare taken for speech"] += is_scare
            tally.misses["scare quote taken for speech" if is_scare else "no such quote"] += 1
    tally.counts["asked"] += len(asked)
    tally.counts["scare"] += len(scare)
    tally.counts["exact"] += sum(place in asked for place in found)
    for place, quote in asked.items():
        if place not in matched:
            tally.misses[f"{quote.kind} quote not found"] += 1
            continue
        tally.misses["extent differs"] += matched[place] != place
        _grade(tally, quote, found[matched[place]])


def _sorted(gold: GoldArticle) -> tuple[dict[Place, GoldQuote], list[Place], list[Place]]:
    asked: dict[Place, GoldQuote] = {}
    scare: list[Place] = []
    neutral: list[Place] = []
    for quote in gold.quotes:
        place = trimmed(gold.text, quote.start, quote.end)
        if place[0] >= place[1]:
            continue
        if quote.nested or _inside(place, gold.ignored):
            neutral.append(place)
        elif quote.speech:
            asked[place] = quote
        else:
            scare.append(place)
    return asked, scare, neutral


def _inside(place: Place, regions: Sequence[Place]) -> bool:
    length = max(1, place[1] - place[0])
    return any(min(place[1], b) - max(place[0], a) >= _HALF * length for a, b in regions)


def _neutral(place: Place, neutral: Sequence[Place], ignored: Sequence[Place]) -> bool:
    return any(shared(place, other) >= _HALF for other in neutral) or _inside(place, ignored)


def _matched(asked: Sequence[Place], found: Sequence[Place]) -> dict[Place, Place]:
    pairs = sorted(
        ((shared(a, b), a, b) for a in asked for b in found if shared(a, b) >= _HALF),
        key=lambda entry: -entry[0],
    )
    matched: dict[Place, Place] = {}
    taken: set[Place] = set()
    for _, a, b in pairs:
        if a not in matched and b not in taken:
            matched[a] = b
            taken.add(b)
    return matched


def _grade(tally: Tally, quote: GoldQuote, predicted: Predicted) -> None:
    """Count whether the speaker of a found quote is right."""
    if quote.speaker is None:
        tally.counts["nobody"] += 1
        right = predicted.speaker is None
        tally.counts["nobody right"] += right
    else:
        tally.counts["with speaker"] += 1
        names = (quote.speaker, *quote.others)
        said = predicted.speaker or ""
        full = bool(said) and _key(said) in {_key(name) for name in names}
        right = bool(said) and _last(said) in {_last(name) for name in names}
        if quote.mention is not None and predicted.mention is not None:
            overlaps = min(quote.mention[1], predicted.mention[1]) > max(
                quote.mention[0], predicted.mention[0]
            )
            right = right or (overlaps and not quote.named)
        tally.counts["named"] += quote.named
        tally.counts["full name"] += full and quote.named
        if not right:
            tally.misses["no speaker given" if not said else "another speaker"] += 1
        elif quote.named and not full:
            tally.misses["the speaker’s name is not full"] += 1
    tally.counts["joint"] += right
    if predicted.speaker is not None:
        tally.graded.append((predicted.confidence, right))


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[-’'.][^\W_]+)*", re.sub(r"[’']s\b", "", name).casefold())


def _key(name: str) -> str:
    words = _words(name)
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words)


def _last(name: str) -> str:
    words = _words(re.split(r",| who | of the | from the ", name)[0])
    return words[-1] if words else ""
