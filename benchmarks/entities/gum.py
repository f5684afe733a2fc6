"""Where GUM's hand-made coreference says that people are meant.

Zeldes, "The GUM Corpus", Language Resources and Evaluation 51 (2017); annotations CC BY 4.0. A
folder of its files in CoNLL-U is read. Of every mention of a person that holds a proper name, the
name alone counts, without titles. Of the others count the pronouns "he", "she" and "I" in all their
forms, and the descriptions of one person ("the mayor of Leith"), but no predicates ("is a mayor").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.entities.meant import DESCRIBED, NAMED, PRONOUN, PRONOUNS, Meant, Story
from tuireader.annotation.entities.lexicon import word_list

_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]+)")
_PIECE = re.compile(r"\(?[^()]+\)?")
_OF_A_NAME = frozenset({"flat"})
_APPOSED = _OF_A_NAME | {"appos"}


@dataclass(slots=True)
class _Token:
    number: int
    text: str
    start: int
    end: int
    kind: str
    head: int
    relation: str
    several: bool

    @property
    def proper(self) -> bool:
        return self.kind == "PROPN"


@dataclass(slots=True)
class Document:
    """A document being read.

    Attributes:
        text: Its text so far.
        sentence: The words of the present sentence.
        opened: The spans that have begun: which entity, its kind, its first word.
        spans: The spans of people that have ended in the present sentence: who, first, last word.
        people: Where people are meant.
        whole: The number of the last word of several written as one ("boy's").
        spaced: Whether a space follows these.
    """

    text: str = ""
    sentence: list[_Token] = field(default_factory=list)
    opened: list[tuple[str, str, int]] = field(default_factory=list)
    spans: list[tuple[str, int, int]] = field(default_factory=list)
    people: dict[tuple[int, int], Meant] = field(default_factory=dict)
    whole: int = 0
    spaced: bool = True

    def add(self, fields: list[str]) -> None:
        """Take in a line of ten fields."""
        spaced = "SpaceAfter=No" not in fields[9]
        if "-" in fields[0]:
            self.whole, self.spaced = int(fields[0].partition("-")[2]), spaced
        if not fields[0].isdigit():
            return
        start = len(self.text)
        self.text += fields[1]
        token = _Token(
            int(fields[0]),
            fields[1],
            start,
            len(self.text),
            fields[3],
            int(fields[6]),
            fields[7].partition(":")[0],
            "Number=Plur" in fields[5],
        )
        self.sentence.append(token)
        if token.number <= self.whole:
            spaced = token.number == self.whole and self.spaced
        self.text += " " if spaced else ""
        found = _ENTITY.search(fields[9])
        for piece in _PIECE.findall(found[1]) if found else ():
            self._bracket(piece, token.number)

    def end_sentence(self) -> None:
        """Note the people of the sentence that ends."""
        for who, first, last in self.spans:
            apart = any(
                other == who and first <= start <= end <= last and (start, end) != (first, last)
                for other, start, end in self.spans
            )
            meant = self._meant(who, first, last, apart)
            if meant is not None:
                self.people.setdefault((meant.start, meant.end), meant)
        self.sentence, self.spans, self.whole = [], [], 0

    def _bracket(self, piece: str, number: int) -> None:
        parts = piece.strip("()").split("-")
        if piece.startswith("("):
            self.opened.append((parts[0], parts[1] if len(parts) > 1 else "", number))
        if piece.endswith(")"):
            at = max((i for i, one in enumerate(self.opened) if one[0] == parts[0]), default=-1)
            if at >= 0:
                who, kind, first = self.opened.pop(at)
                if kind == "person":
                    self.spans.append((who, first, number))

    def _meant(self, who: str, first: int, last: int, apart: bool) -> Meant | None:
        """Return how somebody is meant by a span.

        Args:
            who: The number of the person.
            first: The span's first word.
            last: Its last word.
            apart: Whether an apposition in it is a span of its own.
        """
        inside = [token for token in self.sentence if first <= token.number <= last]
        if not inside:
            return None
        name = self._name(inside, first, last, _OF_A_NAME if apart else _APPOSED)
        if name is not None:
            return Meant(*name, name[1], who, NAMED)
        head = next((token for token in inside if not first <= token.head <= last), inside[-1])
        start, end = inside[0].start, inside[-1].end
        if len(inside) == 1 and head.kind == "PRON":
            known = head.text.lower() in PRONOUNS
            return Meant(start, end, end, who, PRONOUN) if known else None
        predicate = any(t.relation == "cop" and t.head == head.number for t in self.sentence)
        role = head.kind == "NOUN" or (head.proper and _is_role(head.text))
        if not role or head.several or predicate:
            return None
        return Meant(start, end, head.end, who, DESCRIBED)

    def _name(
        self, inside: list[_Token], first: int, last: int, tied: frozenset[str]
    ) -> tuple[int, int] | None:
        """Return where the proper name stands that heads a span, without titles."""
        reached = {token.number for token in inside if not first <= token.head <= last}
        names = {t.number for t in inside if t.proper and not _is_role(t.text)}
        for _ in inside:
            reached |= {
                token.number
                for token in inside
                if token.head in reached
                and (
                    token.relation in tied or (token.relation == "compound" and token.head in names)
                )
            }
        named = [token for token in inside if token.proper and token.number in reached]
        while named and _is_role(named[0].text):
            named = named[1:]
        if not named or (_is_role(named[-1].text) and not first <= named[-1].head <= last):
            return None
        whole = [t for t in inside if named[0].number <= t.number <= named[-1].number]
        comma = next((at for at, token in enumerate(whole) if token.text == ","), None)
        whole = whole[:comma]
        if not all(token.proper or not token.text.isalnum() for token in whole):
            return None
        return whole[0].start, whole[-1].end


def _is_role(word: str) -> bool:
    return word in word_list("title") or word.lower() in word_list("role")


def read_gum(path: Path) -> Story:
    """Return the text of a file in CoNLL-U and where people are meant in it."""
    document = Document()
    for line in _lines(path):
        if line.startswith("# newpar"):
            document.text = document.text.rstrip() + ("\n" if document.text else "")
        elif not line:
            document.end_sentence()
        elif not line.startswith("#"):
            document.add(line.split("\t"))
    document.end_sentence()
    return Story(document.text, tuple(document.people.values()))


def gum_stories(folder: Path) -> Iterator[Story]:
    """Yield the files of a folder."""
    for path in sorted(folder.glob("*.conllu")):
        yield read_gum(path)


def _lines(path: Path) -> Iterator[str]:
    yield from path.read_text(encoding="utf-8").splitlines()
