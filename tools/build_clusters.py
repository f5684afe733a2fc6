"""Group the words of open word vectors into clusters, as features of the entity tagger.

Run in a virtual environment of its own, with spaCy and the pipeline whose vectors are read:

    pip install "spacy>=3.8,<3.9" numpy en_core_web_md
    python -m tools.build_clusters en_core_web_md

The vectors of en_core_web_md 3.8 were made by Explosion from OSCAR 2109, Wikipedia, OpenSubtitles
and the WMT News Crawl and are given away under CC0. Their rows are grouped by Lloyd's algorithm
("Least squares quantization in PCM", 1982) over unit vectors, which starts from rows that are
spread evenly over the table, so that nothing is left to chance. What clusters are good for in
finding names: Turian, Ratinov and Bengio, "Word representations", ACL 2010.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tuireader.annotation.entities.clusters import Clusters

TARGET = Path(__file__).parents[1] / "src/tuireader/annotation/entities/data/clusters.bin"
COUNT = 2048
FAMILIES = 256
"""How many groups of clusters there are: the upper byte of a cluster's number."""
ROUNDS = 30
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
LONGEST = 24
"""Longer words are left out."""


def rows_of_words(vocabulary: Any) -> dict[str, int]:
    """Return the row of every word in lower case."""
    rows: dict[str, int] = {}
    strings = vocabulary.strings
    for key, row in sorted(vocabulary.vectors.key2row.items()):
        word = strings[key].lower() if key in strings else ""
        if len(word) <= LONGEST and WORD.fullmatch(word):
            rows.setdefault(word, row)
    return rows


def group(rows: Any, count: int) -> tuple[Any, Any]:
    """Return the number of the cluster of each row of a matrix, and the clusters' centres."""
    import numpy

    length = numpy.linalg.norm(rows, axis=1, keepdims=True)
    points = rows.astype(numpy.float64) / numpy.maximum(length, 1e-9)
    centres = points[numpy.linspace(0, len(points) - 1, count).astype(int)]
    for _ in range(ROUNDS):
        nearest = numpy.argmax(points @ centres.T, axis=1)
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, nearest, points)
        sizes = numpy.linalg.norm(sums, axis=1, keepdims=True)
        centres = numpy.where(sizes > 0, sums / numpy.maximum(sizes, 1e-9), centres)
    return nearest, centres


def numbered(families: Sequence[int]) -> list[int]:
    """Return a number for each cluster: its family, times 256, and its place in the family."""
    sizes: Counter[int] = Counter()
    numbers = []
    for family in families:
        numbers.append(family * 256 + sizes[family])
        sizes[family] += 1
    if max(sizes.values()) > 256:
        raise ValueError("a family has more than 256 clusters")
    return numbers


def main(pipeline: str) -> None:
    """Write the clusters of a pipeline's words."""
    import spacy

    vocabulary = spacy.load(pipeline, exclude=["ner", "parser", "tagger", "lemmatizer"]).vocab
    rows = rows_of_words(vocabulary)
    used = sorted(set(rows.values()))
    nearest, centres = group(vocabulary.vectors.data[used], COUNT)
    families, _ = group(centres, FAMILIES)
    number = numbered(families.tolist())
    cluster = {row: number[at] for row, at in zip(used, nearest.tolist(), strict=True)}
    table = Clusters.of_words({word: cluster[row] for word, row in rows.items()})
    TARGET.write_bytes(table.to_bytes())
    print(f"{len(rows)} words, {len(used)} rows, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
