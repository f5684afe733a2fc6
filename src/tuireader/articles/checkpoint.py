"""Long work that may be given up between two of its steps, since nobody waits for it any more."""

from __future__ import annotations

from collections.abc import Callable

Checkpoint = Callable[[], None]
"""Called between the steps of long work; raises `GivenUpError` where it is to end."""


class GivenUpError(Exception):
    """Nobody waits for the result."""


def go_on() -> None:
    """Let the work go on: the checkpoint of what somebody waits for."""
