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
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from types import MappingProxyType

from tuireader.articles.cleaning.own_phrases import OwnPhrases

Table = Mapping[str, Mapping[str, Sequence[str]]]
"""Phrases by kind of noise and name of the list."""

_NEVER = re.compile(r"(?!)")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_BEFORE = " \t([{*-–—>»•·|#"
LONGEST_PHRASE = 80
"""So many code points at the beginning of a line are looked at."""
_SPACES = re.compile(r"\s+")
_NO_WORDS: frozenset[str] = frozenset()
_NO_STARTS: Mapping[str, Sequence[str]] = MappingProxyType({})


def normal(text: str) -> str:
    """Return a line as phrases are compared: folded, one space, no punctuation at the ends."""
    text = text.casefold().replace("’", "'").replace("‘", "'")
    return _EDGES.sub("", _SPACES.sub(" ", text))


class Phrases:
    """Some phrases, by kind of noise.

    Args:
        tables: Those that come with the program, a table a language.
        own: The reader's own, each table with its language.

    Attributes:
        own: The reader's own alone, by language.
    """

    def __init__(self, tables: Iterable[Table], own: Sequence[tuple[str, Table]] = ()) -> None:
        self.own = tuple((language, Phrases([table])) for language, table in own)
        self._own_tables = own
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        self._starts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._contains: dict[str, list[str]] = defaultdict(list)
        self._patterns: dict[str, re.Pattern[str]] = {}
        for table in (*tables, *(table for _, table in own)):
            for kind, lists in table.items():
                self._add(kind, lists)

    def _add(self, kind: str, lists: Mapping[str, Sequence[str]]) -> None:
        self._whole[kind] |= {normal(text) for text in lists.get("whole", ())}
        self._words[kind] |= {word.casefold() for word in lists.get("words", ())}
        for text in lists.get("starts", ()):
            phrase = text.casefold().replace("’", "'")
            self._starts[kind][phrase[:2]].append(phrase)
        self._contains[kind] += [text.casefold() for text in lists.get("contains", ())]

    @cached_property
    def only_own(self) -> Phrases:
        """The reader's own, of all languages."""
        return Phrases((), self._own_tables)

    def is_whole(self, kind: str, line: str) -> bool:
        """Return whether a line, as `normal` gives it, is a phrase of a kind."""
        return line in self._whole.get(kind, _NO_WORDS)

    def starts(self, kind: str, line: str) -> bool:
        """Return whether a line, as written, begins with a phrase of a kind."""
        return self._start_length(kind, line.lstrip(_BEFORE)) > 0

    def without_start(self, kind: str, line: str) -> str:
        """Return a line, as written, without the phrase of a kind that it may begin with."""
        return line[self._start_length(kind, line) :]

    def _start_length(self, kind: str, line: str) -> int:
        """Return how long the phrase is that a line begins with; 0 where it begins with none."""
        head = line[:LONGEST_PHRASE].casefold().replace("’", "'")
        starts = self._starts.get(kind, _NO_STARTS)
        for phrase in (*starts.get(head[:2], ()), *starts.get(head[:1], ())):
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

    def words(self, kind: str) -> frozenset[str] | set[str]:
        """Return the single words of a kind, case folded."""
        return self._words.get(kind, _NO_WORDS)

    def has(self, kind: str, line: str) -> bool:
        """Return whether a line, as written, has anything of a kind, wherever in it."""
        return (
            self.is_whole(kind, normal(line))
            or self.starts(kind, line)
            or self.contains(kind, line)
            or any(normal(word) in self.words(kind) for word in line.split())
        )

    def _contains_any(self, kind: str) -> re.Pattern[str]:
        known = self._patterns.get(kind)
        if known is None:
            known = self._patterns[kind] = _alternatives(self._contains.get(kind, []))
        return known


def _alternatives(texts: list[str]) -> re.Pattern[str]:
    if not texts:
        return _NEVER
    longest_first = sorted(set(texts), key=len, reverse=True)
    either = "|".join(re.escape(text).replace("'", "['’]") for text in longest_first)
    return re.compile(rf"(?<!\w)(?:{either})(?:(?!\w)|(?<!\w)|(?<=\d))", re.IGNORECASE)


@cache
def tables() -> tuple[Table, ...]:
    """Return the phrases that come with the program, a table a language."""
    folder = files("tuireader.articles.cleaning") / "phrases"
    paths = sorted(path.name for path in folder.iterdir() if path.name.endswith(".toml"))
    return tuple(tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in paths)


@lru_cache(maxsize=4)
def phrases(own: tuple[OwnPhrases, ...] = ()) -> Phrases:
    """Return the phrases that come with the program, and the reader's own.

    Args:
        own: The reader's own; what they say does not count is left out of the others.
    """
    without = {(kind, normal(text)) for one in own for kind, texts in one.without for text in texts}
    kept = [_left(table, without) for table in tables()] if without else tables()
    return Phrases(kept, [(one.language, _table(one)) for one in own])


def _left(table: Table, without: set[tuple[str, str]]) -> Table:
    return {
        kind: {
            name: [text for text in texts if (kind, normal(text)) not in without]
            for name, texts in lists.items()
        }
        for kind, lists in table.items()
    }


def _table(own: OwnPhrases) -> Table:
    table: dict[str, dict[str, Sequence[str]]] = {}
    for kind, name, texts in own.lists:
        table.setdefault(kind, {})[name] = texts
    return table
