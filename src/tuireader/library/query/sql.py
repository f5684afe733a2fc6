"""From a query to the condition by which SQLite finds its articles in the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tuireader.library.folding import fold
from tuireader.library.marks import Marks
from tuireader.library.query import values
from tuireader.library.query.fields import FIELDS, Kind
from tuireader.library.query.syntax import And, Node, Not, Or, Predicate, Word, words_of

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
        return Condition(
            f"NOT ({self.sql})", self.values, self.rows, not self.without, self.lasting
        )

    @classmethod
    def of_rows(cls, rows: str, values: tuple[Value, ...]) -> Condition:
        """Return the condition that an article's key is among those a query gives."""
        return cls(f"row IN ({rows})", values, rows)


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
_PROBLEM = Condition("problem <> ''", (), "SELECT row FROM articles WHERE problem <> ''")


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
            return _words(match_words([node]))
        case Predicate():
            return _test(node, context)
        case Not(part):
            return condition(part, context).negated
        case Or(parts) if all(isinstance(part, Word) for part in parts):
            return _words(match_words(words_of(node), " OR "))
        case Or(parts):
            return joined([condition(part, context) for part in parts], "OR")
        case And():
            return joined(conditions(node, context))


def conditions(node: Node | None, context: Context) -> list[Condition]:
    """Return the conditions that must all hold for what a query means.

    Args:
        node: The tree of a query.
        context: What it needs beside the index.
    """
    if isinstance(node, Predicate) and (node.field, node.value) == ("is", "unread"):
        return [_PROBLEM.negated, marked(context.marks.read_json).negated]
    if not isinstance(node, And):
        return [] if node is None else [condition(node, context)]
    words = [part for part in node.parts if isinstance(part, Word)]
    spoken = [
        part
        for part in node.parts
        if isinstance(part, Predicate) and part.field in ("speaker", "quote")
    ]
    rest = [part for part in node.parts if part not in words and part not in spoken]
    found = [one for part in rest for one in conditions(part, context)]
    if words:
        found.append(_words(match_words(words)))
    if spoken:
        found.append(_quote(spoken))
    return found


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


def joined(parts: Sequence[Condition], operator: str = "AND") -> Condition:
    """Return the condition that all of some conditions hold (or one of them, with ``OR``)."""
    if not parts:
        return EVERYTHING
    sql = f" {operator} ".join(f"({part.sql})" for part in parts)
    return Condition(sql, tuple(value for part in parts for value in part.values))


def _words(expression: str) -> Condition:
    return Condition.of_rows("SELECT rowid AS row FROM search WHERE search MATCH ?", (expression,))


def _quote(tests: Sequence[Predicate]) -> Condition:
    """Return the condition that one quote passes all of some tests."""
    names = [_names(test) for test in tests if test.field == "speaker"]
    parts = [Condition(f"speaker IN ({name.sql})", name.values) for name in names]
    # Where there are speakers, only their quotes are looked at; a frequent word has too many.
    found = "quote IN (SELECT rowid FROM quote_search WHERE quote_search MATCH ?)"
    if parts:
        found = "EXISTS (SELECT 1 FROM quote_search WHERE quote_search MATCH ? AND rowid = quote)"
    parts += [
        Condition(found, (match_phrase(test.value, test.exact),))
        for test in tests
        if test.field == "quote"
    ]
    both = joined(parts)
    return Condition.of_rows(f"SELECT row FROM quotes WHERE {both.sql}", both.values)


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
    return Condition(
        f"day <> '' AND day {operator} ?", ((today - timedelta(days=days)).isoformat(),)
    )


def marked(ids: str) -> Condition:
    """Return the condition that an article is one of those the reader marked.

    Args:
        ids: The ids as a JSON array.
    """
    return Condition(
        "id IN (SELECT value FROM json_each(?))",
        (ids,),
        "SELECT row FROM json_each(?) JOIN articles ON articles.id = value",
        lasting=True,
    )


def _choice(test: Predicate, marks: Marks) -> Condition:
    match test.field, test.value:
        case "is", "read":
            return marked(marks.read_json)
        case "is", "unread":
            return joined([_PROBLEM.negated, marked(marks.read_json).negated])
        case "is", "bookmarked":
            return marked(marks.bookmarked_json)
        case "is", "duplicate":
            return Condition("family > 0")
        case "is", "problem":
            return _PROBLEM
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
    return _words(f"title : {match_phrase(test.value, test.exact)}")


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
