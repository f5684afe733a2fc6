"""The pane with a cursor in the text: the quote or the name the reader is at."""

from __future__ import annotations

from tuireader.annotation.annotation import Entity, IndirectSpeech, Quote, Span
from tuireader.app.rendition.explain import (
    about_entity,
    about_quote,
    about_reference,
    about_reported,
    name_of_speaker,
)
from tuireader.app.rendition.intervals import Stretch
from tuireader.app.rendition.voices import speaker_key, voice_key
from tuireader.app.widgets.finding_pane import FindingPane
from tuireader.app.widgets.sheet_view import Move
from tuireader.language import translated as _


class CursorPane(FindingPane):
    """Shows an article and says what the cursor is on, as long as it is on screen."""

    _told_here: tuple[str, str] = ("", "")
    """What was last said of what the cursor is on."""
    _told_gone: bool = False
    """Whether that is no longer said, because the cursor is not on screen."""

    def put_cursor(self, quote: Quote) -> None:
        """Put the cursor on a quote without moving the text."""
        if self._reading is not None:
            self._reading.put_cursor(quote)
            self.view.set_here(self._reading.here)
            self._tell_cursor()

    def clear_cursor(self) -> None:
        """Take the cursor off the quote or mention it is on."""
        if self._reading is not None:
            self._reading.put_cursor(None)
            self.view.set_here(None)
            self.status.say("")

    def current_quote(self) -> Quote | None:
        """Return the quote the cursor is on; None where it is not on screen."""
        return self._reading.quote if self._reading and self._cursor_in_sight else None

    def current_reported(self) -> IndirectSpeech | None:
        """Return the reported speech the cursor is on; None where it is not on screen."""
        return self._reading.reported if self._reading and self._cursor_in_sight else None

    def current_entity(self) -> Entity | None:
        """Return the entity whose mention the cursor is on; None where it is not on screen."""
        return self._reading.entity if self._reading and self._cursor_in_sight else None

    def current_mention(self) -> Span | None:
        """Return where the name is that the cursor is on; None on a role or a pronoun."""
        mention = self._reading.mention if self._reading else None
        if mention is None or mention.reference is not None or not self._cursor_in_sight:
            return None
        return Span(mention.start, mention.end)

    @property
    def _cursor_in_sight(self) -> bool:
        """Whether the cursor is on screen or told of, or will be once the text is laid out."""
        here = self._reading.here if self._reading else None
        if here is None:
            return False
        told = any(self.status.said) and self.status.said == self._told_here
        return told or self.view.page is None or self.shows(here)

    def shows(self, stretch: Stretch) -> bool:
        """Return whether any line of a stretch of `Article.text` is on screen."""
        return self.view.shows_some(stretch.start, stretch.end)

    def _tell_cursor(self) -> None:
        """Say what the cursor is on."""
        reading = self._reading
        if reading is None:
            return
        self._told_gone = False
        if (quote := reading.quote) is not None:
            style = self.view.dress.voice(voice_key(quote))
            self.status.say(about_quote(quote), name_of_speaker(quote), style)
        elif (said := reading.reported) is not None:
            style = self.view.dress.voice(speaker_key(said.speaker, said.speaker_id))
            self.status.say(about_reported(said), said.speaker or _("Somebody"), style)
        elif (entity := reading.entity) is not None:
            about = about_entity(entity)
            if reading.mention is not None and reading.mention.reference is not None:
                about = f"{about_reference(reading.mention.reference)} · {about}"
            self.status.say(about, entity.name)
        else:
            return
        self._told_here = self.status.said

    def _moved(self, move: Move) -> None:
        """Say what the cursor is on only while it is on screen.

        Only the reader's moves count: what is said takes rows from the text, and so moves it too.
        """
        super()._moved(move)
        here = self._reading.here if self._reading else None
        if here is None or not move.by_reader:
            return
        if not self.shows(here):
            if self.status.said == self._told_here:
                self.status.say("")
                self._told_gone = True
        elif self._told_gone and not any(self.status.said):
            self._tell_cursor()
