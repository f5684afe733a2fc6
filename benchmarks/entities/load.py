"""What it takes until an engine has read a first article, in a new process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

ROUNDS = 15
TEXT = (
    "Ann Lee, the mayor of Leith, said on Tuesday that the ferry “will not sail before spring”.\n"
    "“We lost three boats,” she told the Harbour Gazette, and asked Norway for 2 million euros."
)
_SCRIPT = """
import sys, time
begun = time.process_time()
from benchmarks.entities.data import as_article
from benchmarks.entities.engine import annotator
annotator(sys.argv[1])(as_article(sys.argv[2]))
print(time.process_time() - begun)
"""


def seconds_to_load(engine: str, rounds: int = ROUNDS) -> float:
    """Return the seconds of processor time for imports, data and a first article of two sentences.

    It is the least of some rounds, each in a new process with its modules compiled, as they are
    where the program is installed; the interpreter's own start is not in it.

    Args:
        engine: As in `engine.annotator`.
        rounds: How often to measure.
    """
    with tempfile.TemporaryDirectory() as compiled:
        environment = dict(os.environ, PYTHONPYCACHEPREFIX=compiled)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", _SCRIPT, engine, TEXT]
        answers = [
            subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
            for _ in range(rounds + 1)
        ]
    return min(float(answer.stdout) for answer in answers)
