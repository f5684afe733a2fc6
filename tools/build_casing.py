"""Note how often words have a capital, as what speaks for or against a name.

    pip install --no-deps spacy-lookups-data==1.0.5
    python -m tools.build_casing

spacy-lookups-data, by Explosion, has the probabilities of a million English words as they are
written, from the Reddit Comment Corpus, under the MIT licence. Of every word in the table of
clusters, which must have been built before (`tools/build_clusters.py`), the probability with a
capital is weighed against that in lower case. Words wholly in capitals are not counted, but for
single letters.
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from importlib.util import find_spec
from math import exp, log
from pathlib import Path

from tuireader.annotation.entities.clusters import Clusters, clusters

TARGET = Path(__file__).parents[1] / "src/tuireader/annotation/entities/data/casing.bin"
TABLE = "data/en_lexeme_prob.json.gz"
LEAST = exp(-20)
"""The probability of what is not in the table."""
BOUNDS = (-4.0, -2.5, -1.0, 0.5, 1.5, 2.5)
"""Where steps 2 to 7 begin: logarithms of how much more probable a capital is."""


def steps(probabilities: Mapping[str, float], table: Clusters) -> bytes:
    """Return for each word of a table how often it has a capital; see `casing.Casing`.

    Args:
        probabilities: The logarithm of the probability of each word as it is written.
        table: The words.
    """
    lower: defaultdict[str, float] = defaultdict(float)
    upper: defaultdict[str, float] = defaultdict(float)
    for word, logarithm in sorted(probabilities.items()):
        if word.islower():
            lower[word] += exp(logarithm)
        elif word[0].isupper() and (len(word) == 1 or not word.isupper()):
            upper[word.lower()] += exp(logarithm)
    found = bytearray(len(table))
    words = {*lower, *upper}
    for word in sorted(words, key=lambda word: (-lower[word] - upper[word], word)):
        place = table.place(word)
        if place is not None and not found[place]:
            ratio = log((upper[word] + LEAST) / (lower[word] + LEAST))
            found[place] = 1 + bisect_left(BOUNDS, ratio)
    return bytes(found)


def main() -> None:
    """Write the steps of all words in the package's table."""
    spec = find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        raise SystemExit("spacy-lookups-data is not installed; see the top of this file.")
    path = Path(spec.origin).parent / TABLE
    with gzip.open(path, "rt", encoding="utf-8") as file:
        found = steps(json.load(file), clusters())
    TARGET.write_bytes(found)
    print(f"{sum(map(bool, found))} words of {len(found)}")


if __name__ == "__main__":
    main()
