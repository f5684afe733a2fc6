"""Other systems, asked in a Python of their own, and counted as the program is."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quotes.data import GoldArticle
from benchmarks.quotes.peers.__main__ import SYSTEMS
from benchmarks.quotes.scoring import Predicted, Tally, add

_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Environment:
    """Where other systems are.

    Attributes:
        python: The Python that has spaCy and their packages.
        model: The spaCy pipeline behind each: its name, or its folder.
        checkouts: The repositories of those that have no package, by the system's name.
    """

    python: Path
    model: str
    checkouts: dict[str, Path]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one system did.

    Attributes:
        system: Its name.
        tally: What was counted; None where it did not run.
        failed: On how many articles it failed.
        problem: Why it did not run, or the last failure; empty where there was none.
    """

    system: str
    tally: Tally | None
    failed: int
    problem: str


def outcomes(articles: Sequence[GoldArticle], environment: Environment) -> Iterator[Outcome]:
    """Yield how each system does on some articles."""
    for system in SYSTEMS:
        yield _outcome(system, articles, environment)


def _outcome(system: str, articles: Sequence[GoldArticle], environment: Environment) -> Outcome:
    command = [str(environment.python), "-m", "benchmarks.quotes.peers", system, environment.model]
    if system in environment.checkouts:
        command += ["--checkout", str(environment.checkouts[system].absolute())]
    ran = subprocess.run(
        command,
        input="".join(json.dumps(gold.text) + "\n" for gold in articles),
        capture_output=True,
        text=True,
        cwd=_ROOT,
        check=False,
    )
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    if len(answers) < len(articles):
        said = ran.stderr.strip().splitlines()
        return Outcome(system, None, len(articles), said[-1] if said else "it ended early")
    tally, failed, problem = Tally(), 0, ""
    for gold, answer in zip(articles, answers, strict=True):
        if isinstance(answer, dict):
            failed, problem, answer = failed + 1, answer["error"], []
        add(tally, gold, (_predicted(*found) for found in answer))
    return Outcome(system, tally, failed, problem)


def _predicted(
    start: int, end: int, speaker: str | None, first: int | None, last: int | None
) -> Predicted:
    mention = None if first is None or last is None else (first, last)
    return Predicted(start, end, speaker, mention, 0.0)
