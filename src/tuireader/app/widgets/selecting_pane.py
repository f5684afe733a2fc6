"""The pane with a selection in it: the moving keys move its end, commands act on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import on
from textual.message import Message

from tuireader.annotation.annotation import Span
from tuireader.app.rendition.selecting import Selector
from tuireader.app.rendition.selection import Selection
from tuireader.app.rendition.units import Unit, units_of
from tuireader.app.widgets.moving_pane import MovingPane
from tuireader.app.widgets.selectable_view import SelectableView
from tuireader.app.widgets.status_line import EMPHASIS
from tuireader.app.widgets.text_pane import KEPT_LINES
from tuireader.language import counted, mark
from tuireader.language import translated as _

MODE = mark("SELECTING")
LONG = 20_000
"""The words of a selection longer than this, in code points, are not counted."""


class SelectingPane(MovingPane):
    """Shows an article and lets the reader select a part of it."""

    @dataclass
    class SelectionChanged(Message, namespace="reading_pane"):
        """Another stretch is selected; `selecting` is false where nothing is any more."""

        selecting: bool

    @property
    def selecting(self) -> bool:
        """Whether something is selected, so that the moving keys change it."""
        return self.view.selection is not None

    @property
    def selected_text(self) -> str:
        """What is selected, without the line breaks of the page; empty where nothing is."""
        return self.view.selected_text.strip()

    @property
    def selected_place(self) -> Span | None:
        """What is selected, in `Article.text`, without white space around it.

        None where nothing is selected, or nothing that is a part of the article.
        """
        place, article = self.view.selected_place, self.article
        if place is None or article is None:
            return None
        found = article.text[place.start : place.end]
        bare = found.strip()
        start = place.start + len(found) - len(found.lstrip())
        return Span(start, start + len(bare)) if bare else None

    def select(self) -> None:
        """Select a word: at the caret, or else what was found, the cursor, the first on screen."""
        reading, view, selection = self._reading, self.view, self.view.selection
        if reading is None or view.passage is None:
            return
        here = reading.here
        hit = reading.search.current if reading.search is not None else None
        if selection is not None:
            start = selection.caret.start
        elif hit is not None and view.shows_position(reading.sheet.to_article(hit.start)):
            start = hit.start
        elif here is not None and view.shows_position(here.start):
            start = reading.sheet.from_article(here.start)
        else:
            start = max(view.passage.start, view.first_shown)
        self._change(lambda selector, now: selector.unit_at(start, Unit.WORD))
        if not any(character.isalnum() for character in self.selected_text):
            self.extend(Unit.WORD, 1)

    def select_nothing(self) -> None:
        """Take the selection away."""
        self.view.select_nothing()

    def extend(self, unit: Unit, step: int) -> bool:
        """Move the end of the selection parts of the text on (or back); False where it stays."""
        return self._change(lambda selector, now: selector.stepped(now, unit, step))

    def extend_to_edge_of_line(self, *, end: bool) -> bool:
        """Move the end of the selection to the start or the end of its line."""
        return self._change(lambda selector, now: selector.to_edge_of_line(now, end=end))

    def grow_selection(self) -> bool:
        """Select the word, the sentence or the paragraph around; False where it is the last."""
        return self._change(lambda selector, now: selector.grown(now))

    def swap_ends(self) -> None:
        """Let the other end of the selection be moved."""
        self._change(lambda selector, now: selector.swapped(now))

    def _change(self, change: Callable[[Selector, Selection], Selection]) -> bool:
        view = self.view
        before = view.selection

        def changed(selector: Selector) -> Selection:
            return change(selector, before or selector.between(0, 0))

        view.change_selection(changed)
        view.show_caret()
        return view.selection != before

    def scroll_lines(self, lines: int) -> None:
        """Scroll by lines, or move the end of the selection; negative is up."""
        if self.selecting:
            self._change(lambda selector, now: selector.lines_on(now, lines))
        else:
            super().scroll_lines(lines)

    def scroll_pages(self, pages: float) -> None:
        """Scroll by screens, or parts of one, or move the end of the selection so far."""
        if self.selecting:
            height = max(1, self.view.size.height - KEPT_LINES)
            self.scroll_lines(round(pages * height) or (1 if pages > 0 else -1))
        else:
            super().scroll_pages(pages)

    def go_top(self) -> None:
        """Go to the start, or select from there."""
        if self.selecting:
            self._change(lambda selector, now: selector.to_end(now, end=False))
        else:
            super().go_top()

    def go_bottom(self) -> None:
        """Go to the end, or select to there."""
        if self.selecting:
            self._change(lambda selector, now: selector.to_end(now, end=True))
        else:
            super().go_bottom()

    @on(SelectableView.SelectionChanged)
    def _selection_changed(self, event: SelectableView.SelectionChanged) -> None:
        event.stop()
        selection = self.view.selection
        self.status.say("")
        if selection is None:
            self._tell_cursor()
        elif selection.end - selection.start > LONG:
            self.status.say(characters(selection.end - selection.start), _(MODE), EMPHASIS)
        else:
            self.status.say(extent(self.selected_text), _(MODE), EMPHASIS)
        self.post_message(self.SelectionChanged(self.selecting))


def extent(text: str) -> str:
    """Return how much a text is, for people."""
    words = sum(text[word.start].isalnum() for word in units_of(text, Unit.WORD))
    if words:
        return counted("{n} word", "{n} words", words)
    return characters(len(text))


def characters(count: int) -> str:
    """Return a number of characters, for people."""
    return counted("{n} character", "{n} characters", count)
