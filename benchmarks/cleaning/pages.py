"""Page dumps with their true article text: what the page model learns from and is measured on."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from tuireader.articles.article import Document
from tuireader.articles.cleaning.noise.phrases import phrases
from tuireader.articles.cleaning.structure import lines_of, setting_of

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_NEAR = 12
"""How many lines may stand between two parts of one article."""


@dataclass(frozen=True)
class Page:
    """A page as text, and what of it is the article.

    Attributes:
        name: The file's name without its ending.
        texts: The lines that hold anything, repaired.
        gaps: How many blank lines stand before each.
        truth: The text of the article.
    """

    name: str
    texts: list[str]
    gaps: list[int]
    truth: str


def read_pages(dumps: Path, truth: Path) -> Iterator[Page]:
    """Yield the pages of a folder.

    Args:
        dumps: A folder of text files, each named by the first letters of an id.
        truth: A JSON file: ids, each with an ``articleBody``.
    """
    known = json.loads(truth.read_text(encoding="utf-8"))
    for path in sorted(dumps.glob("*.txt")):
        body = next(
            value["articleBody"] for key, value in known.items() if key.startswith(path.stem)
        )
        document = Document(path.stem, path, path.read_text(encoding="utf-8"))
        lines = lines_of(document, setting_of(document), phrases())
        yield Page(path.stem, [line.plain for line in lines], [line.gap for line in lines], body)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words in a text, counted."""
    words = _WORD.findall(text)
    starts = range(max(1, len(words) - _SHINGLE + 1)) if words else range(0)
    return Counter(tuple(words[at : at + _SHINGLE]) for at in starts)


def precision_recall(truth: str, found: str) -> tuple[float, float]:
    """Return how much of what was found is true, and how much of the truth was found."""
    want, have = shingles(truth), shingles(found)
    if not want and not have:
        return 1.0, 1.0
    both = (want & have).total()
    return both / max(1, have.total()), both / max(1, want.total())


def f_score(pairs: list[tuple[float, float]]) -> float:
    """Return the F1 of the means of precision and recall."""
    precision, recall = mean(p for p, _ in pairs), mean(r for _, r in pairs)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def labels_of(page: Page) -> str:
    """Return the label of every line, as `tuireader.articles.cleaning.page.chain` names them."""
    true = [_is_true(text, page.truth, set(shingles(page.truth))) for text in page.texts]
    first, last = _extent(true, [len(_WORD.findall(text)) for text in page.texts])
    result = ""
    for at, inside in enumerate(true):
        if at < first or last < first:
            result += "O"
        elif at > last:
            result += "E" if at == last + 1 else "A"
        else:
            result += "B" if at == first else "I" if inside else "X"
    return result


def _is_true(text: str, truth: str, known: set[tuple[str, ...]]) -> bool:
    words = _WORD.findall(text)
    if len(words) >= _SHINGLE:
        runs = [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]
        return sum(run in known for run in runs) * 2 >= len(runs)
    line = " ".join(words)
    return len(line) > 12 and line in " ".join(_WORD.findall(truth))


def _extent(true: list[bool], words: list[int]) -> tuple[int, int]:
    """Return the first and last line of the article; a chance match far away does not count."""
    parts: list[list[int]] = []
    for at, inside in enumerate(true):
        if not inside:
            continue
        if parts and at - parts[-1][1] <= _NEAR:
            parts[-1][1:] = [at, parts[-1][2] + words[at]]
        else:
            parts.append([at, at, words[at]])
    if not parts:
        return 0, -1
    largest = max(part[2] for part in parts)
    kept = [part for part in parts if part[2] == largest or part[2] >= max(30, largest / 4)]
    return kept[0][0], kept[-1][1]
