"""The settings on one screen: what is changed takes effect at once."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import wrap
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option as Row

from tuireader.app.content import safe_line
from tuireader.app.controllers.choices import AT_NEXT_START
from tuireader.app.widgets.line_input import LineInput
from tuireader.app.widgets.row_list import RowList
from tuireader.config.edit import Value
from tuireader.config.options import OPTIONS, Option
from tuireader.language import mark
from tuireader.language import translated as _

_STEP = 4
"""By how much a number changes at a time."""
_WIDTH = 84
"""The widest that the list may be, in cells; as in the style sheet."""
_USE = mark("arrows or Enter change · Esc closes")
_TYPING_USE = mark("Enter takes it · Esc keeps the old one")


class SettingsScreen(ModalScreen[None]):
    """Lists the settings.

    Args:
        value_of: Returns what a setting is now.
        choose: Lets a setting have a value from now on.
        choose_theme: Lets the reader choose a theme.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Close", show=False),
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
        self._options = [option for option in OPTIONS if not isinstance(option.default, tuple)]

    def compose(self) -> ComposeResult:
        """Lay out the list, and the line to type a text in."""
        with Vertical(id="settings"):
            yield RowList(*(Row(self._line(option)) for option in self._options), markup=False)
            yield LineInput(id="setting-text")

    def on_mount(self) -> None:
        """Say how to use it."""
        self.query_one("#settings").border_title = Content(_("Settings"))
        self._type(None)

    def on_screen_resume(self) -> None:
        """Show what was chosen on another screen."""
        self._paint()

    @property
    def _room(self) -> int:
        """How many cells a sentence about a setting has."""
        return max(20, min(_WIDTH, self.app.size.width * 96 // 100) - 10)

    def on_resize(self) -> None:
        """Wrap the sentences anew."""
        self._paint()

    def _line(self, option: Option) -> Content:
        value = self._value_of(option)
        shown = {True: _("yes"), False: _("no")}[value] if isinstance(value, bool) else str(value)
        later = ""
        if (option.section, option.name) in AT_NEXT_START:
            later = " " + _("(at the next start)")
        return Content.assemble(
            (f" {option.section}: {option.name.replace('_', ' ')}".ljust(24), "bold"),
            safe_line(shown.ljust(18)),
            Content(
                "".join("\n   " + row for row in wrap(_(option.about) + later, self._room))
            ).stylize("dim"),
        )

    def _paint(self) -> None:
        frame = self.query_one(OptionList)
        for index, option in enumerate(self._options):
            frame.replace_option_prompt_at_index(index, self._line(option))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        option = self._highlighted
        if option is not None and _is_typed(option):
            self._type(option)
        else:
            self.action_step(1)

    @property
    def _highlighted(self) -> Option | None:
        row = self.query_one(OptionList).highlighted
        return None if row is None else self._options[row]

    def _type(self, option: Option | None) -> None:
        """Offer the line to type a text in; None puts it away."""
        line = self.query_one(LineInput)
        line.display = option is not None
        self.call_after_refresh(self.query_one(OptionList).scroll_to_highlight)
        frame = self.query_one("#settings")
        frame.border_subtitle = Content(_(_USE if option is None else _TYPING_USE))
        if option is None:
            self.query_one(OptionList).focus()
            return
        line.value = str(self._value_of(option))
        line.cursor_position = len(line.value)
        line.focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        option = self._highlighted
        if option is not None:
            self._choose(option.section, option.name, event.value.strip() or option.default)
        self._paint()
        self._type(None)

    def action_leave(self) -> None:
        """Put the line away, or close the screen."""
        if self.query_one(LineInput).has_focus:
            self._type(None)
        else:
            self.dismiss()

    def action_cursor(self, rows: int) -> None:
        """Go to another setting."""
        frame = self.query_one(OptionList)
        if rows > 0:
            frame.action_cursor_down()
        else:
            frame.action_cursor_up()

    def action_step(self, step: int) -> None:
        """Take the next or the previous value."""
        option = self._highlighted
        if option is None or _is_typed(option):
            return
        if option.name == "theme":
            self._choose_theme()
            return
        self._choose(option.section, option.name, _next_value(option, self._value_of(option), step))
        self._paint()


def _is_typed(option: Option) -> bool:
    """Return whether a setting is a text of the reader's own words."""
    return isinstance(option.default, str) and not option.choices and option.name != "theme"


def _next_value(option: Option, value: Value, step: int) -> Value:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return min(max(option.least, value + step * _STEP), option.most)
    place = option.choices.index(str(value)) if value in option.choices else 0
    return option.choices[(place + step) % len(option.choices)]
