"""The files of one machine's state: which they are, how they are saved, how they are kept.

Beside the state file stands a journal of what changed since. When the journal has grown, it is
folded: a new state file is written, and the old one and its journal are kept as the previous
generation. At every moment the state file and its journal, and also the previous generation and
the journals after it, hold everything that was ever acknowledged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tuireader.state.documents import Fields, Tables
from tuireader.state.files import make_folder, sync_folder, write_atomically, write_beside
from tuireader.state.journal import JournalWriter
from tuireader.state.snapshot import snapshot_chunks

FOLD_AT = 256 * 1024
"""The size of a journal that is folded, in bytes, while the state file is small."""
FOLD_SHARE = 0.25
"""The share of the state file's size at which its journal is folded."""


@dataclass(frozen=True, slots=True)
class StatePaths:
    """The places of one machine's files.

    Attributes:
        folder: The state's folder.
        device: The machine.
    """

    folder: Path
    device: str

    @property
    def snapshot(self) -> Path:
        """The state file."""
        return self.folder / f"state-{self.device}.json"

    @property
    def journal(self) -> Path:
        """What changed since."""
        return self.folder / f"state-{self.device}.journal"

    @property
    def previous(self) -> Path:
        """The generation before the state file."""
        return self.folder / f"state-{self.device}.previous.json"

    @property
    def previous_journal(self) -> Path:
        """What changed between that generation and the state file."""
        return self.folder / f"state-{self.device}.previous.journal"

    @property
    def lock(self) -> Path:
        """Held while a program may write."""
        return self.folder / f"state-{self.device}.lock"

    @property
    def set_aside(self) -> Path:
        """The folder of files set aside."""
        return self.folder / "set-aside"

    @property
    def backups(self) -> Path:
        """The folder of daily copies."""
        return self.folder / "backups"


class StateFiles:
    """Saves one machine's state.

    Args:
        paths: Where.
        journal_length: How much of the journal that stands there is good, in bytes.
        moment: Tells the time, as ISO 8601 in UTC.
    """

    def __init__(self, paths: StatePaths, journal_length: int, moment: Callable[[], str]) -> None:
        self._paths = paths
        self._moment = moment
        self._journal = JournalWriter(paths.journal, paths.device, journal_length)

    def append(self, documents: list[tuple[str, str, Fields]]) -> None:
        """Save changed documents to the journal.

        Raises:
            FileNotFoundError: The journal or the folder went away, and with it earlier changes.
            OSError: The disk is full, or the folder cannot be written to.
        """
        self._journal.append(documents)

    def must_fold(self) -> bool:
        """Whether the journal has grown enough to be folded."""
        if self._journal.length < FOLD_AT:
            return False
        try:
            size = self._paths.snapshot.stat().st_size
        except OSError:
            size = 0
        return self._journal.length > size * FOLD_SHARE

    def fold(self, tables: Tables, both: bool = False) -> None:
        """Write the state file anew, keep the old one, and begin a new journal.

        The order of the steps matters: stopped between any two, nothing is missing.

        Args:
            tables: The state, with everything that is in the journal.
            both: Whether the previous generation is written anew too: where the old state file
                and its journal do not hold everything, because it was damaged, say, or missing.

        Raises:
            OSError: The disk is full, or the folder cannot be written to; nothing is lost.
        """
        paths = self._paths
        make_folder(paths.folder)
        saved = self._moment()
        if both:
            write_atomically(paths.previous, snapshot_chunks(tables, paths.device, saved))
        written = write_beside(paths.snapshot, snapshot_chunks(tables, paths.device, saved))
        if paths.snapshot.exists() and not both:
            paths.snapshot.replace(paths.previous)
        written.replace(paths.snapshot)
        sync_folder(paths.folder)
        if paths.journal.exists():
            paths.journal.replace(paths.previous_journal)
            sync_folder(paths.folder)
        self._journal = JournalWriter(paths.journal, paths.device)

    @property
    def journal_length(self) -> int:
        """The size of the journal, in bytes."""
        return self._journal.length
