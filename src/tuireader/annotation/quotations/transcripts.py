"""Interviews and transcripts, where a label says who speaks: "Q:", "MAYOR HALE: …"."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tuireader.annotation.quotations.marks import Family
from tuireader.annotation.quotations.pairing import Pair
from tuireader.articles.article import Block, BlockKind

_LABEL = re.compile(
    r"((?:[^\W\d_][\w.'’-]*)(?: \(?[^\W\d_][\w.'’-]*\)?){0,4}):[ \u00a0]+(?=[\w\[(“\"‘'«])"
)
_TURNS = 4
_LABELS = 2
_LONGEST_GAP = 4


def with_turns(blocks: Sequence[Block], pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs of marks with the turns of a transcript, if the article holds one.

    A transcript is told by at least two labels that take at least two turns each. Unlabelled
    paragraphs between two turns go on with the turn before. What stands in marks inside a turn
    is then a quote in a quote.

    Args:
        blocks: The blocks of an article, in order.
        pairs: What its marks make, in order.
    """
    turns = _turns(blocks)
    if not turns:
        return list(pairs)
    found, at = list(turns), 0
    for span in pairs:
        while at < len(turns) and turns[at].end <= span.start:
            at += 1
        inside = at < len(turns) and turns[at].start <= span.start
        if inside and span.start == turns[at].start and span.end >= turns[at].end - 1:
            continue
        found.append(replace(span, depth=span.depth + 1) if inside else span)
    return sorted(found, key=lambda span: (span.start, -span.end))


def label_of(block: Block) -> str:
    """Return the label that a block begins with; empty where it has none."""
    match = _LABEL.match(block.text)
    if match is None or block.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTATION):
        return ""
    label = match.group(1)
    return label if all(word.strip("(")[:1].isupper() for word in label.split()) else ""


def _turns(blocks: Sequence[Block]) -> list[Pair]:
    labels = [label_of(block) for block in blocks]
    counts = Counter(label for label in labels if label)
    repeated = {label for label, count in counts.items() if count > 1}
    if len(repeated) < _LABELS or sum(counts[label] for label in repeated) < _TURNS:
        return []
    speaking = [number for number, label in enumerate(labels) if label]
    turns = [
        _turn(blocks[number], blocks[number].start + len(labels[number]) + 1) for number in speaking
    ]
    for number, following in itertools.pairwise(speaking):
        between = range(number + 1, following)
        if len(between) <= _LONGEST_GAP and all(
            blocks[at].kind is BlockKind.PARAGRAPH for at in between
        ):
            turns += [_turn(blocks[at], blocks[at].start) for at in between]
    return sorted(turns, key=lambda turn: turn.start)


def _turn(block: Block, start: int) -> Pair:
    said = block.text[start - block.start :]
    start += len(said) - len(said.lstrip())
    return Pair(start, block.end, 0, True, False, Family.DOUBLE)
