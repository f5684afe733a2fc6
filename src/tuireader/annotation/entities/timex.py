"""Dates and times by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tuireader.annotation.annotation import Label, Mention
from tuireader.annotation.entities.timex_value import clock_value, date_value

_LONG_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_SHORT_MONTH = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_ORDINAL = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first"
)
_CARDINAL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
)
_COUNTED = (
    "people|men|women|children|tons|tonnes|miles|meters|metres|km|kilometers|kilometres|votes"
    "|points|words|soldiers|troops|homes|houses|cases|deaths|dollars|euros|pounds|feet"
)
_ZONE = r"(?:\s?(?:GMT|UTC|EST|EDT|PST|PDT|CET|BST|IST|local\ time))?"

_PARTS = {
    "M": rf"(?:(?:{_LONG_MONTH})|(?:{_SHORT_MONTH})\b\.?)",
    "SURE": rf"(?:(?:{_LONG_MONTH.replace('March|', '').replace('May|', '')})"
    rf"|(?:{_SHORT_MONTH.replace('Mar|', '')})\b\.?)",
    "Y": r"(?:1[0-9]|20)\d\d(?![\d,]*\d|-?year|%)",
    "D": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:]|[.,]\d|%)",
    "W": r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)",
    "WS": r"(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\b\.?",
    "N": rf"(?:\d+(?:[.,]\d+)?|an?|{_CARDINAL}|several|a\ few|few|many|some"
    r"|(?:a\ )?couple\ of|recent)",
    "U": r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie)s?",
    "BIG": r"(?:day|week|weekend|fortnight|month|quarter|year|decade|century|season|spring|summer"
    r"|autumn|winter|fall)",
    "PART": r"(?:morning|afternoon|evening|night)",
    "EDGE": r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[-\ ])?",
}
_DATE_FORMS = (
    r"(?P<iso>\d{4}-\d\d-\d\d)",
    r"(?:(?:<W>|<WS>),?\ )?(?:the\ )?(?P<d1><D>)(?:\ ?[-–]\ ?<D>|\ (?:and|to)\ <D>)?(?:\ of)?"
    r"\ (?P<m1><M>)(?:,?\ (?P<y1><Y>))?",
    r"(?:(?:<W>|<WS>),?\ )?(?P<m2><M>)\ (?P<d2><D>)(?:\ ?[-–]\ ?<D>|\ (?:and|to)\ <D>)?"
    r"(?:,?\ (?P<y2><Y>))?",
    r"<EDGE>(?P<m3><M>)(?:\ of)?,?\ (?P<y3><Y>)",
    r"(?P<rel>(?:[Ll]ast|[Nn]ext|[Tt]his|past|previous|[Ee]arlier\ this|[Ll]ater\ this"
    r"|[Ee]arly\ this|[Ll]ate\ last|[Ee]arly\ last|[Ee]arly\ next|[Ll]ate\ this)"
    r"\ (?:<W>|<M>|<BIG>|<PART>))(?:\ <PART>)?",
    r"(?P<wd><W>)(?:\ <PART>)?(?![\w-])",
    r"<EDGE>(?P<m4><SURE>)(?![\w’'-])",
    r"(?P<m5>March|May)(?![\w’'-])",
    r"(?:the\ )?<EDGE>(?P<dec>(?:1[0-9]|20)\d0|[’']?[2-9]0)[’']?s(?!\w)",
    r"(?P<yy>(?:19|20)\d\d)[-–/](?P<yz>(?:19|20)?\d\d)(?![\w-])",
    r"<EDGE>(?P<y>(?:1[5-9]|20)\d\d)(?=[\s.,;:)\]’'”\"?!–—]|$)(?![.,]\d)(?!\ (?:<COUNTED>)\b)",
    r"(?P<ago>(?:about\ |nearly\ |almost\ |over\ |more\ than\ )?<N>\ <U>"
    r"\ (?:ago|earlier|later|before))",
    r"(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|the\ day\ before\ yesterday"
    r"|the\ day\ after\ tomorrow|the\ other\ day|nowadays)(?!\w)",
    r"(?P<span>(?:the\ )?(?:last|past|next|coming|previous|first|following)\ <N>\ <U>)(?!\w)",
    r"(?P<cent>(?:the\ )?<EDGE>(?:\d{1,2}(?:st|nd|rd|th)|<ORDINAL>)\ (?:century|centuries))",
    r"(?P<q>(?:the\ )?(?:first|second|third|fourth)\ (?:quarter|half)(?:\ of\ (?:<Y>|the\ year))?)",
    r"(?P<num>(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.]\d{4})",
)
_CLOCK_FORMS = (
    r"(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?:[:.][0-5]\d)?\s?(?P<half>[ap]m|[ap]\.m\.)?<ZONE>",
    r"(?P<h2>1[0-2]|0?[1-9])\s?(?P<half2>[ap]m|[ap]\.m\.)<ZONE>",
    r"(?P<h4>[012]\d[0-5]\d)\s?(?:GMT|UTC|hours|hrs)",
    r"(?P<word>midnight|midday|noon)",
    r"(?:[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\ o[’']clock",
)


def _pattern(before: str, forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern of several forms, with the parts named in angle brackets filled in."""
    text = "|".join(forms)
    parts = _PARTS | {"COUNTED": _COUNTED, "ORDINAL": _ORDINAL, "ZONE": _ZONE}
    for name, part in parts.items():
        text = text.replace(f"<{name}>", part)
    return re.compile(rf"{before}(?:{text})(?!\w)", re.VERBOSE)


_DATE = _pattern(r"(?<![\w/.-])", _DATE_FORMS)
_TIME = _pattern(r"(?<![\w:.,])", _CLOCK_FORMS)
_BEFORE_MONTH = frozenset({
    "in", "since", "by", "until", "till", "during", "last", "next", "this", "of", "from", "for",
    "early", "late", "mid", "and", "to", "through", "before", "after", "between", "end",
})  # fmt: skip


def find_dates(text: str, published: str = "") -> Iterator[Mention]:
    """Yield the dates and times of a text, not in order.

    Args:
        text: Any text.
        published: The article's own date as ISO 8601; with it "Tuesday" and "last month" have a
            value, without it they have none.
    """
    try:
        origin = date.fromisoformat(published[:10])
    except ValueError:
        origin = None
    for match in _TIME.finditer(text):
        if match["h"] and not match["half"] and "." in match.group() and "GMT" not in match.group():
            continue
        yield Mention(*match.span(), match.group(), Label.TIME, 0.9, clock_value(match))
    for match in _DATE.finditer(text):
        if match["m5"] and not _is_month(text, match):
            continue
        yield Mention(*match.span(), match.group(), Label.DATE, 0.95, date_value(match, origin))


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether "March" or "May" is the month: a preposition stands before it."""
    before = text[max(0, match.start() - 12) : match.start()].split()
    return bool(before) and before[-1].lower() in _BEFORE_MONTH
