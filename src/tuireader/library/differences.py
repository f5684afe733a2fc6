"""Two versions of an article, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tuireader.annotation.annotation import Span
from tuireader.articles.article import Article, Block

_WORD = re.compile(r"\w+|[^\w\s]")
_SAME_PARAGRAPH = 0.5


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph of one version.

    Attributes:
        span: Where it stands in that version's `Article.text`, in code points; half-open.
        changes: The stretches of it that the other version has not.
    """

    span: Span
    changes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the comparison.

    Attributes:
        left: A paragraph of the first version; None where it has none here.
        right: The same of the second.
    """

    left: Side | None
    right: Side | None

    @property
    def same(self) -> bool:
        """Whether the two say the same."""
        return bool(self.left and self.right and not self.left.changes and not self.right.changes)


def differences(left: Article, right: Article) -> tuple[Pair, ...]:
    """Return the paragraphs of two versions, those that belong together side by side.

    Args:
        left: One version.
        right: The other.
    """
    matcher = SequenceMatcher(
        None,
        [block.text for block in left.blocks],
        [block.text for block in right.blocks],
        autojunk=False,
    )
    pairs: list[Pair] = []
    for what, left_at, left_end, right_at, right_end in matcher.get_opcodes():
        ours, theirs = left.blocks[left_at:left_end], right.blocks[right_at:right_end]
        if what == "equal":
            pairs.extend(
                Pair(_unchanged(one), _unchanged(other))
                for one, other in zip(ours, theirs, strict=True)
            )
        else:
            pairs.extend(_changed(ours, theirs))
    return tuple(pairs)


def _changed(ours: Sequence[Block], theirs: Sequence[Block]) -> Iterator[Pair]:
    """Pair the paragraphs that are alike, in order; yield the others alone."""
    at = 0
    for one in ours:
        words = _WORD.findall(one.text)
        match = next(
            (
                place
                for place in range(at, len(theirs))
                if _alike(words, _WORD.findall(theirs[place].text))
            ),
            None,
        )
        if match is None:
            yield Pair(_whole(one), None)
            continue
        for other in theirs[at:match]:
            yield Pair(None, _whole(other))
        yield _compared(one, theirs[match])
        at = match + 1
    for other in theirs[at:]:
        yield Pair(None, _whole(other))


def _alike(ours: list[str], theirs: list[str]) -> bool:
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return (
        matcher.real_quick_ratio() >= _SAME_PARAGRAPH
        and matcher.quick_ratio() >= _SAME_PARAGRAPH
        and matcher.ratio() >= _SAME_PARAGRAPH
    )


def _compared(one: Block, other: Block) -> Pair:
    ours, theirs = list(_WORD.finditer(one.text)), list(_WORD.finditer(other.text))
    matcher = SequenceMatcher(
        None, [word.group() for word in ours], [word.group() for word in theirs], autojunk=False
    )
    left: list[Span] = []
    right: list[Span] = []
    for what, left_at, left_end, right_at, right_end in matcher.get_opcodes():
        if what == "equal":
            continue
        if left_end > left_at:
            left.append(_stretch(one, ours[left_at:left_end]))
        if right_end > right_at:
            right.append(_stretch(other, theirs[right_at:right_end]))
    return Pair(
        Side(Span(one.start, one.end), tuple(left)),
        Side(Span(other.start, other.end), tuple(right)),
    )


def _stretch(block: Block, words: Sequence[re.Match[str]]) -> Span:
    return Span(block.start + words[0].start(), block.start + words[-1].end())


def _unchanged(block: Block) -> Side:
    return Side(Span(block.start, block.end))


def _whole(block: Block) -> Side:
    span = Span(block.start, block.end)
    return Side(span, (span,))
