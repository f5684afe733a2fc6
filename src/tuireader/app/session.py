"""The article in the reading pane: shown, opened, marked, and left where it was."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from tuireader.app.shelf import key_of
from tuireader.articles.article import Unreadable
from tuireader.language import retold
from tuireader.language import translated as _
from tuireader.library.entry import Entry, Loaded
from tuireader.state.anchors import TextAnchor, anchor, locate
from tuireader.state.reader_state import Subject

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.rendition.prepared import Prepared

LONGEST_PAUSE = 120.0
"""Seconds without a key after which the reader is taken to be elsewhere."""

LONG_WAIT = 0.5
"""Seconds after which the reader is told that an article is still being opened."""
PLACE_LENGTH = 80
"""Characters by which a place is found again in a text that changed."""


class ReadingSession:
    """What is in the reading pane, and whether the reader opened it or only looks at it.

    Looking at an article (the cursor in the list went over it) changes nothing that is kept;
    opening it remembers the place and, by the setting, marks it read.

    Args:
        app: The running program.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self.entry: Entry | None = None
        self.loaded: Loaded | None = None
        self.opened = False
        self._refreshing = False
        self._since = 0.0
        self._awaited: TextAnchor | None = None
        self._before_change: TextAnchor | None = None

    @property
    def subject(self) -> Subject | None:
        """The article shown, as the state knows it; None where there is none."""
        if self.loaded is None:
            return None
        return subject_of(self.loaded)

    @property
    def source(self) -> str:
        """The publication that the article is from; empty where it names none."""
        named = self.loaded.article.metadata.source if self.loaded else ""
        return named or (self.entry.source if self.entry else "")

    def open_at(self, article_id: str, place: TextAnchor) -> None:
        """Open an article at a place that was noted in it; say so where it is not here."""
        main = self._app.main
        entry = self._app.library.entry_with_id(article_id)
        if entry is None:
            main.say(_("The article of this note is not in the library that is open."))
            return
        self._awaited = place
        self._app.listing.go_to_entry(entry)
        self.open(entry)
        self._app.panes.focus_text()
        if self.loaded is not None and self._awaited is not None:
            self._go_to_awaited(self.loaded)

    def _go_to_awaited(self, loaded: Loaded) -> None:
        place, self._awaited = self._awaited, None
        found = locate(place, loaded.article.text) if place is not None else None
        if found is not None:
            pane = self._app.main.pane
            if pane.narrowed:
                pane.narrow("")
            pane.go_to_passage(found)

    def look_at(self, entry: Entry) -> None:
        """Show an article without opening it."""
        if self.entry is None or key_of(self.entry) != key_of(entry):
            self._request(entry, opened=False)

    def open(self, entry: Entry) -> None:
        """Open an article: the reader reads it now."""
        if self.entry is not None and key_of(self.entry) == key_of(entry):
            self.enter()
        else:
            self._request(entry, opened=True)

    def enter(self) -> None:
        """Take note that the reader went into the text: what was looked at is opened."""
        if not self.opened:
            self.opened = True
            if self.loaded is not None:
                self._entered()

    def _request(self, entry: Entry, *, opened: bool) -> None:
        self.leave()
        if self.entry is None or key_of(self.entry) != key_of(entry):
            self._before_change = None
        self.entry, self.loaded, self.opened = entry, None, opened
        self._refreshing = False
        self._since = 0.0
        if entry.problem:
            self._app.loader.give_up()  # or what is being opened would be shown in its place
            self.show_problem(entry.title, retold(entry.problem), retold(entry.advice))
            return
        at_hand = self._app.loader.request(entry)
        if at_hand is not None:
            self.show(at_hand)
        else:
            self._app.main.set_timer(LONG_WAIT, partial(self._tell_wait, entry))

    def _tell_wait(self, entry: Entry) -> None:
        """Say that an article takes long, if it is still awaited, in place of the one before."""
        if self.entry is entry and self.loaded is None and self._app.loader.busy:
            self.show_problem(
                entry.title or entry.path.name,
                _("It is being opened: a large file takes some seconds."),
                _("Meanwhile you can go on to another article."),
            )

    def reload(self) -> None:
        """Show the article anew, from its file."""
        if self.entry is not None:
            entry, opened = replace(self.entry, problem="", advice=""), self.opened
            self._app.loader.forget(entry)
            self._request(entry, opened=opened)

    def file_changed(self, entry: Entry) -> None:
        """Show an article at the same place where its file holds another text now.

        Args:
            entry: Any entry that was read anew; nothing happens where it is not the one shown.
        """
        shown, loaded = self.entry, self.loaded
        if shown is None or loaded is None or not entry.id:
            return
        if key_of(entry) != key_of(shown) or entry.id == loaded.article.id:
            return
        text, place = loaded.article.text, self._app.main.pane.position
        self._before_change = anchor(text, place, min(place + PLACE_LENGTH, len(text)))
        self._request(entry, opened=self.opened)

    def refresh(self) -> None:
        """Show the article as it is now that something in it was put right."""
        if self.entry is not None and self.loaded is not None:
            self._refreshing = True
            self._app.loader.request(self.entry)

    def show(self, result: Prepared | Unreadable) -> None:
        """Put into the pane what came of opening the article."""
        if isinstance(result, Unreadable):
            self.loaded = None
            self.show_problem(result.path.name, retold(result.reason), retold(result.advice))
            self._app.keys.hint()
            return
        refreshing, self._refreshing = self._refreshing, False
        loaded = self.loaded = result.loaded
        if refreshing:
            self._app.main.pane.show_again(result)
            self._app.noting.show()
            return
        if len(self._app.library.entries_in(loaded.article.path)) <= 1:
            record = self._app.state.follow(subject_of(loaded))
        else:
            record = self._app.state.record(loaded.article.id)
        place, self._before_change = self._before_change, None
        found = locate(place, loaded.article.text) if place is not None else None
        position = found.start if found is not None else record.position
        self._app.main.pane.show(result, position=position)
        if self._app.main.focused is None or self._app.panes.awaited:
            # What had the focus, or was to have it, was a message that is shown no more.
            self._app.panes.refocus()
        self._app.noting.show()
        if self.opened:
            self._entered()
        if place is not None:
            self._app.main.say(_("The file has changed: this is its new text."))
        if self._awaited is not None:
            self._go_to_awaited(loaded)
        self._app.searching.arrived()
        self._app.correcting.show()
        self._app.keys.hint()

    def show_problem(self, title: str, problem: str, advice: str) -> None:
        """Say in the pane why there is no article."""
        self._app.main.pane.show_message(title, f"{problem}\n\n{advice}".strip())

    def _entered(self) -> None:
        subject, main, listing = self.subject, self._app.main, self._app.listing
        if subject is None:
            return
        self._since = monotonic()
        record = self._app.state.record(subject.article_id)
        if self._app.settings.mark_read == "opened" and not record.read:
            self._mark_read(subject)
            listing.refresh_rows()
        if record.position > 0 and record.progress < 1:
            main.say(self._told_return(record.progress))

    def _told_return(self, progress: float) -> str:
        told = _("Back where you were, at {n}%.").format(n=round(progress * 100))
        top = self._app.keys.first_key_of("top")
        return told + " " + _("{key} goes to the top.").format(key=top) if top else told

    def moved(self, position: int, progress: float) -> None:
        """Remember where the reader is."""
        subject = self.subject
        if subject is not None and self.opened:
            self._app.state.set_position(subject, position, progress)
            self._count_time(subject)

    def _count_time(self, subject: Subject) -> None:
        now = monotonic()
        if self._since:
            self._app.state.add_time(subject, min(now - self._since, LONGEST_PAUSE))
        self._since = now

    def finished(self) -> None:
        """Take note that the reader came to the end."""
        subject = self.subject
        if subject is None or not self.opened:
            return
        record = self._app.state.record(subject.article_id)
        if self._app.settings.mark_read == "finished" and not record.read:
            self._mark_read(subject)
            self._app.listing.refresh_rows()

    def _mark_read(self, subject: Subject) -> None:
        self._app.state.set_read(self._app.selection.with_versions([subject]), True)

    def leave(self) -> None:
        """Remember the place before something else is shown."""
        if self.loaded is not None and self.opened:
            pane = self._app.main.pane
            self.moved(pane.position, pane.progress)


def subject_of(loaded: Loaded) -> Subject:
    """Return an open article as the state knows it."""
    article = loaded.article
    return Subject(article.id, str(article.path), article.title)


def subject_of_entry(entry: Entry) -> Subject:
    """Return an entry of the list as the state knows it."""
    return Subject(entry.id, str(entry.path), entry.title)
