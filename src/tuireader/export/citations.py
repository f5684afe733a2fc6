"""A quotation with its source, in the forms of Chicago, APA and BibTeX.

Chicago is the note of the Chicago Manual of Style, 17th edition, 14.191 (news articles); APA is
the reference of the Publication Manual, 7th edition, 10.1. What the source does not say is left
out, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from itertools import count
from unicodedata import normalize

from tuireader.articles.article import Metadata

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PARTICLES = frozenset(
    ("al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "ter", "van", "von")
)
_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def chicago(source: Metadata) -> str:
    """Return the source as a Chicago note: Ana Kovac, “Title,” The Daily Post, March 1, 2026."""
    title = source.title.rstrip(".,").translate(_SINGLE)
    parts = [
        _and(authors(source.byline), "and"),
        f"“{_with_comma(title)}”" if title else "",
        source.source,
        _day(source.published),
        source.url,
    ]
    text = ""
    for part in filter(None, parts):
        text += ("" if not text else " " if text.endswith("”") else ", ") + part
    return _ended(text)


def _with_comma(title: str) -> str:
    """Return a title with the comma after it, which goes before a closing mark."""
    if title.endswith(("?", "!")):
        return title
    if title.endswith("’") and "‘" in title and title[-2:-1] not in ("?", "!"):
        return f"{title[:-1]},’"
    return f"{title},"


def apa(source: Metadata) -> str:
    """Return the source as an APA reference: Kovac, A. (2026, March 1). Title. The Daily Post."""
    names = [_initials(name) for name in authors(source.byline)]
    when = f"({_year_first(source.published) or 'n.d.'})."
    title = _ended(source.title)
    who = _ended(_and(names, "&")) if names else ""
    head = [who, when, title] if who else [title, when]
    return " ".join(filter(None, [*head, _ended(source.source), source.url]))


def bibtex(source: Metadata, quotation: str = "", key: str = "") -> str:
    """Return the source as a BibTeX entry, with the quotation as its annotation.

    Args:
        source: What the source says of itself.
        quotation: The words; several are parted by a blank line.
        key: The key of the entry; empty for one made of the source.
    """
    year, month, day = _parts(source.published)
    fields = {
        "author": " and ".join(map(_family_first, authors(source.byline))),
        "title": source.title,
        "journal": source.source,
        "year": year,
        "month": month,
        "day": day,
        "url": source.url,
        "language": source.language,
        "annote": quotation,
    }
    lines = [
        f"  {name} = {{{value if name == 'url' else _escaped(value)}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@article{{{key or bibtex_key(source)},", *lines, "}"]) + "\n"


def cited(quotation: str, source: Metadata, style: str, speaker: str = "") -> str:
    """Return a quotation with its source.

    Args:
        quotation: The words, with or without quotation marks around them.
        source: What the source says of itself.
        style: One of `STYLES`.
        speaker: Who said it, where it is somebody's words.

    Raises:
        LookupError: There is no such style.
    """
    if style == "bibtex":
        return bibtex(source, quotation)
    said = f" ({speaker})" if speaker else ""
    return f"“{_between_marks(quotation)}”{said}\n\n{STYLES[style](source)}\n"


STYLES: dict[str, Callable[[Metadata], str]] = {"chicago": chicago, "apa": apa, "bibtex": bibtex}
"""The styles, by name."""


def _between_marks(quotation: str) -> str:
    """Return words as they stand between double marks: marks around all of them go.

    Double marks inside become single ones, as both styles have it.
    """
    words = quotation.strip()
    for opening, closing in ("“”", "„“", "„”", "«»", "»«", '""'):
        inside = words[1:-1]
        around = len(words) > 1 and words[0] == opening and words[-1] == closing
        if around and opening not in inside and closing not in inside:
            return inside.strip()
    return words.translate(_SINGLE)


_SINGLE = str.maketrans("“”", "‘’")


def authors(byline: str) -> list[str]:
    """Return the names in a byline, without "By"."""
    names = re.split(r"\s*(?:,|;|&|\band\b)\s*", re.sub(r"(?i)^\s*by\s+", "", byline))
    return [name for name in map(str.strip, names) if name]


def _family_first(name: str) -> str:
    """Return "Kovac, Ana" for "Ana Kovac"; particles stay with the family name."""
    words = name.split()
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return f"{' '.join(words[at:])}, {' '.join(words[:at])}" if at > 0 else name


def _initials(name: str) -> str:
    family, comma, given = _family_first(name).partition(", ")
    letters = " ".join(
        "-".join(f"{part[0].upper()}." for part in word.split("-") if part)
        for word in given.split()
    )
    return f"{family}, {letters}" if comma else family


def _and(names: list[str], word: str) -> str:
    if len(names) < 3:
        return f"{',' if word == '&' else ''} {word} ".join(names)
    return f"{', '.join(names[:-1])}, {word} {names[-1]}"


def _ended(text: str) -> str:
    """Return a text that ends as a sentence does; an address is left as it is."""
    if not text or text.endswith((".", "?", "!", ".”", "?”", "!”")):
        return text
    if found := re.search(",(’?”)$", text):
        return f"{text[: found.start()]}.{found[1]}"
    return text + "."


def _date(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _day(published: str) -> str:
    """Return "March 1, 2026"; the year alone where nothing more is known."""
    day = _date(published)
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}" if day else _year(published)


def _year_first(published: str) -> str:
    day = _date(published)
    return f"{day.year}, {_MONTHS[day.month - 1]} {day.day}" if day else _year(published)


def _year(published: str) -> str:
    match = re.match(r"\d{4}", published)
    return match[0] if match else ""


def _parts(published: str) -> tuple[str, str, str]:
    day = _date(published)
    return (str(day.year), str(day.month), str(day.day)) if day else (_year(published), "", "")


def bibtex_key(source: Metadata, taken: Collection[str] = ()) -> str:
    """Return a key such as ``kovac2026harbour``, with a number where it is taken."""
    names = authors(source.byline)
    family = _family_first(names[0]).partition(",")[0] if names else source.source
    word = next((word for word in re.findall(r"\w+", source.title) if len(word) > 3), "")
    key = normalize("NFKD", f"{family}{_year(source.published)}{word}".casefold())
    plain = re.sub(r"[^a-z0-9]", "", key) or "article"
    keys = (f"{plain}-{number}" if number > 1 else plain for number in count(1))
    return next(each for each in keys if each not in taken)


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(letter, letter) for letter in text)
