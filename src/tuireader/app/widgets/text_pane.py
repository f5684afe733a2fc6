"""The pane as a place to read: header, text, scroll bar, progress, the clean and the raw text."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from tuireader.annotation.annotation import Annotation
from tuireader.app.rendition.explain import explain, explain_left_out
from tuireader.app.rendition.heading import minutes_for
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.reading import Reading
from tuireader.app.widgets.article_header import ArticleHeader
from tuireader.app.widgets.article_view import ArticleView
from tuireader.app.widgets.find_bar import FindBar
from tuireader.app.widgets.legend_view import LegendView
from tuireader.app.widgets.mapped_text import MappedText
from tuireader.app.widgets.message_view import MessageView
from tuireader.app.widgets.people_panel import PeoplePanel
from tuireader.app.widgets.sheet_view import Move
from tuireader.app.widgets.sized import Sized
from tuireader.app.widgets.status_line import StatusLine
from tuireader.articles.article import Article
from tuireader.language import translated as _

KEPT_LINES = 2
"""How many lines stay on screen when a whole screen is turned."""


class TextPane(Sized, can_focus=False):
    """Shows an article, or a message where there is none."""

    DEFAULT_CSS = """
    TextPane { layout: vertical; background: $background; }
    TextPane > #page { height: 1fr; layers: default over; }
    TextPane #page-text { height: 1fr; }
    TextPane #page-article { width: 1fr; }
    TextPane > MessageView { display: none; }
    TextPane.-message > MessageView { display: block; }
    TextPane.-message > #page { display: none; }
    """

    @dataclass
    class PositionChanged(Message, namespace="reading_pane"):
        """The reader moved in the article.

        Attributes:
            position: The offset in `Article.text` of the first line on screen, in code points.
            progress: The share of the text seen so far, from 0 to 1.
        """

        position: int
        progress: float

    class Finished(Message, namespace="reading_pane"):
        """The reader moved to the end of the article; sent once each time it is shown."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._finished = False
        self._told: tuple[int, float] | None = None
        self._body = MappedText(self._moved)

    def compose(self) -> ComposeResult:
        """Lay out the pane's parts."""
        with Vertical(id="page"):
            with Horizontal(id="page-text"):
                with Vertical(id="page-article"):
                    yield ArticleHeader()
                    yield self._body
                yield PeoplePanel()
            yield LegendView()
            yield FindBar()
            yield StatusLine()
        yield MessageView()

    @property
    def view(self) -> ArticleView:
        """The widget that paints the text."""
        return self._body.view

    @property
    def status(self) -> StatusLine:
        """The line under the text."""
        return self.query_one(StatusLine)

    @property
    def article(self) -> Article | None:
        """The article shown, if any."""
        return self._reading.loaded.article if self._reading else None

    @property
    def annotation(self) -> Annotation | None:
        """What was found in it."""
        return self._reading.loaded.annotation if self._reading else None

    @property
    def position(self) -> int:
        """The offset in `Article.text` of the first line on screen, in code points."""
        return self.view.position if self._reading else 0

    @property
    def progress(self) -> float:
        """The share of the text seen so far, from 0 to 1."""
        return self.view.progress if self._reading else 0.0

    @property
    def raw(self) -> bool:
        """Whether the raw text is shown."""
        return self._reading is not None and self._reading.raw

    def show(self, prepared: Prepared, *, position: int = 0) -> None:
        """Show an article from a position in its text on.

        Args:
            prepared: The article.
            position: An offset in `Article.text`, in code points.
        """
        self._reading = self._begun(prepared)
        self._finished = False
        self._told = None
        message_had_focus = self.query_one(MessageView).has_focus
        self.remove_class("-message")
        if message_had_focus:
            self.focus_text()
        self.query_one(FindBar).close()
        self.query_one(PeoplePanel).close()
        self.remove_class("-people-alone")
        self.query_one(ArticleHeader).show(prepared.loaded.article, prepared.words)
        self.status.say("")
        self.view.marks = self._reading.marks
        self.view.explain = self._explain
        self.lay_out(position)

    def _begun(self, prepared: Prepared) -> Reading:
        """Return an article as it is read from now on."""
        return Reading(prepared)

    def show_message(self, title: str, text: str) -> None:
        """Show a message in place of an article: a welcome, or why a file cannot be read."""
        self.clear()
        self.query_one(MessageView).show(title, text)
        self.add_class("-message")

    def clear(self) -> None:
        """Show nothing."""
        self._reading = None
        self.remove_class("-message")
        self.query_one(FindBar).close()
        self.query_one(ArticleHeader).show(None)
        self.status.say("")
        self.status.set_progress("")
        self.view.show_sheet(None)

    def focus_text(self) -> None:
        """Give the focus to the text, or to the message."""
        shown = self.query_one(MessageView) if self.has_class("-message") else self.view
        if shown.focusable:
            self.screen.set_focus(shown)  # at once: the next key may wait already
        else:
            shown.focus()

    def lay_out(self, position: int) -> None:
        """Lay the article out anew, with the line of a position on top."""
        reading = self._reading
        if reading is None:
            return
        sheet = reading.sheet
        voices = {key: voice.colour for key, voice in reading.cast.items()}
        self.view.show_sheet(sheet, reading.side_notes(sheet), voices, position=position)

    def _explain(self, position: int) -> str:
        """Say what there is to say of a position of the sheet: for the mouse resting on it."""
        if self._reading is None:
            return ""
        loaded, sheet = self._reading.loaded, self._reading.sheet
        if self.raw and (told := explain_left_out(loaded.article, sheet, position)) is not None:
            return told
        return explain(loaded.annotation, self._reading.marks, sheet.to_article(position))

    def scroll_lines(self, lines: int) -> None:
        """Scroll by lines; negative is up."""
        self.view.scroll_relative(y=lines, animate=False)
        if lines > 0 and self.view.at_end:
            self._finish()

    def scroll_pages(self, pages: float) -> None:
        """Scroll by screens, or parts of one; negative is up."""
        height = max(KEPT_LINES + 1, self.view.size.height)
        lines = round(pages * (height - KEPT_LINES if abs(pages) >= 1 else height))
        self.scroll_lines(lines or (1 if pages > 0 else -1))

    def _moved(self, move: Move) -> None:
        """Tell how far the reader is, in the same frame as the text shows it."""
        if self._reading is None:
            return
        done = self.progress
        left = minutes_for(round(self._reading.words * (1 - done)))
        rest = _("the end") if done >= 1 else _("{n} min left").format(n=left)
        share = f"{int(done * 100)} %"
        self.status.set_progress(f"{self._raw_label()}{share} · {rest}", share)
        told = (self.position, done)
        if told != self._told:
            self._told = told
            self.post_message(self.PositionChanged(*told))
        if move.by_reader and self.view.at_end:
            self._finish()

    def _finish(self) -> None:
        if not self._finished and self._reading is not None:
            self._finished = True
            self.post_message(self.Finished())

    def fit(self) -> None:
        """Use the short header where there is little room."""
        self.query_one(ArticleHeader).fit(self.size.height)

    def _raw_label(self) -> str:
        if not self.raw or self._reading is None:
            return ""
        encoding = self._reading.loaded.article.encoding
        raw = _("raw")
        return f"{raw} · {encoding} · " if encoding else f"{raw} · "
