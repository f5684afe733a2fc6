"""Fixtures for all tests: nothing of the user's is read or written, and no network is used."""

from __future__ import annotations

import gc
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from tuireader.language import choose

# How long one example takes says more about the machine than about the program.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

_GARBAGE = 20_000
"""So many more objects than were given back make Python look for garbage: usual are 700."""
_INTERNET = (socket.AF_INET, socket.AF_INET6)


def pytest_collection_finish() -> None:
    """Look for garbage less often, and never among all that the tests have loaded by now.

    A quarter of the time of a test of the screen went into it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE, *gc.get_threshold()[1:])


@pytest.fixture(autouse=True)
def isolated_folders(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Keep state, cache and configuration of every test in a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for variable in ("STATE", "CACHE", "CONFIG"):
        folder = home / variable.lower()
        folder.mkdir()
        monkeypatch.setenv(f"TUIREADER_{variable}", str(folder))
    return home


@pytest.fixture(autouse=True)
def compiled_once(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let the programs that tests start find each module compiled by the one before."""
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.getbasetemp() / "compiled"))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak English in every test, whatever the machine speaks."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    choose("en")
    yield
    choose("en")


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paint as for a terminal that has all colours, wherever the tests run."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the clipboard of whoever runs the tests alone."""
    monkeypatch.setattr("tuireader.app.clipboard.which", lambda name: None)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every attempt to reach the network fail the test."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family in _INTERNET:
            _fail(address)
        connect(self, address)  # type: ignore[arg-type]

    def _fail(address: object) -> NoReturn:
        raise AssertionError(f"a test tried to reach the network: {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
