"""Giving what is read to another program: a shell command, a dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.annotation.annotation import Annotation
from tuireader.app.commands.command import ArgumentCommand, Group
from tuireader.app.commands.needs import TEXT
from tuireader.app.lookup import LookUpError, look_up_command
from tuireader.app.rendition.voices import is_spoken
from tuireader.app.tell import tell
from tuireader.app.workers.outside_command import CommandRun
from tuireader.articles.article import Article
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


def spoken_lines(article: Article, annotation: Annotation) -> str:
    """Return each quote on a line of its own, its speaker before it."""
    return "".join(
        f"{quote.speaker or 'Unknown speaker'}: "
        f"{sanitize_line(article.text[quote.start : quote.end])}\n"
        for quote in annotation.quotes
        if is_spoken(quote)
    )


def _show(app: ReaderApp, line: str, command: str | list[str], text: str = "") -> None:
    try:
        run = CommandRun(command, text)
    except FileNotFoundError:
        tell(
            app,
            _(
                'There is no program "{name}". Which one looks words up stands in the settings, '
                'as "lookup" under "reading".'
            ).format(name=command[0]),
            "error",
        )
    except (OSError, ValueError) as error:
        tell(
            app,
            _("This could not be run: {line} ({error})").format(line=line, error=error),
            "error",
        )
    else:
        from tuireader.app.screens.output import OutputScreen

        app.push_screen(OutputScreen(line, run))


class Pipe(ArgumentCommand):
    """Give the words selected, or else the article, to a shell command and show its output."""

    name = "Give the text to a command"
    keys = ("!",)
    footer_selecting = "Command"
    group = Group.ARTICLES
    argument = "COMMAND"
    free = True
    needs = TEXT

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Run it."""
        loaded = app.session.loaded
        assert loaded is not None
        article = loaded.article
        whole = f"{article.title}\n\n{article.text}\n"
        _show(app, argument, argument, app.main.pane.selected_text or whole)


class PipeQuotes(ArgumentCommand):
    """Give the quotes, each on a line after its speaker, to a shell command; show its output."""

    name = "Give the quotes to a command"
    keys = ("$",)
    group = Group.ARTICLES
    argument = "COMMAND"
    free = True
    needs = TEXT

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Run it."""
        loaded = app.session.loaded
        assert loaded is not None
        lines = spoken_lines(loaded.article, loaded.annotation)
        if lines:
            _show(app, argument, argument, lines)
        else:
            app.main.say(_("There are no quotes in this article."))


class LookUp(ArgumentCommand):
    """Look up the words selected, or the name under the cursor, by the command of the settings."""

    name = "Look up"
    keys = ("e",)
    footer_selecting = "Look up"
    group = Group.QUOTES
    argument = "WORDS"

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Look up what is at hand; ask for words where nothing is."""
        pane = app.main.pane
        entity = pane.current_entity()
        words = pane.selected_text or (entity.name if entity is not None else "")
        if words:
            self.run_with(app, words)
        else:
            super().run(app, count)

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Look words up."""
        try:
            command = look_up_command(app.settings.text("reading", "lookup"), argument)
        except LookUpError as error:
            tell(app, str(error), "warning")
        else:
            _show(app, " ".join(command), command)


COMMANDS = (Pipe(), PipeQuotes(), LookUp())
