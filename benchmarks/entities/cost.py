"""What an engine costs: time to load, words a second, memory; each in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.entities.load import seconds_to_load

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What an engine costs.

    Attributes:
        load: Seconds of processor time until it has read a first article; see `load`.
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
    words, memory = json.loads(answer.stdout.splitlines()[-1])
    return Cost(round(seconds_to_load(engine), 3), words, memory)


def _memory() -> float:
    """Return the memory this process has in use, in megabytes."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _run(engine: str, path: Path, articles: int) -> tuple[int, float]:
    from benchmarks.entities.data import load

    stories = [gold.article for _, gold in zip(range(articles), load(path), strict=False)]
    before = _memory()
    from benchmarks.entities.engine import annotator

    run = annotator(engine)
    run(stories[0])
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for story in stories:
            run(story)
        best = min(best, time.process_time() - start)
    words = sum(story.words for story in stories)
    return round(words / best), round(_memory() - before, 1)


if __name__ == "__main__":
    print(json.dumps(_run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
