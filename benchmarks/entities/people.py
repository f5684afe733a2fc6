"""Hand-made stories in which every place is marked where somebody is meant.

In ``people.txt`` ``[1:Popescu]`` is a name of person 1, ``[1r:the mayor]`` a role, ``[1p:she]`` a
pronoun. A name is marked without titles. A role is a noun phrase without a name that means one
person whom the story names: definite ("the mayor of Leith"), possessive or in apposition ("a
painter"), from its article to the end of what "of" or "for" ties to it, without relative clauses;
a possessor that is a person stands outside ("her", "Farrow's"). Predicates ("is a careful man") and
titles before a name are none. Pronouns are "he", "she" and "I" in all their forms. Whom the story
does not name is not marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.entities.meant import DESCRIBED, NAMED, PRONOUN, Meant, Story

STORIES = Path(__file__).with_name("people.txt")
_KINDS = {"": NAMED, "r": DESCRIBED, "p": PRONOUN}
_TITLE = re.compile(r"(?:Mr|Ms|Mrs|Dr)\.? ")


def hand_made_stories() -> Iterator[Story]:
    """Yield the stories."""
    for story in STORIES.read_text(encoding="utf-8").split("\n====\n"):
        yield _read(story.strip())


def _read(story: str) -> Story:
    plain = ""
    people: list[Meant] = []
    at = 0
    for match in re.finditer(r"\[(\d+)([rp]?):([^\]]+)\]", story):
        plain += story[at : match.start()]
        title = _TITLE.match(match[3])
        start = len(plain) + (title.end() if title else 0)
        plain += match[3]
        people.append(Meant(start, len(plain), len(plain), match[1], _KINDS[match[2]]))
        at = match.end()
    return Story(plain + story[at:], tuple(people))
