"""What commands need before they can do anything, and what is said where it is not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tuireader.language import mark

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class Need(NamedTuple):
    """What must be there for a command to do anything.

    Attributes:
        is_met: Returns whether it is there now.
        missing: What the reader is told where it is not, in English; empty for nothing, where the
            key is left alone because it has another meaning or needs no answer.
    """

    is_met: Callable[[ReaderApp], bool]
    missing: str = ""


def _text(app: ReaderApp) -> bool:
    return app.session.loaded is not None


def _file(app: ReaderApp) -> bool:
    return app.session.entry is not None


def _article(app: ReaderApp) -> bool:
    return app.selection.any


def _row(app: ReaderApp) -> bool:
    return app.main.articles.current is not None


def _listed(app: ReaderApp) -> bool:
    return bool(app.shelf.shown)


def _quote(app: ReaderApp) -> bool:
    return app.correcting.quote is not None


def _name(app: ReaderApp) -> bool:
    return app.session.loaded is not None and app.naming.place is not None


def _finding(app: ReaderApp) -> bool:
    return app.main.pane.finding and not app.main.pane.selecting


def _selecting(app: ReaderApp) -> bool:
    return app.main.pane.selecting


def _reading_files(app: ReaderApp) -> bool:
    return app.filling.refresher.running


TEXT = Need(_text, mark("No text is open."))
FILE = Need(_file, mark("No article is open."))
ARTICLE = Need(_article, mark("No article here."))
ROW = Need(_row, mark("No article here."))
LISTED = Need(_listed, mark("No articles on the list."))
QUOTE = Need(_quote, mark("No quote here."))
NAME = Need(_name, mark("No name here, and no words selected."))
FINDING = Need(_finding)
SELECTING = Need(_selecting)
READING_FILES = Need(_reading_files, mark("No files are being read now."))
