"""Lines that belong to the page and not to the article, known by their phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tuireader.articles.article import BlockKind
from tuireader.articles.cleaning.noise.draft import Draft, Finding
from tuireader.articles.cleaning.noise.line import Line

_LONGEST = 30
_TOKENS = re.compile(r"[^\s,;|/•·–—:()\[\]]+")
_COUNT = re.compile(r"[\d.,]+[kKmM]?$")
_DRAWN = re.compile(r"[-_*=~#+—–·• ]{3,}|[-–—]{2}")
_PAGE = re.compile(
    r"(?:page|seite|página|pagina|blz\.|strona|страница|стр\.)\s?\d{1,4}"
    r"(?P<of>\s?(?:of|von|de|di|van|sur|из|/)\s?\d{1,4})?",
    re.IGNORECASE,
)
_TRUNCATED = re.compile(r"\[\s?\+\s?\d+\s?char(?:acter)?s?\s?\]")


def known_phrases(kind: str, *, outside: bool = False) -> Callable[[Draft], Iterator[Finding]]:
    """Return a finder of lines that are, or begin with, a phrase of a kind.

    Args:
        kind: The name of a table in the phrase files.
        outside: True to look only above the first and below the last running text.
    """

    def find(draft: Draft) -> Iterator[Finding]:
        known = draft.phrases
        first, last = draft.first_prose(), draft.last_prose()
        for at, line in draft.left():
            if line.words > _LONGEST or line.kind is BlockKind.PREFORMATTED or at == draft.title_at:
                continue
            if outside and first <= at <= last:
                continue
            if known.is_whole(kind, line.label):
                yield Finding(at, 0.95)
            elif known.starts(kind, line.plain) and not _is_quoted(line):
                yield Finding(at, 0.85)
            elif line.words <= 20 and known.contains(kind, line.plain):
                yield Finding(at, 0.8)

    return find


def _is_quoted(line: Line) -> bool:
    return line.plain[0] in "“\"«„‘'" and line.words > 4


def share_bar(draft: Draft) -> Iterator[Finding]:
    """Find the names of networks and the buttons that share a page.

    A single word such as “Email” may be a heading: it goes only beside another such line.
    """
    known = draft.phrases
    buttons = known.words("share")
    alone: list[int] = []
    certain: set[int] = set()
    for at, line in draft.left():
        if line.words > _LONGEST or at == draft.title_at:
            continue
        words = [word.casefold() for word in _TOKENS.findall(line.plain)]
        only = bool(words) and all(word in buttons or _COUNT.match(word) for word in words)
        named = len({word for word in words if word in buttons})
        whole = known.is_whole("share", line.label)
        begins = known.starts("share", line.plain) and line.words <= 20 and not line.prose
        if (only and named >= 3) or (whole and len(words) >= 2) or begins:
            certain.add(at)
        elif (only and named) or whole:
            alone.append(at)
    weak = set(alone)
    for at in sorted(certain | weak):
        if at in certain:
            yield Finding(at, 0.95)
        elif {at - 1, at + 1} & (certain | weak):
            yield Finding(at, 0.85)


def truncated(draft: Draft) -> Iterator[Finding]:
    """Find the marks that feeds leave where they cut a text off."""
    for at, line in draft.left():
        for match in _TRUNCATED.finditer(line.plain):
            whole = match.span() == (0, len(line.plain))
            yield Finding(at, 0.98, start=match.start(), end=-1 if whole else match.end())
        known = draft.phrases
        named = line.words <= _LONGEST and known.starts("truncation", line.plain)
        if named and known.contains("truncation", line.plain):
            yield Finding(at, 0.97)


def page_numbers(draft: Draft) -> Iterator[Finding]:
    """Find the numbers of pages: each says of how many, or there are several."""
    found = [(at, match) for at, line in draft.left() if (match := _PAGE.fullmatch(line.plain))]
    for at, match in found:
        if match["of"] or len(found) > 1:
            yield Finding(at, 0.9)


def separators(draft: Draft) -> Iterator[Finding]:
    """Find lines drawn with punctuation."""
    for at, line in draft.left():
        if _DRAWN.fullmatch(line.plain):
            yield Finding(at, 0.9)


def link_list(draft: Draft) -> Iterator[Finding]:
    """Find the headlines of other articles that stand below an announcement of them."""
    announced = [at for at, (rule, _) in draft.gone.items() if rule.name == "related-links"]
    last = draft.last_prose()
    done = -1
    for start in sorted(announced):
        behind = start > last
        if start < done:
            continue
        for at in range(start + 1, len(draft.lines)):
            line, done = draft.lines[at], at
            if at in draft.gone:
                continue
            listed = line.kind is BlockKind.LIST_ITEM or line.has_address
            if line.prose or not (line.headline_like or listed):
                break
            if not behind and not (listed and line.words <= 20):
                break
            yield Finding(at, 0.8 if behind else 0.7)
