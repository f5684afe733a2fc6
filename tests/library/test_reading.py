from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from tuireader.annotation.annotation import Label
from tuireader.annotation.entities.own_names import OwnName
from tuireader.annotation.settings import AnnotationSettings
from tuireader.articles.cleaning.own_phrases import OwnPhrases
from tuireader.library.executors import NICENESS, SELDOM, WorkersError, process_pool, workers_of
from tuireader.library.extract import made_by
from tuireader.library.file_reading import Piece
from tuireader.library.reading import Records, batches, read_by_workers, worth_workers
from tuireader.library.recipe import PLAIN, Recipe
from tuireader.library.scan import Stamp, scan


def _never() -> bool:
    return False


class _Executor(Executor):
    """Does the work at once; dies at the files named.

    Args:
        deadly: File names at which the worker dies, and the executor breaks.
        log: Gets the number of files of each task.
    """

    def __init__(self, deadly: set[str], log: list[int]) -> None:
        self.deadly = deadly
        self.log = log
        self.broken = False
        self._max_workers = 2

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.broken:
            raise BrokenExecutor("broken before")
        if not args:
            future: Future[Any] = Future()
            future.set_result(fn())
            return future
        batch, *_ = args
        self.log.append(len(batch))
        future = Future()
        if any(os.path.basename(piece.stamp.path).decode() in self.deadly for piece in batch):
            self.broken = True
            future.set_exception(BrokenExecutor("a worker died"))
        else:
            future.set_result(fn(*args))
        return future


@pytest.fixture
def files(tmp_path: Path) -> list[Piece]:
    for number in range(70):
        (tmp_path / f"{number:02}.txt").write_text(f"Article {number}")
    return _pieces(tmp_path)


def _pieces(folder: Path) -> list[Piece]:
    return [Piece(stamp) for stamp in scan([folder])]


def _names(steps: Iterator[Records]) -> list[str]:
    return sorted(
        os.path.basename(record.stamp.path).decode() for records in steps for record in records
    )


def test_batches_are_bounded_by_number_and_size() -> None:
    small = [Piece(Stamp(b"/s", 10, 0, 0))] * 40
    assert [len(batch) for batch in batches(small)] == [16, 16, 8]
    sizes = {b"/l": 600_000, b"/m": 600_000, b"/x": -1}
    large = [Piece(Stamp(path, size, 0, 0)) for path, size in sizes.items()]
    assert [len(batch) for batch in batches(large)] == [1, 2]


def test_few_small_files_are_not_worth_workers() -> None:
    assert not worth_workers([Stamp(b"/s", 10, 0, 0)] * 20)
    assert worth_workers([Stamp(b"/s", 10, 0, 0)] * 40)
    assert worth_workers([Stamp(b"/s", 3_000_000, 0, 0)])


def test_every_file_is_read_once(files: list[Piece]) -> None:
    log: list[int] = []
    names = _names(read_by_workers(files, lambda: _Executor(set(), log), _never))
    assert names == [f"{number:02}.txt" for number in range(70)]
    assert log == [16, 16, 16, 16, 6]


def test_a_file_that_kills_its_worker_is_told_and_the_others_are_read(
    files: list[Piece],
) -> None:
    made: list[_Executor] = []

    def open_executor() -> Executor:
        made.append(_Executor({"20.txt", "69.txt"}, []))
        return made[-1]

    problems: dict[str, str] = {}
    names = []
    for records in read_by_workers(files, open_executor, _never):
        for record in records:
            (article,) = record.articles
            names.append(article.entry.path.name)
            if article.entry.problem:
                problems[article.entry.path.name] = article.entry.problem
    assert sorted(names) == [f"{number:02}.txt" for number in range(70)]
    assert sorted(problems) == ["20.txt", "69.txt"]
    assert "ended its worker" in problems["20.txt"]
    assert len(made) < 6


