"""The values of dates, ages and numbers in a query."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_NUMBER = re.compile(r"\d+")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGE = re.compile(r"(\d+)([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month or a day, as texts that compare with ISO 8601 dates.

    Attributes:
        start: The first that belongs to it, such as ``2019-05``.
        end: The first that is later, such as ``2019-06``, to the same unit.
    """

    start: str
    end: str


def number(text: str) -> int | None:
    """Return the whole number that a text is, or None."""
    return int(text) if _NUMBER.fullmatch(text) else None


def age(text: str) -> int | None:
    """Return the days of an age such as ``7d``, ``2w``, ``3m`` or ``1y``, or None."""
    match = _AGE.fullmatch(text.casefold())
    return int(match[1]) * _DAYS[match[2]] if match else None


def period(text: str, today: date) -> Period | None:
    """Return the period that a text names, or None.

    Args:
        text: ``2019``, ``2019-05``, ``2019-05-13``, ``today`` or ``yesterday``.
        today: The present day.
    """
    named = {"today": today, "yesterday": today - timedelta(days=1)}.get(text.casefold())
    if named:
        return Period(named.isoformat(), (named + timedelta(days=1)).isoformat())
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        if first == date.max:
            return Period(first.isoformat(), "9999-12-32")
        return Period(first.isoformat(), (first + timedelta(days=1)).isoformat())
    if month:
        later = (year, month + 1) if month < 12 else (year + 1, 1)
        return Period(f"{year:04}-{month:02}", f"{later[0]:04}-{later[1]:02}")
    return Period(f"{year:04}", f"{year + 1:04}")
