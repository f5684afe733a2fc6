"""The reader's state, kept by TinyDB in files that cannot be half-written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from tuireader.language import translated as _
from tuireader.state.articles import ARTICLES, SECONDS, article_record, subject_fields
from tuireader.state.corrections import Corrections
from tuireader.state.documents import Fields, Tables
from tuireader.state.fields import TAG, tag_fields
from tuireader.state.following import REPLACED_BY, Follower
from tuireader.state.history import History, Reversible
from tuireader.state.ledger import Ledger
from tuireader.state.marked import Marked, MarkedArticles
from tuireader.state.marks import Marks
from tuireader.state.messages import named
from tuireader.state.notes import Notes
from tuireader.state.records import ArticleRecord, Subject
from tuireader.state.restoring import become
from tuireader.state.views import Views

IMPORTS = "imports"
"""The table of the exports of other programs that were taken over, by `Article.file_id`."""
FINISHED_AT = 0.999
"""The progress from which an article counts as read to its end."""


class TinyDBState:
    """What the reader did, in memory and on disk; see `ReaderState` for each method.

    Args:
        ledger: The documents.
        history: Makes changes that can be undone.
        location: The state file.
        notices: What the reader must be told.
        read_only: Whether nothing will be kept.
        reason: Why not, as a sentence with what to do.
    """

    def __init__(
        self,
        ledger: Ledger,
        history: History,
        location: Path,
        notices: tuple[str, ...],
        read_only: bool,
        reason: str = "",
    ) -> None:
        self.location = location
        self.notices = notices
        self.read_only = read_only
        self.reason = reason
        self.notes = Notes(ledger, history)
        self.corrections = Corrections(ledger, history)
        self.views = Views(ledger, history)
        self.marks = Marks(ledger, history)
        self._ledger = ledger
        self._history = history
        self._follower = Follower(ledger)
        self._marks = MarkedArticles(ledger)
        self._records: dict[str, tuple[Fields, ArticleRecord]] = {}

    @property
    def problem(self) -> str:
        """Why the last save failed, as a sentence for the reader; empty while all is well."""
        return self._ledger.problem

    def record(self, article_id: str) -> ArticleRecord:
        """Return what is kept about an article, or the defaults."""
        document = self._ledger.document(ARTICLES, article_id)
        known = self._records.get(article_id)
        if known is not None and known[0] is document:
            return known[1]
        record = article_record(article_id, document)
        self._records[article_id] = document, record
        return record

    def records(self) -> tuple[ArticleRecord, ...]:
        """Return everything that is kept, in no particular order."""
        return tuple(
            self.record(key)
            for key in self._ledger.keys(ARTICLES)
            if not self._ledger.document(ARTICLES, key).get(REPLACED_BY)
        )

    def follow(self, subject: Subject) -> ArticleRecord:
        """Return the record of an article, taken over from what its file held before."""
        self._follower.follow(subject)
        return self.record(subject.article_id)

    def set_read(self, subjects: Iterable[Subject], read: bool) -> str:
        """Mark articles read or unread; return what was done, as a message for the reader."""
        done = _("Marked {what} read") if read else _("Marked {what} unread")
        already = _("Already read") if read else _("Already unread")
        return self._set(subjects, {"read": read}, lambda what: done.format(what=what), already)

    def set_bookmarked(self, subjects: Iterable[Subject], bookmarked: bool) -> str:
        """Bookmark articles or take the bookmark away; return the message."""
        done = _("Bookmarked {what}") if bookmarked else _("Took the bookmark off {what}")
        already = _("Already bookmarked") if bookmarked else _("Not bookmarked")
        fields = {"bookmarked": bookmarked}
        return self._set(subjects, fields, lambda what: done.format(what=what), already)

    def tag(
        self, subjects: Iterable[Subject], add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> str:
        """Put tags on articles and take tags off; return the message."""
        fields = tag_fields(add, remove)
        on = ", ".join(name.removeprefix(TAG) for name, value in fields.items() if value)
        off = ", ".join(name.removeprefix(TAG) for name, value in fields.items() if not value)

        def told(what: str) -> str:
            template = _("Tagged {what} with {on}, no longer {off}")
            if not off:
                template = _("Tagged {what} with {on}")
            elif not on:
                template = _("Took {off} off {what}")
            return template.format(what=what, on=on, off=off)

        return self._set(subjects, fields, told, _("Nothing changed"))

    def tags(self) -> tuple[str, ...]:
        """Return the tags in use on articles and notes, the most used first."""
        used = self.marked().tags
        return tuple(sorted(used, key=lambda tag: (-used[tag], tag.casefold(), tag)))

    def marked(self) -> Marked:
        """Return which articles are marked; the same object while they are the same."""
        return self._marks.marked()

    def set_position(self, subject: Subject, position: int, progress: float) -> None:
        """Remember where the reader is in an article; not undone, no message."""
        document = self._ledger.document(ARTICLES, subject.article_id)
        furthest = max(article_record("", document).progress, min(1.0, max(0.0, progress)))
        fields: dict[str, Any] = {"position": max(0, position), "progress": furthest}
        if not document.get("opened"):
            fields["opened"] = self._ledger.moment()
        if furthest >= FINISHED_AT and not document.get("finished"):
            fields["finished"] = self._ledger.moment()
        fields |= self._remembered(subject, document)
        new = {name: value for name, value in fields.items() if document.get(name) != value}
        if new:
            self._ledger.change(ARTICLES, {subject.article_id: new})

    def add_time(self, subject: Subject, seconds: float) -> None:
        """Add to the time spent reading an article; not undone, no message."""
        document = self._ledger.document(ARTICLES, subject.article_id)
        name = SECONDS + self._ledger.device
        spent = round(float(document.get(name) or 0) + max(0.0, seconds), 1)
        fields = {name: spent, **self._remembered(subject, document)}
        self._ledger.change(ARTICLES, {subject.article_id: fields})

    def change(self, message: str, changes: Mapping[str, Mapping[str, Fields]]) -> str:
        """Change documents as such, as one step that can be undone: for imports."""
        return self._history.change(message, changes)

    def did(self, message: str, change: Reversible) -> str:
        """Let a change to something else, which was made, be undone in its turn."""
        return self._history.did(message, change)

    def took_over(self, file_id: str) -> bool:
        """Return whether an export was taken over, by `Article.file_id`."""
        return bool(self._ledger.document(IMPORTS, file_id))

    def take_over(self, file_id: str, path: str) -> None:
        """Remember that an export was taken over, so that it is not again; not undone."""
        fields = {"path": path, "taken": self._ledger.moment()}
        self._ledger.change(IMPORTS, {file_id: fields})

    def own_tables(self) -> Tables:
        """Return a copy of all documents that this machine wrote."""
        return self._ledger.own_tables()

    def become(self, tables: Tables) -> int:
        """Set all documents of this machine to earlier versions of them, as a change made now.

        Args:
            tables: The documents to go back to; what is not among them is emptied.

        Returns:
            The number of documents that were changed.
        """
        return become(self._ledger, tables)

    @property
    def undo_size(self) -> int:
        """How many documents the next `undo` changes; 0 where there is nothing to undo."""
        return self._history.undo_size

    @property
    def redo_size(self) -> int:
        """How many documents the next `redo` changes; 0 where there is nothing to redo."""
        return self._history.redo_size

    def undo(self) -> str:
        """Take back the last change; return what was undone, or why nothing was."""
        return self._history.undo()

    def redo(self) -> str:
        """Do again what was undone last; return the message."""
        return self._history.redo()

    def flush(self) -> None:
        """Return once every change so far is on disk; errors as in `ReaderState.flush`."""
        self._ledger.flush()

    def close(self) -> None:
        """Flush and let go of the lock; safe to call twice; errors as in `flush`."""
        self._ledger.close()

    def _remembered(self, subject: Subject, document: Fields) -> dict[str, str]:
        self._follower.seen(subject)
        return subject_fields(subject, document)

    def _set(
        self,
        subjects: Iterable[Subject],
        fields: Mapping[str, bool],
        told: Callable[[str], str],
        already: str,
    ) -> str:
        """Set the same fields of several articles.

        Args:
            subjects: The articles.
            fields: The fields and their values.
            told: Returns the message, given what the articles are called.
            already: The message where nothing changes.
        """
        changes: dict[str, Mapping[str, bool]] = {}
        along: dict[str, Mapping[str, str]] = {}
        titles = []
        for subject in subjects:
            document = self._ledger.document(ARTICLES, subject.article_id)
            if all(bool(document.get(name)) == value for name, value in fields.items()):
                continue
            changes[subject.article_id] = fields
            if remembered := self._remembered(subject, document):
                along[subject.article_id] = remembered
            titles.append(subject.title)
        if not changes:
            return already
        return self._history.change(told(named(titles)), {ARTICLES: changes}, {ARTICLES: along})
