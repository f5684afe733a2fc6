"""The rows of the list of views, with how many articles are in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tuireader.app.source import ArticleSource
from tuireader.language import mark
from tuireader.language import translated as _
from tuireader.library.marks import Marks
from tuireader.library.query.parser import parse
from tuireader.library.query.syntax import QueryError
from tuireader.state.views import View as KeptView

MOST_NAMES = 12
"""The sources listed, and the people."""

_ALWAYS = (
    (mark("All articles"), ""),
    (mark("Unread"), "is:unread not is:problem"),
    (mark("Bookmarked"), "is:bookmarked"),
    (mark("The last seven days"), "age<7d"),
    (mark("With notes"), "has:notes"),
)
_NAMED = ((mark("People"), "PERSON", "person"), (mark("Sources"), "source", "source"))


class RowKind(Enum):
    """What a row is."""

    TITLE = auto()
    ALWAYS = auto()
    KEPT = auto()
    NAMED = auto()


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A row of the list of views.

    Attributes:
        kind: What it is.
        name: As it is shown.
        query: What it finds; empty for all articles.
        count: How many articles that is; None where the query cannot be understood.
        sort: The order that it was kept with, as `view_orders.text_of` writes it.
    """

    kind: RowKind
    name: str
    query: str = ""
    count: int | None = None
    sort: str = ""


def always_and_kept(
    library: ArticleSource, kept: Sequence[KeptView], marks: Marks
) -> list[ViewRow]:
    """Return the rows that depend on what the reader does.

    Args:
        library: Where the articles are counted.
        kept: The reader's views, in order.
        marks: What the reader did with the articles.
    """
    rows = [ViewRow(RowKind.ALWAYS, _(name), query) for name, query in _ALWAYS]
    if kept:
        rows.append(ViewRow(RowKind.TITLE, _("Kept")))
        rows += [ViewRow(RowKind.KEPT, it.name, it.query, sort=it.sort) for it in kept]
    return _counted(library, rows, marks)


def named(library: ArticleSource) -> list[ViewRow]:
    """Return the rows that depend on nothing but the articles: people and sources."""
    rows: list[ViewRow] = []
    for title, kind, field in _NAMED:
        names = [known.name for known in library.names([kind], "", MOST_NAMES)]
        if names:
            rows.append(ViewRow(RowKind.TITLE, _(title)))
            plain = [(name, name.replace('"', " ")) for name in names]
            rows += [ViewRow(RowKind.NAMED, name, f'{field}:"{words}"') for name, words in plain]
    return _counted(library, rows, Marks())


def _counted(library: ArticleSource, rows: Sequence[ViewRow], marks: Marks) -> list[ViewRow]:
    sound = [row for row in rows if row.kind is not RowKind.TITLE and _is_sound(row.query)]
    counts = library.counts([row.query for row in sound], marks)
    count_of = {row.query: count for row, count in zip(sound, counts, strict=True)}
    return [
        ViewRow(row.kind, row.name, row.query, count_of.get(row.query), row.sort)
        if row.kind is not RowKind.TITLE
        else row
        for row in rows
    ]


def _is_sound(query: str) -> bool:
    try:
        parse(query)
    except QueryError:
        return False
    return True
