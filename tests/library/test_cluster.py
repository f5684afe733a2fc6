from __future__ import annotations

import os
import signal
import socket
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


def test_a_scheduler_without_workers_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = distributed.LocalCluster(
        n_workers=0,
        host="127.0.0.1",
        dashboard_address=None,
        local_directory=str(tmp_path / "workers"),
        silence_logs="CRITICAL",
    )
    with started:
        connect = cluster(started.scheduler_address)
        monkeypatch.setattr(executors, "PATIENCE", 0.5)
        with pytest.raises(WorkersError, match="has no workers"):
            connect()


def test_a_scheduler_that_is_not_there_is_told() -> None:
    with pytest.raises(WorkersError, match="no Dask scheduler at"):
        cluster("nonsense")()
