"""The built-in engine for entities."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tuireader.annotation.annotation import Entity, Label, Mention
from tuireader.annotation.entities.amounts import find_amounts
from tuireader.annotation.entities.guess import Guess, Guesser
from tuireader.annotation.entities.lexicon import Lexicon, lexicon
from tuireader.annotation.entities.names import fold
from tuireader.annotation.entities.people import describe
from tuireader.annotation.entities.resolve import resolve
from tuireader.annotation.entities.second_look import second_look
from tuireader.annotation.entities.timex import find_dates
from tuireader.annotation.entities.words import Word, split_words
from tuireader.articles.article import Article

SHOWN = 0.5
"""Mentions less sure than this are left out."""

_LABELS = {
    "PER": Label.PERSON, "ORG": Label.ORG, "FAC": Label.FAC, "NORP": Label.NORP,
    "EVENT": Label.EVENT, "LAW": Label.LAW, "PRODUCT": Label.PRODUCT, "WORK": Label.WORK_OF_ART,
}  # fmt: skip


class BuiltinRecognizer:
    """Rules and word lists, and a second look over the whole article."""

    name = "builtin/1"

    def __init__(self) -> None:
        self._lists = lexicon()
        self._guesser = Guesser(self._lists, _ordinary())

    def recognize(self, article: Article) -> list[Mention]:
        """Return the mentions of an article, in order of the text, not overlapping."""
        text = article.text
        blocks = [
            split_words(text, block.start, block.end, number, self._lists.peoples)
            for number, block in enumerate(article.blocks)
        ]
        guesses = second_look(blocks, [self._guesser.guess(words) for words in blocks], self._lists)
        names = [
            _mention(text, words, guess, self._lists)
            for words, found in zip(blocks, guesses, strict=True)
            for guess in found
        ]
        values = [*find_dates(text, article.metadata.published), *find_amounts(text)]
        return [m for m in _without_overlap(names, values) if m.confidence >= SHOWN]


def _mention(text: str, words: list[Word], guess: Guess, lists: Lexicon) -> Mention:
    start, end = words[guess.start].start, words[guess.end - 1].end
    surface = text[start:end]
    label = _LABELS.get(guess.label) or _place_label(surface, lists)
    return Mention(start, end, surface, label, 0.9 if guess.sure else 0.6)


def _place_label(surface: str, lists: Lexicon) -> Label:
    """Tell places with a government (countries, cities, provinces) from the others."""
    kinds = lists.phrase_kinds(" ".join(surface.split()))
    if "region" in kinds and "country" not in kinds and "province" not in kinds:
        return Label.LOC
    return Label.GPE


def _without_overlap(names: list[Mention], values: list[Mention]) -> list[Mention]:
    """Keep of overlapping mentions the longer one, and of equally long ones the value."""
    kept: list[Mention] = []
    for mention in sorted([*values, *names], key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


@cache
def _ordinary() -> frozenset[str]:
    path = files("tuireader.annotation.entities") / "data" / "ordinary.txt"
    return frozenset(path.read_text(encoding="utf-8").splitlines())


@cache
def _same_places() -> tuple[frozenset[str], ...]:
    path = files("tuireader.annotation.entities") / "data" / "lists" / "alias.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(frozenset(fold(name) for name in line.split(" | ")) for line in lines if line)


@cache
def _recognizer() -> BuiltinRecognizer:
    return BuiltinRecognizer()


def find_entities(article: Article) -> tuple[Entity, ...]:
    """Return the entities of an article, each with its mentions, in order of first mention.

    Args:
        article: A clean article.
    """
    mentions = _recognizer().recognize(article)
    entities = resolve(mentions, _same_places())
    return describe(article.text, entities, lexicon())
