"""Daily copies of the state, the last ten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from tuireader.state.documents import Tables
from tuireader.state.files import make_folder, write_atomically
from tuireader.state.snapshot import snapshot_chunks
from tuireader.state.state_files import StatePaths

KEPT = 10
"""How many daily copies are kept."""
_DATED = re.compile(r"\.(\d{4}-\d\d-\d\d)\.json$")


class DailyBackups:
    """Makes a copy of the state on each day on which something is done.

    Args:
        paths: Where.
    """

    def __init__(self, paths: StatePaths) -> None:
        self._paths = paths
        self._tried: date | None = None

    def due(self, today: date) -> bool:
        """Whether there is no copy of today yet, and none was tried."""
        return self._tried != today and not self._place(today).exists()

    def make(self, tables: Tables, saved: str, today: date) -> Path:
        """Make today's copy, and delete those that are too many.

        Args:
            tables: The state.
            saved: The moment, ISO 8601 in UTC.
            today: The day, which names the copy.

        Raises:
            OSError: It could not be written; no older copy was deleted.
        """
        self._tried = today
        place = self._place(today)
        make_folder(place.parent)
        write_atomically(place, snapshot_chunks(tables, self._paths.device, saved))
        # The new copy is not always the latest by name: the clock may have been set back.
        others = [path for path in daily_backups(self._paths) if path != place]
        for path in others[KEPT - 1 :]:
            with suppress(OSError):
                path.unlink()
        return place

    def _place(self, day: date) -> Path:
        return self._paths.backups / f"state-{self._paths.device}.{day.isoformat()}.json"


def daily_backups(paths: StatePaths) -> list[Path]:
    """Return this machine's daily copies, the latest first."""
    return sorted(_dated(paths), key=lambda path: path.name, reverse=True)


def _dated(paths: StatePaths) -> Iterator[Path]:
    with suppress(OSError):
        for path in paths.backups.glob(f"state-{paths.device}.*.json"):
            if _DATED.search(path.name):
                yield path


def backup_day(path: Path) -> str:
    """Return the day of a daily copy as ISO 8601; empty where the name tells none."""
    match = _DATED.search(path.name)
    return match[1] if match else ""
