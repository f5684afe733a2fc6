"""The guideline and the document's consensus over the mentions of any recognizer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tuireader.annotation.annotation import Label, Mention
from tuireader.annotation.entities.consensus import Consensus
from tuireader.annotation.entities.edges import trim
from tuireader.annotation.entities.kinds import label_of
from tuireader.annotation.entities.lexicon import lexicon, ordinary_words
from tuireader.annotation.entities.name import Name
from tuireader.annotation.entities.words import Word, split_words
from tuireader.articles.article import Article

_COARSE = {
    Label.PERSON: "PER", Label.ORG: "ORG", Label.NORP: "NORP",
    Label.GPE: "LOC", Label.LOC: "LOC", Label.FAC: "LOC",
}  # fmt: skip


def refine(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions with titles and articles cut off and the document's names made consistent.

    Args:
        article: The article.
        mentions: What a recognizer found in it.
    """
    lists, ordinary = lexicon(), ordinary_words()
    blocks = [
        split_words(article.text, block.start, block.end, number, lists.peoples)
        for number, block in enumerate(article.blocks)
    ]
    fine = {(m.start, m.end): m for m in mentions}
    found = [trim(words, _names(words, mentions), lists) for words in blocks]
    consensus = Consensus(blocks, found, lists, ordinary)
    refined = [m for m in mentions if m.label not in _COARSE]
    for words, names in zip(blocks, found, strict=True):
        for name in consensus.apply(words, names):
            start, end = words[name.start].start, words[name.end - 1].end
            known = fine.get((start, end))
            if known and _COARSE.get(known.label) == name.label:
                refined.append(known)
            elif label := label_of(words, name, lists):
                surface = article.text[start:end]
                refined.append(Mention(start, end, surface, label, round(name.confidence, 2)))
    return without_overlap(refined)


def _names(words: Sequence[Word], mentions: Sequence[Mention]) -> list[Name]:
    """Return the mentions that cover whole words of a block as names."""
    if not words:
        return []
    starts = {word.start: at for at, word in enumerate(words)}
    ends = {word.end: at + 1 for at, word in enumerate(words)}
    return [
        Name(starts[m.start], ends[m.end], _COARSE[m.label], m.confidence)
        for m in mentions
        if m.label in _COARSE and m.start in starts and m.end in ends
    ]


def without_overlap(mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions in order of the text, of overlapping ones the longer, then the earlier."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        at = bisect_left(kept, mention.start, key=_start)
        if at < len(kept) and kept[at].start < mention.end:
            continue
        if at and kept[at - 1].end > mention.start:
            continue
        kept.insert(at, mention)
    return kept


def _start(mention: Mention) -> int:
    return mention.start
