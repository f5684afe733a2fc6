"""Score the whole pipeline, from the saved page to the clean text, against hand-made truth.

    python -m benchmarks.extraction.score TRUTH.json PAGES [--lost] [--baseline]

TRUTH.json holds ``{id: {"articleBody": text}}``; PAGES is a folder with ``ID.html`` or
``ID.html.gz``. This is the form of scrapinghub/article-extraction-benchmark (MIT), and the measure
is its own: pages are compared as bags of runs of four words; F1 is that of the mean precision and
the mean recall. ``--baseline`` also scores trafilatura alone, ``--lost`` lists the sentences of the
truth that are missing, by what took them out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from pathlib import Path
from statistics import mean

from tuireader.articles.article import Article
from tuireader.articles.open import open_articles

_RUN = 4
_SENTENCE = re.compile(r"[^.!?\n]{25,}[.!?]?")

Scores = dict[str, tuple[float, float]]
"""Precision and recall of each page."""


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Return how often each run of four words is in a text."""
    words = re.findall(r"\w+", text)
    count = max(1, len(words) - _RUN + 1) if words else 0
    return Counter(tuple(words[at : at + _RUN]) for at in range(count))


def compare(truth: str, found: str) -> tuple[float, float]:
    """Return precision and recall of one page."""
    want, have = runs(truth), runs(found)
    if not want and not have:
        return 1.0, 1.0
    both = (want & have).total()
    return both / max(1, have.total()), both / max(1, want.total())


def summary(scores: Scores) -> str:
    """Return F1, precision and recall of all pages as a line."""
    precision = mean(each[0] for each in scores.values())
    recall = mean(each[1] for each in scores.values())
    f1 = 2 * precision * recall / (precision + recall)
    return f"F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  pages {len(scores)}"


def lost(truth: str, article: Article | None) -> list[tuple[str, str]]:
    """Return the sentences of the truth that are not in the text, each with what took it out."""
    text = _letters(article.text) if article else ""
    removals = [(each.rule, _letters(each.text)) for each in article.removals] if article else []
    missing = []
    for match in _SENTENCE.finditer(truth):
        sentence = _letters(match[0])
        if sentence and sentence not in text:
            rule = next((rule for rule, removed in removals if sentence in removed), "not found")
            missing.append((rule, " ".join(match[0].split())))
    return missing


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))


def _baseline(path: Path) -> str:
    import trafilatura

    data = path.read_bytes()
    page = gzip.decompress(data) if path.suffix == ".gz" else data
    return trafilatura.extract(page, include_comments=False, favor_precision=True) or ""


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("truth", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--lost", action="store_true")
    parser.add_argument("--baseline", action="store_true")
    options = parser.parse_args()
    truth = json.loads(options.truth.read_text(encoding="utf-8"))
    ours: Scores = {}
    alone: Scores = {}
    seconds = 0.0
    for key, value in truth.items():
        path = next(options.pages.glob(f"{key}.html*"), None)
        if path is None:
            continue
        start = time.perf_counter()
        article = next((each for each in open_articles(path) if isinstance(each, Article)), None)
        seconds += time.perf_counter() - start
        ours[key] = compare(value["articleBody"], article.text if article else "")
        if options.baseline:
            alone[key] = compare(value["articleBody"], _baseline(path))
        if options.lost:
            for rule, sentence in lost(value["articleBody"], article):
                print(f"{key[:8]}  {rule:20}  {sentence[:100]}")
    keys = sorted(ours)
    print(f"tuireader    {summary(ours)}  {seconds / len(ours) * 1000:.0f} ms a page")
    for name, half in (("  first half", keys[::2]), ("  second half", keys[1::2])):
        print(f"{name} {summary({key: ours[key] for key in half})}")
    if alone:
        print(f"trafilatura  {summary(alone)}")


if __name__ == "__main__":
    main()
