"""What the reader asked to see on the list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tuireader.app.ordering import Order
from tuireader.language import translated as _
from tuireader.library.query.parser import parse
from tuireader.library.query.syntax import And, Query, Sort

UNREAD = "is:unread not is:problem"
_BOOKMARKED = "is:bookmarked"


@dataclass(frozen=True, slots=True)
class View:
    """What the reader asked to see.

    Attributes:
        order: What the list is sorted by.
        reverse: Whether the other way round.
        within: The query of the view that was chosen from those listed; empty for all articles.
        name: What that view is called; empty for all articles.
        unread_only: Hide what is read.
        bookmarked_only: Hide what is not bookmarked.
        query: The words or the query that the articles must fit; empty for all.
        grouped: Whether only the first version of each article is listed.
        unfolded: Each `Entry.family` of which all versions are listed nevertheless.
    """

    order: Order = Order.NEWEST
    reverse: bool = False
    within: str = ""
    name: str = ""
    unread_only: bool = False
    bookmarked_only: bool = False
    query: str = ""
    grouped: bool = False
    unfolded: frozenset[int] = frozenset()

    @property
    def label(self) -> str:
        """What is shown, in a word or two."""
        if self.name:
            return self.name
        if self.unread_only and self.bookmarked_only:
            return _("Unread bookmarks")
        if self.unread_only:
            return _("Unread")
        return _("Bookmarks") if self.bookmarked_only else _("Articles")

    @property
    def hides(self) -> bool:
        """Whether it may hide anything."""
        return self.narrowed or bool(self.within)

    @property
    def asks_of_reader(self) -> bool:
        """Whether what it shows, or in which order, depends on what the reader did."""
        return self.hides or self.order is Order.UNREAD

    @property
    def narrowed(self) -> bool:
        """Whether it may hide any of what is within the view that was chosen."""
        return self.unread_only or self.bookmarked_only or bool(self.query)

    @property
    def sort(self) -> Sort:
        """The order as the library knows it."""
        sort = self.order.sort
        return replace(sort, reverse=sort.reverse != self.reverse)

    @property
    def order_label(self) -> str:
        """The order, in a word or two; a name of its own before "reversed"."""
        named = next((order for order in Order if order.sort == self.sort), None)
        if named is not None:
            return named.label
        return _("{order}, reversed").format(order=self.order.label)

    @property
    def text(self) -> str:
        """All of it as the text of one query; for a view to be kept."""
        parts = [self.within, self.query]
        parts += ["is:unread"] * self.unread_only + [_BOOKMARKED] * self.bookmarked_only
        parts = [part for part in parts if part]
        if len(parts) == 1:
            return parts[0]
        return " ".join(f"({part})" if " or " in part.casefold() else part for part in parts)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why articles may be hidden, each in a word or two."""
        found = [self.name]
        if self.unread_only or self.bookmarked_only:
            found.append(replace(self, name="").label)
        return tuple(filter(None, [*found, self.query]))

    @property
    def wanted(self) -> Query:
        """All of it as one query.

        Raises:
            QueryError: The text of the query is none.
        """
        asked, chosen = parse(self.query, typing=True), parse(self.within)
        filters = [UNREAD] * self.unread_only + [_BOOKMARKED] * self.bookmarked_only
        nodes = [asked.node, chosen.node, *(parse(text).node for text in filters)]
        parts = tuple(node for node in nodes if node is not None)
        node = And(parts) if len(parts) > 1 else next(iter(parts), None)
        return replace(asked, node=node, sort=asked.sort or chosen.sort)
