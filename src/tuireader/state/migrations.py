"""How state files of older schemas become files of the present one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

SCHEMA = 1
"""The schema this version writes."""

MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = MappingProxyType({})
"""By schema: what turns the tables of that schema into those of the next."""


def migrate(
    tables: dict[str, Any],
    schema: int,
    target: int = SCHEMA,
    migrations: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = MIGRATIONS,
) -> dict[str, Any]:
    """Return tables in a later schema.

    Args:
        tables: The tables of a state file.
        schema: The schema they are in.
        target: The schema wanted, not below `schema`.
        migrations: The steps.

    Raises:
        LookupError: There is no step from one of the schemas on the way.
    """
    for step in range(schema, target):
        tables = migrations[step](tables)
    return tables
