"""The reader's highlights and notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tuireader.language import translated as _
from tuireader.state.anchors import TextAnchor
from tuireader.state.articles import ARTICLES, subject_fields
from tuireader.state.documents import Fields
from tuireader.state.fields import (
    DELETED,
    anchor_fields,
    anchor_of,
    is_kept,
    tag_fields,
    tags_of,
    text_of,
)
from tuireader.state.history import History
from tuireader.state.ledger import Ledger
from tuireader.state.messages import count, named, quoted
from tuireader.state.records import Subject

NOTES = "notes"
"""The table of notes, by an identifier of their own."""


@dataclass(frozen=True, slots=True)
class Note:
    """A highlight, with or without words of the reader's own.

    Attributes:
        id: Its identifier.
        article_id: The article it is in.
        anchor: Where in `Article.text`; `anchors.locate` finds it in the present text.
        text: The reader's words; empty for a mere highlight.
        tags: The reader's tags, sorted.
        created: When it was made, ISO 8601 in UTC.
        changed: When it was last changed, likewise.
    """

    id: str
    article_id: str
    anchor: TextAnchor
    text: str = ""
    tags: tuple[str, ...] = ()
    created: str = ""
    changed: str = ""


class Notes:
    """All highlights and notes; every change can be undone, and returns its message.

    Args:
        ledger: The documents.
        history: Makes the changes.
    """

    def __init__(self, ledger: Ledger, history: History) -> None:
        self._ledger = ledger
        self._history = history
        self._known: dict[str, tuple[Fields, Note | None]] = {}

    def get(self, note_id: str) -> Note | None:
        """Return a note, or None where there is none."""
        document = self._ledger.document(NOTES, note_id)
        known = self._known.get(note_id)
        if known is None or known[0] is not document:
            known = document, _note(note_id, document) if is_kept(document) else None
            self._known[note_id] = known
        return known[1]

    def all(self) -> tuple[Note, ...]:
        """Return all notes, the newest first."""
        found = [note for key in self._ledger.keys(NOTES) if (note := self.get(key))]
        return tuple(sorted(found, key=lambda note: (note.created, note.id), reverse=True))

    def of(self, article_id: str) -> tuple[Note, ...]:
        """Return the notes of an article, in the order of its text."""
        found = [note for note in self.all() if note.article_id == article_id]
        return tuple(sorted(found, key=lambda note: (note.anchor.start, note.created, note.id)))

    def search(self, words: str) -> tuple[Note, ...]:
        """Return the notes that hold all of some words, whatever their case, the newest first.

        Words are looked for in the highlighted words, in the reader's own and in the tags.
        """
        wanted = words.casefold().split()
        return tuple(
            note for note in self.all() if all(word in _searchable(note) for word in wanted)
        )

    def add(
        self, subject: Subject, place: TextAnchor, text: str = "", tags: Iterable[str] = ()
    ) -> str:
        """Highlight a place, with or without a note."""
        fields = new_note_fields(subject.article_id, place, text, tags, self._ledger.moment())
        along = subject_fields(subject, self._ledger.document(ARTICLES, subject.article_id))
        done = _("Noted on {words}") if text else _("Highlighted {words}")
        return self._history.change(
            done.format(words=quoted(place.exact)),
            {NOTES: {uuid4().hex: fields}},
            {ARTICLES: {subject.article_id: along}},
        )

    def edit(self, note_id: str, text: str | None = None, tags: Iterable[str] | None = None) -> str:
        """Change the words of a note, its tags, or both.

        Args:
            note_id: The note.
            text: The new words; None leaves them.
            tags: All its tags from now on; None leaves them.
        """
        note = self.get(note_id)
        if note is None:
            return _("That note is no longer there")
        fields: dict[str, Any] = {} if text is None or text == note.text else {"text": text}
        if tags is not None:
            wanted = tag_fields(tags)
            fields |= {name: False for name in tag_fields(note.tags) if name not in wanted}
            fields |= {name: True for name in wanted if name not in tag_fields(note.tags)}
        if not fields:
            return _("Nothing changed")
        fields["modified"] = self._ledger.moment()
        message = _("Changed the note on {words}").format(words=quoted(note.anchor.exact))
        return self._history.change(message, {NOTES: {note_id: fields}})

    def remove(self, note_ids: Iterable[str]) -> str:
        """Delete notes."""
        notes = [note for key in note_ids if (note := self.get(key))]
        if not notes:
            return _("That note is no longer there")
        if len(notes) == 1:
            told = (
                _("Deleted the note {words}")
                if notes[0].text
                else _("Deleted the highlight {words}")
            ).format(words=named([notes[0].anchor.exact]))
        else:
            told = _("Deleted {notes}").format(notes=count(len(notes), "note"))
        changes = {note.id: {DELETED: True} for note in notes}
        return self._history.change(told, {NOTES: changes})


def new_note_fields(
    article_id: str, place: TextAnchor, text: str, tags: Iterable[str], created: str
) -> dict[str, Any]:
    """Return the fields of a new note."""
    return {
        "article_id": article_id,
        **anchor_fields(place),
        "text": text,
        "created": created,
        **tag_fields(tags),
    }


def _note(note_id: str, document: Fields) -> Note:
    created = text_of(document, "created")
    return Note(
        note_id,
        text_of(document, "article_id"),
        anchor_of(document),
        text_of(document, "text"),
        tags_of(document),
        created,
        text_of(document, "modified") or created,
    )


def _searchable(note: Note) -> str:
    return " ".join((note.anchor.exact, note.text, *note.tags)).casefold()
