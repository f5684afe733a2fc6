"""The line under the text: what the cursor is on, and how far the reader is."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tuireader.app.rendition.cells import crop, leading_parts, width_of
from tuireader.app.widgets.dress import Colours, Dress
from tuireader.articles.cleaning.safety import sanitize_line

EMPHASIS = Style(bold=True, reverse=True)
"""How the name of a mode is painted."""


class StatusLine(Widget):
    """One quiet line: something said on the left, progress on the right."""

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
        self.refresh()

    def set_progress(self, text: str, short: str = "") -> None:
        """Show how far the reader is, on the right.

        Args:
            text: What to show.
            short: What to show where `text` leaves too little room for what is said.
        """
        if text != self._progress:
            self._progress, self._short = text, short or text
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
        lead, said = self._fitting(width - width_of(self._short) - 4)
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

    def _fitting(self, room: int) -> tuple[str, str]:
        """Return what of the left side has room, in cells: what comes before, and the rest."""
        lead = crop(self._lead, max(0, room))
        left = max(0, room - width_of(lead) - 1)
        return lead, leading_parts(self._said, left) or ("" if lead else crop(self._said, left))
