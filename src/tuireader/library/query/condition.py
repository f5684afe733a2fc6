"""Conditions over the articles of the index, as SQLite and its full-text search state them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuireader.library.query.syntax import Word

Value = str | int


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition over the table ``articles``.

    Attributes:
        sql: As it stands after ``WHERE``.
        values: What its question marks stand for.
        rows: The same as a query whose column ``row`` is the key of each such article (some may
            come twice), with the same values; empty where none is quicker than the condition.
        without: Whether `rows` gives those that the condition does not hold for.
        lasting: Whether it will be asked again and again, so that its rows are worth keeping.
    """

    sql: str
    values: tuple[Value, ...] = ()
    rows: str = ""
    without: bool = False
    lasting: bool = False

    @property
    def negated(self) -> Condition:
        """The condition that this one does not hold."""
        if not self.rows:
            return Condition(f"NOT ({self.sql})", self.values)
        return Condition(
            f"NOT ({self.sql})", self.values, self.rows, not self.without, self.lasting
        )

    @classmethod
    def of_rows(cls, rows: str, values: tuple[Value, ...]) -> Condition:
        """Return the condition that an article's key is among those a query gives."""
        return cls(f"row IN ({rows})", values, rows)


EVERYTHING = Condition("1")


def joined(parts: Sequence[Condition], operator: str = "AND") -> Condition:
    """Return the condition that all of some conditions hold (or one of them, with ``OR``)."""
    if not parts:
        return EVERYTHING
    sql = f" {operator} ".join(f"({part.sql})" for part in parts)
    return Condition(sql, tuple(value for part in parts for value in part.values))


def match_words(words: Sequence[Word], joint: str = " ") -> str:
    """Return the FTS5 expression that finds some words; each is quoted, so none is an operator.

    Args:
        words: At least one.
        joint: `` `` where all are wanted, `` OR `` where one is enough.
    """
    return joint.join(_quoted(word.text) + (" *" if word.prefix else "") for word in words)


def match_phrase(text: str, exact: bool) -> str:
    """Return the FTS5 expression of a field's value: a phrase, or each of its words."""
    return _quoted(text) if exact else _quoted(text.rstrip("*")) + (" *" * text.endswith("*"))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""').replace("\0", " ") + '"'


def words_found(expression: str) -> Condition:
    """Return the condition that the full-text search finds an article."""
    return Condition.of_rows("SELECT rowid AS row FROM search WHERE search MATCH ?", (expression,))
