"""How one row of the list looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rich.cells import cell_len
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from tuireader.app.content import safe_line
from tuireader.app.rendition.side_notes import fold
from tuireader.app.symbols import UNICODE, Symbols
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.articles.formats.format import LINK
from tuireader.language import counted, in_context, mark, retold
from tuireader.language import translated as _
from tuireader.library.entry import Entry

DETAIL_LINES = 1
"""Lines of a row below its title."""
BESIDE = 4
"""Cells of a row that hold no words: its signs at the left, and one at the right for air."""

_LEAST_SOURCE = 9
"""The cells under which a source that was cut says nothing any more."""
_ROOM_FOR_DATES = 44
"""The cells from which on a compact list shows dates."""


class Styles(Protocol):
    """Where the styles come from: `Widget.get_visual_style`."""

    def __call__(self, *component_classes: str, partial: bool = False) -> Style:
        """Return the style of some component classes."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """What decides how a row looks.

    Attributes:
        entry: The article.
        read: Whether it is marked read.
        bookmarked: Whether it is bookmarked.
        cursor: Whether the cursor is on it.
        focused: Whether the list has the focus.
        open: Whether it is in the reading pane.
        selected: Whether it is selected for what comes next.
        version: Whether it is a further version of the article above.
    """

    entry: Entry
    read: bool
    bookmarked: bool
    cursor: bool
    focused: bool
    open: bool
    selected: bool = False
    version: bool = False

    def title(self, symbols: Symbols) -> str:
        """Return what its first line says."""
        title = self.entry.title or self.entry.path.name
        return f"{symbols.version} {title}" if self.version else title


def paint_row(
    row: Row, width: int, styles: Styles, symbols: Symbols = UNICODE, title_lines: int = 1
) -> list[Strip]:
    """Return the lines of a row: always as many, blank ones after a title that needs fewer.

    Args:
        row: What to paint.
        width: In cells.
        styles: Where the styles come from.
        symbols: What to draw with.
        title_lines: How many the title may take.
    """
    sign, title_style = _sign(row, styles, symbols)
    detail_style = styles(
        "article-list--problem" if row.entry.problem else "article-list--detail", partial=True
    )
    star = symbols.bookmark if row.bookmarked else " "
    room = max(1, width - BESIDE)
    titles = _titles(row.title(symbols), room, title_lines, symbols)
    edge = edge_of(row, symbols, first=False)
    lines = [
        Content.assemble(
            edge_of(row, symbols, first=True),
            (sign, title_style),
            symbols.selected if row.selected else " ",
            titles[0].stylize(title_style),
        ),
        *(Content.assemble(edge, "  ", title.stylize(title_style)) for title in titles[1:]),
        Content.assemble(
            edge,
            (star, styles("article-list--bookmark", partial=True)),
            " ",
            _cut(detail_of(row.entry, room, symbols), room, symbols).stylize(detail_style),
        ),
        *[Content(edge)] * (title_lines - len(titles)),
    ]
    background = background_of(row, styles)
    return [strip_of(line, width, background) for line in lines]


def _titles(title: str, room: int, lines: int, symbols: Symbols) -> list[Content]:
    if lines == 1:
        return [_cut(title, room, symbols)]
    found = fold(sanitize_line(title), room, lines) or [""]
    if found[-1].endswith(UNICODE.cut) and not title.endswith(UNICODE.cut):
        found[-1] = found[-1].removesuffix(UNICODE.cut) + symbols.cut
    return [safe_line(line) for line in found]


def paint_compact_row(
    row: Row, width: int, styles: Styles, symbols: Symbols = UNICODE
) -> list[Strip]:
    """Return the one line of a row in a compact list; arguments as of `paint_row`."""
    sign, title_style = _sign(row, styles, symbols)
    starred = row.bookmarked and not row.selected
    mark = symbols.selected if row.selected else symbols.bookmark if starred else " "
    day = short_date(row.entry.published) if width >= _ROOM_FOR_DATES else ""
    room = width - BESIDE - (cell_len(day) + 2 if day else 0)
    title = _cut(row.title(symbols), room, symbols)
    line = Content.assemble(
        edge_of(row, symbols, first=True),
        (sign, title_style),
        (mark, styles("article-list--bookmark", partial=True)) if starred else mark,
        title.stylize(title_style),
        " " * max(0, width - BESIDE - title.cell_length - cell_len(day)),
        (day, styles("article-list--detail", partial=True)),
    )
    return [strip_of(line, width, background_of(row, styles))]


def _sign(row: Row, styles: Styles, symbols: Symbols) -> tuple[str, Style]:
    if row.entry.problem:
        return symbols.problem, styles("article-list--title", partial=True)
    if row.read:
        return " ", styles("article-list--title", partial=True)
    return symbols.unread, styles("article-list--unread", partial=True)


def background_of(row: Row, styles: Styles) -> Style:
    """Return the style that a row lies on."""
    return styles("article-list--cursor") if row.cursor else styles()


def edge_of(row: Row, symbols: Symbols, first: bool) -> str:
    """Return the sign at the left edge of a line of a row."""
    if row.cursor:
        return symbols.cursor if row.focused else symbols.resting
    return symbols.opened if row.open and first else " "


def strip_of(line: Content, width: int, style: Style) -> Strip:
    """Return a line as wide as the list."""
    return Strip(line.truncate(width, pad=True).render_segments(style), width)


def _cut(text: str, width: int, symbols: Symbols) -> Content:
    line = safe_line(text)
    if line.cell_length <= width:
        return line
    return line.truncate(max(0, width - 1)) + symbols.cut


def detail_of(entry: Entry, width: int, symbols: Symbols = UNICODE) -> str:
    """Return the second line of a row: source, date and minutes, or what is wrong with the file.

    Where there is no room for all of it, first the source is cut, then the minutes go.

    Args:
        entry: The article.
        width: In cells.
        symbols: What to draw with.
    """
    if entry.problem:
        return retold(entry.problem)
    if not entry.id:
        return symbols.cut
    source = safe_line(entry.source or entry.byline).plain
    day = short_date(entry.published)
    minutes = _("{n} min").format(n=entry.minutes) if entry.minutes else ""
    if entry.format == LINK:
        minutes = _("link only")
    if entry.versions > 1:
        others = entry.versions - 1
        minutes = counted("+{n} version", "+{n} versions", others)
    for rest in ((day, minutes), (day,)):
        end = symbols.between.join(filter(None, rest))
        room = width - cell_len(end) - len(symbols.between)
        if source and (cell_len(source) <= room or room >= _LEAST_SOURCE):
            start = _cut(source, room, symbols).plain
            return symbols.between.join(filter(None, (start, end)))
    return symbols.between.join(filter(None, (day, minutes)))


_MONTHS = (
    mark("Jan"),
    mark("Feb"),
    mark("Mar"),
    mark("Apr"),
    mark("May"),
    mark("Jun"),
    mark("Jul"),
    mark("Aug"),
    mark("Sep"),
    mark("Oct"),
    mark("Nov"),
    mark("Dec"),
)


def short_date(published: str) -> str:
    """Return a date for people: ``13 May 2019``, without the year where it is this one.

    What is no whole date comes back as it is.
    """
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return safe_line(published).plain
    month = _(_MONTHS[day.month - 1])
    if day.year == today().year:
        return in_context("a date", "{day} {month}").format(day=day.day, month=month)
    template = in_context("a short date", "{day} {month} {year}")
    return template.format(day=day.day, month=month, year=day.year)


def today() -> date:
    """Return the date of today."""
    return date.today()
