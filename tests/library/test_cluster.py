from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuireader.library import executors
from tuireader.library.executors import WorkersError, cluster
from tuireader.library.library import Library

distributed = pytest.importorskip("distributed")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Allow what stays on this machine, and nothing else."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: tuple[str, int]) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert address[0] in ("127.0.0.1", "::1")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """A scheduler and two worker processes."""
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            local_directory=str(tmp_path / "workers"),
            silence_logs="CRITICAL",
        ) as started,
    ):
        yield started.scheduler_address


@pytest.fixture
def scheduler_alone(tmp_path: Path) -> Iterator[str]:
    """A scheduler without workers."""
    with distributed.LocalCluster(
        n_workers=0,
        host="127.0.0.1",
        dashboard_address=None,
        local_directory=str(tmp_path / "workers"),
        silence_logs="CRITICAL",
    ) as started:
        yield started.scheduler_address


def _kill_one_worker(scheduler: str) -> None:
    with distributed.Client(scheduler, set_as_default=False) as client:
        processes = list(client.run(os.getpid).values())
    assert len(processes) == 2
    os.kill(processes[0], signal.SIGKILL)


def test_every_article_is_indexed_once_though_a_worker_is_killed(
    folder: Path, library: Library, scheduler: str
) -> None:
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(f"Article {number}\n\nIt has some words.\n")
    steps = library.update(cluster(scheduler))
    done = 0
    while done == 0:
        done = next(steps).done
    _kill_one_worker(scheduler)
    names = Counter(entry.path.name for progress in steps for entry in progress.entries)
    assert max(names.values()) == 1
    entries = library.entries()
    assert [entry.path.name for entry in entries] == [f"{number:03}.txt" for number in range(400)]
    assert not any(entry.problem for entry in entries)
    assert [progress.total for progress in library.update()] == [0]


@pytest.fixture
def worker(scheduler_alone: str, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A worker that nobody starts again."""
    command = [sys.executable, "-m", "distributed.cli.dask_worker", scheduler_alone]
    options = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"]
    place = ["--local-directory", str(tmp_path / "worker")]
    with subprocess.Popen([*command, *options, *place], stderr=subprocess.DEVNULL) as process:
        yield process
        process.kill()


def test_that_all_workers_are_gone_is_told(
    folder: Path,
    library: Library,
    scheduler_alone: str,
    worker: subprocess.Popen[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(f"Article {number}\n\nIt has some words.\n")
    monkeypatch.setattr(executors, "PATIENCE", 60.0)
    steps = library.update(cluster(scheduler_alone))
    done = 0
    while done == 0:
        done = next(steps).done
    worker.kill()
    worker.wait()
    monkeypatch.setattr(executors, "PATIENCE", 0.5)
    with pytest.raises(WorkersError, match=r"^All workers of the Dask scheduler at .* are gone"):
        list(steps)
    assert 0 < len(library.entries()) < 400
    assert sum(progress.total for progress in library.update()) > 0


def test_a_scheduler_without_workers_is_told(
    scheduler_alone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = cluster(scheduler_alone)
    monkeypatch.setattr(executors, "PATIENCE", 0.5)
    with pytest.raises(WorkersError, match="has no workers"):
        connect()


def test_a_scheduler_that_is_not_there_is_told() -> None:
    with pytest.raises(WorkersError, match="no Dask scheduler at"):
        cluster("nonsense")()
