"""Notes with the articles they are in, and who keeps them: what the list of notes works with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tuireader.state.notes import Note


@dataclass(frozen=True, slots=True)
class NotedPlace:
    """A note with the headline of its article."""

    note: Note
    title: str


class NoteKeeper(Protocol):
    """What the screen asks for notes, and has change them."""

    def all_places(self) -> Sequence[NotedPlace]:
        """Return all notes, the newest first."""
        ...

    def edit(self, note: Note, line: str) -> str:
        """Change a note to what was typed; return the message."""
        ...

    def remove(self, note: Note) -> str:
        """Delete a note; return the message."""
        ...

    def take_back(self) -> str:
        """Take back the last change; return the message."""
        ...

    def tags_of_note(self, word: str, line: str) -> list[str]:
        """Return what a word of a note may be, where it begins as a tag does."""
        ...
