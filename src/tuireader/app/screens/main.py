"""The main screen: the list of articles beside the one being read."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from tuireader.app.controllers.bulk import ArticlesMarked
from tuireader.app.controllers.command_line import completions
from tuireader.app.symbols import ASCII, symbols_named
from tuireader.app.tell import tell
from tuireader.app.widgets.article_list import ArticleList
from tuireader.app.widgets.command_line import CommandLineBar
from tuireader.app.widgets.divider import Divider
from tuireader.app.widgets.filter_bar import FilterBar
from tuireader.app.widgets.footer import KeyFooter
from tuireader.app.widgets.line_input import LineInput, send_again
from tuireader.app.widgets.prompt_bar import PromptBar
from tuireader.app.widgets.view_list import ViewList
from tuireader.app.workers.completer import Completed
from tuireader.app.workers.export_reader import ExportsRead
from tuireader.app.workers.finder import ArticlesFound
from tuireader.app.workers.loader import ArticleLoaded
from tuireader.app.workers.refresher import EntriesRead, LibraryFailed, LibraryListed
from tuireader.app.workers.view_counter import ViewsCounted
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp
    from tuireader.app.widgets.reading_pane import ReadingPane


class MainScreen(Screen[None]):
    """The panes, and what happens when one of their messages comes.

    Args:
        app: The running program.

    Attributes:
        complete: Whether everything is there, and not the list alone.
    """

    def __init__(self, app: ReaderApp) -> None:
        super().__init__()
        symbols = symbols_named(app.settings.text("looks", "symbols"))
        self.articles = ArticleList(app.shelf, symbols, id="articles")
        self.articles.compact = app.settings.flag("list", "compact")
        self.divider = Divider(symbols)
        self.views = ViewList()
        self.house = Horizontal(id="house")
        self.panes = Horizontal(id="panes")
        self.set_class(symbols is ASCII, "-ascii")
        self.footer = KeyFooter(id="footer")
        self.filter_bar = FilterBar()
        self.prompt = PromptBar()
        self.command_line = CommandLineBar(
            lambda line: completions(app, app.commands, line), app.history
        )
        self.complete = False
        self._early: list[events.Key] = []

    @cached_property
    def pane(self) -> ReadingPane:
        """The article being read; loaded and made once the list is seen."""
        from tuireader.app.widgets.reading_pane import ReadingPane

        return ReadingPane(id="reading")

    @property
    def reader(self) -> ReaderApp:
        """The running program."""
        return cast("ReaderApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay out the panes over the footer."""
        with self.house, self.panes:
            yield self.articles
            yield self.divider
        yield self.footer

    def on_mount(self) -> None:
        """Begin with the list."""
        self.reader.panes.focus_list()
        self.reader.listing.refresh_rows()
        self.reader.filling.start(self.reader.first_list)
        # By way of the program: it answers once the first layout is over, and no sooner.
        self.app.call_later(self.call_after_refresh, self._add_rest)

    async def _add_rest(self) -> None:
        """Add all else once the list is seen; then take the keys typed before."""
        settings = self.reader.settings
        await self.panes.mount(self.pane)
        self.pane.set_width(settings.number("reading", "width"))
        self.pane.set_justify(settings.flag("reading", "justify"))
        self.pane.set_linear(settings.flag("reading", "spell_out"))
        await self.mount(self.filter_bar, self.prompt, self.command_line, before=self.footer)
        await self.house.mount(self.views, before=self.panes)
        self.complete = True
        self.reader.panes.arrange()
        self.reader.viewing.begin()
        self.reader.filling.begin_behind()
        for event in self._early:
            send_again(self.reader, event)

    def on_unmount(self) -> None:
        """Stop what runs in the background."""
        self.reader.filling.refresher.stop()
        self.reader.loader.give_up()

    def on_key(self, event: events.Key) -> None:
        """Run the command of a key."""
        line = self.focused
        missed = isinstance(line, LineInput) and line.missed(event)
        if self.complete and (missed or self.app.screen is not self):
            send_again(self.reader, event)
        elif self.complete:
            self.reader.keys.press(event)
        elif event.key == "ctrl+j":  # what Enter sends until the terminal hands keys on as they are
            self._early.append(events.Key("enter", "\r"))
        else:
            self._early.append(event)

    def on_resize(self) -> None:
        """Show the panes that there is room for."""
        self.reader.panes.arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus: the footer and what counts as opened depend on it."""
        self.reader.panes.focus_moved()

    def say(self, message: str) -> None:
        """Tell the reader something in passing: in the footer, or over it where it is too long."""
        fits = cell_len(message) + 2 <= self.size.width
        self.footer.news = message if fits else ""
        if not fits:
            tell(self.reader, message)

    def hush(self) -> None:
        """Take back what was said in passing."""
        self.footer.news = ""

    def open_command_line(self, line: str) -> None:
        """Show the command line with something on it."""
        self.command_line.open(line)

    @on(CommandLineBar.Entered)
    def _command_entered(self, message: CommandLineBar.Entered) -> None:
        self._close_command_line()
        self.hush()
        self.reader.keys.run_line(message.line)
        if self.command_line.display:
            told = _('"{name}" needs something after its name; Esc leaves.')
            self.say(told.format(name=self.command_line.line.strip()))

    @on(CommandLineBar.Cancelled)
    def _close_command_line(self) -> None:
        self.command_line.close()
        self.reader.panes.refocus()

    @on(KeyFooter.Clicked)
    def _footer_clicked(self, message: KeyFooter.Clicked) -> None:
        if message.hint.command:
            self.reader.keys.run_line(message.hint.command)
        else:
            send_again(self.reader, events.Key(message.hint.key, None))

    @on(PromptBar.Closed)
    def _prompt_closed(self) -> None:
        self.reader.panes.refocus()

    @on(FilterBar.Changed)
    def _filter_changed(self, message: FilterBar.Changed) -> None:
        self.reader.filtering.ask(message.query)

    def on_views_counted(self, message: ViewsCounted) -> None:
        """Show how many articles each view has."""
        self.reader.viewing.counted(message)

    @on(ViewList.Chosen)
    def _view_chosen(self, message: ViewList.Chosen) -> None:
        self.reader.viewing.chosen(message.row)

    @on(ViewList.Moved)
    def _view_moved(self, message: ViewList.Moved) -> None:
        self.reader.viewing.move(message.row, message.steps)

    @on(ViewList.Removed)
    def _view_removed(self, message: ViewList.Removed) -> None:
        self.reader.viewing.remove(message.row)

    @on(ViewList.Closed)
    def _views_closed(self) -> None:
        self.reader.viewing.close()

    @on(FilterBar.Typed)
    def _filter_typed(self, message: FilterBar.Typed) -> None:
        self.reader.filtering.complete(message.text, message.cursor)

    def on_completed(self, message: Completed) -> None:
        """Offer ways to go on with the filter."""
        self.filter_bar.offer(message.text, message.completions)

    @on(FilterBar.Accepted)
    def _filter_accepted(self) -> None:
        self.reader.filtering.accept()

    @on(FilterBar.Cancelled)
    def _filter_cancelled(self) -> None:
        self.reader.filtering.cancel()

    def on_articles_found(self, message: ArticlesFound) -> None:
        """Show what a query found."""
        self.reader.listing.answered(message)

    @on(ArticleList.Moved)
    def _cursor_moved(self, message: ArticleList.Moved) -> None:
        self.reader.listing.moved(message.entry)

    @on(ArticleList.Chosen)
    def _article_chosen(self, message: ArticleList.Chosen) -> None:
        self.reader.searching.open(message.entry)

    def on_reading_pane_position_changed(self, message: ReadingPane.PositionChanged) -> None:
        """Remember where the reader is."""
        self.reader.session.moved(message.position, message.progress)

    def on_reading_pane_selection_changed(self) -> None:
        """Show what can be done with what is selected."""
        if self.pane.selecting:
            self.hush()
        self.reader.keys.hint()

    def get_selected_text(self) -> str | None:
        """Return what is selected, for the keys by which terminals copy."""
        selected = self.pane.selected_text if self.complete else ""
        return selected or super().get_selected_text()

    def on_reading_pane_link_chosen(self, message: ReadingPane.LinkChosen) -> None:
        """Open a link of the article."""
        self.reader.open_link(message.url)

    def on_reading_pane_finished(self) -> None:
        """Take note that the reader came to the end."""
        self.reader.session.finished()

    @on(Divider.Dragged)
    def _divider_dragged(self, message: Divider.Dragged) -> None:
        self.reader.panes.widen_list(message.cells)

    def on_reading_pane_edge_dragged(self, message: ReadingPane.EdgeDragged) -> None:
        """Make the list above the text higher or lower."""
        self.reader.panes.heighten_list(message.lines)

    def on_library_listed(self, message: LibraryListed) -> None:
        """Show the list for the first time."""
        self.reader.filling.listed(message)

    def on_entries_read(self, message: EntriesRead) -> None:
        """Show what has been read of the files."""
        self.reader.filling.read(message)
        for entry in message.entries:
            self.reader.session.file_changed(entry)
        if message.finished:
            self.reader.taking_over.look()

    def on_exports_read(self, message: ExportsRead) -> None:
        """Take over what exports say of articles."""
        self.reader.taking_over.take_over(message)

    def on_library_failed(self, message: LibraryFailed) -> None:
        """Say why the library could not be read to its end."""
        self.reader.filling.failed(message.reason)

    def on_articles_marked(self, message: ArticlesMarked) -> None:
        """Show what was marked in the background."""
        self.reader.bulk.done(message)

    def on_article_loaded(self, message: ArticleLoaded) -> None:
        """Show an article that was opened in the background."""
        result = self.reader.loader.finished(message)
        if result is not None:
            self.reader.session.show(result)
        self.reader.filling.refresher.start()
