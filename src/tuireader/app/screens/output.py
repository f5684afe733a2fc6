"""What a command of the system answered."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from tuireader.app.content import safe_content, safe_line
from tuireader.app.screens.scrolling import ScrollingScreen
from tuireader.app.workers.outside_command import CommandRun
from tuireader.articles.cleaning.safety import sanitize
from tuireader.language import number
from tuireader.language import translated as _

MOST_SHOWN = 100_000
"""Characters of the output that are shown."""


class OutputScreen(ScrollingScreen):
    """Shows the output of a command once it has ended; closing it before ends the command.

    Args:
        title: What is run.
        run: The command.
    """

    def __init__(self, title: str, run: CommandRun) -> None:
        super().__init__()
        self._title = title
        self._run = run

    def compose(self) -> ComposeResult:
        """Lay out the output."""
        with Vertical(id="output"), VerticalScroll(id="output-scroll"):
            yield Static(_("Running …"), id="output-text", markup=False)

    def on_mount(self) -> None:
        """Wait for the command."""
        frame = self.query_one("#output")
        frame.border_title = safe_line(self._title).truncate(80, ellipsis=True)
        frame.border_subtitle = safe_line(_("Esc closes"))
        self.scrolled.focus()
        self.run_worker(self._wait, thread=True, name="outside command")

    def on_unmount(self) -> None:
        """End what still runs."""
        self._run.stop()

    def _wait(self) -> None:
        output, status = self._run.wait()
        if self.is_attached:
            self.app.call_later(self._show, output, status)

    def _show(self, output: str, status: int) -> None:
        text = sanitize(output).expandtabs().rstrip()
        left_out = len(text) > MOST_SHOWN
        parts = [text[:MOST_SHOWN] or _("It wrote nothing.")]
        if left_out:
            parts.append(_("Only the first {n} characters are shown.").format(n=number(MOST_SHOWN)))
        if status:
            parts.append(_("The command failed: exit status {status}.").format(status=status))
        if self.is_attached:
            self.query_one("#output-text", Static).update(safe_content("\n\n".join(parts)))
