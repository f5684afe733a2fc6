"""Interviews and transcripts, where a label says who speaks: "Q:", "MAYOR HALE: …"."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tuireader.annotation.quotations.marks import Family
from tuireader.annotation.quotations.pairing import Pair
from tuireader.articles.article import Block, BlockKind

_LABEL = re.compile(
    r"((?:[^\W\d_][\w.'’-]*)(?: \(?[^\W\d_][\w.'’-]*\)?){0,4})(, [^:.!?“”\"\n]{2,60})?:"
    r"[ \u00a0]+(?=[\w\[(“\"‘'«])"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_BRACKETS = ("(", ")"), ("[", "]")
_TURNS = 4
_TALK = re.compile(
    r"[?？]|\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Ii]ch|[Ww]ir|Sie|[Jj]e|[Nn]ous|[Vv]ous|[Yy]o|[Nn]osotros"
    r"|[Яя]|[Мм]ы|[Вв]ы|[Мм]и|[Вв]и)\b|\b[Jj][’']"
)
_LABELS = 2
_LONGEST_GAP = 4
_SHORTEST_NAME = 3


def with_turns(blocks: Sequence[Block], pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs of marks with the turns of a transcript, if the article holds one.

    A transcript is told by at least two labels that take at least two turns each, and by a turn
    that asks or speaks of "I", "we" or "you": notes on two teams do not. Unlabelled
    paragraphs between two turns go on with the turn before, unless one of them is a reporter's:
    then the article only cites a transcript, and none does. What stands in marks inside a turn is
    then a quote in a quote.

    Args:
        blocks: The blocks of an article, in order.
        pairs: What its marks make, in order.
    """
    turns = _turns(blocks, pairs)
    if not turns:
        return list(pairs)
    found, at = list(turns), 0
    for span in pairs:
        while at < len(turns) and turns[at].end <= span.start:
            at += 1
        inside = at < len(turns) and turns[at].start <= span.start
        if inside and span.start == turns[at].start and span.end >= turns[at].end - 1:
            continue
        found.append(span._replace(depth=span.depth + 1) if inside else span)
    return sorted(found, key=lambda span: (span.start, -span.end))


def label_of(block: Block) -> str:
    """Return the label that a block begins with; empty where it has none.

    Only a label in capitals may say whom it stands for: "MS OAKES, for the harbour".
    """
    match = _LABEL.match(block.text)
    if match is None or block.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTATION):
        return ""
    name, standing = match.groups()
    if standing and not name.isupper():
        return ""
    capitalised = all(word.strip("(")[:1].isupper() for word in name.split())
    return name + (standing or "") if capitalised else ""


def _turns(blocks: Sequence[Block], pairs: Sequence[Pair]) -> list[Pair]:
    labels = [label_of(block) for block in blocks]
    counts = Counter(label for label in labels if label)
    repeated = {label for label, count in counts.items() if count > 1}
    if len(repeated) < _LABELS or sum(counts[label] for label in repeated) < _TURNS:
        return []
    speaking = [number for number, label in enumerate(labels) if label]
    if not any(_TALK.search(blocks[number].text) for number in speaking):
        return []
    turns = [
        _turn(blocks[number], blocks[number].start + len(labels[number]) + 1) for number in speaking
    ]
    between = [
        (number, at)
        for number, following in itertools.pairwise(speaking)
        for at in range(number + 1, following)
        if not _is_stage_direction(blocks[at])
    ]
    closed = {found.start: found.end for found in pairs}
    if not any(_is_reported(blocks[at], labels[number], closed) for number, at in between):
        turns += _continuations(blocks, between)
    return sorted(turns, key=lambda turn: turn.start)


def _continuations(blocks: Sequence[Block], between: Sequence[tuple[int, int]]) -> Iterator[Pair]:
    """Yield the paragraphs that go on with the turn before.

    Args:
        blocks: The blocks of an article.
        between: The numbers of paragraphs between turns, each after that of the turn before.
    """
    for _, group in itertools.groupby(between, key=lambda pair: pair[0]):
        gap = [blocks[at] for _, at in group]
        if len(gap) <= _LONGEST_GAP and all(block.kind is BlockKind.PARAGRAPH for block in gap):
            yield from (_turn(block, block.start) for block in gap)


def _is_stage_direction(block: Block) -> bool:
    """Whether a block stands in brackets as a whole: "(Laughter.)"."""
    text = block.text.strip()
    return any(text.startswith(opening) and text.endswith(end) for opening, end in _BRACKETS)


def _is_reported(block: Block, label: str, closed: dict[int, int]) -> bool:
    """Whether a paragraph speaks of the label's person by name, or quotes and goes on.

    Args:
        block: A paragraph without a label.
        label: The label of the turn before it.
        closed: Where the quotes of the article end, by where they start.
    """
    name = label.partition(",")[0].split()[-1].casefold()
    if len(name) >= _SHORTEST_NAME and any(
        word[0].isupper() and word.casefold().removesuffix("'s").removesuffix("’s") == name
        for word in _WORD.findall(block.text)
    ):
        return True
    return closed.get(block.start, block.end) < block.end


def _turn(block: Block, start: int) -> Pair:
    said = block.text[start - block.start :]
    start += len(said) - len(said.lstrip())
    return Pair(start, block.end, 0, True, False, Family.DOUBLE)
