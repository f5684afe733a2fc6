"""Reading many files by an executor, whatever happens to its workers."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from pathlib import Path

from tuireader.articles.article import Unreadable
from tuireader.library.executors import Attention, OpenExecutor, WorkersError, abandon, workers_of
from tuireader.library.extract import article_record, made_by
from tuireader.library.file_reading import Piece, let_go, pieces_left, read_piece
from tuireader.library.recipe import PLAIN, Recipe
from tuireader.library.records import FileRecord
from tuireader.library.scan import Stamp

Batch = tuple[Piece, ...]
Records = tuple[FileRecord, ...]

_MOST_FILES = 16
_MOST_BYTES = 1_000_000
_LOOK_UP = 0.1  # seconds between two looks whether to stop


def read_batch(batch: Batch, recipe: Recipe = PLAIN) -> Records:
    """Read some files, each as far as the time allows: one task of a worker."""
    return tuple(read_piece(piece, recipe) for piece in batch)


def batches(pieces: Sequence[Piece]) -> Iterator[Batch]:
    """Yield the files in batches, each large enough to be worth sending and soon done."""
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        length = max(0, piece.stamp.size)
        if batch and (len(batch) >= _MOST_FILES or size + length > _MOST_BYTES):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(piece)
        size += length
    if batch:
        yield tuple(batch)


def worth_workers(stamps: Sequence[Stamp]) -> bool:
    """Return whether there is so much to read that starting processes pays."""
    return len(stamps) > 2 * _MOST_FILES or sum(stamp.size for stamp in stamps) > 2 * _MOST_BYTES


def read_here(
    pieces: Sequence[Piece],
    stop: Callable[[], bool],
    recipe: Recipe = PLAIN,
) -> Iterator[Records]:
    """Read files one after the other in this thread; yield the record of each piece."""
    waiting = deque(pieces)
    try:
        while waiting and not stop():
            record = read_piece(waiting.popleft(), recipe, _LOOK_UP)
            waiting.extendleft(reversed([*pieces_left(record)]))
            yield (record,)
    finally:
        let_go()


def read_by_workers(
    pieces: Sequence[Piece],
    open_executor: OpenExecutor,
    stop: Callable[[], bool],
    recipe: Recipe = PLAIN,
) -> Iterator[Records]:
    """Read files by an executor; yield their records, each article's once, as they come.

    Where a worker dies, what it may have been reading is read again, each file or piece alone; one
    that kills its worker then too is read in halves, and what cannot be halved is recorded as
    unreadable. Where workers cannot even start, the files are read in this thread.

    Args:
        pieces: The files, or what is left of them.
        open_executor: Makes the executor.
        stop: Asked about ten times a second; once it says True nothing more is read.
        recipe: How files are read.

    Raises:
        WorkersError: There are no workers, or they cannot work; no file is to blame.
    """
    run = _Run(pieces, stop, recipe)
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

    def __init__(self, pieces: Sequence[Piece], stop: Callable[[], bool], recipe: Recipe) -> None:
        self._waiting = deque(batches(pieces))
        self._suspects: deque[Batch] = deque()
        self._stop = stop
        self._recipe = recipe
        self.proven = False

    @property
    def left(self) -> list[Piece]:
        """What is still to be read."""
        return [piece for batch in (*self._suspects, *self._waiting) for piece in batch]

    @property
    def unfinished(self) -> bool:
        return bool(self._waiting or self._suspects)

    def go_on(self, executor: Executor) -> Iterator[Records]:
        """Read until everything is read, or the executor breaks."""
        most = 2 * workers_of(executor) + 1
        attention = Attention(executor)
        while self._waiting:
            running: dict[Future[Records], Batch] = {}
            broken = False
            while (self._waiting and not broken) or running:
                while self._waiting and not broken and len(running) < most:
                    broken = not self._submit(executor, running)
                finished = self._done(running)
                attention.hear(bool(finished))
                for future in finished:
                    batch = running.pop(future)
                    try:
                        records = future.result()
                    except Exception as error:
                        _excuse(error)
                        broken = broken or isinstance(error, BrokenExecutor)
                        self._suspects.extend((piece,) for piece in batch)
                    else:
                        self.proven = True
                        yield self._taken(records)
                if self._stop():
                    return
            if broken:
                return
        yield from self._try_suspects(executor, attention)

    def _submit(self, executor: Executor, running: dict[Future[Records], Batch]) -> bool:
        try:
            task = executor.submit(read_batch, self._waiting[0], self._recipe)
        except BrokenExecutor:
            return False
        running[task] = self._waiting.popleft()
        return True

    def _done(self, running: dict[Future[Records], Batch]) -> set[Future[Records]]:
        return wait(running, _LOOK_UP, FIRST_COMPLETED).done if running else set()

    def _try_suspects(self, executor: Executor, attention: Attention) -> Iterator[Records]:
        while self._suspects and not self._stop():
            batch = self._suspects[0]
            try:
                task = executor.submit(read_batch, batch, self._recipe)
                while not wait((task,), _LOOK_UP).done:
                    attention.hear(False)
                    if self._stop():
                        return
                records = task.result()
            except Exception as error:
                _excuse(error)
                self._suspects.popleft()
                halves = batch[0].halves()
                if len(halves) > 1:
                    self._suspects.extendleft((half,) for half in reversed(halves))
                else:
                    yield (_deadly(batch[0], error, self._recipe),)
                if isinstance(error, BrokenExecutor):
                    return
            else:
                self._suspects.popleft()
                yield self._taken(records)

    def _taken(self, records: Records) -> Records:
        """Return the records of a worker; what is left of their files is read next.

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
            left = [*pieces_left(record)]
            self._waiting.extendleft((piece,) for piece in reversed(left))
        return records


def _deadly(piece: Piece, error: Exception, recipe: Recipe) -> FileRecord:
    """Return the record of a piece that ended its worker when it was read alone."""
    whole = piece.first == 0 and not piece.end
    cause = type(error).__name__
    problem = Unreadable(
        Path(os.fsdecode(piece.stamp.path)),
        f"Reading this file ended its worker ({cause})."
        if whole
        else f"Reading this article ended its worker ({cause}).",
        "It may need more memory than there is. Please report it.",
        piece.first,
    )
    articles = (article_record(problem, piece.stamp, recipe.annotation),)
    after = 0 if whole else piece.first + 1
    items = 0 if whole else piece.items or after
    return FileRecord(
        piece.stamp, made_by(recipe), articles, first=piece.first, end=after, items=items
    )


def _excuse(error: Exception) -> None:
    """Do nothing where a file may have ended its worker; where it cannot have, say what did.

    Raises:
        WorkersError: The workers are gone, or cannot work.
    """
    if isinstance(error, WorkersError):
        raise error
    if isinstance(error, BrokenExecutor | MemoryError) or type(error).__name__ == "KilledWorker":
        return
    raise WorkersError(
        f"The workers stopped ({type(error).__name__}: {error}). What was read until now is kept,"
        " and the next time goes on from there. Workers of a cluster need the same version of"
        " tuireader, and the files under the same paths."
    ) from error
