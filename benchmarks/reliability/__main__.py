"""Put the state through every fault, measure what saving costs, and write the report.

Use: ``python -m benchmarks.reliability [--rounds SHARE] [--records N] [--output FILE]``
"""

from __future__ import annotations

import argparse
import platform
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from benchmarks.reliability.cost import Cost, measure, unprompted
from benchmarks.reliability.faults import FAULTS, Fault
from benchmarks.reliability.machines import SharedFolder
from benchmarks.reliability.power import NotPossibleError

SEED = 20260301
SYNC_RUNS = 500
HEAD = """# How the reader's state withstands faults

What you read, bookmark and note is the one thing in tuireader that cannot be made again. This page
says what it was put through. It is made by one command, on Linux, as root where a fault needs a
file system of its own:

    python -m benchmarks.reliability

A change is *acknowledged* once `flush` has returned; the program flushes by itself within a second
of every change, and when it ends. A *loss* is an acknowledged change that is not there when the
state is opened again, a file that cannot be opened, or a fault of which the reader is not told.

"""
TAIL = """
## What is not covered

- A bit that flips in the state file and leaves valid JSON goes unnoticed: the file is meant to be
  read, and in need edited, by people. The daily copies are the remedy. The journal has check sums.
- A journal that is cut off loses what stood behind the cut, which is at most what changed since
  the state file was last written.
- Power failures are simulated from the calls of `fsync` and `rename`, not from a real disk. A disk
  that says it has written what it has not can lose anything.
- Two programs on one machine do not merge: the second is read-only. File locks of some network
  file systems are not to be trusted; give each machine its own name (`TUIREADER_DEVICE`) there.
"""


def main() -> int:
    """Run everything; return 1 where anything was lost."""
    options = _options()
    text = [HEAD, "## Faults\n\n| Fault | What must hold | Rounds | Losses |\n|---|---|--:|--:|\n"]
    losses = 0
    for line, lost in _fault_lines(options.rounds):
        print(line, flush=True)
        text.append(line + "\n")
        losses += lost
    text.append(_costs(measure(options.records, 200), options.records))
    median, longest = unprompted(50)
    text.append(
        f"\nA change that nothing waits for was on the disk after {median:.0f} ms (median of 50; "
        f"the longest {longest:.0f} ms):\nit waits up to 300 ms for others.\n"
    )
    text.append(TAIL)
    if options.output:
        options.output.write_text("".join(text), encoding="utf-8")
    return 1 if losses else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=float, default=1.0, help="share of the rounds to run")
    parser.add_argument("--records", type=int, default=100_000, help="size of the cost test")
    parser.add_argument("--output", type=Path, default=Path("docs/reliability.md"))
    return parser.parse_args()


def _fault_lines(share: float) -> Iterator[tuple[str, int]]:
    for fault in FAULTS:
        rounds = max(1, round(fault.rounds * share))
        try:
            lost = sum(bool(_tried(fault, number)) for number in range(rounds))
        except NotPossibleError as error:
            yield f"| {fault.name} | {fault.expected} | not possible here: {error} | |", 0
            continue
        yield f"| {fault.name} | {fault.expected} | {rounds:,} | {lost} |", lost
    rounds = max(1, round(SYNC_RUNS * share))
    name = "three machines, file sync late, in part, with conflict copies, clocks wrong"
    yield f"| {name} | all come to the same | {rounds:,} | {_machines(rounds)} |", 0


def _tried(fault: Fault, number: int) -> list[str]:
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        wrong = fault.run(Path(place) / "state", random.Random(f"{SEED} {fault.name} {number}"))
    for line in wrong:
        print(f"{fault.name}, round {number}: {line}", file=sys.stderr)
    return wrong


def _machines(rounds: int) -> int:
    """Run the state machine; return 0, or raise what went wrong."""
    run_state_machine_as_test(
        SharedFolder,
        settings=settings(
            max_examples=rounds,
            stateful_step_count=25,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    return 0


def _costs(costs: list[Cost], records: int) -> str:
    system = f"{platform.system()}, Python {platform.python_version()}"
    lines = [
        f"\n## What a save costs with {records:,} articles touched\n",
        f"In milliseconds; {system}, a machine shared with other work. *Call*: how long the key",
        "press waits. *Save*: until the change is on the disk, in the background for tuireader.",
        "*Stall*: the longest time in which no other thread of the program ran.\n",
        "| Design | Call, median | Save, median | Save, worst | Stall, worst | Opening |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {cost.design} | {cost.call:.2f} | {cost.save:.1f} | {cost.worst:.1f} "
        f"| {cost.stall:.1f} | {cost.opening:.0f} |"
        for cost in costs
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
