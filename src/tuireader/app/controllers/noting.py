"""Highlights, notes and tags."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tuireader.annotation.annotation import Span
from tuireader.app.noted import NotedPlace
from tuireader.app.tagging import fitting_tags, note_in, note_line, tags_in, tags_line
from tuireader.language import translated as _
from tuireader.state.anchors import anchor, locate
from tuireader.state.notes import Note

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
SCREENFUL = 4_000
"""Code points within which a note gone to is taken to be still on screen."""


class NoteController:
    """What the reader writes beside an article.

    Args:
        app: The running program.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._visited: int | None = None

    def show(self) -> None:
        """Mark in the text where the article's notes are."""
        self._app.main.pane.set_notes(place for _, place in self._places())

    def _places(self) -> list[tuple[Note, Span]]:
        loaded = self._app.session.loaded
        if loaded is None:
            return []
        text = loaded.article.text
        found = [(note, locate(note.anchor, text)) for note in self._notes_here()]
        return [(note, place) for note, place in found if place is not None]

    def _notes_here(self) -> tuple[Note, ...]:
        subject = self._app.session.subject
        return self._app.state.notes.of(subject.article_id) if subject else ()

    @property
    def place(self) -> Span | None:
        """What a note would be about: the words selected, the current quote, or the paragraph."""
        pane = self._app.main.pane
        if pane.selecting:
            return pane.selected_place
        quote = pane.current_quote() or pane.current_reported()
        if quote is not None:
            return Span(quote.start, quote.end)
        return pane.current_paragraph()

    def _touching(self, place: Span) -> list[tuple[Note, Span]]:
        """Return the notes on any part of a place, those on just that place first."""
        found = [
            (note, at)
            for note, at in self._places()
            if at.start < place.end and place.start < at.end
        ]
        return sorted(found, key=lambda item: item[1] != place)

    def _meant(self, place: Span) -> Note | None:
        """Return the note that is meant at a place; words selected mean just themselves."""
        found = self._touching(place)
        if self._app.main.pane.selecting:
            found = [(note, at) for note, at in found if at == place]
        return found[0][0] if found else None

    def highlight(self) -> None:
        """Highlight the place, or take its highlight away."""
        place = self._noted_place()
        if place is None:
            return
        note = self._meant(place)
        if note is not None and note.text:
            self._app.main.say(_("There is a note here: edit it, or delete it first."))
        elif note is not None:
            self._changed(self._app.state.notes.remove([note.id]))
        else:
            self._add(place)

    def annotate(self) -> None:
        """Ask for the words of a note on the place."""
        place = self._noted_place()
        if place is None:
            return
        note = self._meant(place)

        def take(line: str) -> None:
            if note is not None:
                self._app.main.pane.select_nothing()
                self.edit(note, line)
            elif line:
                text, tags = note_in(line, self._app.state.tags())
                self._add(place, text, tags)

        words = note_line(note.text, note.tags) if note is not None else ""
        self._app.main.prompt.ask(_("Note"), words, take, each_word=self.tags_of_note)

    def edit(self, note: Note, line: str) -> str:
        """Change a note to what was typed; return the message."""
        text, tags = note_in(line, self._app.state.tags())
        return self._told(self._app.state.notes.edit(note.id, text, tags))

    def tags_of_note(self, word: str, line: str) -> list[str]:
        """Return what a word of a note may be, where it begins as a tag does."""
        return fitting_tags(word, self._app.state.tags(), line, marked=True)

    def _noted_place(self) -> Span | None:
        place = self.place
        if place is None:
            self._app.main.say(_("This is not in the clean text, so no note can be put on it."))
        return place

    def _add(self, place: Span, text: str = "", tags: Iterable[str] = ()) -> None:
        loaded, subject = self._app.session.loaded, self._app.session.subject
        if loaded is None or subject is None:
            return
        where = anchor(loaded.article.text, place.start, place.end)
        self._changed(self._app.state.notes.add(subject, where, text, tags))

    def delete(self) -> None:
        """Delete the note or highlight at the place."""
        place = self.place
        found = self._touching(place) if place is not None else []
        if not found:
            self._app.main.say(_("There is no note here."))
        else:
            self._changed(self._app.state.notes.remove([found[0][0].id]))

    def _changed(self, message: str) -> None:
        self._app.main.pane.select_nothing()
        self._app.listing.changed(message)

    def next(self, steps: int) -> bool:
        """Go to the next note, or the one before; return False where there is none."""
        here = self._app.main.pane.position
        if self._visited is not None and here <= self._visited < here + SCREENFUL:
            here = self._visited
        starts = sorted(place.start for _, place in self._places())
        ahead = [start for start in starts if (start > here if steps > 0 else start < here)]
        if not ahead:
            return False
        self._visited = ahead[0] if steps > 0 else ahead[-1]
        self._app.main.pane.go_to(self._visited)
        return True

    def remove(self, note: Note) -> str:
        """Delete a note; return the message."""
        return self._told(self._app.state.notes.remove([note.id]))

    def take_back(self) -> str:
        """Take back the last change; return the message."""
        return self._told(self._app.state.undo())

    def _told(self, message: str) -> str:
        self._app.listing.changed(message)
        return message

    def all_places(self) -> list[NotedPlace]:
        """Return the notes of all articles, the newest first."""
        state = self._app.state
        notes = state.notes.all()
        return [NotedPlace(note, state.record(note.article_id).title) for note in notes]

    def show_all(self) -> None:
        """Show the notes of all articles."""
        from tuireader.app.screens.notes import NotesScreen

        app = self._app

        def chosen(note: Note | None) -> None:
            if note is not None:
                app.session.open_at(note.article_id, note.anchor)

        app.push_screen(NotesScreen(self), chosen)

    def tag(self) -> None:
        """Ask for the tags of the articles that are meant."""
        app = self._app
        first = app.selection.first
        before = set(app.state.record(first.article_id).tags) if first is not None else set()

        def take(line: str) -> None:
            after = tags_in(line, app.state.tags())
            add, remove = after - before, before - after
            app.bulk.mark(None, lambda subjects: app.state.tag(subjects, add, remove))

        def words(word: str, line: str) -> list[str]:
            return fitting_tags(word, app.state.tags(), line, marked=False)

        line = tags_line(before)
        app.main.prompt.ask(_("Tags"), f"{line} " if line else "", take, each_word=words)
