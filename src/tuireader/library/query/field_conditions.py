"""The conditions that the fields of a query mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from tuireader.library.folding import fold
from tuireader.library.marks import Marks
from tuireader.library.query import values
from tuireader.library.query.condition import Condition, joined, match_phrase, words_found
from tuireader.library.query.fields import FIELDS, Kind
from tuireader.library.query.syntax import Predicate
from tuireader.library.records import UNDATED


@dataclass(frozen=True, slots=True)
class Context:
    """What a query needs beside the index.

    Attributes:
        marks: What the reader did.
        today: The present day.
    """

    marks: Marks
    today: date


PROBLEM = Condition("problem <> ''", (), "SELECT row FROM articles WHERE problem <> ''")


def one_quote(tests: Sequence[Predicate]) -> Condition:
    """Return the condition that one quote passes all of some tests."""
    names = [_names(test) for test in tests if test.field == "speaker"]
    phrases = [match_phrase(test.value, test.exact) for test in tests if test.field == "quote"]
    spoken = [f"SELECT quote FROM quotes WHERE speaker IN ({name.sql})" for name in names]
    said = ["SELECT rowid FROM quote_search WHERE quote_search MATCH ?" for _ in phrases]
    # Each set of quotes by itself: a frequent word looked up in quote after quote takes longer.
    quotes = " INTERSECT ".join([*spoken, *said])
    asked = [*chain.from_iterable(name.values for name in names), *phrases]
    return Condition.of_rows(f"SELECT row FROM quotes WHERE quote IN ({quotes})", tuple(asked))


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


def field_condition(test: Predicate, context: Context) -> Condition:
    """Return the condition that a field is what a query asks for.

    Args:
        test: The field and its value, checked by the parser.
        context: What the query needs beside the index.
    """
    if test.field in ("speaker", "quote"):
        return one_quote([test])
    match FIELDS[test.field].kind:
        case Kind.NAME:
            names = _names(test)
            return Condition.of_rows(
                f"SELECT row FROM appearances WHERE name IN ({names.sql})", names.values
            )
        case Kind.NUMBER:
            return _number(test)
        case Kind.DATE:
            return _date(test, context.today)
        case Kind.AGE:
            return _age(test, context.today)
        case Kind.TAG:
            return marked(context.marks.tagged_json(test.value, test.exact))
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
    than = (today - timedelta(days=days)).isoformat()
    undated = f"day > '' AND day < '0' AND day {operator} ?"
    return Condition(f"(day >= '0' AND day {operator} ? OR {undated})", (than, f"{UNDATED}{than}"))


def marked(ids: str) -> Condition:
    """Return the condition that an article is one of those the reader marked.

    Args:
        ids: The ids as a JSON array.
    """
    return Condition(
        "id IN (SELECT value FROM json_each(?))",
        (ids,),
        "SELECT row FROM articles WHERE id IN (SELECT value FROM json_each(?))",
        lasting=True,
    )


def _choice(test: Predicate, marks: Marks) -> Condition:
    match test.field, test.value:
        case "is", "read":
            return marked(marks.read_json)
        case "is", "unread":
            return joined([PROBLEM.negated, marked(marks.read_json).negated])
        case "is", "bookmarked":
            return marked(marks.bookmarked_json)
        case "is", "duplicate":
            return Condition("family > 0")
        case "is", "problem":
            return PROBLEM
        case "has", "notes":
            return marked(marks.noted_json)
        case "has", "tags":
            return marked(marks.any_tag_json)
        case "has", "quotes" | "people":
            return Condition(f"{test.value} > 0")
        case _:
            column = {"date": "published", "author": "byline"}.get(test.value, test.value)
            return Condition(f"{column} <> ''")


def _title(test: Predicate) -> Condition:
    return words_found(f"title : {match_phrase(test.value, test.exact)}")


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
