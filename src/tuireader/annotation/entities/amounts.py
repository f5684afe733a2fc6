"""Money, percentages and quantities by rule, each with its value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from tuireader.annotation.annotation import Label, Mention
from tuireader.annotation.entities.shipped import DATA

_TABLES: dict[str, dict[str, Any]] = json.loads((DATA / "amounts.json").read_bytes())
"""What amounts are written with. Signs and codes stand before the number, units after it; an empty
value means that the currency cannot be told from the word alone."""
_SIGNS = _TABLES["signs"] | _TABLES["codes"]
_UNITS = _TABLES["units"]
_KINDS = _TABLES["nationalities"]
_SCALE = _TABLES["scales"]
_WORDS = _TABLES["words"]
_MEASURES = _TABLES["measures"]


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_AMOUNT = r"\d+(?:[,. ]\d{3})*(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_BIG = r"(?i:hundred|thousand|lakhs?|million|mn|mln|crores?|billion|bn|trillion|trn|tn)"
_LETTER = r"(?:[mkb]|[MKB]|Bn|BN|Mn|MN)"
_SPELT = r"(?:half\ a|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)"  # noqa: E501
_SIGN = _any_of(_SIGNS)
_CODE = _any_of(_TABLES["codes"])
_UNIT = _any_of(_UNITS)
_KIND = _any_of(_KINDS)

_RANGE = rf"(?:\ ?(?:to|-|–)\ ?(?:{_SIGN})?\ ?\d[\d,.]*\d?(?:[-\ ]?(?:{_BIG}|{_LETTER})(?!\w)))?"
_MONEY = re.compile(
    rf"""(?<![\w$€£])(?:
    (?P<sign>{_SIGN})\ ?(?P<n1>{_AMOUNT})(?:[-\ ]?(?P<s1>{_BIG}|{_LETTER})(?![\w]))?{_RANGE}
  | (?P<n2>{_AMOUNT}|{_SPELT})(?:[-\ ](?P<s2>{_BIG}))?[-\ ]
    (?:(?P<kind>{_KIND})\ )?(?P<unit>{_UNIT})s?(?!\w)
  | (?P<n3>{_AMOUNT})\ ?(?P<s3>{_BIG}|{_LETTER})?\ ?(?P<code>€|£|\$|{_CODE})(?![\w\d])
  | (?:(?:tens|hundreds)\ of\ )?(?P<vague>(?:thousand|million|billion|trillion)s)\ of
    \ (?:(?:{_KIND})\ )?(?:{_UNIT})s?(?!\w)
    )""",
    re.VERBOSE,
)
_ONES = "one|two|three|four|five|six|seven|eight|nine|ten"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
_PERCENT = re.compile(
    rf"(?<![\w.,])(?P<n>[-−+]?\d+(?:[.,]\d+)?|{_ONES}|{_TENS})"
    r"(?:\s?%|[ -](?:per ?cent|percentage points?|pc)(?!\w))"
)
_MEASURE = _any_of(_MEASURES)
_QUANTITY = re.compile(
    rf"(?<![\w.,$€£])(?P<n>{_AMOUNT})(?:[- ](?P<scale>{_BIG}))?[- ]?(?P<unit>{_MEASURE})s?(?![\w])"
)


def find_amounts(text: str) -> Iterator[Mention]:
    """Yield the sums of money, percentages and quantities of a text."""
    for match in _MONEY.finditer(text):
        end = match.end()
        yield Mention(
            match.start(), end, text[match.start() : end], Label.MONEY, 0.95, _money(match)
        )
    for match in _PERCENT.finditer(text):
        number = _number(match["n"])
        value = f"{_shown(number)} %" if number is not None else ""
        yield Mention(match.start(), match.end(), match.group(), Label.PERCENT, 0.95, value)
    for match in _QUANTITY.finditer(text):
        number = _number(match["n"], match["scale"])
        unit = _MEASURES[match["unit"]]
        value = f"{_shown(number)} {unit}" if number is not None else ""
        yield Mention(match.start(), match.end(), match.group(), Label.QUANTITY, 0.9, value)


def _money(match: re.Match[str]) -> str:
    if match["vague"]:
        return ""
    if match["sign"]:
        code = _SIGNS.get(match["sign"], match["sign"])
        number = _number(match["n1"], match["s1"])
    elif match["unit"]:
        code = _KINDS.get(match["kind"] or "", "") or _UNITS[match["unit"]]
        number = _number(match["n2"], match["s2"])
    else:
        code = _SIGNS.get(match["code"], match["code"])
        number = _number(match["n3"], match["s3"])
    if number is None or not code:
        return ""
    return f"{'CNY' if code == 'RMB' else code} {_shown(number)}"


def _number(text: str, scale: str | None = None) -> float | None:
    """Return a number with its scale word; commas and spaces separate thousands."""
    lowered = text.lower().replace("−", "-")
    if lowered in _WORDS:
        number = float(_WORDS[lowered])
    else:
        digits = re.sub(r"[, ](?=\d{3}(?!\d))", "", lowered).replace(",", ".")
        try:
            number = float(digits)
        except ValueError:
            return None
    factor = _SCALE.get((scale or "").lower().rstrip("s"), 1)
    return number * float(factor)


def _shown(number: float | None) -> str:
    if number is None:
        return ""
    return str(round(number)) if abs(number - round(number)) < 1e-6 else f"{number:.6g}"
