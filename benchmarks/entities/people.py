"""How well mentions of people are joined, on hand-made stories with every person numbered."""

from __future__ import annotations

import re
from collections.abc import Hashable
from pathlib import Path

from benchmarks.entities.data import as_article
from benchmarks.entities.scoring import b_cubed
from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.builtin import find_entities

STORIES = Path(__file__).with_name("people.txt")
_TITLE = re.compile(r"(?:Mr|Ms|Mrs|Dr)\.? ")


def b_cubed_of_people() -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 over the mentions of people in the stories.

    A mention that is not found, or found with other edges, is a cluster of its own.
    """
    gold: dict[tuple[int, int, int], Hashable] = {}
    found: dict[tuple[int, int, int], Hashable] = {}
    for number, story in enumerate(STORIES.read_text(encoding="utf-8").split("\n====\n")):
        text, marks = _read(story.strip())
        gold |= {(number, start, end): (number, who) for start, end, who in marks}
        for entity in find_entities(as_article(text)):
            if entity.label is Label.PERSON:
                for mention in entity.mentions:
                    found[number, mention.start, mention.end] = (number, entity.id)
    return b_cubed(gold, found)


def _read(story: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a story without its marks, and the marks: start, end, number of the person."""
    plain = ""
    marks: list[tuple[int, int, str]] = []
    at = 0
    for match in re.finditer(r"\[(\d+):([^\]]+)\]", story):
        plain += story[at : match.start()]
        title = _TITLE.match(match[2])
        start = len(plain) + (title.end() if title else 0)
        plain += match[2]
        marks.append((start, len(plain), match[1]))
        at = match.end()
    return plain + story[at:], marks
