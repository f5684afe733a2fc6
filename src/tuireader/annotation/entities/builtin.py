"""The built-in engine for entities."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from tuireader.annotation.annotation import Entity, Mention
from tuireader.annotation.engine import ENGINE
from tuireader.annotation.entities.amounts import find_amounts
from tuireader.annotation.entities.clusters import clusters
from tuireader.annotation.entities.cyrillic_names import (
    as_written,
    cyrillic_language,
    in_nominative,
    sober_cyrillic,
)
from tuireader.annotation.entities.gender import genders
from tuireader.annotation.entities.kinds import label_of
from tuireader.annotation.entities.lexicon import lexicon, ordinary_words
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.name_finder import NameFinder
from tuireader.annotation.entities.names import fold
from tuireader.annotation.entities.other_languages import other_language, sober
from tuireader.annotation.entities.own_mentions import with_own_names, with_own_notes
from tuireader.annotation.entities.people import describe
from tuireader.annotation.entities.recognizer import Recognizer
from tuireader.annotation.entities.refine import without_overlap
from tuireader.annotation.entities.resolve import resolve
from tuireader.annotation.entities.shipped import DATA
from tuireader.annotation.entities.tagger import tagger
from tuireader.annotation.entities.timex import find_dates
from tuireader.annotation.entities.words import Word, split_words
from tuireader.articles.article import Article

if TYPE_CHECKING:
    from tuireader.annotation.entities.own_names import OwnName

SHOWN = 0.5
"""Mentions less sure than this are left out."""


class BuiltinRecognizer:
    """Rules, word lists and a small trained tagger, over the whole article."""

    name = ENGINE

    def __init__(self) -> None:
        self._lists = lexicon()
        self._finder = NameFinder(self._lists, ordinary_words(), tagger())

    def recognize(self, article: Article) -> list[Mention]:
        """Return the mentions of an article, in order of the text, not overlapping."""
        text = article.text
        blocks = [
            split_words(text, block.start, block.end, number, self._lists.peoples, clusters())
            for number, block in enumerate(article.blocks)
        ]
        names = [
            mention
            for words, found in zip(blocks, self._finder.find(blocks), strict=True)
            for name in found
            if (mention := self._mention(text, words, name)) and mention.confidence >= SHOWN
        ]
        addresses = [word for words in blocks for word in words if word.skip]
        ends = [word.end for word in addresses]
        values = [
            value
            for value in (*find_dates(text, article.metadata.published), *find_amounts(text))
            if (at := bisect_right(ends, value.start)) == len(ends)
            or addresses[at].start >= value.end
        ]
        cyrillic = cyrillic_language(text)
        if cyrillic:
            return without_overlap([*values, *sober_cyrillic(names, text, cyrillic)])
        language = article.metadata.language or other_language(text)
        return without_overlap([*values, *sober(names, language, self._lists)])

    def _mention(self, text: str, words: list[Word], name: Name) -> Mention | None:
        label = label_of(words, name, self._lists)
        if label is None:
            return None
        start, end = words[name.start].start, words[name.end - 1].end
        return Mention(start, end, text[start:end], label, round(name.confidence, 2))


@cache
def _same_places() -> tuple[frozenset[str], ...]:
    path = DATA / "lists" / "alias.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(frozenset(fold(name) for name in line.split(" | ")) for line in lines if line)


@cache
def builtin_recognizer() -> BuiltinRecognizer:
    """Return the built-in recognizer, made once."""
    return BuiltinRecognizer()


def find_entities(
    article: Article, recognizer: Recognizer | None = None, own: Sequence[OwnName] = ()
) -> tuple[Entity, ...]:
    """Return the entities of an article, each with its mentions, in order of first mention.

    Args:
        article: A clean article.
        recognizer: What finds the mentions; None for the built-in recognizer.
        own: The reader's own names; they take precedence.
    """
    lists = lexicon()
    mentions = (recognizer or builtin_recognizer()).recognize(article)
    mentions = with_own_names(article.text, mentions, own)
    same = [*_same_places(), *(frozenset(map(fold, name.forms)) for name in own)]
    cyrillic = cyrillic_language(article.text)
    joined = in_nominative(mentions, cyrillic) if cyrillic else mentions
    entities = resolve(joined, same, genders(article.text, mentions, lists))
    if cyrillic:
        entities = as_written(entities, mentions)
    return with_own_notes(describe(article.text, entities, lists), own)
