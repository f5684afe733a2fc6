"""Build the list of ordinary words: those that texts write in lower case.

    python -m tools.build_ordinary FOLDER

FOLDER holds the training texts as JSON Lines with a "text" field (see `tools/train_entities.py`).
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/tuireader/annotation/entities/data/ordinary.txt"
SETS = ("gmb_val", "gmb_test", "wikigold", "wnut17_train")
LEAST = 3
"""How often a word must be seen in lower case."""


def main(folder: Path) -> None:
    """Count words in lower and upper case and write those that are ordinary."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for name in SETS:
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            for word in re.findall(r"(?<![\w@#/.])[^\W\d_]+(?:['’-][^\W\d_]+)*", text):
                if word.islower():
                    lower[word] += 1
                elif word.istitle():
                    upper[word.lower()] += 1
    words = sorted(w for w, n in lower.items() if n >= LEAST and n * 2 >= upper[w])
    TARGET.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(len(words))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
