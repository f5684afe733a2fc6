"""Repairs of plain text that was made from a web page by halves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuireader.articles.cleaning.repairs.rule import Setting
from tuireader.articles.cleaning.tracked import Edit, Replacement

_NAME = (
    "p|br|hr|span|strong|em|b|i|u|a|div|h[1-6]|li|ul|ol|blockquote|font|img|figure|figcaption"
    "|small|sup|sub|table|tbody|tr|td|th|section|article|iframe|center"
)
_TAG = re.compile(
    rf"<(?P<close>/)?(?P<name>{_NAME})(?P<more>\s[^<>]{{0,2000}})?\s?/?>", re.IGNORECASE
)
_BREAKS = frozenset({"br", "hr", "p", "div", "li", "td", "tr"})


def tags(text: str, setting: Setting) -> Iterator[Edit]:
    """Find the tags of a text that has no markup of its own.

    A tag that a text speaks of stays: it stands between spaces and has neither an attribute nor a
    partner.
    """
    if not setting.plain or "<" not in text:
        return
    found = list(_TAG.finditer(text))
    closed = {match["name"].casefold() for match in found if match["close"]}
    opened = {match["name"].casefold() for match in found if not match["close"]}
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    for match in found:
        name = match["name"].casefold()
        start, end = match.span()
        opens, closes = start <= first, end >= last
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        glued = bool(before.strip() or behind.strip())
        attributes = "=" in (match["more"] or "")
        if (opens and closes) or glued or attributes or name in closed & opened:
            between = name in _BREAKS and not opens and not closes
            yield Replacement(start, end, " " if between else "")
