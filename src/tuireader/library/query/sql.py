"""From a query to the condition by which SQLite finds its articles in the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tuireader.library.folding import fold
from tuireader.library.marks import Marks
from tuireader.library.query import values
from tuireader.library.query.fields import FIELDS, Kind
from tuireader.library.query.syntax import And, Node, Not, Or, Predicate, Word

Value = str | int | bytes


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition over the table ``articles``, and the values its question marks stand for."""

    sql: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a query needs beside the index.

    Attributes:
        marks: What the reader did.
        today: The present day.
    """

    marks: Marks
    today: date


EVERYTHING = Condition("1")


def condition(node: Node | None, context: Context) -> Condition:
    """Return the condition that a query means.

    Args:
        node: The tree of a query.
        context: What it needs beside the index.
    """
    match node:
        case None:
            return EVERYTHING
        case Word():
            return _words([node])
        case Predicate():
            return _test(node, context)
        case Not(part):
            inner = condition(part, context)
            return Condition(f"NOT ({inner.sql})", inner.values)
        case Or(parts):
            return _joined(" OR ", [condition(part, context) for part in parts])
        case And(parts):
            return _all(parts, context)


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


def _joined(operator: str, parts: Sequence[Condition]) -> Condition:
    sql = operator.join(f"({part.sql})" for part in parts)
    return Condition(sql, tuple(value for part in parts for value in part.values))


def _all(parts: tuple[Node, ...], context: Context) -> Condition:
    """Join conditions; words go into one look-up, and so do a speaker and their words."""
    words = [part for part in parts if isinstance(part, Word)]
    spoken = [
        part for part in parts if isinstance(part, Predicate) and part.field in ("speaker", "quote")
    ]
    rest = [part for part in parts if part not in words and part not in spoken]
    found = [condition(part, context) for part in rest]
    if words:
        found.append(_words(words))
    if spoken:
        found.append(_quote(spoken))
    return _joined(" AND ", found)


def _words(words: Sequence[Word]) -> Condition:
    return Condition(
        "row IN (SELECT rowid FROM search WHERE search MATCH ?)", (match_words(words),)
    )


def _quote(tests: Sequence[Predicate]) -> Condition:
    """Return the condition that one quote passes all of some tests."""
    parts = []
    for test in tests:
        if test.field == "speaker":
            names = _names(test)
            parts.append(Condition(f"speaker IN ({names.sql})", names.values))
        else:
            parts.append(
                Condition(
                    "quote IN (SELECT rowid FROM quote_search WHERE quote_search MATCH ?)",
                    (match_phrase(test.value, test.exact),),
                )
            )
    joined = _joined(" AND ", parts)
    return Condition(f"row IN (SELECT row FROM quotes WHERE {joined.sql})", joined.values)


def _names(test: Predicate) -> Condition:
    """Return the query for the names that a value means: with its words, or these in a row."""
    kinds = FIELDS[test.field].names
    folded = fold(test.value)
    wanted = [f" {folded} "] if test.exact else [f" {word}" for word in folded.split()]
    marks = ", ".join("?" * len(kinds))
    tests = " AND ".join("instr(folded, ?)" for _ in wanted)
    return Condition(
        f"SELECT name FROM names WHERE kind IN ({marks}) AND {tests}", (*kinds, *wanted)
    )


def _test(test: Predicate, context: Context) -> Condition:
    if test.field in ("speaker", "quote"):
        return _quote([test])
    match FIELDS[test.field].kind:
        case Kind.NAME:
            names = _names(test)
            return Condition(
                f"row IN (SELECT row FROM appearances WHERE name IN ({names.sql}))", names.values
            )
        case Kind.NUMBER:
            return _number(test)
        case Kind.DATE:
            return _date(test, context.today)
        case Kind.AGE:
            return _age(test, context.today)
        case Kind.TAG:
            return _marked(context.marks.tagged_json(test.value, test.exact))
        case Kind.CHOICE:
            return _choice(test, context.marks)
        case Kind.TEXT:
            return _TEXTS[test.field](test)


def _number(test: Predicate) -> Condition:
    low, dots, high = test.value.partition("..")
    if dots:
        return Condition(f"{test.field} BETWEEN ? AND ?", (_bounded(low), _bounded(high)))
    operator = "=" if test.operator == ":" else test.operator
    return Condition(f"{test.field} {operator} ?", (_bounded(low),))


def _bounded(text: str) -> int:
    return min(int(text), 2**62)


def _date(test: Predicate, today: date) -> Condition:
    low, _, high = test.value.partition("..")
    first = _period(low, today)
    last = _period(high, today) if high else first
    operator = {"after": ">", "before": "<"}.get(test.field, test.operator)
    match operator:
        case ">":
            return Condition("published >= ?", (first.end,))
        case ">=":
            return Condition("published >= ?", (first.start,))
        case "<":
            return _earlier(first.start)
        case "<=":
            return _earlier(first.end)
        case _:
            return Condition("published >= ? AND published < ?", (first.start, last.end))


def _period(text: str, today: date) -> values.Period:
    found = values.period(text, today)
    if found is None:  # the parser has checked it
        raise ValueError(text)
    return found


def _earlier(than: str) -> Condition:
    """Return the condition of a date before another, and no less exact."""
    return Condition("published < ? AND length(published) >= ?", (than, len(than)))


def _age(test: Predicate, today: date) -> Condition:
    days = min(values.age(test.value) or 0, today.toordinal() - 1)
    operator = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(test.operator, "=")
    return Condition(
        f"day <> '' AND day {operator} ?", ((today - timedelta(days=days)).isoformat(),)
    )


def _marked(ids: bytes) -> Condition:
    return Condition("id IN (SELECT value FROM json_each(?))", (ids.decode(),))


def _choice(test: Predicate, marks: Marks) -> Condition:
    match test.field, test.value:
        case "is", "read":
            return _marked(marks.read_json)
        case "is", "unread":
            unread = _marked(marks.read_json)
            return Condition(f"problem = '' AND NOT ({unread.sql})", unread.values)
        case "is", "bookmarked":
            return _marked(marks.bookmarked_json)
        case "is", "duplicate":
            return Condition("family > 0")
        case "is", "problem":
            return Condition("problem <> ''")
        case "has", "notes":
            return _marked(marks.noted_json)
        case "has", "tags":
            return _marked(marks.any_tag_json)
        case "has", "quotes" | "people":
            return Condition(f"{test.value} > 0")
        case _:
            column = {"date": "published", "author": "byline"}.get(test.value, test.value)
            return Condition(f"{column} <> ''")


def _title(test: Predicate) -> Condition:
    return Condition(
        "row IN (SELECT rowid FROM search WHERE search MATCH ?)",
        (f"title : {match_phrase(test.value, test.exact)}",),
    )


def _language(test: Predicate) -> Condition:
    tag = test.value.casefold().replace("_", "-")
    return Condition(
        "lower(language) = ? OR substr(lower(language), 1, ?) = ?", (tag, len(tag) + 1, f"{tag}-")
    )


def _format(test: Predicate) -> Condition:
    return Condition("format = ?", (test.value.casefold(),))


def _path(test: Predicate) -> Condition:
    text = test.value
    if "*" in text or "?" in text:
        return Condition(
            "file IN (SELECT file FROM files WHERE CAST(path AS TEXT) GLOB ?)", (f"*{text}*",)
        )
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return Condition(
        "file IN (SELECT file FROM files WHERE CAST(path AS TEXT) LIKE ? ESCAPE '\\')",
        (f"%{escaped}%",),
    )


_TEXTS: dict[str, Callable[[Predicate], Condition]] = {
    "title": _title,
    "lang": _language,
    "format": _format,
    "path": _path,
}
