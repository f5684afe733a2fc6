"""Places that the reader named by a letter, to come back to."""

from __future__ import annotations

from dataclasses import dataclass

from tuireader.language import translated as _
from tuireader.state.anchors import TextAnchor
from tuireader.state.fields import DELETED, anchor_fields, anchor_of, text_of
from tuireader.state.history import History
from tuireader.state.ledger import Ledger

MARKS = "marks"
"""The table of marks: by the letter those of the library, by article and letter the others."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A named place.

    Attributes:
        name: The letter or digit it is called by.
        article_id: The article it is in.
        anchor: Where; `anchors.locate` finds it in the present text.
    """

    name: str
    article_id: str
    anchor: TextAnchor


class Marks:
    """All marks; each change can be undone, and returns its message.

    A capital letter names one place in the whole library, any other one place in each article.

    Args:
        ledger: The documents.
        history: Makes the changes.
    """

    def __init__(self, ledger: Ledger, history: History) -> None:
        self._ledger = ledger
        self._history = history

    def of(self, article_id: str) -> tuple[Mark, ...]:
        """Return the marks that can be gone to from an article, sorted by name."""
        marks = map(self._mark, self._ledger.keys(MARKS))
        here = (it for it in marks if it and (it.name.isupper() or it.article_id == article_id))
        return tuple(sorted(here, key=lambda mark: mark.name))

    def get(self, name: str, article_id: str) -> Mark | None:
        """Return the mark of a name as an article sees it; None where there is none."""
        return next((mark for mark in self.of(article_id) if mark.name == name), None)

    def set(self, mark: Mark) -> str:
        """Name a place, in place of one that had the name."""
        fields = {
            "name": mark.name,
            "article_id": mark.article_id,
            **anchor_fields(mark.anchor),
            DELETED: False,
        }
        told = _("Set the mark {name}").format(name=mark.name)
        return self._history.change(told, {MARKS: {self._key(mark): fields}})

    def _key(self, mark: Mark) -> str:
        """Return the key of the mark's document, which outlives a change of the article's id."""
        if mark.name.isupper():
            return mark.name
        for key in self._ledger.keys(MARKS):
            known = self._mark(key)
            if known and (known.name, known.article_id) == (mark.name, mark.article_id):
                return key
        return f"{mark.article_id} {mark.name}"

    def _mark(self, key: str) -> Mark | None:
        document = self._ledger.document(MARKS, key)
        name, article_id = text_of(document, "name"), text_of(document, "article_id")
        if not name or document.get(DELETED) is True:
            return None
        return Mark(name, article_id, anchor_of(document))
