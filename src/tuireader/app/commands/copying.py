"""Taking something out of the text: copied words, the file, the page it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tuireader.annotation.annotation import Quote
from tuireader.app.commands.command import Command, Group
from tuireader.app.commands.needs import FILE, TEXT
from tuireader.articles.article import Article
from tuireader.articles.cleaning.safety import sanitize
from tuireader.language import translated as _

if TYPE_CHECKING:
    from tuireader.app.app import ReaderApp


def quotation(article: Article, quote: Quote) -> str:
    """Return a quote as it is passed on: with its speaker, and where it stands."""
    words = article.text[quote.start : quote.end]
    data = article.metadata
    where = ", ".join(filter(None, (article.title, data.source, data.published[:10], data.url)))
    lead = f"{quote.speaker}: " if quote.speaker else ""
    return sanitize(f"{lead}{words}\n({where})")


def web_address(url: str) -> str:
    """Return an address that may be handed to a browser; empty for any other."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


class Copy(Command):
    """Copy the words selected, or the quote with its speaker and source, or the paragraph."""

    name = "Copy"
    keys = ("y",)
    group = Group.ARTICLES
    footer_selecting = "Copy"
    needs = TEXT

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Copy."""
        pane, loaded = app.main.pane, app.session.loaded
        assert loaded is not None
        article, quote, paragraph = loaded.article, pane.current_quote(), pane.current_paragraph()
        if selected := pane.selected_text:
            app.copy(selected, _("The words selected are copied."))
            pane.select_nothing()
        elif quote is not None:
            app.copy(quotation(article, quote), _("The quote is copied."))
        elif paragraph is not None:
            app.copy(article.text[paragraph.start : paragraph.end], _("The paragraph is copied."))


class CopyAddress(Command):
    """Copy the address of the article's page, or else where its file is."""

    name = "Copy the address"
    keys = ("Y",)
    group = Group.ARTICLES
    needs = FILE

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Copy."""
        loaded, entry = app.session.loaded, app.session.entry
        assert entry is not None
        address = web_address(loaded.article.metadata.url) if loaded else ""
        if address:
            app.copy(address, _("The address is copied."))
        else:
            app.copy(str(entry.path), _("The path of the file is copied."))


class OpenOriginal(Command):
    """Open the article's page in the browser, or else its file in the program made for it."""

    name = "Open the original"
    keys = ("o",)
    group = Group.ARTICLES
    needs = FILE

    def run(self, app: ReaderApp, count: int | None) -> None:
        """Open."""
        loaded, entry = app.session.loaded, app.session.entry
        assert entry is not None
        address = web_address(loaded.article.metadata.url) if loaded else ""
        app.open_url(address or entry.path.absolute().as_uri())
        app.main.say(_("Opening {name}").format(name=address or entry.path.name))


COMMANDS: tuple[Command, ...] = (Copy(), CopyAddress(), OpenOriginal())
