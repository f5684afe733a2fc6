"""The value of a date or time in ISO 8601."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPELT = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_SPELT)} | {"a": 1, "an": 1, "twenty": 20}
_SHIFTS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1,
    "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip
_BACK = ("last", "past", "previous", "late last", "early last")
_AGO = re.compile(r"(\d+|[a-z]+) (second|minute|hour|day|week|fortnight|month|year|decade)s? ago")
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}


def clock_value(match: re.Match[str]) -> str:
    """Return a matched time as ``T15:30``; empty where the clock is not said."""
    if match["word"]:
        return "T00:00" if match["word"] == "midnight" else "T12:00"
    if match["h4"]:
        return f"T{match['h4'][:2]}:{match['h4'][2:]}"
    hour = match["h"] or match["h2"]
    if not hour:
        return ""
    half = (match["half"] or match["half2"] or "").replace(".", "")
    number = int(hour) % 12 + (12 if half == "pm" else 0) if half else int(hour)
    return f"T{number:02}:{match['m'] or '00'}"


def date_value(match: re.Match[str], origin: date | None) -> str:
    """Return the ISO 8601 value of a matched date; empty where it has none.

    Args:
        match: What a form of `timex` matched.
        origin: The day the article was published; None where it is not known.
    """
    for day, month, year in (("d1", "m1", "y1"), ("d2", "m2", "y2")):
        if match[month]:
            number = int(re.sub(r"\D", "", match[day]))
            return _nearest(origin, match[year], _month(match[month]), number)
    if match["m3"]:
        return f"{match['y3']}-{_month(match['m3']):02}"
    if match["m4"] or match["m5"]:
        return _nearest(origin, None, _month(match["m4"] or match["m5"]))
    return _number_value(match) or (_relative(match, origin) if origin else "")


def _number_value(match: re.Match[str]) -> str:
    """Return the value of a date in figures."""
    if match["iso"]:
        return match["iso"]
    if match["y"]:
        return match["y"]
    if match["yy"]:
        end = match["yz"] if len(match["yz"]) == 4 else match["yy"][:2] + match["yz"]
        return f"{match['yy']}/{end}"
    if match["dec"]:
        digits = re.sub(r"\D", "", match["dec"])
        return f"{digits[:3]}X" if len(digits) == 4 else f"19{digits[0]}X"
    if match["num"]:
        day, month, year = re.split(r"[/.]", match["num"])
        return f"{year}-{int(month):02}-{int(day):02}"
    return ""


def _month(name: str) -> int:
    return _MONTH_NUMBERS[name[:3].lower()]


def _nearest(origin: date | None, year: str | None, month: int, day: int = 0) -> str:
    """Return a date; a year that is not said is the one that puts it nearest to the origin."""
    tail = f"{month:02}" + (f"-{day:02}" if day else "")
    if year:
        return f"{year}-{tail}"
    if origin is None:
        return f"--{tail}" if day else ""
    here = (month - origin.month) * 30 + (day or origin.day) - origin.day
    step = min((-1, 0, 1), key=lambda years: abs(years * 365 + here))
    return f"{origin.year + step}-{tail}"


def _relative(match: re.Match[str], origin: date) -> str:
    """Return the value of "yesterday", "last month", "three weeks ago", "Tuesday"."""
    phrase = match.group().lower()
    if match["word"]:
        return (origin + timedelta(_SHIFTS[phrase])).isoformat() if phrase in _SHIFTS else ""
    weekday = next((i for i, name in enumerate(_DAYS) if name in phrase), None)
    if weekday is not None:
        back = (origin.weekday() - weekday) % 7
        if phrase.startswith("next"):
            back -= 7
        elif phrase.startswith("last") and back == 0:
            back = 7
        return (origin - timedelta(back)).isoformat()
    if match["ago"]:
        return _ago(phrase, origin)
    return _this_or_next(phrase, origin) if match["rel"] else ""


def _this_or_next(phrase: str, origin: date) -> str:
    """Return the value of "last year", "this month", "next week", "last March"."""
    step = -1 if phrase.startswith(_BACK) else 1 if "next" in phrase else 0
    if phrase.endswith("year"):
        return str(origin.year + step)
    if phrase.endswith("month"):
        return _add_months(origin, step)
    if phrase.endswith("week"):
        year, week, _ = (origin + timedelta(7 * step)).isocalendar()
        return f"{year}-W{week:02}"
    month = next((i for i, name in enumerate(_MONTHS, 1) if phrase.endswith(name)), 0)
    if month and step <= 0:
        return f"{origin.year - (month >= origin.month and step < 0)}-{month:02}"
    return ""


def _ago(phrase: str, origin: date) -> str:
    """Return the value of "three weeks ago"."""
    found = _AGO.search(phrase)
    number = (int(found[1]) if found[1].isdigit() else _NUMBERS.get(found[1])) if found else None
    if found is None or number is None or number > origin.year:
        return ""
    unit = found[2]
    if unit in _DAYS_IN:
        days = number * _DAYS_IN[unit]
        return (origin - timedelta(days)).isoformat() if days < origin.toordinal() else ""
    if unit == "month":
        return _add_months(origin, -number)
    if unit in ("year", "decade"):
        return str(origin.year - number * (10 if unit == "decade" else 1))
    return ""


def _add_months(origin: date, step: int) -> str:
    months = origin.year * 12 + origin.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02}"
