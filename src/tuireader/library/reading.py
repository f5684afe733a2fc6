"""Reading many files by an executor, whatever happens to its workers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait

from tuireader.library.executors import OpenExecutor, WorkersError, abandon, workers_of
from tuireader.library.extract import made_by, read_file, unreadable
from tuireader.library.recipe import PLAIN, Recipe
from tuireader.library.records import FileRecord
from tuireader.library.scan import Stamp

Batch = tuple[Stamp, ...]
Records = tuple[FileRecord, ...]

_MOST_FILES = 16
_MOST_BYTES = 1_000_000
_LOOK_UP = 0.1  # seconds between two looks whether to stop


def read_batch(batch: Batch, recipe: Recipe = PLAIN) -> Records:
    """Read some files: one task of a worker."""
    return tuple(read_file(stamp, recipe) for stamp in batch)


def batches(stamps: Sequence[Stamp]) -> Iterator[Batch]:
    """Yield the files in batches, each large enough to be worth sending and soon done."""
    batch: list[Stamp] = []
    size = 0
    for stamp in stamps:
        if batch and (len(batch) >= _MOST_FILES or size + stamp.size > _MOST_BYTES):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(stamp)
        size += max(0, stamp.size)
    if batch:
        yield tuple(batch)


def worth_workers(stamps: Sequence[Stamp]) -> bool:
    """Return whether there is so much to read that starting processes pays."""
    return len(stamps) > 2 * _MOST_FILES or sum(stamp.size for stamp in stamps) > 2 * _MOST_BYTES


def read_here(
    stamps: Sequence[Stamp],
    stop: Callable[[], bool],
    recipe: Recipe = PLAIN,
) -> Iterator[Records]:
    """Read files one after the other in this thread; yield the record of each."""
    for stamp in stamps:
        if stop():
            return
        yield (read_file(stamp, recipe),)


def read_by_workers(
    stamps: Sequence[Stamp],
    open_executor: OpenExecutor,
    stop: Callable[[], bool],
    recipe: Recipe = PLAIN,
) -> Iterator[Records]:
    """Read files by an executor; yield their records, each file's once, as they come.

    Where a worker dies, the files it may have been reading are read again, each alone; one that
    kills its worker then too is recorded as unreadable. Where workers cannot even start, the files
    are read in this thread.

    Args:
        stamps: The files.
        open_executor: Makes the executor.
        stop: Asked about ten times a second; once it says True nothing more is read.
        recipe: How files are read.

    Raises:
        WorkersError: There are no workers, or they cannot work; no file is to blame.
    """
    run = _Run(stamps, stop, recipe)
    first = True
    while run.unfinished and not stop():
        executor = open_executor()
        try:
            if not first and not run.proven and not _works(executor):
                yield from read_here(run.left, stop, recipe)
                return
            first = False
            yield from run.go_on(executor)
        finally:
            abandon(executor)


def _works(executor: Executor) -> bool:
    """Return whether the workers can do anything at all."""
    try:
        executor.submit(bool).result()
    except BrokenExecutor:
        return False
    return True


class _Run:
    """The files that are still to be read, over all executors that broke on the way."""

    def __init__(self, stamps: Sequence[Stamp], stop: Callable[[], bool], recipe: Recipe) -> None:
        self._waiting = deque(batches(stamps))
        self._suspects: deque[Batch] = deque()
        self._stop = stop
        self._recipe = recipe
        self.proven = False

    @property
    def left(self) -> list[Stamp]:
        """The files that are still to be read."""
        return [stamp for batch in (*self._suspects, *self._waiting) for stamp in batch]

    @property
    def unfinished(self) -> bool:
        return bool(self._waiting or self._suspects)

    def go_on(self, executor: Executor) -> Iterator[Records]:
        """Read until everything is read, or the executor breaks."""
        most = 2 * workers_of(executor) + 1
        while self._waiting:
            running: dict[Future[Records], Batch] = {}
            broken = False
            while (self._waiting and not broken) or running:
                while self._waiting and not broken and len(running) < most:
                    broken = not self._submit(executor, running)
                for future in self._done(running):
                    batch = running.pop(future)
                    try:
                        records = future.result()
                    except Exception as error:
                        _excuse(error)
                        broken = broken or isinstance(error, BrokenExecutor)
                        self._suspects.extend((stamp,) for stamp in batch)
                    else:
                        self.proven = True
                        yield self._checked(records)
                if self._stop():
                    return
            if broken:
                return
        yield from self._try_suspects(executor)

    def _submit(self, executor: Executor, running: dict[Future[Records], Batch]) -> bool:
        try:
            task = executor.submit(read_batch, self._waiting[0], self._recipe)
        except BrokenExecutor:
            return False
        running[task] = self._waiting.popleft()
        return True

    def _done(self, running: dict[Future[Records], Batch]) -> set[Future[Records]]:
        return wait(running, _LOOK_UP, FIRST_COMPLETED).done if running else set()

    def _try_suspects(self, executor: Executor) -> Iterator[Records]:
        while self._suspects and not self._stop():
            (stamp,) = self._suspects.popleft()
            try:
                records = executor.submit(read_batch, (stamp,), self._recipe).result()
            except Exception as error:
                _excuse(error)
                yield (
                    unreadable(
                        stamp,
                        f"Reading this file ended its worker ({type(error).__name__}).",
                        "It may need more memory than there is. Please report it.",
                        self._recipe,
                    ),
                )
                if isinstance(error, BrokenExecutor):
                    return
            else:
                yield self._checked(records)

    def _checked(self, records: Records) -> Records:
        """Return the records of a worker.

        Raises:
            WorkersError: The worker is of another version, so that they would be read again.
        """
        wanted = made_by(self._recipe)
        for record in records:
            if not record.made_by.startswith(wanted):
                raise WorkersError(
                    f"A worker reads articles as {record.made_by}, this program as {wanted}:"
                    " install the same version of tuireader and of its engine on all machines."
                )
        return records


def _excuse(error: Exception) -> None:
    """Do nothing where a file may have ended its worker; where it cannot have, say what did.

    Raises:
        WorkersError: The workers are gone, or cannot work.
    """
    if isinstance(error, BrokenExecutor | MemoryError) or type(error).__name__ == "KilledWorker":
        return
    raise WorkersError(
        f"The workers stopped ({type(error).__name__}: {error}). What was read until now is kept,"
        " and the next time goes on from there. Workers of a cluster need the same version of"
        " tuireader, and the files under the same paths."
    ) from error
