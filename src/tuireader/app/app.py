"""The application: it ties the library and the state to the screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.screen import Screen

from tuireader.app.commands.command import Command
from tuireader.app.commands.copying import web_address
from tuireader.app.commands.registry import COMMANDS
from tuireader.app.controllers.blocks import BlockController
from tuireader.app.controllers.bulk import BulkController
from tuireader.app.controllers.choices import ChoiceController
from tuireader.app.controllers.command_line import History
from tuireader.app.controllers.correcting import CorrectionController
from tuireader.app.controllers.filling import FillController
from tuireader.app.controllers.filtering import FilterController
from tuireader.app.controllers.jumping import JumpController
from tuireader.app.controllers.keys import KeyController
from tuireader.app.controllers.listing import ListController
from tuireader.app.controllers.marking import MarkController
from tuireader.app.controllers.naming import NamingController
from tuireader.app.controllers.noting import NoteController
from tuireader.app.controllers.own_names import OwnNameController
from tuireader.app.controllers.panes import PaneController
from tuireader.app.controllers.searching import SearchController
from tuireader.app.controllers.selection import SelectionController
from tuireader.app.controllers.taking_over import TakingOverController
from tuireader.app.controllers.troubles import TroubleController
from tuireader.app.controllers.viewing import ViewController
from tuireader.app.filters import screen_filters
from tuireader.app.keymap_settings import keymap_of
from tuireader.app.last_session import LastSession, load_session, save_session, session_path
from tuireader.app.looking import FirstList
from tuireader.app.screens.main import MainScreen
from tuireader.app.session import ReadingSession
from tuireader.app.settings_check import theme_problems
from tuireader.app.shelf import Shelf, key_of
from tuireader.app.source import ArticleSource
from tuireader.app.tell import tell
from tuireader.app.terminal import TerminalApp
from tuireader.app.themes import DARK, THEMES
from tuireader.app.view_orders import first_view, view_orders
from tuireader.app.workers.export_reader import ExportReader
from tuireader.app.workers.finder import ArticleFinder
from tuireader.app.workers.loader import ArticleLoader
from tuireader.app.workers.refresher import LibraryRefresher
from tuireader.app.workers.view_counter import ViewCounter
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.config import (
    Problem,
    Settings,
    sample_articles,
)
from tuireader.config.edit import Value
from tuireader.config.options import Option
from tuireader.language import translated as _
from tuireader.library.library import Library
from tuireader.state.reader_state import ReaderState


class ReaderApp(TerminalApp):
    """The running program.

    Args:
        roots: The folders and files to open; empty to ask for some.
        state: What the reader did with the articles.
        settings: What the reader chose.
        problems: What is wrong in the configuration.
        open_library: Makes the library of some folders and files.
        first_list: The first list of the library of `roots`, where it is being looked for already.
    """

    TITLE = "tuireader"
    CSS_PATH: ClassVar[list[str]] = ["reader.tcss"]  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        roots: Sequence[Path],
        state: ReaderState,
        settings: Settings | None = None,
        problems: Sequence[Problem] = (),
        open_library: Callable[[Sequence[Path]], ArticleSource] = Library,
        first_list: FirstList | None = None,
    ) -> None:
        super().__init__()
        self.roots = tuple(roots)
        self.state = state
        self.settings = settings or Settings()
        self._dress()
        self._open_library = open_library
        self.shelf = Shelf(state)
        self.last = load_session(session_path())
        self.orders = view_orders(self.settings, self.last)
        self.shelf.view = first_view(self.settings, self.last)
        self.history = History(self.last.commands)
        self.commands, keymap, complaints = keymap_of(self.settings, COMMANDS)
        themes = theme_problems(self.settings, self.available_themes)
        self.problems = (*problems, *complaints, *themes)
        self.main = MainScreen(self)
        self.session = ReadingSession(self)
        self.panes = PaneController(
            self,
            self.settings.number("list", "width"),
            stacked=self.settings.text("list", "layout") == "above",
        )
        self.selection = SelectionController(self, self.main)
        self.bulk = BulkController(self)
        self.noting = NoteController(self)
        self.marking = MarkController(self)
        self.jumping = JumpController(self)
        self.searching = SearchController(self, self.main)
        self.correcting = CorrectionController(self)
        self.naming = NamingController(self)
        self.own_names = OwnNameController(self)
        self.blocks = BlockController(self)
        self.choices = ChoiceController(self)
        self.keys = KeyController(self, self.main, keymap)
        self.troubles = TroubleController(self)
        self._first_list = first_list
        self.library: ArticleSource
        self.loader: ArticleLoader
        self.listing: ListController
        self.filling: FillController
        self.filtering: FilterController
        self.taking_over: TakingOverController
        self.viewing: ViewController

    def _dress(self) -> None:
        """Take the theme before any style is worked out, so that none is worked out twice."""
        for theme in THEMES:
            self.register_theme(theme)
        wanted = self.settings.text("looks", "theme")
        known = wanted if wanted in self.available_themes else DARK.name
        self.set_reactive(App.theme, known)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)

    def get_default_screen(self) -> Screen[None]:
        """Begin with the articles, where it is known which."""
        if not self.roots:
            return super().get_default_screen()
        self._open_library_of(self.roots)
        return self.main

    def on_mount(self) -> None:
        """Say what the reader must be told, or ask for articles."""
        if self.sixteen_colours:
            self.ansi_color = True
            self.add_class("-sixteen-colours")
        self.set_smooth(self.settings.flag("looks", "animation"))
        self.app_resume_signal.subscribe(self, self._resumed)
        self.show_terminal_cursor(self.settings.flag("reading", "spell_out"))
        if self.roots:
            self.troubles.begin()
        else:
            self._welcome()

    def _welcome(self) -> None:
        from tuireader.app.screens.welcome import WelcomeScreen

        self.push_screen(WelcomeScreen(sample_articles()), self._welcomed)

    def _welcomed(self, choice: tuple[Path, bool] | None) -> None:
        if choice is None:
            self.exit(0)
            return
        folder, keep = choice
        if keep:
            self.choices.keep("library", "folders", (str(folder),))
        self._open_library_of((folder,))
        self.push_screen(self.main)
        self.troubles.begin()

    @property
    def first_list(self) -> FirstList:
        """What the list shows first."""
        if self._first_list is None:
            self._first_list = FirstList(
                self._open_library(self.roots), self.shelf.view, self.state
            )
        return self._first_list

    def _open_library_of(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)
        self.library = self.first_list.library
        self.library.encodings = lambda: self.correcting.overruling.encodings
        self.library.overruling = lambda: self.correcting.overruling
        self.loader = ArticleLoader(self.main, self.library, lambda: self.correcting.overruling)
        refresher = LibraryRefresher(self.main, self.library)
        finder = ArticleFinder(self.main, self.library)
        self.listing = ListController(self, self.main, finder)
        self.filling = FillController(self, self.main, refresher)
        self.filtering = FilterController(self, self.main)
        self.taking_over = TakingOverController(self, ExportReader(self.main, self.library))
        self.viewing = ViewController(self, self.main, ViewCounter(self.main, self.library))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every painted line passes last."""
        return screen_filters(
            super().get_line_filters(),
            colourless=self.no_color,
            sixteen_colours=self.sixteen_colours,
            ascii_signs=self.settings.text("looks", "symbols") == "ascii",
        )

    def show_help(self) -> None:
        """Show every key and what it does."""
        from tuireader.app.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.commands, self.keys.keymap, self.panes.context))

    def show_palette(self) -> None:
        """Let the reader find a command by its name."""
        from tuireader.app.screens.palette import PaletteScreen

        def chosen(command: Command | None) -> None:
            if command is not None:
                self.keys.run(command)

        found = [item for item in self.commands if item.palette and item.available(self)]
        self.push_screen(PaletteScreen(found, self.keys.keymap), chosen)

    def show_settings(self) -> None:
        """Let the reader change the settings."""
        from tuireader.app.screens.settings import SettingsScreen

        def value_of(option: Option) -> Value:
            return self.settings.value(option)

        screen = SettingsScreen(value_of, self.choices.choose, self.choices.theme)
        self.push_screen(screen)

    @property
    def focus_place(self) -> Offset | None:
        """Where on the screen the reader is, where marks are spelt out in words."""
        shown = self.main.complete and self.screen is self.main
        return self.panes.focus_place if shown and self.main.pane.linear else None

    def _resumed(self, _: App[int]) -> None:
        self.show_terminal_cursor(self.main.pane.linear)

    async def action_quit(self) -> None:
        """Leave; the place in the article is kept."""
        self.leave()

    def leave(self, status: int = 0) -> None:
        """Keep the place in the article and end with an exit status."""
        if self.main in self.screen_stack:
            self.filling.refresher.stop()
        self.session.leave()
        entry = self.session.entry if self.session.opened else None
        article = key_of(entry) if entry else self.last.article
        usual = self.settings.text("list", "order")
        last = LastSession(article, tuple(self.history.lines), self.orders.kept, usual)
        save_session(session_path(), last)
        self.exit(status, status)

    def action_help_quit(self) -> None:
        """Say how to leave, to those who try Ctrl+C."""
        leave = next(item for item in self.commands if item.id == "quit")
        keys = (*self.keys.keymap.keys_of(leave), "ctrl+q")
        tell(self, _("Press {keys} to leave.").format(keys=_(" or ").join(keys)))

    def copy(self, text: str, told: str) -> None:
        """Put a text on the clipboard, and tell the reader so."""
        self.copy_to_clipboard(text)
        self.main.say(told)

    def open_link(self, url: str) -> None:
        """Open a link of an article in the browser; say so where it is none for a browser."""
        if address := web_address(url):
            self.open_url(address)
            self.main.say(_("Opening {name}").format(name=sanitize_line(address)))
        else:
            self.main.say(_("A browser cannot open {name}").format(name=sanitize_line(url)))
