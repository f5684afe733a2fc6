"""Comparing the versions of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.articles.article import Unreadable
from tuireader.library.entry import Entry

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.screens.versions import Comparison


def compare(app: ReaderApp, entry: Entry) -> None:
    """Show what the versions of an article say otherwise."""
    from tuireader.app.screens.versions import VersionsScreen

    library = app.library
    others = [other for other in library.versions(entry) if other.row != entry.row]

    def compared(other: Entry) -> Comparison | Unreadable:
        from tuireader.app.screens.versions import Comparison
        from tuireader.library.differences import differences

        sides = []
        for each in (entry, other):
            loaded = library.load(each)
            if isinstance(loaded, Unreadable):
                return loaded
            sides.append(loaded.article)
        return Comparison(sides[0], sides[1], differences(sides[0], sides[1]))

    if others:
        app.push_screen(VersionsScreen(entry, others, compared))
