"""Sets of articles with their names marked, as JSON Lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from tuireader.articles.article import Article, Block, BlockKind, Metadata
from tuireader.articles.offsets import OffsetMap

COMMON = {
    "PERSON": "PER", "PER": "PER", "ORG": "ORG", "ORGANIZATION": "ORG", "GPE": "LOC", "LOC": "LOC",
    "LOCATION": "LOC", "FAC": "LOC", "FACILITY": "LOC", "GSP": "LOC",
}  # fmt: skip
"""The labels of any set and of ours, brought to three kinds; the others are not scored."""

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Gold:
    """An article with its names.

    Attributes:
        article: The text as an article, a block a line.
        spans: Its names of the three kinds: start, end, kind.
        neutral: Where a name may or may not be found (nested or optional in the set).
        named: Everything the set marks, of any kind.
    """

    article: Article
    spans: frozenset[Span]
    neutral: frozenset[tuple[int, int]]
    named: tuple[tuple[int, int], ...]


SENTENCE_END = re.compile(r"(?<=[\w)”\"’'])[.?!][\"”’)]*\s+(?=[A-Z“\"])|\n+")
LEAST_SENTENCE = 16
"""Shorter stretches, in code points, are no sentences."""


def load(path: Path, alone: bool = False) -> Iterator[Gold]:
    """Yield the articles of a JSON Lines file.

    Each line is an object with ``text`` and ``entities``, a list of objects with ``start``,
    ``end`` (code points), ``label`` and, if need be, ``nested`` or ``optional``.

    Args:
        path: The file.
        alone: Whether each sentence is an article of its own.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        item: dict[str, Any] = json.loads(line)
        for part in sentences(item) if alone else (item,):
            yield _gold(part)


def sentences(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the sentences of a text with names; none ends inside a name."""
    text, entities = item["text"], item["entities"]
    ends = [
        match.end()
        for match in SENTENCE_END.finditer(text)
        if all(e["end"] <= match.start() or e["start"] >= match.end() for e in entities)
    ]
    for start, end in pairwise([0, *ends, len(text)]):
        inside = [e for e in entities if start <= e["start"] and e["end"] <= end]
        moved = [{**e, "start": e["start"] - start, "end": e["end"] - start} for e in inside]
        if end - start >= LEAST_SENTENCE:
            yield {"text": text[start:end], "entities": moved}


def _gold(item: dict[str, Any]) -> Gold:
    entities = item["entities"]
    neutral = {(e["start"], e["end"]) for e in entities if e.get("nested") or e.get("optional")}
    spans = {
        (e["start"], e["end"], COMMON[e["label"]])
        for e in entities
        if e["label"] in COMMON and (e["start"], e["end"]) not in neutral
    }
    named = tuple(sorted((e["start"], e["end"]) for e in entities))
    return Gold(as_article(item["text"]), frozenset(spans), frozenset(neutral), named)


def as_article(text: str) -> Article:
    """Return a text as an article whose offsets are those of the text."""
    blocks = []
    for match in re.finditer(r"[^\r\n]+", text):
        body = match.group().strip()
        if body:
            start = match.start() + match.group().index(body)
            blocks.append(Block(BlockKind.PARAGRAPH, body, start, start + len(body)))
    return Article(
        id="",
        path=Path("text"),
        item=0,
        metadata=Metadata(),
        blocks=tuple(blocks),
        text=text,
        raw=text,
        offsets=OffsetMap.identity(len(text)),
    )
