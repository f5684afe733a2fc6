"""What a query means, as a tree of plain values, and what is wrong with one that means nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Word:
    """Words to be found in the title or the text.

    Attributes:
        text: One word, or several that follow each other.
        prefix: Whether the last word may go on.
        start: Where it stands in the query, in code points.
        end: Where it ends there; half-open.
    """

    text: str
    prefix: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Predicate:
    """A field and what it has to be.

    Attributes:
        field: The `Field.name`.
        operator: ``:``, ``=``, ``<``, ``<=``, ``>`` or ``>=``.
        value: As it was written, without quotation marks.
        exact: Whether it stood in quotation marks.
        start: Where the whole test stands in the query, in code points.
        value_start: Where its value starts.
        end: Where it ends; half-open.
    """

    field: str
    operator: str
    value: str
    exact: bool
    start: int
    value_start: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """What must all be."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Of which one must be."""

    parts: tuple[Node, ...]


Node: TypeAlias = Word | Predicate | Not | And | Or


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of the list.

    Attributes:
        key: One of `fields.SORT_KEYS`.
        reverse: Whether the natural direction of the key is turned round.
    """

    key: str
    reverse: bool = False

    def __str__(self) -> str:
        return f"{'-' if self.reverse else ''}{self.key}"


@dataclass(frozen=True, slots=True)
class Query:
    """A query that has been understood.

    Attributes:
        text: As it was written.
        node: What it means; None where it means everything.
        sort: The order it asks for; None where it asks for none.
    """

    text: str = ""
    node: Node | None = None
    sort: Sort | None = None


class QueryError(ValueError):
    """A query that cannot be understood.

    Attributes:
        query: The query as it was written.
        message: What is wrong, as a sentence.
        start: Where, in code points; the length of the query where something is missing.
        end: Where that ends; half-open.
        suggestion: What to put in place of ``[start, end)``; empty where we have no idea.
    """

    def __init__(
        self, query: str, message: str, start: int, end: int, suggestion: str = ""
    ) -> None:
        super().__init__(message)
        self.query = query
        self.message = message
        self.start = start
        self.end = end
        self.suggestion = suggestion

    @property
    def corrected(self) -> str:
        """The whole query with the suggestion put in; empty where there is none."""
        if not self.suggestion:
            return ""
        return self.query[: self.start] + self.suggestion + self.query[self.end :]

    def __str__(self) -> str:
        marks = " " * self.start + "^" * max(1, self.end - self.start)
        hint = f"\nDid you mean  {self.corrected}" if self.suggestion else ""
        return f"{self.message}\n  {self.query}\n  {marks}{hint}"


def words_of(node: Node | None) -> tuple[Word, ...]:
    """Return the words that an article found has, or may have: those not under a `Not`."""
    match node:
        case Word():
            return (node,)
        case And(parts) | Or(parts):
            return tuple(word for part in parts for word in words_of(part))
        case _:
            return ()
