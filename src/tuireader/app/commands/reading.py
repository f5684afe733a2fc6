"""Within the text: the same voice, the same name, back and forth, what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tuireader.app.commands.command import ArgumentCommand, Command, Context, Group
from tuireader.app.commands.needs import TEXT
from tuireader.app.rendition.layers import Layer
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


def _told(layer: Layer, shown: bool) -> str:
    match layer:
        case Layer.REPORTED:
            return _("Reported speech is marked.") if shown else _("Reported speech is not marked.")
        case Layer.ENTITIES:
            return _("Names are marked.") if shown else _("Names are not marked.")
    told = _("{what} are marked.") if shown else _("{what} are not marked.")
    return told.format(what=layer.label[0].upper() + layer.label[1:])


class TextCommand(Command):
    """A command that needs a text."""

    group = Group.QUOTES
    nothing_found: ClassVar[str] = ""
    needs = TEXT

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Go there, or say that there is nothing."""
        if not self.go(app, count or 1):
            app.main.say(_(self.nothing_found))

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go some steps; return False where there is nothing that way."""
        raise NotImplementedError


class NextQuote(TextCommand):
    """Go to the next quote."""

    name = "Next quote"
    keys = ("]",)
    footer = "Quotes"
    nothing_found = "There is no further quote."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        return app.main.pane.next_quote(steps)


class PreviousQuote(TextCommand):
    """Go to the previous quote."""

    name = "Previous quote"
    keys = ("[",)
    nothing_found = "There is no quote before this."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        return app.main.pane.next_quote(-steps)


class NextQuoteOfSpeaker(TextCommand):
    """Go to the next quote by the same speaker."""

    name = "Next quote by the same speaker"
    keys = (")",)
    nothing_found = "There is no further quote by this speaker."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        return app.main.pane.next_quote(steps, same_speaker=True)


class PreviousQuoteOfSpeaker(TextCommand):
    """Go to the previous quote by the same speaker."""

    name = "Previous quote by the same speaker"
    keys = ("(",)
    nothing_found = "There is no quote by this speaker before this."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        return app.main.pane.next_quote(-steps, same_speaker=True)


class NextEntity(TextCommand):
    """Go to the next name: a person, an organisation, a place, a date."""

    name = "Next name"
    keys = ("}",)
    nothing_found = "There is no further name."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        return app.main.pane.next_entity(steps)


class PreviousEntity(TextCommand):
    """Go to the previous name."""

    name = "Previous name"
    keys = ("{",)
    nothing_found = "There is no name before this."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        return app.main.pane.next_entity(-steps)


class NextMention(TextCommand):
    """Go to where the same name is next mentioned, by role or pronoun too."""

    name = "Next mention of this name"
    keys = (">",)
    nothing_found = "This name is not mentioned again."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        return app.main.pane.next_entity(steps, same=True)


class PreviousMention(TextCommand):
    """Go to where the same name is mentioned before, by role or pronoun too."""

    name = "Previous mention of this name"
    keys = ("<",)
    nothing_found = "This name is not mentioned before this."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        return app.main.pane.next_entity(-steps, same=True)


class NextNewName(TextCommand):
    """Go to the next name that was not mentioned before."""

    name = "Next new name"
    keys = ("*",)
    nothing_found = "No new name comes after this."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        return app.main.pane.next_entity(steps, new=True)


class NextParagraph(TextCommand):
    """Put the cursor on the next paragraph."""

    name = "Next paragraph"
    keys = ("J",)
    context = Context.READING
    group = Group.MOVING
    nothing_found = "This is the last paragraph."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        app.main.pane.clear_cursor()
        return app.main.pane.next_paragraph(steps)


class PreviousParagraph(TextCommand):
    """Put the cursor on the previous paragraph."""

    name = "Previous paragraph"
    keys = ("K",)
    context = Context.READING
    group = Group.MOVING
    nothing_found = "This is the first paragraph."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        app.main.pane.clear_cursor()
        return app.main.pane.next_paragraph(-steps)


class JumpBack(TextCommand):
    """Go back to where you jumped from."""

    name = "Jump back"
    keys = ("ctrl+o", "alt+left")
    context = Context.READING
    group = Group.MOVING
    nothing_found = "There is nothing to jump back to."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        return app.main.pane.jump_back()


class JumpForward(TextCommand):
    """Take back a jump back."""

    name = "Jump forward"
    keys = ("alt+o", "alt+right")
    context = Context.READING
    group = Group.MOVING
    nothing_found = "There is nothing to jump forward to."

    def go(self, app: ReaderApp, steps: int) -> bool:
        """Go there."""
        return app.main.pane.jump_forward()


class ToggleLayer(ArgumentCommand):
    """Show or hide one kind of mark in the text: quotes, people, places, dates."""

    name = "Show or hide marks"
    keys = ("M",)
    group = Group.VIEW
    argument = "KIND"
    needs = TEXT

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Toggle a kind."""
        if argument in tuple(Layer):
            shown = app.main.pane.toggle_layer(Layer(argument))
            app.main.say(_told(Layer(argument), shown))
        else:
            told = _('There is no kind "{name}"; there are {names}.')
            app.main.say(told.format(name=argument, names=", ".join(Layer)))

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the kinds."""
        return tuple(layer.value for layer in Layer)


class ToggleQuotes(Command):
    """Mark the quotes, or do not."""

    name = "Mark quotes"
    keys = ("Q",)
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle."""
        shown = app.main.pane.toggle_layer(Layer.QUOTES)
        app.main.say(_told(Layer.QUOTES, shown))


class ToggleReportedSpeech(Command):
    """Mark what somebody said in the writer's words, or do not."""

    name = "Mark reported speech"
    keys = ("R",)
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle."""
        shown = app.main.pane.toggle_layer(Layer.REPORTED)
        app.main.say(_told(Layer.REPORTED, shown))


class ToggleNames(Command):
    """Mark the names, or do not."""

    name = "Mark names"
    keys = ("E",)
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle."""
        shown = app.main.pane.toggle_layer(Layer.ENTITIES)
        app.main.say(_told(Layer.ENTITIES, shown))


COMMANDS: tuple[Command, ...] = (
    NextQuote(),
    PreviousQuote(),
    NextQuoteOfSpeaker(),
    PreviousQuoteOfSpeaker(),
    NextEntity(),
    PreviousEntity(),
    NextMention(),
    PreviousMention(),
    NextNewName(),
    NextParagraph(),
    PreviousParagraph(),
    JumpBack(),
    JumpForward(),
    ToggleLayer(),
    ToggleQuotes(),
    ToggleReportedSpeech(),
    ToggleNames(),
)
