"""Dates as sources write them, as ISO 8601; never a guess where one can be read in two ways."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]\s?(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?"
    r"(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
    r"(?![\d-])",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})Z?)?$")
_NAMES = "January February March April May June July August September October November December"
_MONTH_NAMES = [name.lower() for name in _NAMES.split()]
_MONTHS = {name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)}
_OTHER_MONTHS = (
    "januar jänner janvier enero gennaio januari janeiro января",
    "februar février febrero febbraio februari fevereiro февраля",
    "märz mars marzo maart março марта",
    "avril abril aprile апреля",
    "mai mayo maggio mei maio мая",
    "juni juin junio giugno junho июня",
    "juli juillet julio luglio julho июля",
    "août agosto augustus августа",
    "septembre septiembre setiembre settembre setembro сентября",
    "oktober octobre octubre ottobre outubro октября",
    "novembre noviembre novembro ноября",
    "dezember décembre diciembre dicembre dezembro декабря",
)
MONTHS_ABROAD = {
    name: number for number, names in enumerate(_OTHER_MONTHS, 1) for name in names.split()
}
"""The numbers of months by their names in other languages than English, in lower case."""
_NAMED_ABROAD = re.compile(
    rf"\b(\d{{1,2}})(?:\.|er|º)?\s+(?:de\s+)?({'|'.join(MONTHS_ABROAD)})\s+(?:de\s+)?(\d{{4}})\b",
    re.IGNORECASE,
)
_WITH_DOTS = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2})(?![\d.])")
"""The day comes first wherever dots are written."""
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<month>[A-Za-z]{3,9})\.?"
    r"|(?P<month2>[A-Za-z]{3,9})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?),?\s+(?P<year>\d{4})\b"
)


def iso_date(stated: object) -> str:
    """Return a stated date or moment as ISO 8601; empty where it cannot be read for sure.

    Args:
        stated: What the source has: text of any usual form, or seconds (or milliseconds) since
            1970 as a number.
    """
    if isinstance(stated, bool) or stated is None:
        return ""
    if isinstance(stated, int | float):
        return _from_seconds(float(stated))
    text = str(stated).strip()[:120]
    try:
        found = _from_text(text)
    except (ValueError, OverflowError, TypeError, IndexError):
        return ""
    # The year 1 is what some systems state for none.
    return found if found and 1500 <= int(found[:4]) <= 2200 else ""


def _from_text(text: str) -> str:
    if match := _ISO.match(text):
        return _moment(match)
    if match := _YEAR_FIRST.match(text):
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    if match := _COMPACT.match(text):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day.isoformat() + (f"T{match[4]}:{match[5]}:{match[6]}" if match[4] else "")
    if re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", text):
        return _from_seconds(float(text))
    if re.search(r"\d{1,2}:\d{2}", text) and re.match(r"(?:[A-Za-z]{3},? )?\d{1,2} \w{3} ", text):
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(text).isoformat()
    if match := _NAMED.search(text):
        name = (match["month"] or match["month2"]).lower()
        month = _MONTHS.get(name[:3], 0)
        if month and _MONTH_NAMES[month - 1].startswith(name.rstrip(".")[:4]):
            return date(int(match["year"]), month, int(match["day"] or match["day2"])).isoformat()
    if match := _NAMED_ABROAD.search(text):
        return date(int(match[3]), MONTHS_ABROAD[match[2].lower()], int(match[1])).isoformat()
    if match := _WITH_DOTS.search(text):
        return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
    return ""


def _moment(match: re.Match[str]) -> str:
    day = date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    if not match[4]:
        return day
    zone = (match[5] or "").upper()
    zone = "+00:00" if zone in {"Z", "UTC", "GMT"} else zone
    hours = match[4] if len(match[4].partition(":")[0]) == 2 else f"0{match[4]}"
    return datetime.fromisoformat(f"{day}T{hours}{zone}").isoformat()


def _from_seconds(seconds: float) -> str:
    if seconds > 1e11:
        seconds /= 1000
    if not 1e8 <= seconds <= 1e10:
        return ""
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()
