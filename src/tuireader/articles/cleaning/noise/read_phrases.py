"""Reading phrase files of the reader's own, which have the form of those of the program."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from tuireader.articles.broken_list import BrokenListError, line_of, read_toml
from tuireader.articles.cleaning.noise.phrases import LONGEST_PHRASE, normal, phrases, tables
from tuireader.articles.cleaning.own_phrases import OwnPhrases

_LINES = ("whole", "starts", "contains")
KINDS = {
    "related": _LINES,
    "subscription": _LINES,
    "newsletter": _LINES,
    "cookies": _LINES,
    "legal": _LINES,
    "advertisement": _LINES,
    "player": _LINES,
    "comments": _LINES,
    "navigation": _LINES,
    "share": ("whole", "starts", "words"),
    "credit": ("starts",),
    "byline": ("starts", "words"),
    "timestamp": ("words",),
    "agency": ("contains",),
    "author-box": ("contains",),
    "spam": ("contains",),
    "mail": ("whole",),
    "truncation": ("starts", "contains"),
    "above-text": ("starts",),
    "within-text": ("starts",),
    "below-text": ("starts",),
    "furniture": ("contains",),
    "not-a-name": ("words",),
    "function-words": ("words",),
    "compound-prefix": ("words",),
}
"""The kinds of noise, and the lists that the rules ask for of each."""
WITHOUT = "without"
"""The list of phrases that come with the program but are not to count."""

_ONLY_HINTS = frozenset({"byline", "above-text", "within-text", "below-text", "furniture"})
"""Kinds by whose phrases alone no line goes."""
_SHORTEST = 4
"""So many letters at least has a phrase by which a longer line goes."""
_MOST_WORDS = 20
_SIGN = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts in which two make a word."""


def read_own_phrases(language: str, text: str) -> OwnPhrases:
    """Return the phrases in a TOML text, such as ``[subscription]`` and ``starts = ["Join us"]``.

    Args:
        language: The language they are for.
        text: What stands in the file.

    Raises:
        BrokenListError: The phrases cannot be read, or would do harm.
    """
    lists: list[tuple[str, str, tuple[str, ...]]] = []
    without: list[tuple[str, tuple[str, ...]]] = []
    for kind, table in read_toml(text).items():
        line = line_of(text, rf"\s*\[*\s*[\"']?{re.escape(kind)}\b")
        if kind not in KINDS:
            raise BrokenListError(line, _no_kind(kind))
        if not isinstance(table, dict):
            raise BrokenListError(line, f"Write [{kind}] on a line of its own, its lists below it.")
        for name, written in table.items():
            at = _line(text, line, name)
            if name not in (*KINDS[kind], WITHOUT):
                raise BrokenListError(at, _no_list(kind, name))
            texts = _texts(written, name, at)
            for one in texts:
                complaint = _complaint(one, kind, name)
                if complaint:
                    raise BrokenListError(_line(text, at, one), complaint)
            if name == WITHOUT:
                without.append((kind, texts))
            else:
                lists.append((kind, name, texts))
    return OwnPhrases(language, tuple(lists), tuple(without))


def _texts(written: object, name: str, line: int) -> tuple[str, ...]:
    if not isinstance(written, list) or not all(isinstance(text, str) for text in written):
        raise BrokenListError(line, f'Write {name} as a list of texts, such as ["Join us"].')
    return tuple(written)


def _complaint(text: str, kind: str, name: str) -> str:
    """Return what is wrong with a phrase as a sentence; empty where nothing is."""
    if not normal(text):
        return "A phrase here has no letters: take it out."
    if name == WITHOUT:
        return _no_phrase(kind, text)
    if name == "words":
        return f'The list "words" is of single words: "{text}" are several.' if " " in text else ""
    if len(text.split()) > _MOST_WORDS or (name == "starts" and len(text) > LONGEST_PHRASE):
        return f'The phrase "{text[:20]}…" is too long: its first words are enough.'
    if _eats_text(text, kind, name):
        return f'The phrase "{text}" stands in too many lines: add the words that show it is noise.'
    return ""


def _eats_text(text: str, kind: str, name: str) -> bool:
    """Return whether lines of an article may well have a phrase, and would go."""
    letters = len(normal(text)) + len(_SIGN.findall(text))
    if name == "whole" or kind in _ONLY_HINTS:
        return letters < 2
    label = text.rstrip().endswith((":", "："))
    common = phrases().words("function-words")
    return letters < (2 if label else _SHORTEST) or (
        not label and all(word in common for word in normal(text).split())
    )


@cache
def _bundled(kind: str) -> frozenset[str]:
    """Return the phrases of a kind that come with the program, as they are compared."""
    lists = (lists for table in tables() for lists in table.get(kind, {}).values())
    return frozenset(normal(text) for texts in lists for text in texts)


def _no_kind(kind: str) -> str:
    close = get_close_matches(kind, KINDS, 1)
    if close:
        return f'There is no kind of noise "{kind}"; did you mean "{close[0]}"?'
    return f'There is no kind of noise "{kind}"; there are {", ".join(KINDS)}.'


def _no_list(kind: str, name: str) -> str:
    known = (*KINDS[kind], WITHOUT)
    close = get_close_matches(name, known, 1)
    if close:
        return f'There is no list "{name}" under [{kind}]; did you mean "{close[0]}"?'
    return f'There is no list "{name}" under [{kind}]; there are {", ".join(known)}.'


def _no_phrase(kind: str, text: str) -> str:
    """Return why a phrase cannot be taken out; empty where it can."""
    known = _bundled(kind)
    if normal(text) in known:
        return ""
    close = get_close_matches(normal(text), known, 1)
    if close:
        return f'There is no phrase "{text}" of ours under [{kind}]; did you mean "{close[0]}"?'
    return f'There is no phrase "{text}" of ours under [{kind}] to take out.'


def _line(text: str, after: int, wanted: str) -> int:
    """Return the first line from a line on, both from 1, that holds some words; else that line."""
    lines = text.splitlines()
    return next((n for n in range(max(1, after), len(lines) + 1) if wanted in lines[n - 1]), after)
