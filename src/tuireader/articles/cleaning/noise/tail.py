"""What stands below an article: who wrote it, for whom, and what somebody added."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuireader.articles.article import BlockKind
from tuireader.articles.cleaning.noise.draft import Draft, Finding
from tuireader.articles.cleaning.noise.line import Line, folded
from tuireader.articles.cleaning.noise.names import is_agency, is_person

_QUOTED = re.compile(r"[«“„\"‘']\s*([^«»“”„\"‘’]{2,60}?)\s*[»”“\"’']")
_SOURCE = re.compile(r"(?:source|via|quelle|fuente|fonte|bron|источник)\s*[:：-]\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”]+", re.IGNORECASE)
_LONGEST = 14
_LONGEST_ADDRESS = 1_000


def _tail(draft: Draft) -> Iterator[tuple[int, Line]]:
    """Yield the short lines behind the last running text."""
    last = draft.last_prose()
    if last < 0:
        return
    for at, line in draft.left():
        if at > last and line.words <= _LONGEST:
            yield at, line


def agency(draft: Draft) -> Iterator[Finding]:
    """Find a line that only names the news service."""
    for at, line in _tail(draft):
        if is_agency(line.plain, draft.phrases) and not line.has_address and not line.ends:
            yield Finding(at, 0.9, (("source", _known_as(line.plain, draft)),))


def author(draft: Draft) -> Iterator[Finding]:
    """Find a line that is nothing but a person's name, as a list item or at the very end."""
    for at, line in _tail(draft):
        if is_person(line.plain, draft.phrases) and (
            line.kind is BlockKind.LIST_ITEM or _apart(draft, at)
        ):
            yield Finding(at, 0.85, (("byline", line.plain),))


def _apart(draft: Draft, at: int) -> bool:
    """Return whether a line is the last and stands alone below the running text."""
    if at != len(draft.lines) - 1 or not draft.lines[at].gap:
        return False
    above = [other for other, _ in draft.left() if other < at]
    return bool(above) and draft.lines[above[-1]].prose


def added_source(draft: Draft) -> Iterator[Finding]:
    """Find a source that is only an address, or that advertises something."""
    last = draft.last_prose()
    for at, line in draft.left():
        if at <= last:
            continue
        address = _ADDRESS.search(line.plain)
        stated = _SOURCE.match(line.plain)
        if address is None or stated is None or line.words > 30:
            continue
        rest = (line.plain[stated.end() : address.start()] + line.plain[address.end() :]).strip(
            " ."
        )
        if not rest and address[0].rstrip("/").count("/") > 2:
            yield Finding(at, 0.9, (("url", address[0].rstrip(".,)")),))
        else:
            yield Finding(at, 0.9)


def address_line(draft: Draft) -> Iterator[Finding]:
    """Find the address of an article as the first line, or below the text."""
    last = draft.last_prose()
    for at, line in draft.left():
        if (at == 0 or at > last >= 0) and len(line.plain) < _LONGEST_ADDRESS:
            address = _ADDRESS.fullmatch(line.plain)
            if address and address[0].rstrip("/").count("/") > 2:
                yield Finding(at, 0.85, (("url", address[0]),))


def advertising(draft: Draft) -> Iterator[Finding]:
    """Find a short line with an address and the words of advertisers below the text."""
    spam = draft.phrases.pattern("spam")
    for at, line in _tail(draft):
        if line.has_address and spam.search(line.plain):
            yield Finding(at, 0.9)


def _known_as(text: str, draft: Draft) -> str:
    """Return an agency's name as the article itself writes it, or else as its line has it."""
    quoted = _QUOTED.search(text)
    name = quoted[1] if quoted else text
    wanted = [_stem(word) for word in name.split()]
    for _, line in draft.left():
        words = line.plain.split()
        for start in range(len(words) - len(wanted) + 1):
            found = words[start : start + len(wanted)]
            if all(_stem(a) == b for a, b in zip(found, wanted, strict=True)):
                shown = " ".join(found).strip(".,;:!?«»“”\"'()’‘")
                if shown[:1].isupper() and shown != name:
                    return shown.removesuffix("’s").removesuffix("'s")
    return text


def _stem(word: str) -> str:
    """Return a word without the endings that translation adds or drops."""
    key = folded(word.replace("’s", "").replace("'s", ""))
    return key[:-1] if len(key) > 4 and key.endswith("s") else key
