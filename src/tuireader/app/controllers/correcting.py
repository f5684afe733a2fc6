"""Where the reader knows better: who speaks, what is no quote, what belongs to the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.annotation.annotation import Quote, Span
from tuireader.annotation.corrections import SAID_SO, known_name, names_in
from tuireader.app.rendition.voices import WORDS_OF_SOMEBODY
from tuireader.language import translated as _
from tuireader.state.anchors import anchor, locate
from tuireader.state.corrections import Correction, CorrectionKind
from tuireader.state.overruling import Overruling
from tuireader.state.records import Subject

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


class CorrectionController:
    """Keeps what the reader puts right, and shows it.

    Args:
        app: The running program.

    Attributes:
        overruling: What holds at present; replaced when it changes.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self.overruling = Overruling(app.state.corrections.all())

    def show(self) -> None:
        """Show the article anew if what the reader put right in it has changed."""
        before, now = self.overruling, Overruling(self._app.state.corrections.all())
        if now == before:
            return
        self.overruling = now
        self._app.loader.forget_all()
        if now.encodings != before.encodings:
            self._app.filling.refresher.read_in_new_encodings()
        self._app.filling.refresher.read_corrected()
        loaded, entry = self._app.session.loaded, self._app.session.entry
        if entry is not None and loaded is None and not self._app.loader.busy:
            self._app.session.reload()
        if loaded is None or entry is None:
            return
        about = (loaded.article.id, self._app.session.source)
        if now.about(*about) != before.about(*about) or now.encodings != before.encodings:
            self._app.session.refresh()

    def set_encoding(self, encoding: str) -> None:
        """Read the file of the article in an encoding from now on; empty for the one found."""
        from tuireader.articles.open import file_identity

        session = self._app.session
        entry, loaded = session.entry, session.loaded
        if entry is None:
            return
        file_id = loaded.article.file_id if loaded is not None else file_identity(entry.path)
        if not file_id:
            self._app.main.say(_("The file cannot be opened."))
            return
        title = loaded.article.title if loaded is not None else entry.path.name
        subject = Subject(file_id, str(entry.path), title)
        self._app.listing.changed(self._app.state.corrections.set_encoding(subject, encoding))

    @property
    def quote(self) -> Quote | None:
        """The quote a correction would be about: the current one, or the paragraph's first.

        Only one of which something is on screen; none while the cursor is on reported speech.
        """
        pane, loaded = self._app.main.pane, self._app.session.loaded
        if loaded is None:
            return None
        current, paragraph = pane.current_quote(), pane.current_paragraph()
        if current is not None or paragraph is None or pane.current_reported() is not None:
            return current
        return next(
            (
                quote
                for quote in loaded.annotation.quotes
                if quote.start < paragraph.end and paragraph.start < quote.end and pane.shows(quote)
            ),
            None,
        )

    def ask_speaker(self) -> None:
        """Ask who says the quote."""
        quote = self.quote
        if quote is None:
            return

        def take(typed: str) -> None:
            self._set_speaker(quote, typed)

        self._app.main.prompt.ask(_("Who speaks"), quote.speaker or "", take, self.names)

    def set_speaker(self, typed: str) -> None:
        """Say who says the quote, by a name or a part of it that the article knows; or nobody."""
        quote = self.quote
        if quote is not None:
            self._set_speaker(quote, typed)

    @property
    def names(self) -> tuple[str, ...]:
        """Who may speak in the article that is open."""
        loaded = self._app.session.loaded
        return tuple(names_in(loaded.annotation)) if loaded is not None else ()

    def _set_speaker(self, quote: Quote, typed: str) -> None:
        loaded = self._app.session.loaded
        if loaded is not None:
            self._set(CorrectionKind.SPEAKER, quote, known_name(typed, loaded.annotation))

    def confirm(self) -> None:
        """Keep the speaker of the quote, or that it is none; or take back what the reader said."""
        quote = self.quote
        if quote is None:
            return
        if quote.reason == SAID_SO:
            self._take_back(quote)
        elif quote.kind in WORDS_OF_SOMEBODY:
            self._set(CorrectionKind.SPEAKER, quote, quote.speaker or "")
        else:
            self._set(CorrectionKind.NO_QUOTE, quote)

    def toggle_quote(self) -> None:
        """Say that the quote is nobody's words, or that it is somebody's."""
        quote = self.quote
        if quote is None:
            return
        if quote.kind in WORDS_OF_SOMEBODY:
            self._set(CorrectionKind.NO_QUOTE, quote)
        elif (made := self._made(CorrectionKind.NO_QUOTE, quote)) is not None:
            self._app.listing.changed(self._app.state.corrections.remove(made.id))
        else:
            self._set(CorrectionKind.SPEAKER, quote)

    def _set(self, kind: CorrectionKind, quote: Quote, value: str = "") -> None:
        loaded, subject = self._app.session.loaded, self._app.session.subject
        if loaded is None or subject is None:
            return
        self._app.main.pane.put_cursor(quote)
        place = anchor(loaded.article.text, quote.start, quote.end)
        self._app.listing.changed(self._app.state.corrections.set(subject, kind, place, value))

    def _take_back(self, quote: Quote) -> None:
        """Take back what the reader said of a quote, in whatever session that was."""
        kinds = CorrectionKind.SPEAKER, CorrectionKind.NO_QUOTE
        made = next(filter(None, (self._made(kind, quote) for kind in kinds)), None)
        if made is not None:
            self._app.listing.changed(self._app.state.corrections.remove(made.id))

    def _made(self, kind: CorrectionKind, quote: Quote) -> Correction | None:
        loaded, subject = self._app.session.loaded, self._app.session.subject
        if loaded is None or subject is None:
            return None
        for made in reversed(self._app.state.corrections.of(subject.article_id)):
            if made.kind is kind:
                place = locate(made.anchor, loaded.article.text)
                if place == Span(quote.start, quote.end):
                    return made
        return None
