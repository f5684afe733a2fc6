"""What the reader did with each article: read, bookmarked, where they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from tuireader.state.corrections import Corrections
from tuireader.state.history import Reversible
from tuireader.state.marked import Marked
from tuireader.state.marks import Marks
from tuireader.state.notes import Notes
from tuireader.state.records import ArticleRecord, Subject
from tuireader.state.views import Views

__all__ = ["ArticleRecord", "ReaderState", "Subject"]


class ReaderState(Protocol):
    """The reader's state as the rest of the program uses it.

    Every change is in memory at once and on disk within a second (and at `close`), written by a
    thread of its own. Every method may be called from any thread.
    """

    read_only: bool
    """True where another running program holds the state: nothing will be kept."""
    notices: tuple[str, ...]
    """What the reader must be told about opening it (a damaged file set aside, read-only)."""
    location: Path
    """Where it is kept."""

    notes: Notes
    """Highlights and notes."""
    corrections: Corrections
    """Where the reader knows better than the program."""
    views: Views
    """Named filters of the list."""
    marks: Marks
    """Places named by a letter."""

    @property
    def problem(self) -> str:
        """Why the last save failed, as a sentence for the reader; empty while all is well."""
        ...

    def record(self, article_id: str) -> ArticleRecord:
        """Return what is kept about an article, or the defaults."""
        ...

    def records(self) -> tuple[ArticleRecord, ...]:
        """Return everything that is kept, in no particular order."""
        ...

    def set_read(self, subjects: Iterable[Subject], read: bool) -> str:
        """Mark articles read or unread; return what was done, as a message for the reader."""
        ...

    def set_bookmarked(self, subjects: Iterable[Subject], bookmarked: bool) -> str:
        """Bookmark articles or take the bookmark away; return the message."""
        ...

    def tag(
        self, subjects: Iterable[Subject], add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> str:
        """Put tags on articles and take tags off; return the message."""
        ...

    def tags(self) -> tuple[str, ...]:
        """Return the tags in use on articles and notes, the most used first."""
        ...

    def marked(self) -> Marked:
        """Return which articles are marked; the same object while they are the same."""
        ...

    def set_position(self, subject: Subject, position: int, progress: float) -> None:
        """Remember where the reader is in an article; not undone, no message."""
        ...

    def add_time(self, subject: Subject, seconds: float) -> None:
        """Add to the time spent reading an article, in seconds; not undone, no message."""
        ...

    def follow(self, subject: Subject) -> ArticleRecord:
        """Return the record of an article that was just loaded.

        Where nothing is kept about it, but its file held another article before (it changed in
        place), that one's record, notes and corrections are taken over first. Call it only for
        files that hold one article.
        """
        ...

    @property
    def undo_size(self) -> int:
        """How many documents the next `undo` changes; 0 where there is nothing to undo."""
        ...

    @property
    def redo_size(self) -> int:
        """How many documents the next `redo` changes; 0 where there is nothing to redo."""
        ...

    def took_over(self, file_id: str) -> bool:
        """Return whether the export of another program was taken over, by `Article.file_id`."""
        ...

    def take_over(self, file_id: str, path: str) -> None:
        """Remember that an export was taken over, so that it is not again; not undone."""
        ...

    def undo(self) -> str:
        """Take back the last change; return what was undone, or why nothing was."""
        ...

    def redo(self) -> str:
        """Do again what was undone last; return the message."""
        ...

    def change(self, message: str, changes: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> str:
        """Change documents as such, as one step that can be undone: for imports.

        Args:
            message: What is done, without a full stop.
            changes: By table and key, the fields and their new values.
        """
        ...

    def did(self, message: str, change: Reversible) -> str:
        """Let a change to something that is not kept here be undone in its turn.

        Args:
            message: What was done, without a full stop.
            change: The change, made already.

        Returns:
            The message with the way back.
        """
        ...

    def flush(self) -> None:
        """Return once every change so far is on disk.

        Raises:
            OSError: The disk is full, or the folder cannot be written to.
        """
        ...

    def close(self) -> None:
        """Flush and let go of the lock; safe to call twice."""
        ...
