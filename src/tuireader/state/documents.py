"""Documents whose every field is a last-writer-wins register, and how two of them are joined.

A document is a JSON object. Its key ``changed`` maps the name of each other field to the stamp of
its last change (see `stamps`). Joining two versions of a document keeps, field by field, the one
with the later stamp; that is commutative, associative and idempotent, so any number of copies,
in any order, any number of times, come to the same (a state-based CRDT: Shapiro, Preguiça,
Baquero and Zawirski, "Conflict-free replicated data types", SSS 2011).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from tuireader.state.encoding import encode

Fields: TypeAlias = Mapping[str, Any]
Table: TypeAlias = dict[str, Fields]
Tables: TypeAlias = dict[str, Table]

CHANGED = "changed"
"""The key under which a document keeps the stamps of its other fields."""


def change(document: Fields, fields: Fields, stamp: str) -> Fields:
    """Return a document with some fields set at a moment; the given one stays as it is.

    Args:
        document: The document, or an empty mapping.
        fields: Names and new values; None takes a value away.
        stamp: The moment of the change, from `Stamper`.
    """
    changed = {**document.get(CHANGED, {}), **dict.fromkeys(fields, stamp)}
    return {**document, **fields, CHANGED: changed}


def join(first: Fields, second: Fields) -> Fields:
    """Return what two versions of a document come to, field by field the later one."""
    if first is second:
        return first
    ours, theirs = first.get(CHANGED, {}), second.get(CHANGED, {})
    later = [
        name
        for name, stamp in theirs.items()
        if name not in ours
        or stamp > ours[name]
        or (stamp == ours[name] and encode(second.get(name)) > encode(first.get(name)))
    ]
    if not later:
        return first
    return {
        **first,
        **{name: second.get(name) for name in later},
        CHANGED: {**ours, **{name: theirs[name] for name in later}},
    }


def join_tables(into: Tables, tables: Tables) -> list[tuple[str, str]]:
    """Join all documents of some tables into others, in place.

    Args:
        into: What to change; its documents are replaced, never altered.
        tables: What to join into it; left as it is.

    Returns:
        The table and key of each document that is new or came out different.
    """
    different: list[tuple[str, str]] = []
    for name, table in tables.items():
        target = into.setdefault(name, {})
        if not target:
            target.update(table)
            different.extend((name, key) for key in table)
            continue
        for key, document in table.items():
            known = target.get(key)
            joined = document if known is None else join(known, document)
            if joined is not known:
                target[key] = joined
                different.append((name, key))
    return different


def latest_stamp(tables: Tables) -> str:
    """Return the latest stamp in some tables, or the empty string."""
    latest = ""
    for table in tables.values():
        for document in table.values():
            stamps = document.get(CHANGED)
            latest = max(latest, *stamps.values()) if stamps else latest
    return latest
