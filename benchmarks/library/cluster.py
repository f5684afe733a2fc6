"""Reading by a Dask cluster on this machine: ``python -m benchmarks.library.cluster``."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.library.generate import Generator, write_files
from tuireader.library.executors import cluster
from tuireader.library.file_reading import Piece
from tuireader.library.reading import read_by_workers
from tuireader.library.scan import Stamp, scan


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for _ in write_files(Generator(11).articles(options.articles), Path(folder)):
            pass
        stamps = sorted(scan([Path(folder)]))
        for workers in options.workers:
            rate, processor = _rate(stamps, workers)
            print(
                f"{workers} workers: {rate:.0f} articles a second, {rate / workers:.0f} a worker;"
                f" this process needs {1000 * processor:.1f} ms of a processor an article",
                flush=True,
            )


def _rate(stamps: Sequence[Stamp], workers: int) -> tuple[float, float]:
    """Return articles a second once workers are warm, and the coordinator's seconds each."""
    distributed: Any = import_module("distributed")
    with distributed.LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs="CRITICAL",
    ) as started:
        pieces = [*map(Piece, stamps)]
        connect = cluster(started.scheduler_address)
        for _ in read_by_workers(pieces[: 40 * workers], connect, lambda: False):
            pass
        start, processor = time.perf_counter(), time.process_time()
        done = sum(len(records) for records in read_by_workers(pieces, connect, lambda: False))
        return (
            done / (time.perf_counter() - start),
            (time.process_time() - processor) / done,
        )


if __name__ == "__main__":
    main()
