"""The words in which the reader is told what was done."""

from __future__ import annotations

from collections.abc import Sequence

from tuireader.language import counted, in_context

_MARKS = "“”„\"«»‘’' "
_LONGEST_TITLE = 40


def count(number: int, noun: str) -> str:
    """Return a number with its noun: "1 article", "214 articles"."""
    match noun:
        case "article":
            return counted("{n} article", "{n} articles", number)
        case "note":
            return counted("{n} note", "{n} notes", number)
        case "correction":
            return counted("{n} correction", "{n} corrections", number)
        case "view":
            return counted("{n} view", "{n} views", number)
        case "link":
            return counted("{n} link", "{n} links", number)
        case "file":
            return counted("{n} file", "{n} files", number)
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def named(titles: Sequence[str], noun: str = "article") -> str:
    """Return a single thing by its title, and several by their number."""
    if len(titles) == 1 and titles[0]:
        return quoted(titles[0])
    return count(len(titles), noun)


def shortened(text: str, length: int = _LONGEST_TITLE) -> str:
    """Return a text cut at a word so that it is not longer than `length` code points."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    return text[: length - 1].rpartition(" ")[0].rstrip(" ,;:.") + "…"


def quoted(text: str) -> str:
    """Return a text cut short between quotation marks, without marks of its own around it."""
    return in_context("a title", "“{words}”").format(words=shortened(text.strip(_MARKS)))
