"""The first screen of somebody who has named no articles yet."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from tuireader.app.content import safe_line
from tuireader.app.widgets.line_input import LineInput
from tuireader.language import mark
from tuireader.language import translated as _

_TEXT = mark(
    """\
tuireader reads saved news articles and shows who said what, and about whom.

It opens any folder of text, Markdown, web pages, e-mails and more. Your files are never changed.\
 What you read and bookmark is kept apart from them, and never lost."""
)


class WelcomeScreen(Screen[tuple[Path, bool] | None]):
    """Asks for articles.

    Dismissed with a folder and whether it shall be the library from now on; with None to leave.

    Args:
        samples: The folder of the sample articles; None where there are none.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ctrl+c", "leave", "Leave", show=False),
        Binding("down,j", "app.focus_next", "Next", show=False),
        Binding("up,k", "app.focus_previous", "Previous", show=False),
    ]

    def __init__(self, samples: Path | None) -> None:
        super().__init__()
        self._samples = samples

    def compose(self) -> ComposeResult:
        """Lay out the text over the choices."""
        with Vertical(id="welcome"):
            yield Static(Content(_("Welcome to tuireader")), id="welcome-title", markup=False)
            yield Static(Content(_(_TEXT)), id="welcome-text", markup=False)
            if self._samples is not None:
                yield Button(
                    Content(_("Read the sample articles")), id="samples", variant="primary"
                )
            yield LineInput(_("Or type a folder of your own, and press Enter"), id="folder")
            yield Static("", id="welcome-complaint", markup=False)
            yield Static(
                Content(_("Tab goes on · Enter takes · q leaves")), id="welcome-keys", markup=False
            )

    @on(Button.Pressed, "#samples")
    def _take_samples(self) -> None:
        if self._samples is not None:
            self.dismiss((self._samples, False))

    @on(Input.Submitted, "#folder")
    def _take_folder(self, event: Input.Submitted) -> None:
        folder = Path(event.value.strip()).expanduser()
        if not event.value.strip():
            self._complain(_("Type the name of a folder first."))
        elif not folder.exists():
            self._complain(_("There is no {folder}: check the spelling.").format(folder=folder))
        else:
            self.dismiss((folder.absolute(), True))

    def _complain(self, message: str) -> None:
        self.query_one("#welcome-complaint", Static).update(safe_line(message))

    def action_leave(self) -> None:
        """Leave the program."""
        self.dismiss(None)
