"""The program with a large library, in a pseudo-terminal, beside a bare Textual program."""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

import pexpect

from benchmarks.library.prepare import prepare
from tuireader.library.library import Library

_SIZE = (40, 120)
_STARTS = 7
_MOVES = 100
_QUIET = 0.05  # seconds without output after which the screen has been painted
_BARE = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("ready")

Bare().run()
"""


def screen(folder: Path, cache: Path, small: Path) -> Iterator[str]:
    """Compare start and movement with those of a bare program and of a small library.

    Args:
        folder: The large library, with its index in `cache`.
        cache: Where both indexes are.
        small: Where a library of a hundred articles goes.
    """
    small.mkdir(parents=True, exist_ok=True)
    prepare(small, cache, 100)
    with tempfile.TemporaryDirectory() as compiled:
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "TUIREADER_CACHE": str(cache),
            "TUIREADER_STATE": str(small.parent / "state"),
            "TUIREADER_CONFIG": str(small.parent / "config"),
            # Modules are compiled by the first start, as they are where a package is installed.
            "PYTHONPYCACHEPREFIX": compiled,
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        yield from _start(folder, cache, environment)
        yield from _movement(folder, small, cache, environment)


def _start(folder: Path, cache: Path, environment: dict[str, str]) -> Iterator[str]:
    (cache / "last-session.json").unlink(missing_ok=True)  # to begin at the top of the list
    title = _first_title(folder, cache)
    bare, own = [], []
    for _ in range(1 + _STARTS):
        bare.append(_first_paint(["-c", _BARE], "ready", environment))
        own.append(_first_paint(["-m", "tuireader", str(folder)], title, environment))
    del bare[0], own[0]
    budget = 1.25 * median(bare) + 0.15
    yield (
        f"first useful paint: {1000 * median(own):.0f} ms; bare Textual program:"
        f" {1000 * median(bare):.0f} ms (wanted: under {1000 * budget:.0f})"
    )


def _movement(folder: Path, small: Path, cache: Path, environment: dict[str, str]) -> Iterator[str]:
    large_moves, memory = _moves(folder, _first_title(folder, cache), environment)
    small_moves, _ = _moves(small, _first_title(small, cache), environment)
    p95 = [quantiles(moves, n=20)[-1] for moves in (large_moves, small_moves)]
    yield (
        f"moving in the list: p95 {1000 * p95[0]:.0f} ms; in a list of 100:"
        f" {1000 * p95[1]:.0f} ms; ratio {p95[0] / p95[1]:.2f} (wanted: under 1.3)"
    )
    yield f"memory of the program: {memory / 1e6:.0f} MB (wanted: under 200)"


def _first_title(folder: Path, cache: Path) -> str:
    library = Library([folder], cache)
    try:
        return re.escape(library.find()[0].title.split()[0])
    finally:
        library.close()


@contextmanager
def _running(arguments: list[str], environment: dict[str, str]) -> Iterator[pexpect.spawn[str]]:
    child = pexpect.spawn(sys.executable, arguments, env=environment, dimensions=_SIZE, timeout=120)
    try:
        yield child
    finally:
        child.close(force=True)


def _first_paint(arguments: list[str], wanted: str, environment: dict[str, str]) -> float:
    start = time.perf_counter()
    with _running(arguments, environment) as child:
        child.expect(wanted)
        return time.perf_counter() - start


def _moves(folder: Path, title: str, environment: dict[str, str]) -> tuple[list[float], float]:
    """Return the seconds that each move took, and the memory in bytes after them."""
    with _running(["-m", "tuireader", str(folder)], environment) as child:
        child.expect(title)
        _until_quiet(child, 3.0)
        times = []
        for _ in range(_MOVES):
            start = time.perf_counter()
            child.send("j")
            times.append(_until_quiet(child, _QUIET) - start)
        return times, _memory(child.pid or 0)


def _until_quiet(child: pexpect.spawn[str], quiet: float) -> float:
    """Read all output; return the moment of the last of it."""
    last = time.perf_counter()
    while True:
        try:
            child.read_nonblocking(65536, timeout=quiet)
        except pexpect.TIMEOUT:
            return last
        last = time.perf_counter()


def _memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    match = re.search(r"VmRSS:\s+(\d+) kB", status)
    return 1024.0 * int(match[1]) if match else 0.0