def test_where_workers_cannot_start_the_files_are_read_here(files: list[Piece]) -> None:
    class Dead(_Executor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenExecutor("no worker lives"))
            return future

    steps = read_by_workers(files, lambda: Dead(set(), []), _never)
    records = [record for step in steps for record in step]
    assert len(records) == 70
    assert not any(article.entry.problem for record in records for article in record.articles)


def test_stopping_reads_nothing_more(files: list[Piece]) -> None:
    log: list[int] = []
    steps = read_by_workers(files * 3, lambda: _Executor(set(), log), lambda: len(log) >= 2)
    assert 0 < len(_names(steps)) <= 5 * 16
    assert len(log) == 5


def test_processes_read_every_file_once_though_one_is_killed(files: list[Piece]) -> None:
    steps = read_by_workers(files, process_pool(2), _never)
    first = next(steps)
    children = active_children()
    assert len(children) == 2
    os.kill(children[0].pid or 0, signal.SIGKILL)
    names = _names(iter([first, *steps]))
    assert names == [f"{number:02}.txt" for number in range(70)]


def test_processes_annotate_as_they_are_told(tmp_path: Path) -> None:
    own = AnnotationSettings(own_names=(OwnName("zinc accord", Label.LAW),))
    (tmp_path / "a.txt").write_text("The town signed the zinc accord.")
    (records,) = read_by_workers(_pieces(tmp_path), process_pool(1), _never, Recipe(own))
    assert "zinc accord" in [name.name for name in records[0].articles[0].names]
    assert records[0].made_by == made_by(Recipe(own))


def test_processes_clean_by_the_phrases_they_are_told(tmp_path: Path) -> None:
    bell = "Slå på varsler fra Lund Bay"
    rain = "It rained on the harbour, on the town and on whoever went out to see it."
    (tmp_path / "a.txt").write_text(f"{rain}\n\n{bell}\n\nThen it stopped.\n", "utf-8")
    own = (OwnPhrases("no", (("subscription", "starts", ("slå på",)),)),)
    for phrases in ((), own):
        recipe = Recipe(phrases=phrases)
        (records,) = read_by_workers(_pieces(tmp_path), process_pool(1), _never, recipe)
        assert (bell in records[0].articles[0].text) is not bool(phrases)
        assert records[0].made_by == made_by(recipe)
    assert made_by(recipe) != made_by()


def test_a_worker_that_annotates_otherwise_is_refused(files: list[Piece]) -> None:
    class Older(_Executor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            return super().submit(partial(fn, recipe=PLAIN), args[0])

    own = AnnotationSettings(own_names=(OwnName("zinc accord", Label.LAW),))
    with pytest.raises(WorkersError, match="same version"):
        _names(read_by_workers(files, lambda: Older(set(), []), _never, Recipe(own)))


def test_abandoned_processes_end(files: list[Piece]) -> None:
    steps = read_by_workers(files, process_pool(1), _never)
    next(steps)
    (child,) = active_children()
    steps.close()  # type: ignore[attr-defined]
    child.join(60)
    assert child.exitcode is not None


def test_the_workers_of_a_pool_are_counted() -> None:
    pool = process_pool(3)()
    assert workers_of(pool) == 3
    pool.shutdown()


def test_workers_look_for_garbage_seldom() -> None:
    with process_pool(1)() as pool:
        assert pool.submit(gc.get_threshold).result()[0] == SELDOM


@pytest.mark.skipif(sys.platform == "win32", reason="there is no niceness")
def test_the_processes_of_a_pool_let_others_go_first() -> None:
    least = min(os.nice(0) + NICENESS, 19)
    with process_pool(1)() as pool:
        assert pool.submit(os.nice, 0).result() == least


def test_a_pool_opens_where_the_error_stream_has_no_descriptor() -> None:
    program = (
        "import io, sys\n"
        "from tuireader.library.executors import process_pool\n"
        "class Screen(io.StringIO):\n"
        "    def fileno(self):\n"
        "        return -1\n"
        "sys.stderr = Screen()\n"
        "with process_pool(1)() as pool:\n"
        "    print(pool.submit(abs, -3).result())\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (run.stdout, run.stderr) == ("3\n", "")
