"""Where in an article the words of a query stand, and the sentence to show for it."""

from __future__ import annotations

import re
import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tuireader.annotation.annotation import Span
from tuireader.library.query.condition import match_words
from tuireader.library.query.syntax import Query, words_of

_OPEN, _CLOSE = "\x02", "\x03"
_MARK = re.compile(f"[{_OPEN}{_CLOSE}]")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]*\s+|\n+")
_MOST_LENGTH = 240


@dataclass(frozen=True, slots=True)
class Snippet:
    """The part of an article that best shows why it was found.

    Attributes:
        text: A sentence, or a part of a long one; empty where only the title has the words.
        start: Where it starts in `Article.text`, in code points.
        hits: Where in `Article.text` the words stand within it; half-open.
        title_hits: Where they stand in the title.
    """

    text: str
    start: int
    hits: tuple[Span, ...]
    title_hits: tuple[Span, ...] = ()


def snippets(
    connection: sqlite3.Connection, query: Query, rows: Sequence[int]
) -> dict[int, Snippet]:
    """Return a snippet for each of some articles; articles without a hit have none.

    Args:
        connection: One in a transaction.
        query: The query that found them.
        rows: The `Entry.row` of each; as many as are on screen.
    """
    words = words_of(query.node)
    if not words:
        return {}
    expression = match_words(words, " OR ")
    made: dict[int, Snippet] = {}
    for row in rows:
        found = connection.execute(
            "SELECT highlight(search, 0, ?, ?), highlight(search, 1, ?, ?) FROM search"
            " WHERE search MATCH ? AND rowid = ?",
            (_OPEN, _CLOSE, _OPEN, _CLOSE, expression, row),
        ).fetchone()
        if found:
            title, title_hits = _unmark(found[0])
            text, hits = _unmark(found[1])
            made[row] = _snippet(text, hits, title, title_hits)
    return made


def hits(connection: sqlite3.Connection, query: Query, row: int) -> tuple[Span, ...]:
    """Return where in `Article.text` the words of a query stand, in order.

    Args:
        connection: One in a transaction.
        query: Any query; only its words count.
        row: The `Entry.row`.
    """
    words = words_of(query.node)
    if not words:
        return ()
    found = connection.execute(
        "SELECT highlight(search, 1, ?, ?) FROM search WHERE search MATCH ? AND rowid = ?",
        (_OPEN, _CLOSE, match_words(words, " OR "), row),
    ).fetchone()
    return _unmark(found[0])[1] if found else ()


def _unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return a text without the marks that FTS5 has put in, and the spans between these."""
    parts: list[str] = []
    spans: list[Span] = []
    at = length = opened = 0
    for match in _MARK.finditer(marked):
        parts.append(marked[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match.group() == _OPEN:
            opened = length
        else:
            spans.append(Span(opened, length))
    parts.append(marked[at:])
    return "".join(parts), tuple(spans)


def _snippet(
    text: str, hits: tuple[Span, ...], title: str, title_hits: tuple[Span, ...]
) -> Snippet:
    if not hits:
        return Snippet("", 0, (), title_hits)
    best: tuple[tuple[bool, int], Span] | None = None
    for sentence in _sentences(text, hits):
        found = {
            text[hit.start : hit.end].casefold()
            for hit in hits
            if sentence.start <= hit.start < sentence.end
        }
        says_more = text[sentence.start : sentence.end].strip() != title  # which is shown above it
        if best is None or (says_more, len(found)) > best[0]:
            best = ((says_more, len(found)), sentence)
    assert best is not None
    shown = _shortened(text, best[1], hits)
    return Snippet(
        text[shown.start : shown.end],
        shown.start,
        tuple(hit for hit in hits if shown.start <= hit.start and hit.end <= shown.end),
        title_hits,
    )


def _sentences(text: str, hits: tuple[Span, ...]) -> list[Span]:
    """Return the sentences that hold hits, in order."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    found: list[Span] = []
    for hit in hits:
        if found and hit.start < found[-1].end:
            continue
        at = bisect_right(ends, hit.start)
        start = ends[at - 1] if at else 0
        end = ends[at] if at < len(ends) else len(text)
        found.append(Span(start, start + len(text[start:end].rstrip())))
    return found


def _shortened(text: str, sentence: Span, hits: tuple[Span, ...]) -> Span:
    """Return as much of a sentence around its first hit as a list has room for."""
    if sentence.end - sentence.start <= _MOST_LENGTH:
        return sentence
    first = next(hit for hit in hits if hit.start >= sentence.start)
    start = max(sentence.start, first.start - _MOST_LENGTH // 3)
    end = max(first.end, min(sentence.end, start + _MOST_LENGTH))
    if start > sentence.start:
        space = text.find(" ", start, first.start)
        start = space + 1 if space >= 0 else start
    if end < sentence.end:
        space = text.rfind(" ", first.end, end)
        end = space if space >= 0 else end
    return Span(start, end)
