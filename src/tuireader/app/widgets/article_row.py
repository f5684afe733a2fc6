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
from tuireader.library.entry import Entry

ROW_HEIGHT = 2
"""Lines of one row."""

_UNREAD, _BOOKMARK, _PROBLEM = "●", "★", "!"
_CURSOR, _RESTING, _OPEN, _SELECTED = "▌", "▏", "▸", "✓"


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
    """

    entry: Entry
    read: bool
    bookmarked: bool
    cursor: bool
    focused: bool
    open: bool
    selected: bool = False


def paint_row(row: Row, width: int, styles: Styles) -> list[Strip]:
    """Return the lines of a row.

    Args:
        row: What to paint.
        width: In cells.
        styles: Where the styles come from.
    """
    base = ("article-list--cursor",) if row.cursor else ()
    unread = not row.read and not row.entry.problem
    title_style = styles("article-list--unread" if unread else "article-list--title", partial=True)
    detail_style = styles(
        "article-list--problem" if row.entry.problem else "article-list--detail", partial=True
    )
    title = Content.assemble(
        _edge(row),
        (_UNREAD if unread else _PROBLEM if row.entry.problem else " ", title_style),
        _SELECTED if row.selected else " ",
        safe_line(row.entry.title or row.entry.path.name).stylize(title_style),
    )
    detail = Content.assemble(
        _edge(row, second=True),
        (_BOOKMARK if row.bookmarked else " ", styles("article-list--bookmark", partial=True)),
        " ",
        (detail_of(row.entry, width - 3), detail_style),
    )
    background = styles(*base)
    return [_strip(line, width, background) for line in (title, detail)]


def _edge(row: Row, second: bool = False) -> str:
    if row.cursor:
        return _CURSOR if row.focused else _RESTING
    return _OPEN if row.open and not second else " "


def _strip(line: Content, width: int, style: Style) -> Strip:
    fitted = line.truncate(width, ellipsis=True, pad=True)
    return Strip(fitted.render_segments(style), width)


def detail_of(entry: Entry, width: int) -> str:
    """Return the second line of a row: source, date and minutes, or what is wrong with the file.

    Where there is no room for all of it the source is cut.

    Args:
        entry: The article.
        width: In cells.
    """
    if entry.problem:
        return safe_line(entry.problem).plain
    source = safe_line(entry.source or entry.byline)
    minutes = f"{entry.minutes} min" if entry.minutes else ""
    rest = " · ".join(filter(None, (short_date(entry.published), minutes)))
    if not source:
        return rest or safe_line(entry.path.parent.name).plain
    if not rest:
        return source.plain
    room = max(8, width - cell_len(rest) - 3)
    return f"{source.truncate(room, ellipsis=True).plain} · {rest}"


def short_date(published: str) -> str:
    """Return a date for people: ``13 May 2019``, without the year where it is this one.

    What is no whole date comes back as it is.
    """
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return safe_line(published).plain
    return f"{day.day} {day:%b}" + ("" if day.year == today().year else f" {day.year}")


def today() -> date:
    """Return the date of today."""
    return date.today()
