"""Print how quick the library is.

``python -m benchmarks.library`` makes a library of 100,000 articles in a temporary folder (about
1.5 GB with its index) and takes some minutes; ``--articles`` makes a smaller one, and with
``--folder`` it is kept and used again.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.library import measures
from benchmarks.library.prepare import prepare
from benchmarks.library.screen import screen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=300, help="articles read for the throughput")
    parser.add_argument("--folder", type=Path, help="where to keep the library")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        kept = options.folder or Path(temporary)
        articles, cache = kept / "articles", kept / "cache"
        articles.mkdir(parents=True, exist_ok=True)
        took = measures.seconds(lambda: prepare(articles, cache, options.articles))
        print(f"{options.articles:,} articles made and put into the index in {took:.0f} s")
        print(f"the index takes {_size(cache) / 1e6:.0f} MB, the files {_size(articles) / 1e6:.0f}")
        for measure in (measures.first_rows, measures.rescan, measures.queries):
            _print(measure(articles, cache))
        _print(screen(articles, cache, kept / "small"))
        with tempfile.TemporaryDirectory() as sample:
            _print(measures.throughput(Path(sample), options.sample))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, flush=True)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
