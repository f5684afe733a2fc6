"""Knowing when the reader has done all it was asked, however busy the machine is.

Textual's own `wait_for_idle` takes a process that used little processor time for 20 ms to be idle.
On a busy machine that is also one that did not get its turn; and those 20 ms, spent twice with each
key, are most of what a test of a screen takes. Here the event loop is asked instead, and the queues
of messages.
"""

from __future__ import annotations

import asyncio
from asyncio import TimerHandle
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any

from textual._wait import wait_for_idle
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

_LONGEST = 60.0
_PAUSE = 0.005
_SOON = 0.05
"""Seconds: a timer due that soon, such as the next frame, is a part of what is being done."""
_MOST_TIMERS = 500
"""So many such timers are waited for at most: what moves on its own would go on for ever."""


async def until_idle(app: App[Any] | None) -> None:
    """Return once no task can go on, no widget has a message to answer and everything is painted.

    Args:
        app: The program; None to ask the event loop alone.

    Raises:
        TimeoutError: It does not come to rest within a minute.
    """
    await _until_no_task_can_go_on()
    end = monotonic() + _LONGEST
    while app is not None and app.is_running and _has_work(app):
        if monotonic() > end:
            raise TimeoutError("the reader does not come to rest")
        await asyncio.sleep(_PAUSE)
        await _until_no_task_can_go_on()


async def _until_no_task_can_go_on() -> None:
    loop: Any = asyncio.get_running_loop()
    for _ in range(_MOST_TIMERS):
        await _until_none_is_ready(loop)
        timers: Sequence[TimerHandle] = loop._scheduled
        soon = loop.time() + _SOON
        due = [each.when() for each in timers if not each.cancelled() and each.when() < soon]
        if not due:
            break
        await asyncio.sleep(max(0.0, min(due) - loop.time()))
    if any(_works_in_a_thread(task) for task in asyncio.all_tasks(loop)):
        await wait_for_idle(0)  # of a thread, only the clock can tell
        await _until_none_is_ready(loop)


async def _until_none_is_ready(loop: Any) -> None:
    await asyncio.sleep(0)
    while loop._ready:
        await asyncio.sleep(0)


def _works_in_a_thread(task: asyncio.Task[Any]) -> bool:
    return getattr(task.get_coro(), "__qualname__", "") == "Worker._run"


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
