"""What a command of the system answered."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tuireader.app.content import safe_content, safe_line
from tuireader.app.workers.outside_command import CommandRun
from tuireader.articles.cleaning.safety import sanitize
from tuireader.language import number
from tuireader.language import translated as _

MOST_SHOWN = 100_000
"""Characters of the output that are shown."""


class OutputScreen(ModalScreen[None]):
    """Shows the output of a command once it has ended; closing it before ends the command.

    Args:
        title: What is run.
        run: The command.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Close", show=False),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("home,g", "ends(False)", "Beginning", show=False),
        Binding("end,G", "ends(True)", "End", show=False),
    ]

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
        self._text.focus()
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

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one("#output-scroll", VerticalScroll)

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self._text.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self._text.scroll_relative(y=pages * self._text.size.height, animate=False)

    def action_ends(self, last: bool) -> None:
        """Go to the end, or to the beginning."""
        if last:
            self._text.scroll_end(animate=False)
        else:
            self._text.scroll_home(animate=False)
