"""Tags as they are typed: words on a line, those of a note behind a ``#``, ``_`` for a space."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MARK = "#"
"""What a tag begins with where other words stand beside it."""
BREAK = " ↵ "
"""Stands for a line break on a line."""


def typed(tag: str) -> str:
    """Return a tag as one word."""
    return "_".join(tag.split())


def tags_line(tags: Iterable[str]) -> str:
    """Return tags as a line of words."""
    return " ".join(typed(tag) for tag in sorted(tags))


def tags_in(line: str, known: Iterable[str]) -> set[str]:
    """Return the tags on a line of words; spaces and commas part them.

    Args:
        line: What was typed; a tag may begin with `MARK`.
        known: The tags in use: a word that stands for one of them is that one.
    """
    meant = {typed(tag): tag for tag in known}
    words = (word.lstrip(MARK) for word in line.replace(",", " ").split())
    tags = (meant.get(word) or " ".join(word.replace("_", " ").split()) for word in words)
    return {tag for tag in tags if tag}


def note_line(text: str, tags: Iterable[str]) -> str:
    """Return a note as one line: its words, with `BREAK` for each line break, then its tags."""
    words = BREAK.join(text.strip().split("\n"))
    return " ".join(filter(None, [words, *(MARK + typed(tag) for tag in sorted(tags))]))


def note_in(line: str, known: Iterable[str]) -> tuple[str, set[str]]:
    """Return the words of a note and its tags: the words at its end that begin with `MARK`.

    Args:
        line: What was typed.
        known: The tags in use.
    """
    text, tags = line.rstrip(), []
    while text:
        before, space, word = text.rpartition(" ")
        if not word.startswith(MARK) or len(word) == 1:
            break
        tags.append(word)
        text = before.rstrip() if space else ""
    return text.replace(BREAK, "\n"), tags_in(" ".join(tags), known)


def fitting_tags(word: str, known: Sequence[str], line: str, *, marked: bool) -> list[str]:
    """Return what a word that is being typed may become, the tags most used first.

    Args:
        word: What is typed of it so far.
        known: The tags in use, the most used first.
        line: The whole line: a tag that stands on it already is not offered.
        marked: Whether only a word that begins with `MARK` is a tag.
    """
    if marked and not word.startswith(MARK):
        return []
    mark = MARK if word.startswith(MARK) else ""
    start = word.lstrip(MARK).casefold()
    there = {each.lstrip(MARK) for each in line.replace(",", " ").split() if each != word}
    names = [typed(tag) for tag in known if typed(tag) not in there]
    first = [name for name in names if name.casefold().startswith(start)]
    inside = [name for name in names if start in name.casefold() and name not in first]
    return [mark + name for name in (*first, *inside)]
