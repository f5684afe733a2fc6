"""The head of an article in a fixed number of lines: title, subtitle, where it comes from."""

from __future__ import annotations

from datetime import datetime

from tuireader.app.rendition.cells import crop, width_of
from tuireader.app.rendition.side_notes import fold
from tuireader.articles.article import Article
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.articles.formats.format import LINK
from tuireader.language import counted, in_context, mark
from tuireader.language import translated as _

TITLE_ROWS = 2
SEPARATOR = " · "
_USUAL = ("", "ascii", "utf-8", "utf-8-sig")
_MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def title_lines(title: str, width: int, rows: int = TITLE_ROWS) -> list[str]:
    """Return a title in at most so many lines of at most so many cells, cut with an ellipsis.

    Args:
        title: Any text.
        width: The width of a line, in cells; at least 1.
        rows: The most lines.
    """
    return fold(sanitize_line(title), width, rows)


def origin_line(article: Article, words: int, width: int) -> str:
    """Return who wrote it, where and when it appeared and how long it is, in one line.

    The encoding is named where it is not UTF-8, since it was found by its looks and may be wrong.
    A link without its text has its tags in place of a length.

    What does not fit is left out from the end.

    Args:
        article: The article.
        words: How many words it has.
        width: The width of the line, in cells.
    """
    data = article.metadata
    length = (
        _("{n} min").format(n=minutes_for(words)),
        unusual_encoding(article),
        counted("{n} word", "{n} words", words),
    )
    without_text = article.format == LINK
    parts = [
        sanitize_line(part)
        for part in (
            _("link only") if without_text else "",
            ", ".join(data.tags) if without_text else "",
            data.byline,
            data.source,
            spoken_date(data.published),
            *(() if without_text else length),
        )
        if part
    ]
    line = ""
    for part in parts:
        longer = line + SEPARATOR + part if line else part
        if width_of(longer) > width:
            break
        line = longer
    return line or crop(parts[0], width)


def unusual_encoding(article: Article) -> str:
    """Return the character encoding a file was read in, where the reader may want to know it."""
    return "" if article.encoding in _USUAL else article.encoding


def minutes_for(words: int) -> int:
    """Return how long so many words take to read, in whole minutes; at least 1."""
    return max(1, round(words / 230))


def spoken_date(published: str) -> str:
    """Return an ISO 8601 date as people write it (``13 May 2019``); anything else as it is."""
    try:
        date = datetime.fromisoformat(published)
    except ValueError:
        return published
    template = in_context("a date", "{day} {month} {year}")
    return template.format(day=date.day, month=_(_MONTHS[date.month - 1]), year=date.year)
