"""Named filters of the list, kept by the reader."""

from __future__ import annotations

from dataclasses import dataclass

from tuireader.language import translated as _
from tuireader.state.fields import DELETED, number_of, text_of
from tuireader.state.history import History
from tuireader.state.ledger import Ledger
from tuireader.state.messages import quoted

VIEWS = "views"
"""The table of views, by name."""
PLACE = "place"
"""The field with a view's place in the reader's order, from 1."""


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
        """Return all views in the reader's order, those never moved first, by name."""
        views = [view for name in self._ledger.keys(VIEWS) if (view := self.get(name))]
        return tuple(sorted(views, key=lambda view: (self._place(view.name), view.name)))

    def _place(self, name: str) -> float:
        return number_of(self._ledger.document(VIEWS, name), PLACE)

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

    def move(self, name: str, steps: int) -> str:
        """Put a view some places further down, or up where negative."""
        names = [view.name for view in self.all()]
        if name not in names:
            return _("There is no such view")
        at = names.index(name)
        names.insert(min(max(0, at + steps), len(names) - 1), names.pop(at))
        places = {each: {PLACE: number} for number, each in enumerate(names, 1)}
        message = _("Moved the view {name}").format(name=quoted(name))
        return self._history.change(message, {VIEWS: places})

    def remove(self, name: str) -> str:
        """Delete a view."""
        if self.get(name) is None:
            return _("There is no such view")
        message = _("Deleted the view {name}").format(name=quoted(name))
        return self._history.change(message, {VIEWS: {name: {DELETED: True}}})
