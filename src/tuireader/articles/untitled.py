"""What to call an article that has no headline."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{3,}")
_PARTS = re.compile(r"[\W_]+")
_TELLS_NOTHING = frozenset(
    (
        "article", "articles", "artikel", "clip", "doc", "document", "download", "export", "feed",
        "file", "index", "item", "items", "message", "news", "note", "output", "page", "part",
        "post", "scrape", "story", "text", "txt", "untitled",
    )
)  # fmt: skip
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,30}(?:, [\w .’'-]{2,30}){0,2}\s?(?:\([\w .]{2,30}\))?\s?[-–—]+\s+"
)
_LOOKED_AT = 400
_LONGEST = 72
_SENTENCE_END = re.compile(r"(?<=\w\w[.!?])[\"”’»]*\s")


def name_for(stem: str, text: str) -> str:
    """Return what to call an article without a headline.

    Args:
        stem: Its file's name, without the ending.
        text: The clean text.

    Returns:
        The first words of the text where the file's name says nothing, as a number or a
        fingerprint does; empty where the name says something, or there is no text.
    """
    return "" if _tells(stem) else opening_words(text)


def opening_words(text: str) -> str:
    """Return a text's first sentence without the dateline before it, cut to a headline's length."""
    start = " ".join(text[:_LOOKED_AT].split())
    start = start[found.end() :] if (found := _DATELINE.match(start)) else start
    sentence = _SENTENCE_END.split(start, maxsplit=1)[0]
    if len(sentence) <= _LONGEST:
        return sentence
    words = sentence[: _LONGEST + 1].rpartition(" ")[0] or sentence[:_LONGEST]
    return words.rstrip(" ,;:–—-") + "…"


def _tells(stem: str) -> bool:
    """Return whether a name holds a word that people would know the article by."""
    return any(
        _WORD.fullmatch(part) and part.casefold() not in _TELLS_NOTHING
        for part in _PARTS.split(stem)
    )
