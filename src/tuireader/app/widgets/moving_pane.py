"""The pane with ways through it: from quote to quote, from name to name, and back again."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tuireader.annotation.annotation import Span
from tuireader.app.rendition.intervals import Stretch
from tuireader.app.rendition.reading import Reading
from tuireader.app.rendition.voices import is_spoken
from tuireader.app.widgets.cursor_pane import CursorPane


class MovingPane(CursorPane):
    """Shows an article and moves through it by meaning."""

    @dataclass
    class LinkChosen(Message, namespace="reading_pane"):
        """The reader chose a link; `url` is as the source has it, unchecked."""

        url: str

    def go_top(self) -> None:
        """Go to the start."""
        self._leave()
        self.view.scroll_to(y=0, animate=False)

    def go_bottom(self) -> None:
        """Go to the end."""
        self._leave()
        self.view.scroll_to(y=self.view.max_scroll_y, animate=False)
        self._finish()

    def go_to_share(self, share: float) -> None:
        """Go to where `progress` is a share of the text, from 0 to 1, or as near as can be."""
        if share >= 1:
            self.go_bottom()
        elif self.view.page is not None:
            self._leave()
            line = round(share * self.view.page.height) - self.view.size.height
            self.view.scroll_to(y=max(0, line), animate=False)

    def go_to(self, offset: int) -> None:
        """Bring an offset of `Article.text` on screen."""
        self._leave()
        self.view.bring(offset)

    def go_to_passage(self, place: Span) -> None:
        """Bring a stretch of `Article.text` on screen, with the cursor on it if it is a quote."""
        reading = self._reading
        if reading is None:
            return
        found = (quote for quote in reading.quotes if quote.start == place.start)
        quote = next((quote for quote in found if quote.end == place.end), None)
        if quote is None:
            self.go_to(place.start)
        else:
            reading.put_cursor(quote)
            self._show_cursor()

    def jump_back(self) -> bool:
        """Go back to where the reader last jumped from; False where there is no such place."""
        place = self._reading.jumps.back(self.position) if self._reading else None
        return self._return_to(place)

    def jump_forward(self) -> bool:
        """Take back `jump_back`; False where there is nothing to take back."""
        place = self._reading.jumps.forward() if self._reading else None
        return self._return_to(place)

    def return_to(self, offset: int) -> None:
        """Bring the line of an offset of `Article.text` to the top, as a jump."""
        self._leave()
        self.view.go_to_line_of(offset)

    def stops_on_screen(self) -> list[int]:
        """Return where the quotes, names and links on the screen start, in `Article.text`."""
        if self._reading is None:
            return []
        marks, (first, last) = self.view.marks, self.view.extent_on_screen
        quotes = (quote for quote in marks.quotes.starting(first, last) if is_spoken(quote))
        names = (it for it in marks.mentions.starting(first, last) if marks.shows(it.label))
        stops: tuple[Stretch, ...] = (*quotes, *names, *marks.links.starting(first, last))
        return [stop.start for stop in stops if self.view.cell_of(stop.start) is not None]

    def stop_at(self, offset: int) -> None:
        """Put the cursor on the link, quote or name that starts at an offset of `Article.text`."""
        reading = self._reading
        if reading is None:
            return
        if links := self.view.marks.links.starting(offset, offset + 1):
            self.post_message(self.LinkChosen(links[0].url))
        elif reading.step_quote(offset - 1, 1, same_speaker=False) is None or (
            reading.quote is None or reading.quote.start != offset
        ):
            reading.step_mention(offset - 1, 1)
        self._show_cursor()

    def next_quote(self, step: int = 1, same_speaker: bool = False) -> bool:
        """Go quotes on (or back); False where there is none that way.

        Args:
            step: How many; negative is back.
            same_speaker: Whether only quotes of the current quote's speaker count.
        """
        if self._reading is None:
            return False
        place = self._place(self._reading, step)
        if self._reading.step_quote(place, step, same_speaker=same_speaker) is None:
            return False
        self._show_cursor()
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
        place = self._place(self._reading, step)
        if self._reading.step_mention(place, step, same=same, new=new) is None:
            return False
        self._show_cursor()
        return True

    def _show_cursor(self) -> None:
        """Bring what the cursor is on into sight and say what it is."""
        reading = self._reading
        if reading is None or reading.here is None:
            return
        self._leave()
        self.view.bring(reading.here.start, reading.here.end)
        self.view.set_here(reading.here)
        self._tell_cursor()

    def _leave(self) -> None:
        if self._reading is not None:
            self._reading.jumps.leave(self.position)

    def _return_to(self, place: int | None) -> bool:
        if place is not None:
            self.view.go_to_line_of(place)
        return place is not None

    def _place(self, reading: Reading, step: int) -> int:
        """Return from where to step: the cursor if it is on screen, or else the first line."""
        here = reading.here
        if here is not None and self.view.shows_position(here.start):
            return here.start
        return self.position - 1 if step > 0 else self.position
