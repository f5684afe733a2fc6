"""Let another system find quotes: ``python -m benchmarks.quotes.peers SYSTEM MODEL``.

Reads texts as JSON strings, one a line, and writes for each a list of ``[start, end, speaker,
speaker_start, speaker_end]`` (code points; null where there is none), or ``{"error": …}``.
It needs the system's packages and spaCy with the model, but nothing of tuireader's.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

SYSTEMS = ("textacy", "sayswho", "gender_gap_tracker", "journalismai")
"""The modules of this package, one a system."""


def main() -> None:
    """Answer texts until there are no more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("system", choices=SYSTEMS)
    parser.add_argument("model", help="a spaCy pipeline: its name, or its folder")
    parser.add_argument(
        "--checkout", type=Path, help="the system's repository, where it has no package"
    )
    arguments = parser.parse_args()
    texts, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever the system prints itself
    os.chdir(tempfile.mkdtemp())  # whatever it writes

    find = import_module(f"benchmarks.quotes.peers.{arguments.system}_quotes").finder(
        import_module("spacy").load(arguments.model), arguments.checkout
    )
    for line in texts:
        try:
            answer: object = find(json.loads(line))
        except Exception as error:  # a text on which the system fails
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), file=answers, flush=True)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
