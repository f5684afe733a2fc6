"""What a page shows of its author and its second headline, where it states them no better."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tuireader.articles.cleaning.safety import sanitize_line

_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|autor|auteur|writer)(?:[\s_-]?names?)?(?:$|\s)"
)
_SECOND = re.compile(
    r"(?:^|[\s_-])(?:standfirst|sub-?title|sub-?head(?:line)?|dek|deck|chapo|article-?summary)(?:$|\s)"
)
_ELSEWHERE = frozenset({"nav", "aside", "footer", "form", "ul", "ol", "button"})
_BY = re.compile(
    r"^\W*(?:by|written by|words by|text|von|par|por|di|door|av)\b:?\s+", re.IGNORECASE
)
_AFTER = re.compile(
    r"\s*(?:[|•·–—@]|\bon\b|\b(?:published|updated|posted|staff|senior|follow|correspondent|reporter|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\d).*$",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_NAME = 60
_MOST_LOOKED_AT = 5_000


def shown_author(root: Any) -> str:
    """Return the name in the first part of a page that its maker calls the author's.

    Args:
        root: The page's tree.
    """
    for text in _texts(root, _AUTHOR, 120):
        name = _AFTER.sub("", _BY.sub("", text)).strip(" ,;:|-–—")
        words = name.split()
        capital = sum(word[:1].isupper() for word in words)
        if 2 <= len(words) <= 8 and len(name) <= _LONGEST_NAME and 2 * capital >= len(words):
            return name
    return ""


def shown_subtitle(root: Any, title: str) -> str:
    """Return the second headline of a page.

    Args:
        root: The page's tree.
        title: The headline, which it must not repeat.
    """
    for text in _texts(root, _SECOND, 500):
        if len(text.split()) >= 4 and text.casefold() != title.casefold():
            return text
    return ""


def _texts(root: Any, named: re.Pattern[str], longest: int) -> Iterator[str]:
    """Yield the short texts of elements by their class or role, outside lists and side parts."""
    elements = root.iter("a", "span", "div", "p", "address", "h2", "h3", "h4", "cite")
    for count, element in enumerate(elements):
        if count >= _MOST_LOOKED_AT:
            return
        names = (
            element.get("class") or "",
            element.get("itemprop") or "",
            element.get("rel") or "",
        )
        if not any(names) or not named.search(" ".join(names)[:500].lower()):
            continue
        if any(around.tag in _ELSEWHERE for around in element.iterancestors()):
            continue
        text = sanitize_line("".join(element.itertext())[:2_000])
        if 0 < len(text) <= longest:
            yield text
