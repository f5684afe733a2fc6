"""How well named mentions of people are joined in GUM, by its hand-made coreference.

Zeldes, "The GUM Corpus", Language Resources and Evaluation 51 (2017); annotations CC BY 4.0. A
folder of its files in CoNLL-U is read. Of every mention of a person that holds a proper name, the
name alone counts, without titles; pronouns and descriptions do not.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.entities.data import as_article
from benchmarks.entities.scoring import b_cubed
from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.builtin import find_entities
from tuireader.annotation.entities.lexicon import word_list

_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]+)")
_PIECE = re.compile(r"\(?[^()]+\)?")
_OF_A_NAME = frozenset({"flat", "compound", "appos"})


@dataclass(slots=True)
class _Token:
    number: int
    text: str
    start: int
    end: int
    proper: bool
    head: int
    relation: str


@dataclass(slots=True)
class Document:
    """A document being read.

    Attributes:
        text: Its text so far.
        sentence: The words of the present sentence.
        opened: The spans that have begun: which entity, its kind, its first word.
        people: Where people are named, and which of them.
    """

    text: str = ""
    sentence: list[_Token] = field(default_factory=list)
    opened: list[tuple[str, str, int]] = field(default_factory=list)
    people: dict[tuple[int, int], str] = field(default_factory=dict)

    def add(self, fields: list[str]) -> None:
        """Take in a line of ten fields."""
        start = len(self.text)
        self.text += fields[1]
        token = _Token(
            int(fields[0]),
            fields[1],
            start,
            len(self.text),
            fields[3] == "PROPN",
            int(fields[6]),
            fields[7].partition(":")[0],
        )
        self.sentence.append(token)
        if "SpaceAfter=No" not in fields[9]:
            self.text += " "
        found = _ENTITY.search(fields[9])
        for piece in _PIECE.findall(found[1]) if found else ():
            self._bracket(piece, token.number)

    def _bracket(self, piece: str, number: int) -> None:
        parts = piece.strip("()").split("-")
        if piece.startswith("("):
            self.opened.append((parts[0], parts[1] if len(parts) > 1 else "", number))
        if piece.endswith(")"):
            at = max((i for i, one in enumerate(self.opened) if one[0] == parts[0]), default=-1)
            if at >= 0:
                who, kind, first = self.opened.pop(at)
                name = self._name(first, number) if kind == "person" else None
                if name:
                    self.people.setdefault(name, who)

    def _name(self, first: int, last: int) -> tuple[int, int] | None:
        """Return where the proper name stands that heads a span, without titles."""
        inside = [token for token in self.sentence if first <= token.number <= last]
        reached = {token.number for token in inside if not first <= token.head <= last}
        for _ in inside:
            reached |= {
                token.number
                for token in inside
                if token.head in reached and token.relation in _OF_A_NAME
            }
        named = [token for token in inside if token.proper and token.number in reached]
        while named and named[0].text in word_list("title"):
            named = named[1:]
        if not named:
            return None
        whole = [t for t in inside if named[0].number <= t.number <= named[-1].number]
        if not all(token.proper or not token.text.isalnum() for token in whole):
            return None
        return named[0].start, named[-1].end


def b_cubed_of_gum(folder: Path) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 over the named mentions of people in a folder.

    A mention that is not found, or found with other edges, is a cluster of its own.
    """
    gold: dict[tuple[str, int, int], Hashable] = {}
    found: dict[tuple[str, int, int], Hashable] = {}
    for path in sorted(folder.glob("*.conllu")):
        document = read_gum(path)
        for (start, end), who in document.people.items():
            gold[path.stem, start, end] = (path.stem, who)
        for entity in find_entities(as_article(document.text)):
            if entity.label is Label.PERSON:
                for mention in entity.mentions:
                    found[path.stem, mention.start, mention.end] = (path.stem, entity.id)
    return b_cubed(gold, found)


def read_gum(path: Path) -> Document:
    """Return the text of a file in CoNLL-U and the named mentions of people in it."""
    document = Document()
    for line in _lines(path):
        if line.startswith("# newpar"):
            document.text = document.text.rstrip() + ("\n" if document.text else "")
        elif not line:
            document.sentence = []
        elif not line.startswith("#"):
            fields = line.split("\t")
            if fields[0].isdigit():
                document.add(fields)
    return document


def _lines(path: Path) -> Iterator[str]:
    yield from path.read_text(encoding="utf-8").splitlines()
