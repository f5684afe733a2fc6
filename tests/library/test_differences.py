from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tuireader.articles.article import BLOCK_SEPARATOR, Article, Block, BlockKind, Metadata
from tuireader.articles.offsets import OffsetMap
from tuireader.library.differences import Pair, Side, differences


def _article(*paragraphs: str) -> Article:
    text = BLOCK_SEPARATOR.join(paragraphs)
    blocks = []
    at = 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, paragraph, at, at + len(paragraph)))
        at += len(paragraph) + len(BLOCK_SEPARATOR)
    return Article(
        "", Path("a"), 0, Metadata(), tuple(blocks), text, text, OffsetMap.identity(len(text))
    )


def _shown(article: Article, side: Side | None) -> tuple[str, list[str]] | None:
    if side is None:
        return None
    text = article.text
    return (
        text[side.span.start : side.span.end],
        [text[change.start : change.end] for change in side.changes],
    )


def _table(left: Article, right: Article) -> list[object]:
    return [
        (_shown(left, pair.left), _shown(right, pair.right)) for pair in differences(left, right)
    ]


def test_an_article_does_not_differ_from_itself() -> None:
    article = _article("One two three.", "Four.")
    pairs = differences(article, article)
    assert len(pairs) == 2
    assert all(pair.same for pair in pairs)


def test_a_changed_word_is_marked_on_both_sides() -> None:
    left = _article("Same.", "Twelve people were hurt in Velm on Monday.")
    right = _article("Same.", "Fourteen people were hurt in Velm on Monday night.")
    assert _table(left, right)[1] == (
        ("Twelve people were hurt in Velm on Monday.", ["Twelve"]),
        ("Fourteen people were hurt in Velm on Monday night.", ["Fourteen", "night"]),
    )


def test_paragraphs_of_one_side_only_stand_alone() -> None:
    left = _article("The bridge is open.", "Nothing of this stayed in print.")
    right = _article("An editor wrote something else.", "The bridge is now open.")
    assert _table(left, right) == [
        (None, ("An editor wrote something else.", ["An editor wrote something else."])),
        (("The bridge is open.", []), ("The bridge is now open.", ["now"])),
        (("Nothing of this stayed in print.", ["Nothing of this stayed in print."]), None),
    ]


_WORDS = ("the", "harbour", "of", "velm", "was", "closed", "today", ".")
_PARAGRAPHS = st.lists(st.lists(st.sampled_from(_WORDS), min_size=1).map(" ".join), max_size=6)


@given(_PARAGRAPHS, _PARAGRAPHS)
def test_every_paragraph_stands_once_and_in_order(one: list[str], other: list[str]) -> None:
    left, right = _article(*one), _article(*other)
    pairs = differences(left, right)
    assert [pair.left.span.start for pair in pairs if pair.left] == [
        block.start for block in left.blocks
    ]
    assert [pair.right.span.start for pair in pairs if pair.right] == [
        block.start for block in right.blocks
    ]
    assert all(_holds(left, right, pair) for pair in pairs)


def _holds(left: Article, right: Article, pair: Pair) -> bool:
    """Where nothing is marked the words are the same."""
    if not (pair.same and pair.left and pair.right):
        return True
    texts = [
        article.text[side.span.start : side.span.end]
        for article, side in ((left, pair.left), (right, pair.right))
    ]
    return texts[0].split() == texts[1].split()
