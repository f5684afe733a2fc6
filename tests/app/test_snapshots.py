"""How the screens look; after a change that is wanted, run pytest with ``--snapshot-update``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import settle
from tests.app.library import ROOT, FixedLibrary
from tuireader.app.app import ReaderApp
from tuireader.app.widgets import article_row
from tuireader.config import Settings
from tuireader.state.tinydb_state import TinyDBState, open_state

Snap = Callable[..., bool]
NARROW, SMALL, LARGE = (60, 20), (80, 24), (120, 40)


@pytest.fixture(autouse=True)
def frozen_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_row, "today", lambda: date(2024, 5, 1))


MINUTE = timedelta(minutes=1)


def reader(state: TinyDBState, settings: Settings | None = None, welcome: bool = False) -> Any:
    return ReaderApp(() if welcome else (ROOT,), state, settings, open_library=FixedLibrary)


def after(*keys: str) -> Callable[[Pilot[int]], Awaitable[None]]:
    async def press(pilot: Pilot[int]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return press


LISTED = ("b", "j", "r", "j")
SCREENS: dict[str, tuple[str, ...]] = {
    "search": ("f", *"elmhaven", "enter"),
    "list": LISTED,
    "reading": ("enter", "]"),
    "help": ("?",),
    "themes": ("T",),
    "palette": ("ctrl+p", "q", "u"),
    "settings": (",",),
    "voices": ("P",),
    "command": (":", "s", "o"),
    "filter": ("f", "m", "a"),
    "views": ("V",),
    "people": ("enter", "i"),
    "legend": ("enter", "L"),
    "find": ("enter", "slash", *"crane"),
    "labels": ("enter", "]", ";"),
    "above": ("|", "C", "j", "enter"),
    "output": ("$", *"sort", "enter"),
    "selecting": ("enter", "]", "x", "w", "w", "H", "J", "x", ")"),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_screen(snap_compare: Snap, state: TinyDBState, screen: str) -> None:
    assert snap_compare(reader(state), terminal_size=LARGE, run_before=after(*SCREENS[screen]))


@pytest.mark.parametrize("size", [NARROW, SMALL], ids=str)
@pytest.mark.parametrize("screen", ["list", "reading"])
def test_small_screen(
    snap_compare: Snap, state: TinyDBState, screen: str, size: tuple[int, int]
) -> None:
    assert snap_compare(reader(state), terminal_size=size, run_before=after(*SCREENS[screen]))


@pytest.mark.parametrize("screen", SCREENS)
def test_screen_without_colour(
    snap_compare: Snap, state: TinyDBState, screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(reader(state), terminal_size=SMALL, run_before=after(*SCREENS[screen]))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
def test_notes(snap_compare: Snap, tmp_path: Path, size: tuple[int, int]) -> None:
    assert _notes_look_right(snap_compare, tmp_path, size)


def test_notes_without_colour(
    snap_compare: Snap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert _notes_look_right(snap_compare, tmp_path, SMALL)


def _notes_look_right(snap_compare: Snap, tmp_path: Path, size: tuple[int, int]) -> bool:
    minutes = count(30)  # of the same moment, the order would be by their random identifiers
    state = open_state(
        tmp_path / "notes", lambda: datetime(2031, 5, 13, 9, 0, tzinfo=UTC) + next(minutes) * MINUTE
    )
    keys = after("enter", "H", "J", "J", "N", *"why? #sea", "enter", "&", "tab", "j")
    same = snap_compare(reader(state), terminal_size=size, run_before=keys)
    state.close()
    return same


def test_plain_ascii(snap_compare: Snap, state: TinyDBState) -> None:
    settings = Settings(values={("looks", "symbols"): "ascii"})
    assert snap_compare(reader(state, settings), terminal_size=SMALL, run_before=after(*LISTED))


@pytest.mark.parametrize("theme", ["tuireader-light", "tuireader-high-contrast"])
def test_theme(snap_compare: Snap, state: TinyDBState, theme: str) -> None:
    settings = Settings(values={("looks", "theme"): theme})
    assert snap_compare(reader(state, settings), terminal_size=SMALL, run_before=after("enter"))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
def test_welcome(
    snap_compare: Snap,
    state: TinyDBState,
    size: tuple[int, int],
) -> None:
    assert snap_compare(reader(state, welcome=True), terminal_size=size, run_before=after())


def test_welcome_without_colour(
    snap_compare: Snap, state: TinyDBState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(reader(state, welcome=True), terminal_size=SMALL, run_before=after())
