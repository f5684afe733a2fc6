from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tuireader.library.library import Library

ROUNDS = int(os.environ.get("TUIREADER_ROUNDS", "2"))
FILES = 60
_INDEX = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tuireader.library.library import Library
library = Library([Path(sys.argv[1])], Path(sys.argv[2]))
for progress in library.update(lambda: ThreadPoolExecutor(1)):
    print(progress.done, flush=True)
"""
_IN_PARTS = """
from functools import partial
from tuireader.library import reading
reading.read_piece = partial(reading.read_piece, seconds=1e-9)
"""


def _index_until(steps: int, folder: Path, cache: Path, program: str = _INDEX) -> None:
    """Index in another process, and kill that after some steps."""
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(folder), str(cache)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    for _ in range(steps):
        process.stdout.readline()
    process.kill()
    process.communicate()


def _check(cache: Path) -> int:
    """Return the number of articles in the index, which has to be sound."""
    (path,) = (cache / "indexes").glob("*.sqlite")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for table in ("search", "quote_search"):
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        counts: dict[str, int] = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("files", "articles", "texts")
        }
    connection.close()
    assert counts["files"] <= counts["articles"] == counts["texts"]
    return counts["articles"]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_an_index_whose_maker_was_killed_is_sound_and_goes_on(
    folder: Path, tmp_path: Path, seed: int
) -> None:
    for number in range(FILES):
        path = folder / f"{number:02}.txt"
        path.write_text(f"Title {number}\n\n“We are {number},” said Ana Petrić.\n" * 20)
    cache = tmp_path / "cache"
    _index_until(1 + random.Random(seed).randrange(4), folder, cache)
    kept = _check(cache)
    library = Library([folder], cache)
    first, *_ = library.update()
    assert first.total == FILES - kept
    assert _check(cache) == FILES
    assert [entry.path.name for entry in library.entries()] == [
        f"{number:02}.txt" for number in range(FILES)
    ]
    assert library.notices == ()


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_file_of_many_articles_whose_reader_was_killed_is_sound_and_goes_on(
    folder: Path, tmp_path: Path, seed: int
) -> None:
    records = [{"title": f"Title {number}", "text": "The quay. " * 9} for number in range(FILES)]
    (folder / "many.jsonl").write_text("\n".join(map(json.dumps, records)))
    cache = tmp_path / "cache"
    steps = 2 + random.Random(seed).randrange(FILES // 2)
    _index_until(steps, folder, cache, _IN_PARTS + _INDEX)
    kept = _check(cache)
    assert 0 < kept < FILES
    library = Library([folder], cache)
    done = [step for step in library.update() if step.entries]
    assert done[-1].done == done[-1].total == 1
    assert _check(cache) == FILES
    assert [entry.title for entry in library.entries()] == [
        f"Title {number}" for number in range(FILES)
    ]
    assert [step.total for step in library.update()] == [0]
    assert library.notices == ()
