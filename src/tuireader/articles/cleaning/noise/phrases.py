"""The phrases that give noise away, read from one data file a language.

Each file is TOML; each table a kind of noise. ``whole`` lists what a whole line may say, ``starts``
what it may begin with, ``contains`` what it may hold anywhere, ``words`` single words. Case,
punctuation at the ends and the shape of apostrophes do not matter. All languages are used at once:
a line is matched as a whole or by several words, so they rarely collide.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

_NEVER = re.compile(r"(?!)")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_BEFORE = " \t([{*-–—>»•·|#"
_LONGEST_PHRASE = 80
_SPACES = re.compile(r"\s+")

_extra_folders: list[Path] = []


def normal(text: str) -> str:
    """Return a line as phrases are compared: folded, one space, no punctuation at the ends."""
    text = text.casefold().replace("’", "'").replace("‘", "'")
    return _EDGES.sub("", _SPACES.sub(" ", text))


class Phrases:
    """The phrases of all languages, by kind of noise."""

    def __init__(self, tables: Iterable[dict[str, dict[str, list[str]]]]) -> None:
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        self._starts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._contains: dict[str, list[str]] = defaultdict(list)
        self._patterns: dict[str, re.Pattern[str]] = {}
        for table in tables:
            for kind, lists in table.items():
                self._whole[kind] |= {normal(text) for text in lists.get("whole", [])}
                self._words[kind] |= {word.casefold() for word in lists.get("words", [])}
                for text in lists.get("starts", []):
                    phrase = text.casefold().replace("’", "'")
                    self._starts[kind][phrase[:2]].append(phrase)
                self._contains[kind] += [text.casefold() for text in lists.get("contains", [])]

    def is_whole(self, kind: str, line: str) -> bool:
        """Return whether a line, as `normal` gives it, is a phrase of a kind."""
        return line in self._whole[kind]

    def starts(self, kind: str, line: str) -> bool:
        """Return whether a line, as written, begins with a phrase of a kind."""
        return self._start_length(kind, line.lstrip(_BEFORE)) > 0

    def without_start(self, kind: str, line: str) -> str:
        """Return a line, as written, without the phrase of a kind that it may begin with."""
        return line[self._start_length(kind, line) :]

    def _start_length(self, kind: str, line: str) -> int:
        """Return how long the phrase is that a line begins with; 0 where it begins with none."""
        head = line[:_LONGEST_PHRASE].casefold().replace("’", "'")
        for phrase in self._starts[kind].get(head[:2], ()):
            if head.startswith(phrase):
                last, behind = phrase[-1], head[len(phrase) : len(phrase) + 1]
                if not (last.isalpha() and behind.isalnum()):
                    return len(phrase)
        return 0

    def contains(self, kind: str, line: str) -> bool:
        """Return whether a line, as written, holds a phrase of a kind."""
        return self._contains_any(kind).search(line) is not None

    def pattern(self, kind: str) -> re.Pattern[str]:
        """Return a pattern that finds any phrase of a kind in a text as written."""
        return self._contains_any(kind)

    def words(self, kind: str) -> set[str]:
        """Return the single words of a kind, case folded."""
        return self._words[kind]

    def _contains_any(self, kind: str) -> re.Pattern[str]:
        known = self._patterns.get(kind)
        if known is None:
            known = self._patterns[kind] = _alternatives(self._contains[kind])
        return known


def _alternatives(texts: list[str]) -> re.Pattern[str]:
    if not texts:
        return _NEVER
    longest_first = sorted(set(texts), key=len, reverse=True)
    either = "|".join(re.escape(text).replace("'", "['’]") for text in longest_first)
    return re.compile(rf"(?<!\w)(?:{either})(?:(?!\w)|(?<!\w)|(?<=\d))", re.IGNORECASE)


@cache
def phrases() -> Phrases:
    """Return all phrases: those that come with the program and those of added folders."""
    return Phrases(_tables())


def add_folder(folder: Path) -> None:
    """Use the phrase files (``*.toml``) of one more folder, such as the user's own.

    Args:
        folder: Where the files are; it need not exist.

    Raises:
        tomllib.TOMLDecodeError: If a file is not TOML, with its name in a note.
    """
    _extra_folders.append(folder)
    phrases.cache_clear()
    phrases()


def _tables() -> Iterator[dict[str, dict[str, list[str]]]]:
    bundled = files("tuireader.articles.cleaning") / "phrases"
    paths = [path for path in bundled.iterdir() if path.name.endswith(".toml")]
    for folder in _extra_folders:
        paths += sorted(folder.glob("*.toml"))
    for path in paths:
        try:
            yield tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            error.add_note(f"in {path}")
            raise
