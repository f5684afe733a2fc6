"""Choosing the colours: each theme is shown on the whole screen while the cursor is on it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tuireader.app.widgets.row_list import RowList
from tuireader.language import translated as _


class ThemeScreen(ModalScreen[str | None]):
    """Lists the themes; dismissed with the name of the one taken, None where none was.

    Args:
        names: The themes.
        current: The one in use.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "Close", show=False),
        Binding("j", "step(1)", "Down", show=False),
        Binding("k", "step(-1)", "Up", show=False),
    ]

    def __init__(self, names: tuple[str, ...], current: str) -> None:
        super().__init__()
        self._names = names
        self._before = current

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield RowList(
            *(Option(Content(f" {name} "), id=name) for name in self._names),
            id="themes",
            markup=False,
        )

    def on_mount(self) -> None:
        """Begin on the theme in use."""
        options = self.query_one(OptionList)
        options.border_title = Content(_("Theme"))
        options.border_subtitle = Content(_("Enter takes it · Esc keeps the old one"))
        if self._before in self._names:
            options.highlighted = self._names.index(self._before)

    @on(OptionList.OptionHighlighted)
    def _try_on(self, event: OptionList.OptionHighlighted) -> None:
        self.app.theme = event.option.id or self._before

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_step(self, rows: int) -> None:
        """Go to another theme."""
        options = self.query_one(OptionList)
        if rows > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_cancel(self) -> None:
        """Go back to the theme in use before."""
        self.app.theme = self._before
        self.dismiss(None)
