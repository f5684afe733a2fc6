"""Moments of change that only ever go forward, on one machine and over several."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Returns the present moment, with a time zone."""

_LAST_YEAR = 9999
_MILLISECOND = timedelta(milliseconds=1)


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class Stamper:
    """Gives out stamps, each later than every stamp given out or seen before.

    A stamp reads ``2026-03-01T09:30:00.000Z laptop-3f9a2c``: a moment in UTC, to the millisecond,
    and the machine. Stamps sort as text. Where the clock has not moved on, or was set back, the
    moment is a millisecond after the last one: a hybrid logical clock whose counter is the
    millisecond (Kulkarni and others, "Logical physical clocks", OPODIS 2014).

    Args:
        device: The name of this machine.
        clock: Tells the time.
    """

    def __init__(self, device: str, clock: Clock = now) -> None:
        self._device = device
        self._clock = clock
        self._last = datetime.min.replace(tzinfo=UTC)

    def see(self, stamp: str) -> None:
        """Take note of a stamp made elsewhere; what is no stamp is ignored."""
        try:
            moment = datetime.fromisoformat(stamp.partition(" ")[0])
        except ValueError:
            return
        if moment.tzinfo is not None and moment.year < _LAST_YEAR:
            self._last = max(self._last, moment)

    def stamp(self) -> str:
        """Return the stamp of a change made now."""
        moment = self._clock().astimezone(UTC)
        if moment < self._last + _MILLISECOND:
            moment = self._last + _MILLISECOND
        self._last = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
        return f"{in_utc(self._last)} {self._device}"


def in_utc(moment: datetime) -> str:
    """Return a moment in UTC to the millisecond, such as ``2026-03-01T09:30:00.000Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
