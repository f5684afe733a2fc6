"""Going back to earlier versions of documents."""

from __future__ import annotations

from tuireader.state.documents import CHANGED, Fields, Tables
from tuireader.state.ledger import Ledger


def become(ledger: Ledger, tables: Tables) -> int:
    """Set all documents of this machine to earlier versions of them, as a change made now.

    Args:
        ledger: The documents.
        tables: The documents to go back to; what is not among them is emptied.

    Returns:
        The number of documents that were changed.
    """
    present = ledger.own_tables()
    number = 0
    for table in {**present, **tables}:
        now, then = present.get(table, {}), tables.get(table, {})
        changes = {
            key: fields
            for key in {**now, **then}
            if (fields := _way_back(now.get(key, {}), then.get(key, {}))) is not None
        }
        ledger.change(table, changes)
        number += len(changes)
    return number


def _way_back(now: Fields, then: Fields) -> Fields | None:
    fields = {
        name: then.get(name)
        for name in {**now, **then}
        if name != CHANGED and now.get(name) != then.get(name)
    }
    return fields or None
