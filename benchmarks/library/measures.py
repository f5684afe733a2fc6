"""The measurements of the library itself; each returns the lines to print."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

from benchmarks.library.generate import Generator, write_files
from tuireader.library.executors import process_pool, usable_processors
from tuireader.library.file_reading import Piece, read_file
from tuireader.library.library import Library
from tuireader.library.marks import Marks
from tuireader.library.query.syntax import Sort
from tuireader.library.reading import read_by_workers
from tuireader.library.scan import Stamp, scan

_TODAY = date(2026, 1, 1)
_TIMES = 5


def rescan(folder: Path, cache: Path) -> Iterator[str]:
    """Compare a start where nothing changed with listing the files and looking at each."""
    library = Library([folder], cache)
    own, bare = [], []
    for _ in range(_TIMES):
        bare.append(timed(lambda: _list_and_stat(str(folder))))
        own.append(timed(lambda: list(library.update())))
    for at, clock in enumerate(("by the clock", "of a processor")):
        best, baseline = min(times[at] for times in own), min(times[at] for times in bare)
        yield (
            f"unchanged rescan: {best:.2f} s {clock}; os.scandir + stat: {baseline:.2f} s;"
            f" ratio {best / baseline:.2f} (wanted: under 2)"
        )


def first_rows(folder: Path, cache: Path) -> Iterator[str]:
    """Measure what the first paint needs of the library: open it, sort it, read one page."""

    def work() -> None:
        library = Library([folder], cache)
        library.find(grouped=True, today=_TODAY)[:50]
        library.close()

    times = [seconds(work) for _ in range(_TIMES)]
    yield f"first rows from the index: {1000 * min(times):.0f} ms (wanted: under 150)"


def queries(folder: Path, cache: Path) -> Iterator[str]:
    """Measure queries of every kind, each with its first page of entries."""
    library = Library([folder], cache)
    words = Generator().query_words()
    ids = [entry.id for entry in library.find()[:20_000]]
    marks = Marks(read=frozenset(ids), bookmarked=frozenset(ids[::100]))
    frequent = words["frequent"]
    kinds: dict[str, Sequence[str]] = {
        "a rare word": words["rare"],
        "a frequent word": frequent,
        "a word of nearly every article": words["in nearly every article"],
        "two frequent words": [" ".join(pair) for pair in pairwise(frequent)],
        "the beginning of a word": [f"{word[:4]}*" for word in frequent],
        "a word, best match first": [f"{word} sort:relevance" for word in frequent],
        "person:": [f"person:{name}" for name in words["person"]],
        "speaker: and quote:": [f"speaker:{name} quote:city" for name in words["person"]],
        "place: and a word": [f"place:{name} winter" for name in words["place"]],
        "is:unread and a word": [f"is:unread {word}" for word in frequent],
        "date: and words>": [f"date:{year} words>500" for year in range(2012, 2022)],
        "path:": [f"path:{number:07}" for number in range(0, 10_000, 1000)],
    }
    full_text: list[tuple[float, float]] = []
    for kind, texts in kinds.items():
        both = [timed(partial(_first_page, library, text, marks)) for text in texts]
        if ":" not in kind:
            full_text += both
        clock, processor = ([pair[at] for pair in both] for at in (0, 1))
        yield (
            f"  {kind}: median {1000 * median(clock):.1f} ms, worst {1000 * max(clock):.1f} ms"
            f" (of a processor {1000 * median(processor):.1f} and {1000 * max(processor):.1f})"
        )
    p95 = [quantiles([pair[at] for pair in full_text], n=20)[-1] for at in (0, 1)]
    yield (
        f"full-text queries: p95 {1000 * p95[0]:.0f} ms, {1000 * p95[1]:.0f} of a processor, over"
        f" {len(full_text)} (wanted: under 50)"
    )
    for key in ("date", "title", "source", "length", "unread", "path"):
        took = seconds(partial(library.find, "", marks, Sort(key), True, _TODAY))
        yield f"  everything by {key}: {1000 * took:.0f} ms"
    found = library.find(frequent[0])
    took = seconds(partial(library.snippets, frequent[0], found[:50]))
    yield f"  snippets of 50 articles: {1000 * took:.0f} ms"
    took = seconds(partial(library.complete, "person:zem", 10))
    yield f"  completion of a name: {1000 * took:.0f} ms"
    took = seconds(library.speakers)
    yield f"  who is quoted most: {1000 * took:.0f} ms"


def throughput(folder: Path, count: int) -> Iterator[str]:
    """Measure reading, cleaning and annotating, for text and for HTML, by one core and by all."""
    cores = usable_processors()
    for suffix in (".txt", ".html"):
        sample = folder / suffix.removeprefix(".")
        for _ in write_files(Generator(11).articles(count), sample, suffix):
            pass
        stamps = list(scan([sample]))
        read_file(stamps[0])  # what is loaded once is no part of it
        alone = count / seconds(partial(_read_here, stamps))
        line = f"indexing {suffix}: {alone:.0f} articles a second by one core in one process"
        for workers in sorted({1, cores}):
            rate = _rate_of_workers(stamps, workers)
            line += f"; {rate:.0f} by {workers} worker{'s' * (workers > 1)}"
        yield line


def _rate_of_workers(stamps: Sequence[Stamp], workers: int) -> float:
    """Return the articles a second of the last two thirds: by then all workers are at work."""
    started = 0.0
    before = done = 0
    for records in read_by_workers(list(map(Piece, stamps)), process_pool(workers), lambda: False):
        done += len(records)
        if not started and 3 * done >= len(stamps):
            started, before = time.perf_counter(), done
    return (done - before) / (time.perf_counter() - started)


def _read_here(stamps: Sequence[Stamp]) -> None:
    for stamp in stamps:
        read_file(stamp)


def _first_page(library: Library, text: str, marks: Marks) -> None:
    library.find(text, marks, today=_TODAY)[:50]


def _list_and_stat(folder: str) -> int:
    """List a folder and look at each file, with nothing else: the baseline."""
    count = 0
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                count += _list_and_stat(entry.path)
            else:
                entry.stat()
                count += 1
    return count


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    return timed(work)[0]


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds that some work takes by the clock, and of a processor.

    The two differ where other programs keep the processors busy.
    """
    start, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - processor
