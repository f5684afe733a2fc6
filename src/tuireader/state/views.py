"""Named filters of the list, kept by the reader."""

from __future__ import annotations

from dataclasses import dataclass

from tuireader.language import translated as _
from tuireader.state.fields import DELETED, text_of
from tuireader.state.history import History
from tuireader.state.ledger import Ledger
from tuireader.state.messages import quoted

VIEWS = "views"
"""The table of views, by name."""


@dataclass(frozen=True, slots=True)
class View:
    """A named filter.

    Attributes:
        name: Its name.
        query: The filter, in the library's query language.
        sort: The order of the list, likewise; empty for the usual one.
    """

    name: str
    query: str
    sort: str = ""


class Views:
    """All views; every change can be undone, and returns its message.

    Args:
        ledger: The documents.
        history: Makes the changes.
    """

    def __init__(self, ledger: Ledger, history: History) -> None:
        self._ledger = ledger
        self._history = history

    def all(self) -> tuple[View, ...]:
        """Return all views, sorted by name."""
        views = (self.get(name) for name in self._ledger.keys(VIEWS))
        return tuple(sorted((view for view in views if view), key=lambda view: view.name))

    def get(self, name: str) -> View | None:
        """Return a view, or None where there is none of that name."""
        document = self._ledger.document(VIEWS, name)
        if "query" not in document or document.get(DELETED) is True:
            return None
        if not isinstance(document["query"], str):
            return None
        return View(name, document["query"], text_of(document, "sort"))

    def save(self, view: View) -> str:
        """Keep a view under its name, in place of one that has that name."""
        fields = {"query": view.query, "sort": view.sort, DELETED: False}
        message = _("Saved the view {name}").format(name=quoted(view.name))
        return self._history.change(message, {VIEWS: {view.name: fields}})

    def remove(self, name: str) -> str:
        """Delete a view."""
        if self.get(name) is None:
            return _("There is no such view")
        message = _("Deleted the view {name}").format(name=quoted(name))
        return self._history.change(message, {VIEWS: {name: {DELETED: True}}})
