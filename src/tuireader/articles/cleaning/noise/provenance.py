"""Who wrote it, when and where: lines that become metadata."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from tuireader.articles.cleaning.noise.draft import Draft, Finding
from tuireader.articles.cleaning.noise.line import Line
from tuireader.articles.cleaning.noise.names import is_agency, is_person
from tuireader.articles.cleaning.noise.phrases import Phrases
from tuireader.articles.formats.dates import MONTHS_ABROAD, iso_date

_PARTS = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+")
_TOKENS = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|er|am|pm|h\d{0,2}|[:.]\d+)*$", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}[.]\d{1,2}[.]\d{1,4}$")
_MONTH_OR_DAY = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat"
    r"|sun|january|february|march|april|june|july|august|september|october|november|december|monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday)$"
)
_SPAN = re.compile(
    r"\b(?:ago|read|reading|lecture|lectura|lettura|leitura|leestijd|lesezeit|lesedauer|чтения|чтение)\b",
    re.IGNORECASE,
)
"""What says that a line is about how long ago, or how long to read."""
_PREFIX = re.compile(r"^[^\d]*?(?=\b(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", re.I)
_NAMES_APART = re.compile(r"\s*(?:,|&|/|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][\w .,’'À-Þ-]{2,60}?\s?\((?P<agency>[A-Z][\w .]{1,30})\)\s?[-–—]+\s"
)
_HEADER = re.compile(
    r"(?P<name>From|To|Cc|Date|Sent|Subject|Reply-To|Von|An|Datum|Betreff):\s+(?P<value>\S.*)$",
    re.I,
)
_HEAD_LINES = 8


def _head(draft: Draft) -> Iterator[tuple[int, Line]]:
    """Yield the short lines above the text, or right below its first paragraph."""
    first = draft.first_prose()
    for at, line in draft.left():
        if at > max(first + 1, _HEAD_LINES) or at > first + 1:
            return
        if at != draft.title_at and not line.prose and line.words <= 20:
            yield at, line


def byline(draft: Draft) -> Iterator[Finding]:
    """Find a line above the text that says who wrote it, and maybe when and for whom."""
    for at, line in _head(draft):
        lifts = stated(line.plain, draft.phrases)
        if lifts and any(name == "byline" for name, _ in lifts):
            yield Finding(at, 0.9, tuple(lifts))


def mail_header(draft: Draft) -> Iterator[Finding]:
    """Find the header of a forwarded mail above the text."""
    forwarded = False
    for at, line in draft.left():
        if at > _HEAD_LINES or line.prose:
            return
        header = _HEADER.match(line.plain)
        if draft.phrases.is_whole("mail", line.label):
            forwarded = True
            yield Finding(at, 0.95)
        elif header and (forwarded or header["name"].casefold() in {"from", "subject", "von"}):
            forwarded = True
            yield Finding(at, 0.85, tuple(_mail_field(header)))


def is_mail_header(line: Line) -> bool:
    """Return whether a line looks like one of the header of a mail."""
    header = _HEADER.match(line.plain)
    return header is not None and "@" in header["value"]


def _mail_field(header: re.Match[str]) -> Iterator[tuple[str, str]]:
    name = header["name"].casefold()
    if name in {"subject", "betreff"}:
        yield "title", header["value"].strip()
    elif name in {"date", "sent", "datum"}:
        yield "published", iso_date(header["value"].strip())


def timestamp(draft: Draft) -> Iterator[Finding]:
    """Find a line above or below the text that is only a date."""
    tail = draft.last_prose()
    below = [(at, line) for at, line in draft.left() if at > tail and line.words <= 14]
    for at, line in [*_head(draft), *below]:
        if is_timestamp(line.plain, draft.phrases):
            moment = _moment(line.plain)
            if moment:
                yield Finding(at, 0.9, (("published", moment),))
            elif _SPAN.search(line.plain):
                yield Finding(at, 0.85)


def dateline(draft: Draft) -> None:
    """Take the agency of a dateline over as the source; the dateline itself stays."""
    at = draft.first_prose()
    if at < len(draft.lines):
        match = _DATELINE.match(draft.lines[at].plain[:120])
        if match:
            draft.lift("source", match["agency"].strip())


def author_box(draft: Draft) -> Iterator[Finding]:
    """Find the last paragraph where it presents the author."""
    last = [(at, line) for at, line in draft.left()][-3:]
    known = draft.phrases
    for at, line in last:
        if not 5 <= line.words <= 60 or at <= draft.first_prose():
            continue
        name = draft.metadata.byline
        named = bool(name) and line.plain.startswith(name)
        if known.contains("author-box", line.plain) and (
            named or _begins_with_name(line.plain, known)
        ):
            yield Finding(at, 0.85 if named else 0.75)


def is_timestamp(text: str, known: Phrases) -> bool:
    """Return whether a text is a date or time and nothing else.

    Args:
        text: The text.
        known: The phrases that say which words may stand in one.
    """
    words = [word.casefold() for word in _TOKENS.findall(text)]
    beside = known.words("timestamp")
    return (
        0 < len(words) <= 16
        and any(word[0].isdigit() for word in words)
        and all(_NUMBER.match(w) or _is_time(w, beside) for w in words)
        and any(_is_time(w, beside) or _DATE.match(w) for w in words)
    )


def _is_time(word: str, beside: Collection[str]) -> bool:
    return bool(_MONTH_OR_DAY.match(word)) or word in beside or word in MONTHS_ABROAD


def _moment(text: str) -> str:
    plain = _PREFIX.sub("", text, count=1)
    return iso_date(plain) or iso_date(text)


def stated(text: str, known: Phrases) -> list[tuple[str, str]]:
    """Return what a line states, part by part; nothing where any part is something else.

    Args:
        text: The line.
        known: The phrases that give bylines, dates and news services away.
    """
    lifts: list[tuple[str, str]] = []
    parts = [part for part in _PARTS.split(text) if part]
    for part in parts:
        names = authors(part, known)
        if is_timestamp(part, known):
            lifts.append(("published", _moment(part)))
        elif names and not any(name == "byline" for name, _ in lifts):
            lifts.append(("byline", names))
        elif is_agency(part, known):
            lifts.append(("source", part))
        elif not lifts or len(part.split()) > 4 or not part[0].isupper():
            return []
    says_by = known.starts("byline", text)
    dated = any(name == "published" for name, _ in lifts)
    return lifts if says_by or dated or (len(parts) == 1 and _has_role(text, known)) else []


def _has_role(text: str, known: Phrases) -> bool:
    _, comma, role = text.partition(",")
    roles = known.words("byline")
    return (
        bool(comma)
        and bool(role.strip())
        and all(word.casefold().strip(".") in roles for word in role.split())
    )


def authors(text: str, known: Phrases) -> str:
    """Return the names in a byline, without “By” and without what they are; empty if it is none.

    Args:
        text: The line, or a part of one.
        known: The phrases that give bylines away.
    """
    names: list[str] = []
    roles = known.words("byline")
    for part in _NAMES_APART.split(known.without_start("byline", text).strip(" .:")):
        if is_person(part.title() if part.isupper() else part, known):
            names.append(part)
            continue
        role = all(word.casefold().strip(".") in roles for word in part.split())
        house = bool(names) and len(part.split()) <= 4 and part[:1].isupper()
        if not (role or house):
            return ""
    return ", ".join(names)


def _begins_with_name(text: str, known: Phrases) -> bool:
    words = text.split()
    return any(is_person(" ".join(words[:count]), known) for count in (2, 3))
