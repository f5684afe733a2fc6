"""The reading pane: an article to read, to search, and to move through by who says what."""

from __future__ import annotations

import re

from textual import on

from tuireader.annotation.annotation import Entity, Quote
from tuireader.app.rendition.explain import about_entity, about_quote
from tuireader.app.rendition.intervals import Intervals, Stretch
from tuireader.app.rendition.reading import Search
from tuireader.app.rendition.voices import voice_key
from tuireader.app.widgets.find_bar import FindBar
from tuireader.app.widgets.text_pane import TextPane
from tuireader.library.entry import Loaded


class ReadingPane(TextPane):
    """Shows an article, or a message where there is none, and moves through it by meaning."""

    DEFAULT_CSS = """
    ReadingPane { height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._before_find = 0

    def show(self, loaded: Loaded, *, position: int = 0) -> None:
        """Show an article; what was being searched is searched in it no more."""
        self._before_find = position
        super().show(loaded, position=position)

    def go_top(self) -> None:
        """Go to the start."""
        self._leave()
        self.view.scroll_to(y=0, animate=False)

    def go_bottom(self) -> None:
        """Go to the end."""
        self._leave()
        self.view.scroll_to(y=self.view.max_scroll_y, animate=False)
        self._finish()

    def go_to(self, offset: int) -> None:
        """Bring an offset of `Article.text` on screen."""
        self._leave()
        self.view.bring(offset)

    def jump_back(self) -> bool:
        """Go back to where the reader last jumped from; False where there is no such place."""
        place = self._reading.jumps.back(self.position) if self._reading else None
        return self._return_to(place)

    def jump_forward(self) -> bool:
        """Take back `jump_back`; False where there is nothing to take back."""
        place = self._reading.jumps.forward() if self._reading else None
        return self._return_to(place)

    def next_quote(self, step: int = 1, same_speaker: bool = False) -> bool:
        """Go quotes on (or back); False where there is none that way.

        Args:
            step: How many; negative is back.
            same_speaker: Whether only quotes of the current quote's speaker count.
        """
        if self._reading is None:
            return False
        place = self._place(self._reading.quote, step)
        quote = self._reading.step_quote(place, step, same_speaker=same_speaker)
        if quote is None:
            return False
        self._leave()
        self.view.bring(quote.start, quote.end)
        lead = quote.speaker or "Unknown speaker"
        self.status.say(about_quote(quote), lead, self.view.dress.voice(voice_key(quote)))
        self.view.set_here(self._reading.here)
        return True

    def next_entity(self, step: int = 1, same: bool = False, new: bool = False) -> bool:
        """Go mentions on (or back); False where there is none that way.

        Args:
            step: How many; negative is back.
            same: Whether only mentions of the current entity count.
            new: Whether only the first mention of each entity counts.
        """
        if self._reading is None:
            return False
        place = self._place(self._reading.mention, step)
        mention = self._reading.step_mention(place, step, same=same, new=new)
        entity = self._reading.entity
        if mention is None or entity is None:
            return False
        self.go_to(mention.start)
        self.status.say(about_entity(entity), entity.name)
        self.view.set_here(self._reading.here)
        return True

    def current_quote(self) -> Quote | None:
        """Return the quote the cursor is on."""
        return self._reading.quote if self._reading else None

    def current_entity(self) -> Entity | None:
        """Return the entity whose mention the cursor is on."""
        return self._reading.entity if self._reading else None

    def clear_cursor(self) -> None:
        """Take the cursor off the quote or mention it is on."""
        if self._reading is not None:
            self._reading.quote = self._reading.mention = None
            self.view.set_here(None)
            self.status.say("")

    def _leave(self) -> None:
        if self._reading is not None:
            self._reading.jumps.leave(self.position)

    def _return_to(self, place: int | None) -> bool:
        if place is not None:
            self.view.go_to_line_of(place)
        return place is not None

    def _place(self, current: Stretch | None, step: int) -> int:
        """Return from where to step: the cursor if it is on screen, or else the first line."""
        if current is not None and self.view.shows_position(current.start):
            return current.start
        return self.position - 1 if step > 0 else self.position

    def toggle_raw(self) -> bool:
        """Switch between clean and raw text at the same place; return whether raw is shown."""
        raw = super().toggle_raw()
        self._search_again()
        return raw

    @property
    def finding(self) -> bool:
        """Whether hits of a find are marked, so that `find_next` has where to go."""
        return self._reading is not None and self._reading.search is not None

    def open_find(self) -> None:
        """Open the find bar and give it the focus."""
        if self._reading is not None:
            self._before_find = self.position
            self.query_one(FindBar).open()

    def start_find(self, pattern: str, regex: bool = False) -> int:
        """Find a pattern in the text and go to the first hit from here; return how many.

        Args:
            pattern: What to find; capitals count only where it has one.
            regex: Whether it is a regular expression.
        """
        if self._reading is None or not pattern:
            self.clear_find()
            return 0
        sheet = self._reading.sheet
        try:
            search = Search(sheet, pattern, regex=regex)
        except re.error as error:
            self.query_one(FindBar).say(f"not a regular expression: {error}")
            return 0
        self._reading.search = search
        search.start_at(sheet.from_article(self._before_find))
        self._show_hit()
        return len(search.hits.items)

    def find_next(self, step: int = 1) -> bool:
        """Go hits on (or back), round the ends; False where there is none."""
        if self._reading is None or self._reading.search is None:
            return False
        found = self._reading.search.step(step)
        self._show_hit()
        return found

    def clear_find(self) -> None:
        """Take the hits away."""
        self.query_one(FindBar).say("")
        if self._reading is not None and self._reading.search is not None:
            self._reading.search = None
            self.view.set_hits(Intervals(()), None)
            self._map()
            self.status.say("")

    def _show_hit(self) -> None:
        reading = self._reading
        if reading is None or reading.search is None:
            return
        search = reading.search
        self.view.set_hits(search.hits, search.current)
        if search.current is not None:
            self.view.bring(reading.sheet.to_article(search.current.start))
        self.query_one(FindBar).say(search.count)
        self.status.say(search.count, search.query)
        self._map()

    def _search_again(self) -> None:
        if self._reading is not None and (search := self._reading.search) is not None:
            self._before_find = self.position
            self.start_find(search.query, search.regex)

    @on(FindBar.Changed)
    def _find_changed(self, event: FindBar.Changed) -> None:
        event.stop()
        self.start_find(event.pattern, event.regex)

    @on(FindBar.Stepped)
    def _find_stepped(self, event: FindBar.Stepped) -> None:
        event.stop()
        self.find_next(event.step)

    @on(FindBar.Accepted)
    def _find_accepted(self, event: FindBar.Accepted) -> None:
        event.stop()
        self.query_one(FindBar).close()
        self.focus_text()

    @on(FindBar.Cancelled)
    def _find_cancelled(self, event: FindBar.Cancelled) -> None:
        event.stop()
        self.clear_find()
        self.query_one(FindBar).close()
        self.view.go_to_line_of(self._before_find)
        self.focus_text()
