"""The settings on one screen: what is changed takes effect at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from tuireader.app.content import safe_line
from tuireader.app.controllers.choices import AT_NEXT_START
from tuireader.config.edit import Value
from tuireader.config.options import OPTIONS, Option

_STEP = 4
"""By how much a number changes at a time."""


class SettingsScreen(ModalScreen[None]):
    """Lists the settings.

    Args:
        value_of: Returns what a setting is now.
        choose: Lets a setting have a value from now on.
        choose_theme: Lets the reader choose a theme.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", show=False),
        Binding("j", "cursor(1)", "Down", show=False),
        Binding("k", "cursor(-1)", "Up", show=False),
        Binding("right,l,plus", "step(1)", "Next value", show=False),
        Binding("left,h,minus", "step(-1)", "Previous value", show=False),
    ]

    def __init__(
        self,
        value_of: Callable[[Option], Value],
        choose: Callable[[str, str, Value], None],
        choose_theme: Callable[[], None],
    ) -> None:
        super().__init__()
        self._value_of = value_of
        self._choose = choose
        self._choose_theme = choose_theme
        self._options = [option for option in OPTIONS if _can_be_stepped(option)]

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        rows = [Row(self._line(option)) for option in self._options]
        yield OptionList(*rows, id="settings", markup=False)

    def on_mount(self) -> None:
        """Say how to use it."""
        frame = self.query_one(OptionList)
        frame.border_title = Content("Settings")
        frame.border_subtitle = Content("arrows or Enter change · Esc closes")

    def on_screen_resume(self) -> None:
        """Show what was chosen on another screen."""
        self._paint()

    def _line(self, option: Option) -> Content:
        value = self._value_of(option)
        shown = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
        later = " (at the next start)" if (option.section, option.name) in AT_NEXT_START else ""
        return Content.assemble(
            (f" {option.section}: {option.name.replace('_', ' ')}".ljust(24), "bold"),
            safe_line(shown.ljust(18)),
            Content("\n   " + option.about + later).stylize("dim"),
        )

    def _paint(self) -> None:
        frame = self.query_one(OptionList)
        for index, option in enumerate(self._options):
            frame.replace_option_prompt_at_index(index, self._line(option))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_step(1)

    def action_cursor(self, rows: int) -> None:
        """Go to another setting."""
        frame = self.query_one(OptionList)
        if rows > 0:
            frame.action_cursor_down()
        else:
            frame.action_cursor_up()

    def action_step(self, step: int) -> None:
        """Take the next or the previous value."""
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is None:
            return
        option = self._options[highlighted]
        if option.name == "theme":
            self._choose_theme()
            return
        self._choose(option.section, option.name, _next_value(option, self._value_of(option), step))
        self._paint()


def _can_be_stepped(option: Option) -> bool:
    """Return whether a setting is more than a text or a list that has to be written."""
    if isinstance(option.default, str):
        return bool(option.choices) or option.name == "theme"
    return not isinstance(option.default, tuple)


def _next_value(option: Option, value: Value, step: int) -> Value:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return min(max(option.least, value + step * _STEP), option.most)
    place = option.choices.index(str(value)) if value in option.choices else 0
    return option.choices[(place + step) % len(option.choices)]
