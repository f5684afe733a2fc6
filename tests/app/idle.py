"""Knowing when the reader has done all it was asked, however busy the machine is.

Textual's own `wait_for_idle` takes a process that gets no processor time for an idle one, so on
a busy machine a pilot looks too early. Here the queues of messages are looked at as well.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from time import monotonic
from typing import Any

from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

_LONGEST = 60.0
_PAUSE = 0.005


async def until_idle(app: App[Any]) -> None:
    """Return once no widget has a message to answer and everything is painted.

    Raises:
        TimeoutError: It does not come to rest within a minute.
    """
    end = monotonic() + _LONGEST
    while app.is_running and _has_work(app):
        if monotonic() > end:
            raise TimeoutError("the reader does not come to rest")
        await asyncio.sleep(_PAUSE)


def _has_work(app: App[Any]) -> bool:
    return any(_is_asked(pump) for pump in _pumps(app)) or any(
        _is_unpainted(screen) for screen in app.screen_stack[-1:]
    )


def _pumps(app: App[Any]) -> Iterator[MessagePump]:
    yield app
    for screen in app.screen_stack:
        yield from screen.walk_children(with_self=True)


def _is_asked(pump: MessagePump) -> bool:
    if not pump.is_running:
        return False
    return (
        pump.message_queue_size > 0
        or pump._pending_message is not None
        or bool(pump._next_callbacks)
    )


def _is_unpainted(screen: Screen[Any]) -> bool:
    return bool(screen._callbacks or screen._dirty_widgets or screen._layout_required)
