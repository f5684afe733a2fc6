"""What the reader asked to see on the list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tuireader.app.ordering import Order
from tuireader.config import Settings
from tuireader.language import translated as _
from tuireader.library.query.parser import parse
from tuireader.library.query.syntax import And, Node, Query

UNREAD = "is:unread not is:problem"
_BOOKMARKED = "is:bookmarked"


@dataclass(frozen=True, slots=True)
class View:
    """What the reader asked to see.

    Attributes:
        order: What the list is sorted by.
        unread_only: Hide what is read.
        bookmarked_only: Hide what is not bookmarked.
        query: The words or the query that the articles must fit; empty for all.
        grouped: Whether only the first version of each article is listed.
    """

    order: Order = Order.NEWEST
    unread_only: bool = False
    bookmarked_only: bool = False
    query: str = ""
    grouped: bool = False

    @property
    def label(self) -> str:
        """What is shown, in a word or two."""
        if self.unread_only and self.bookmarked_only:
            return _("Unread bookmarks")
        if self.unread_only:
            return _("Unread")
        return _("Bookmarks") if self.bookmarked_only else _("Articles")

    @property
    def hides(self) -> bool:
        """Whether it may hide anything."""
        return self.unread_only or self.bookmarked_only or self.grouped or bool(self.query)

    @property
    def wanted(self) -> Query:
        """All of it as one query.

        Raises:
            QueryError: The text of the query is none.
        """
        asked = parse(self.query, typing=True)
        filters = [UNREAD] * self.unread_only + [_BOOKMARKED] * self.bookmarked_only
        nodes: list[Node | None] = [asked.node, *(parse(text).node for text in filters)]
        parts = tuple(node for node in nodes if node is not None)
        return replace(asked, node=And(parts) if len(parts) > 1 else next(iter(parts), None))


def first_view(settings: Settings) -> View:
    """Return what is listed at the start."""
    return View(Order(settings.text("list", "order")))
