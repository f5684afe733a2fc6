"""How the text is set, and what in it can be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuireader.app.commands.command import ArgumentCommand, Command, Group
from tuireader.app.commands.copying import web_address
from tuireader.app.commands.needs import Need
from tuireader.app.rendition.voices import voice_key
from tuireader.articles.article import Link
from tuireader.articles.cleaning.safety import sanitize_line
from tuireader.language import mark
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


def _can_narrow(app: ReaderApp) -> bool:
    pane = app.main.pane
    quote = pane.current_quote()
    return pane.narrowed or (quote is not None and voice_key(quote) != "")


def _links(app: ReaderApp) -> dict[str, str]:
    """Return the addresses that a browser can open, by number and words, in order."""
    article = app.main.pane.article
    if article is None:
        return {}
    links: dict[str, Link] = {}
    for link in article.links:
        if web_address(link.url):
            links.setdefault(link.url, link)
    return {
        f"{number} {sanitize_line(article.text[link.start : link.end])}": address
        for number, (address, link) in enumerate(links.items(), 1)
    }


def _has_links(app: ReaderApp) -> bool:
    return bool(_links(app))


class JustifyLines(Command):
    """Fill the lines of the text to an even length, or leave them ragged."""

    name = "Lines of even length"
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle, and keep it for the next time."""
        justify = not app.main.pane.view.justify
        app.choices.choose("reading", "justify", justify)
        app.main.say(_("Lines are filled.") if justify else _("Lines are ragged."))


class SpellOutMarks(Command):
    """Say in words who speaks, for screen readers and braille displays; or show it by looks."""

    name = "Say in words who speaks"
    group = Group.VIEW

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Toggle, and keep it for the next time."""
        linear = not app.main.pane.linear
        app.choices.choose("reading", "spell_out", linear)
        app.main.say(_("Marks are said in words.") if linear else _("Marks are shown by looks."))


class OnlyTheirWords(Command):
    """Show only the words of the speaker of the current quote, or the whole text again."""

    name = "Only this speaker's words"
    keys = ("w",)
    group = Group.QUOTES
    needs = Need(_can_narrow, mark("No quote of a known speaker here."))

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Narrow, or widen."""
        pane = app.main.pane
        quote = pane.current_quote()
        pane.narrow("" if pane.narrowed or quote is None else voice_key(quote))


class FollowLink(ArgumentCommand):
    """Open a link of the text in the browser, by its number or its words."""

    name = "Open a link"
    keys = ("F",)
    group = Group.ARTICLES
    argument = "LINK"
    needs = Need(_has_links, mark("No links in this text."))

    def choices(self, app: ReaderApp) -> tuple[str, ...]:
        """Return the links, numbered."""
        return tuple(_links(app))

    def run_with(self, app: ReaderApp, argument: str) -> None:
        """Open it."""
        links = _links(app)
        found = next((links[name] for name in links if name.startswith(argument)), None)
        if found is None:
            told = _('There is no link "{name}"; there are {n}.')
            app.main.say(told.format(name=argument, n=len(links)))
            return
        app.open_link(found)


COMMANDS: tuple[Command, ...] = (
    JustifyLines(),
    SpellOutMarks(),
    OnlyTheirWords(),
    FollowLink(),
)
