"""What an engine costs: time to load, words a second, memory; each in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What an engine costs.

    Attributes:
        load: Seconds of processor time to import and load it.
        words: Words a second of processor time, in the best of `ROUNDS` rounds.
        memory: Megabytes it adds to a process that has the articles in memory.
    """

    load: float
    words: float
    memory: float


def measure(engine: str, path: Path, articles: int = 100) -> Cost:
    """Return the cost of an engine on the first articles of a set."""
    command = [sys.executable, "-m", "benchmarks.entities.cost", engine, str(path), str(articles)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return Cost(**json.loads(answer.stdout.splitlines()[-1]))


def _memory() -> float:
    """Return the memory this process has in use, in megabytes."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _run(engine: str, path: Path, articles: int) -> Cost:
    from benchmarks.entities.data import load

    stories = [gold.article for _, gold in zip(range(articles), load(path), strict=False)]
    before = _memory()
    start = time.process_time()
    from benchmarks.entities.engine import annotator

    run = annotator(engine)
    run(stories[0])
    loaded = time.process_time() - start
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for story in stories:
            run(story)
        best = min(best, time.process_time() - start)
    words = sum(story.words for story in stories)
    return Cost(round(loaded, 3), round(words / best), round(_memory() - before, 1))


if __name__ == "__main__":
    print(json.dumps(asdict(_run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))))
