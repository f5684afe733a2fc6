"""Undo and redo, many levels of each."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from tuireader.language import translated as _
from tuireader.state.collector import collector_paused
from tuireader.state.documents import Fields
from tuireader.state.ledger import Ledger

LEVELS = 1000
"""How many changes can be undone."""


class NotReversedError(Exception):
    """Something beside the documents could not be changed back; the message says why."""


class Reversible(Protocol):
    """A change to something beside the documents, such as a file of the reader's own."""

    def take_back(self) -> None:
        """Undo it; raises `NotReversedError` where that cannot be."""
        ...

    def do_again(self) -> None:
        """Do it anew; raises `NotReversedError` where that cannot be."""
        ...


@dataclass(frozen=True, slots=True)
class _Step:
    """One change of the reader's: what was done, and each field before and after it."""

    message: str
    before: Mapping[str, Mapping[str, Fields]]
    after: Mapping[str, Mapping[str, Fields]]
    beside: Reversible | None = None

    @property
    def size(self) -> int:
        """How many documents it changed."""
        return sum(len(documents) for documents in self.after.values())


class History:
    """Makes the reader's changes in such a way that each can be taken back.

    Args:
        ledger: What is changed.
        undo_key: The key that undoes, as messages name it.
    """

    def __init__(self, ledger: Ledger, undo_key: str) -> None:
        self._ledger = ledger
        self._undo_key = undo_key
        self._done: deque[_Step] = deque(maxlen=LEVELS)
        self._undone: list[_Step] = []

    def change(
        self,
        message: str,
        changes: Mapping[str, Mapping[str, Fields]],
        along: Mapping[str, Mapping[str, Fields]] = MappingProxyType({}),
    ) -> str:
        """Change documents, and return the message with the way back.

        Args:
            message: What is done, without a full stop: "Marked 214 articles read".
            changes: By table and key, the fields and their new values.
            along: Likewise, what is changed with it and stays when it is undone.
        """
        with collector_paused():
            before = {
                table: {
                    key: _fields(self._ledger.document(table, key), fields)
                    for key, fields in documents.items()
                }
                for table, documents in changes.items()
            }
            self._make(_together(along, changes))
        return self._add(_Step(message, before, changes))

    def did(self, message: str, change: Reversible) -> str:
        """Remember a change to something else that was made, and return the message.

        Args:
            message: What was done, without a full stop.
            change: Takes it back.
        """
        return self._add(_Step(message, {}, {}, change))

    def _add(self, step: _Step) -> str:
        self._done.append(step)
        self._undone.clear()
        return f"{step.message} · {self._way_back}"

    @property
    def undo_size(self) -> int:
        """How many documents the next `undo` changes; 0 where there is nothing to undo."""
        return self._done[-1].size if self._done else 0

    @property
    def redo_size(self) -> int:
        """How many documents the next `redo` changes; 0 where there is nothing to redo."""
        return self._undone[-1].size if self._undone else 0

    def undo(self) -> str:
        """Take back the last change; return what was undone, or why nothing was.

        What cannot be taken back any more is forgotten, so that the changes before it can be.
        """
        if not self._done:
            return _("Nothing to undo")
        step = self._done.pop()
        try:
            if step.beside is not None:
                step.beside.take_back()
        except NotReversedError as error:
            return str(error)
        self._make(step.before)
        self._undone.append(step)
        return _("Undone: {what}").format(what=step.message) + self._left()

    def redo(self) -> str:
        """Do again what was undone last; return the message."""
        if not self._undone:
            return _("Nothing to redo")
        step = self._undone.pop()
        try:
            if step.beside is not None:
                step.beside.do_again()
        except NotReversedError as error:
            return str(error)
        self._make(step.after)
        self._done.append(step)
        return _("Done again: {what}").format(what=step.message) + f" · {self._way_back}"

    def _make(self, changes: Mapping[str, Mapping[str, Fields]]) -> None:
        for table, documents in changes.items():
            self._ledger.change(table, {key: made for key, made in documents.items() if made})

    def _left(self) -> str:
        if not self._done:
            return ""
        return " · " + _("{n} more to undo").format(n=len(self._done))

    @property
    def _way_back(self) -> str:
        return _("{key} undoes").format(key=self._undo_key)


def _together(
    first: Mapping[str, Mapping[str, Fields]], second: Mapping[str, Mapping[str, Fields]]
) -> dict[str, dict[str, Fields]]:
    """Return two sets of changes as one, so that each document is changed once."""
    both = {table: dict(documents) for table, documents in first.items()}
    for table, documents in second.items():
        into = both.setdefault(table, {})
        for key, fields in documents.items():
            into[key] = {**into.get(key, {}), **fields}
    return both


def _fields(document: Fields, names: Fields) -> Fields:
    return {name: document.get(name) for name in names}
