"""What saving costs, and what it holds up, with many records: several designs compared."""

from __future__ import annotations

import os
import statistics
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from tinydb import TinyDB
from tinydb.storages import JSONStorage, Storage

from tuireader.state import Subject, open_state


@dataclass(frozen=True, slots=True)
class Cost:
    """What a design costs.

    Attributes:
        design: What was measured.
        save: The median time from a change to its being on the disk, in milliseconds.
        worst: The longest of them.
        call: The median time that the calling thread is held up, in milliseconds.
        stall: The longest time that another thread could not run meanwhile, in milliseconds.
        opening: The time to open it, in milliseconds.
    """

    design: str
    save: float
    worst: float
    call: float
    stall: float
    opening: float


class _AtomicStorage(Storage):
    """Memory, and the whole file written anew at each change: what a plain safe storage costs."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._data = orjson.loads(self._path.read_bytes())

    def read(self) -> dict[str, dict[str, Any]]:
        data: dict[str, dict[str, Any]] = self._data
        return data

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self._data = data
        temporary = self._path.with_suffix(".tmp")
        with temporary.open("wb") as file:
            file.write(orjson.dumps(data))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._path)


class _Stall:
    """Measures the longest time that this process keeps another thread from running."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> _Stall:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        last = time.perf_counter()
        while not self._stop.wait(0.0005):
            now = time.perf_counter()
            self.longest = max(self.longest, now - last)
            last = now


def measure(records: int, changes: int) -> list[Cost]:
    """Measure all designs.

    Args:
        records: How many articles have been touched.
        changes: How many changes are timed.
    """
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        return [
            _tinydb("TinyDB JSONStorage", JSONStorage, folder, records, min(changes, 5)),
            _tinydb("TinyDB, whole file replaced", _AtomicStorage, folder, records, changes),
            _ours(folder / "state", records, changes),
        ]


def unprompted(changes: int) -> tuple[float, float]:
    """Return how long a change takes to the disk when nobody waits for it.

    Args:
        changes: How many are timed, one after the other.

    Returns:
        The median and the longest time, in milliseconds.
    """
    with tempfile.TemporaryDirectory() as place:
        state = open_state(Path(place))
        journal = state.location.with_suffix(".journal")
        state.set_read([Subject("a1")], True)
        state.close()
        state = open_state(Path(place))
        times = []
        for number in range(changes):
            before = journal.stat().st_size if journal.exists() else 0
            start = time.perf_counter()
            state.set_position(Subject("a1"), number + 1, 0.5)
            while not journal.exists() or journal.stat().st_size == before:
                time.sleep(0.001)
            times.append(time.perf_counter() - start)
        state.close()
    return statistics.median(times) * 1e3, max(times) * 1e3


def _tinydb(design: str, storage: type[Storage], folder: Path, records: int, changes: int) -> Cost:
    path = folder / f"{storage.__name__}.json"
    rows = {
        str(number): {
            "path": f"/articles/{number:06}.txt",
            "title": f"The title of article number {number}, as long as titles are",
            "read": True,
            "bookmarked": False,
            "position": number,
            "progress": 0.5,
            "opened": "2026-03-01T09:30:00.000Z",
        }
        for number in range(1, records + 1)
    }
    path.write_bytes(orjson.dumps({"_default": rows}))
    start = time.perf_counter()
    database = TinyDB(str(path), storage=storage)
    len(database)
    opening = time.perf_counter() - start
    with _Stall() as stall:
        times = []
        for number in range(changes):
            begin = time.perf_counter()
            database.update({"position": number}, doc_ids=[7])
            times.append(time.perf_counter() - begin)
    database.close()
    median, worst = statistics.median(times) * 1e3, max(times) * 1e3
    return Cost(design, median, worst, median, stall.longest * 1e3, opening * 1e3)


def _ours(folder: Path, records: int, changes: int) -> Cost:
    state = open_state(folder)
    subjects = [
        Subject(
            f"{number:032x}",
            f"/articles/{number:06}.txt",
            f"The title of article number {number}, as long as titles are",
        )
        for number in range(records)
    ]
    state.set_read(subjects, True)
    for number, subject in enumerate(subjects):
        state.set_position(subject, number, 0.5)
    state.flush()
    state.close()
    start = time.perf_counter()
    state = open_state(folder)
    opening = time.perf_counter() - start
    state.flush()
    calls, times = [], []
    with _Stall() as stall:
        for number in range(changes):
            subject = subjects[number * 7919 % records]
            begin = time.perf_counter()
            state.set_position(subject, number, 0.6)
            calls.append(time.perf_counter() - begin)
            state.flush()
            times.append(time.perf_counter() - begin)
    state.close()
    return Cost(
        "tuireader: TinyDB, journal folded into the file",
        statistics.median(times) * 1e3,
        max(times) * 1e3,
        statistics.median(calls) * 1e3,
        stall.longest * 1e3,
        opening * 1e3,
    )


if __name__ == "__main__":
    for cost in measure(100_000, 100):
        print(cost)
