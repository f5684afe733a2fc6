"""What the reader chooses while the program runs: it takes effect at once, and is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.app.ordering import Order
from tuireader.app.tell import tell
from tuireader.config import config_path
from tuireader.config.edit import CannotSaveError, Value, save_setting
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp

USUAL_WIDTH = 72
"""The width of the column of text that is best to read, in cells."""
AT_NEXT_START = (
    ("library", "folders"),
    ("entities", "engine"),
    ("looks", "symbols"),
    ("looks", "language"),
    ("keymap", "preset"),
)
"""The settings that a running program does not follow."""


class ChoiceController:
    """Applies settings and writes them down.

    Args:
        app: The running program.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    def choose(self, section: str, name: str, value: Value) -> None:
        """Let a setting have a value from now on, and write it down."""
        self.keep(section, name, value)
        self._apply(section, name, value)

    def _apply(self, section: str, name: str, value: Value) -> None:
        app = self._app
        match section, name:
            case "looks", "theme":
                app.theme = str(value)
            case "looks", "animation":
                app.set_smooth(bool(value))
            case "list", "order":
                app.listing.sort(Order(str(value)))
            case "list", "layout":
                app.panes.stack(value == "above")
            case "list", "group":
                view = app.listing.view
                app.listing.set_view(replace(view, grouped=bool(value), unfolded=frozenset()))
            case "list", "views":
                app.panes.show_views(bool(value))
                app.viewing.refresh()
            case "list", "compact":
                app.main.articles.compact = bool(value)
            case "list", "width":
                app.panes.set_list_width(int(str(value)))
            case "reading", "width":
                app.main.pane.set_width(int(str(value)))
            case "reading", "justify":
                app.main.pane.set_justify(bool(value))
            case "reading", "spell_out":
                app.main.pane.set_linear(bool(value))
                app.show_terminal_cursor(bool(value))

    def keep(self, section: str, name: str, value: Value) -> None:
        """Write a setting down without applying it; say so where that cannot be done."""
        app = self._app
        app.settings = replace(app.settings, values={**app.settings.values, (section, name): value})
        try:
            save_setting(config_path(), section, name, value)
        except CannotSaveError as error:
            tell(app, str(error), "warning")

    def theme(self) -> None:
        """Let the reader choose a theme."""
        from tuireader.app.screens.themes import ThemeScreen

        app = self._app
        names = tuple(sorted(app.available_themes, key=lambda name: name[:9] != "tuireader"))

        def chosen(name: str | None) -> None:
            if name is not None:
                self.choose("looks", "theme", name)

        app.push_screen(ThemeScreen(names, app.theme), chosen)

    def column(self, cells: int | None) -> None:
        """Make the column of text wider, or narrower where negative; None for the usual width."""
        pane = self._app.main.pane
        wanted, seen = pane.view.desired_width, pane.view.column
        if cells is None:
            pane.set_width(USUAL_WIDTH)
        else:
            pane.change_width(cells + (min(0, seen - wanted) if seen and cells < 0 else 0))
        width = pane.view.desired_width
        if seen and cells is not None and cells > 0 and pane.view.column == seen:
            pane.set_width(wanted)
            told = _("The column is {width} wide; there is no room for more.")
            self._app.main.say(told.format(width=seen))
            return
        self._app.main.say(_("The column is {width} wide.").format(width=pane.view.column or width))
        self.keep("reading", "width", width)
