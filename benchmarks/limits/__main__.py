"""Open the largest and the most hostile files of every format, each in a process of its own.

    python -m benchmarks.limits [--only WORD] [--seconds 60]

Prints for each what came of it, the processor time of opening and cleaning all its articles, and
the peak memory of the process with its imports (Linux tells it). The exit status is the number of
files that took longer than a minute or a gigabyte, or ended in an exception. The files are made in
a temporary folder and deleted.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.limits.makers import MAKERS, cut_off

_MOST_MEGABYTES = 1_000
_OPEN = """
import json, sys, time
from pathlib import Path
from tuireader.articles.article import Article
from tuireader.articles.open import open_articles
start = time.process_time()
articles = problems = 0
reason = ""
for found in open_articles(Path(sys.argv[1])):
    if isinstance(found, Article):
        articles += 1
    else:
        problems += 1
        reason = found.reason
seconds = time.process_time() - start
status = Path("/proc/self/status").read_text()
memory = int(status.partition("VmHWM:")[2].split()[0]) / 1000
print(json.dumps([articles, problems, reason, seconds, memory]))
"""


def measure(path: Path, patience: float) -> tuple[str, float, float]:
    """Return what came of opening a file, the seconds it took and the megabytes it needed.

    Args:
        path: The file.
        patience: After how many seconds to give up.
    """
    command = [sys.executable, "-c", _OPEN, str(path)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired:
        return "still at it", patience, 0.0
    if done.returncode or not done.stdout:
        return f"failed: {done.stderr.strip().splitlines()[-1:]}", patience + 1, 0.0
    articles, problems, reason, seconds, memory = json.loads(done.stdout)
    told = [f"{articles:,} articles" if articles != 1 else "an article"] if articles else []
    if problems:
        told.append(reason if problems == 1 else f"{problems:,} problems, such as: {reason}")
    return "; ".join(told), seconds, memory


def main() -> int:
    """Measure and return how many files were too much."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--only", default="", help="only files whose description holds this")
    parser.add_argument("--seconds", type=float, default=60.0, help="after which to give up")
    options = parser.parse_args()
    too_much = 0
    print("| file | size | time | memory | what came of it |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for number, (what, make) in enumerate(MAKERS.items()):
            if options.only not in what:
                continue
            name, dot, suffix = what.partition(".")
            path = Path(folder, f"{number}{dot}{suffix}")
            path.write_bytes(make())
            size = path.stat().st_size / 1e6
            told, seconds, memory = measure(path, options.seconds)
            path.unlink()
            too_much += seconds >= options.seconds or memory > _MOST_MEGABYTES
            figures = f"{size:.1f} MB | {seconds:.1f} s | {memory:.0f} MB"
            print(f"| {name} | {figures} | {told} |", flush=True)
        if not options.only:
            too_much += _cut_off(Path(folder), options.seconds)
    return min(100, too_much)


def _cut_off(folder: Path, patience: float) -> int:
    worst, failed, number = 0.0, 0, 0
    for name, data in cut_off():
        path = folder / name
        path.write_bytes(data)
        told, seconds, _ = measure(path, patience)
        number += 1
        failed += seconds >= patience or not told
        worst = max(worst, seconds)
    print(f"{number} files of all formats cut off: at most {worst:.1f} s, {failed} failed")
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
