"""The reading pane: an article to read, to search, and to move through by who says what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual import events, on
from textual.message import Message

from tuireader.annotation.annotation import Span
from tuireader.app.rendition.intervals import Intervals
from tuireader.app.rendition.layers import Layer
from tuireader.app.rendition.people import RowKind, next_place, rows_of
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.renewal import moved, moved_cursor, renewed
from tuireader.app.rendition.units import Unit
from tuireader.app.rendition.voices import is_spoken
from tuireader.app.widgets.article_header import ArticleHeader
from tuireader.app.widgets.article_view import ArticleView
from tuireader.app.widgets.legend_view import LegendView
from tuireader.app.widgets.people_panel import PeoplePanel
from tuireader.app.widgets.selecting_pane import SelectingPane
from tuireader.language import translated as _

ROOM_FOR_BOTH = 74
"""The width of the pane, in cells, below which text and people are not shown side by side."""


class ReadingPane(SelectingPane):
    """Shows an article, or a message where there is none, with everything beside it."""

    DEFAULT_CSS = """
    ReadingPane { height: 1fr; }
    ReadingPane.-people-alone #page-article { display: none; }
    ReadingPane.-people-alone PeoplePanel { width: 1fr; border-left: none; }
    """

    @dataclass
    class EdgeDragged(Message):
        """The upper edge was pulled down by some lines, up where negative."""

        lines: int

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the upper edge."""
        if event.screen_y == self.region.y:
            self.capture_mouse()
            event.stop()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of it."""
        if self.app.mouse_captured is self:
            self.release_mouse()
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pull it along."""
        lines = event.screen_y - self.region.y
        if self.app.mouse_captured is self and lines:
            self.post_message(self.EdgeDragged(int(lines)))
            event.stop()

    def show_again(self, prepared: Prepared) -> None:
        """Show the same article after something was put right in it, and stay where it was.

        Args:
            prepared: The article as it is now.
        """
        old = self._reading
        if old is None:
            self.show(prepared)
            return
        before, after = old.loaded.article, prepared.loaded.article
        position = moved(self.position, before, after)
        new = self._reading = renewed(old, prepared)
        cursor = self.view.marks.passage
        if cursor is not None and not old.raw:
            cursor = moved_cursor(cursor, before, after)
        self.view.marks = replace(
            new.marks,
            here=new.here,
            passage=cursor,
            selection=self.view.selection if before.text == after.text else None,
        )
        if new.search is not None:
            self.view.set_hits(new.search.hits, new.search.current)
        self.query_one(ArticleHeader).show(after, new.words)
        self.lay_out(position)
        self.view.put_passage(cursor)
        panel = self.query_one(PeoplePanel)
        if panel.has_class("-open"):
            panel.show(rows_of(new), len(after.text), self.view.dress)
        self._tell_cursor()

    def next_paragraph(self, step: int = 1) -> bool:
        """Move the paragraph cursor on (or back); False where there is no paragraph that way."""
        if self.selecting:
            return self.extend(Unit.PARAGRAPH, step)
        moved = self.view.step_paragraph(step)
        if moved:
            self.status.say("")
        return moved

    def current_paragraph(self) -> Span | None:
        """Return the extent of the paragraph the cursor is on, or of the first on screen."""
        return self.view.paragraph

    def current_raw_passage(self) -> Span | None:
        """Return what that paragraph is in `Article.raw`; in the raw text, the line it is there."""
        passage, article = self.view.passage, self.article
        if passage is None or article is None or self.raw:
            return passage
        paragraph = self.view.paragraph or passage
        return Span(*article.offsets.span_to_raw(paragraph.start, paragraph.end))

    def set_notes(self, notes: Iterable[Span]) -> None:
        """Set where the reader's notes are, as stretches of `Article.text`."""
        self.view.set_marks(replace(self.view.marks, notes=Intervals(notes)))
        self._body.map_marks()

    @property
    def narrowed(self) -> bool:
        """Whether only one person's words are shown."""
        return self._reading is not None and bool(self._reading.only)

    def narrow(self, voice: str) -> bool:
        """Show only one person's words, or the whole text again; return whether it is narrowed.

        Args:
            voice: The key of the voice; empty, or the one already shown alone, for the whole text.
        """
        if self._reading is None:
            return False
        only = "" if voice == self._reading.only else voice
        self._reading.only = only
        self._reading.raw = False
        self.lay_out(self.position)
        name = self._reading.cast[only].name if only in self._reading.cast else ""
        self.status.say(_("only these words are shown · Esc shows all") if name else "", name)
        return bool(name)

    def toggle_people(self) -> bool:
        """Show or hide the panel of people and entities; return whether it is shown.

        It takes the place of the text where there is no room for both.
        """
        panel = self.query_one(PeoplePanel)
        if self._reading is None or panel.is_open:
            self.close_people()
            return False
        self.set_class(self.size.width < ROOM_FOR_BOTH, "-people-alone")
        text = self._reading.loaded.article.text
        panel.show(rows_of(self._reading), len(text), self.view.dress)
        panel.open()
        self.status.say(_("Enter goes there · Space shows only these words"))
        return True

    def close_people(self) -> None:
        """Hide the panel of people and give the focus to the text."""
        panel = self.query_one(PeoplePanel)
        if panel.is_open:
            panel.close()
            self.remove_class("-people-alone")
            self.focus_text()
            self.status.say("")
            self._tell_cursor()

    def toggle_legend(self) -> bool:
        """Show or hide what the styles mean; return whether it is shown."""
        return self.query_one(LegendView).turn(self.query_one("#page").size)

    def put_away(self) -> bool:
        """Show the whole text and no legend over it; return whether it was otherwise."""
        if self.query_one(LegendView).close():
            return True
        return self.narrowed and not self.narrow("")

    @on(PeoplePanel.Chosen)
    def _person_chosen(self, event: PeoplePanel.Chosen) -> None:
        event.stop()
        row, reading = event.row, self._reading
        if reading is None or not row.places:
            return
        if self.has_class("-people-alone"):
            self.close_people()
        here = reading.here
        place = next_place(row.places, here.start if here else self.position - 1)
        if row.kind is RowKind.ENTITY:
            reading.step_mention(place - 1, 1)
        else:
            reading.step_quote(place - 1, 1, same_speaker=False)
        self._show_cursor()

    @on(PeoplePanel.Narrowed)
    def _narrowed(self, event: PeoplePanel.Narrowed) -> None:
        event.stop()
        if self.has_class("-people-alone"):
            self.close_people()
        self.narrow(event.voice)

    @on(PeoplePanel.Closed)
    def _people_closed(self, event: PeoplePanel.Closed) -> None:
        event.stop()
        self.close_people()

    @on(ArticleView.Clicked)
    def _clicked(self, event: ArticleView.Clicked) -> None:
        event.stop()
        if self._reading is None:
            return
        marks = self._reading.marks
        if links := marks.links.at(event.position):
            self.post_message(self.LinkChosen(links[-1].url))
        elif quotes := [quote for quote in marks.quotes.at(event.position) if is_spoken(quote)]:
            self._reading.put_cursor(quotes[-1])
            self._show_cursor()
        elif Layer.REPORTED in marks.layers and (said := marks.reported.at(event.position)):
            self._reading.put_cursor(said[-1])
            self._show_cursor()
        else:
            self.clear_cursor()
