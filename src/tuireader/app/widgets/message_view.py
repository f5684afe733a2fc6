"""What the pane says where there is no article: a welcome, or why a file cannot be read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tuireader.app.content import safe_content, safe_line
from tuireader.app.widgets.keeps_focus import KeepsFocus


class MessageView(KeepsFocus, VerticalScroll):
    """A title and some lines in a centred column."""

    DEFAULT_CSS = """
    MessageView {
        align: center middle;
        background: $background;
        color: $foreground;
        scrollbar-size-vertical: 1;
    }
    MessageView > Static { width: 100%; max-width: 64; height: auto; padding: 0 2; }
    MessageView > #message-title { text-style: bold; margin-bottom: 1; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the two texts."""
        yield Static(id="message-title", markup=False)
        yield Static(id="message-text", markup=False)

    def show(self, title: str, text: str) -> None:
        """Show a title and a text, whose line breaks are kept."""
        self.query_one("#message-title", Static).update(safe_line(title))
        self.query_one("#message-text", Static).update(safe_content(text))
