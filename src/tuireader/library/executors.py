"""Where the work of reading files is done: in this process, in others, on other machines."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import redirect_stderr, suppress
from importlib import import_module
from multiprocessing import get_context, resource_tracker
from time import monotonic
from typing import Any, TypeAlias

OpenExecutor: TypeAlias = Callable[[], Executor]
"""Makes an executor; called again where the one before broke."""
PATIENCE = 10.0
"""Seconds to wait for a scheduler, and for the first of its workers."""
NICENESS = 10
"""By how much worker processes let others go first: the program that is looked at, above all."""
SELDOM = 10_000
"""So many more objects than were given back make a worker look for garbage."""


def process_pool(workers: int | None = None) -> OpenExecutor:
    """Return what opens a pool of processes on this machine.

    They are spawned, not forked: the program that runs the screen has threads.

    Args:
        workers: How many; None for one a processor.
    """

    def open_pool() -> Executor:
        _start_resource_tracker()
        return ProcessPoolExecutor(
            workers or usable_processors(), mp_context=get_context("spawn"), initializer=_settle
        )

    return open_pool


def cluster(address: str) -> OpenExecutor:
    """Return what connects to a Dask cluster, whose workers see the files under the same paths.

    Args:
        address: Its scheduler, such as ``tcp://10.0.0.5:8786``.

    Raises:
        WorkersError: Dask is not installed. (Not being reached is told when it is opened.)
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise WorkersError(
            "Indexing on a cluster needs Dask: pip install 'tuireader[cluster]'."
        ) from error

    def connect() -> Executor:
        try:
            client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise WorkersError(
                f"There is no Dask scheduler at {address} ({error}). Start one with"
                " “dask scheduler”, and workers with “dask worker”, that see the same files."
            ) from error
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            client.close()
            raise WorkersError(
                f"The Dask scheduler at {address} has no workers. Start some with"
                f" “dask worker {address} --nthreads 1”, that see the same files."
            ) from error
        executor: Executor = client.get_executor()
        return executor

    return connect


class WorkersError(Exception):
    """Workers cannot be used; the message says why and what to do. What was read is kept."""


def usable_processors() -> int:
    """Return the number of processors this process may run on."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def workers_of(executor: Executor) -> int:
    """Return how many workers an executor has; a guess where it does not say."""
    client = getattr(executor, "_client", None)
    if client is not None:
        return max(1, len(client.scheduler_info()["workers"]))
    return int(getattr(executor, "_max_workers", usable_processors()))


class Attention:
    """Notices that the workers of a cluster are gone, which Dask itself waits out for ever.

    Args:
        executor: What reads; the workers of any other than a cluster say themselves that they died.
    """

    def __init__(self, executor: Executor) -> None:
        self._client: Any = getattr(executor, "_client", None)
        self._heard = monotonic()

    def hear(self, something: bool) -> None:
        """Take note of whether a task was done; after a long silence ask after the workers.

        Raises:
            WorkersError: There are none, and none came back for `PATIENCE` seconds.
        """
        if self._client is None or (not something and monotonic() - self._heard < PATIENCE):
            return
        if not something:
            self._await_workers()
        self._heard = monotonic()

    def _await_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            address = self._client.scheduler.address
            raise WorkersError(
                f"All workers of the Dask scheduler at {address} are gone. What was read until now"
                " is kept, and the next time goes on from there. Start workers with"
                f" “dask worker {address} --nthreads 1”, that see the same files."
            ) from error


def abandon(executor: Executor) -> None:
    """Stop an executor without waiting for what it is doing."""
    processes = [*(getattr(executor, "_processes", None) or {}).values()]
    client = getattr(executor, "_client", None)
    if client is not None:
        executor.shutdown(wait=False)
        client.close()
        return
    executor.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        with suppress(OSError, ValueError):
            process.terminate()


def _start_resource_tracker() -> None:
    """Start what multiprocessing needs before a pool, whatever stands in for the error stream.

    It hands on the descriptor that `sys.stderr` names, and the stand-in of a program that draws
    on the screen names -1, on which no process can be started.
    """
    if sys.platform != "win32":
        with redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()


def _settle() -> None:
    """Keep a worker process out of the way: behind others, and off the terminal.

    Its parent decides when it ends. Next to nothing of what reading an article makes is garbage
    in circles: to look for such so often as usual takes a twentieth of the time.
    """
    gc.set_threshold(SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        with suppress(OSError):
            os.nice(NICENESS)
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
