"""The line under the text, or two: what the cursor is on, and how far the reader is."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tuireader.app.rendition.cells import crop, in_two_rows, leading_parts, width_of
from tuireader.app.widgets.dress import Colours, Dress
from tuireader.articles.cleaning.safety import sanitize_line

LONGEST_SHARE = len("100 %")
"""What is left for the progress, in cells, whatever it is: it changes with the rows taken."""
TWO_ROWS_FROM = 20
"""The height of the screen, in lines, from which on what is said may take a second row."""
EMPHASIS = Style(bold=True, reverse=True)
"""How the name of a mode is painted."""


class StatusLine(Widget):
    """A quiet line: something said on the left, progress on the right.

    What does not fit beside the progress goes on in a second row where the screen is high enough.
    """

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        background: $background;
        color: $foreground;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._lead = ""
        self._lead_style = Style()
        self._said = ""
        self._progress = ""
        self._short = ""
        self._styles: tuple[Style, Style] | None = None

    def notify_style_update(self) -> None:
        """Take on the colours of a new theme."""
        super().notify_style_update()
        self._styles = None

    def say(self, text: str, lead: str = "", style: Style | None = None) -> None:
        """Show a text on the left.

        Args:
            text: What to say, in parts with ``·`` between; the last are left out or cut where
                there is too little room.
            lead: What comes before it, such as a speaker's name.
            style: How that is painted.
        """
        self._lead = sanitize_line(lead)
        self._lead_style = style or Style()
        self._said = sanitize_line(text)
        self._take_rows()

    def set_progress(self, text: str, short: str = "") -> None:
        """Show how far the reader is, on the right.

        Args:
            text: What to show.
            short: What to show where `text` leaves too little room for what is said.
        """
        if text != self._progress:
            self._progress, self._short = text, short or text
            self._take_rows()

    def on_resize(self) -> None:
        """Take the rows that are needed at the new width."""
        self._take_rows()

    def _take_rows(self) -> None:
        rows = 2 if self._broken()[2] else 1
        height = self.styles.height
        if height is None or height.value != rows:
            self.styles.height = rows
        self.refresh()

    @property
    def said(self) -> tuple[str, str]:
        """What is shown on the left: what comes before, and the text."""
        return self._lead, self._said

    @property
    def text(self) -> str:
        """All that the line says, for tests and screen readers."""
        return " ".join(part for part in (self._lead, self._said, self._progress) if part)

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        width = self.size.width
        if self._styles is None:
            base = self.rich_style
            self._styles = base, base + Dress(Colours.of(self)).muted(0.35)
        base, muted = self._styles
        lead, said, more = self._broken()
        if y:
            row = Strip([Segment(" ", base), Segment(more, muted)])
            return row.adjust_cell_length(width, base)
        taken = width_of(lead) + width_of(said) + (5 if lead or said else 2)
        right = self._progress if taken + width_of(self._progress) <= width else self._short
        left = [Segment(" ", base), Segment(lead, base + self._lead_style), Segment(" ", base)]
        if not lead:
            left = [Segment(" ", base)]
        strip = Strip([*left, Segment(said, muted)])
        return Strip.join(
            [
                strip.adjust_cell_length(max(0, width - width_of(right) - 1), base),
                Strip([Segment(right, muted), Segment(" ", base)]),
            ]
        ).adjust_cell_length(width, base)

    def _broken(self) -> tuple[str, str, str]:
        """Return what has room: what comes before, what is said beside it, and below it."""
        width = self.size.width
        room = max(0, width - max(LONGEST_SHARE, width_of(self._short)) - 4)
        lead = crop(self._lead, room)
        left = max(0, room - width_of(lead) - 1)
        if self.is_attached and self.screen.size.height >= TWO_ROWS_FROM:
            return lead, *in_two_rows(self._said, left, width - 2, whole=bool(lead))
        return lead, leading_parts(self._said, left) or ("" if lead else crop(self._said, left)), ""
