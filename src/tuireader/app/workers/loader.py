"""Opening articles in the background: one at a time, always the one wanted last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.cache import LRUCache
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from tuireader.app.shelf import EntryKey, key_of
from tuireader.app.source import ArticleSource
from tuireader.articles.article import Unreadable
from tuireader.articles.formats.format import ReadOptions
from tuireader.language import translated as _
from tuireader.library.entry import Entry, Loaded
from tuireader.library.overruling import Overruling

KEPT = 8
"""Opened articles that are kept, so that going back to one shows it at once."""


@dataclass
class ArticleLoaded(Message):
    """An article has been opened, or could not be."""

    entry: Entry
    result: Loaded | Unreadable
    overruled: bool = False
    """Whether the reader overruled how it is read, so that it is not to be kept."""
    overruling: Overruling | None = None
    """What was put right in it."""


class ArticleLoader:
    """Opens articles for a screen.

    Args:
        screen: Where the messages go; it must call `finished` for each.
        library: What opens them.
        overruling: Returns what the reader put right, the same object until that changes.
    """

    def __init__(
        self,
        screen: Screen[None],
        library: ArticleSource,
        overruling: Callable[[], Overruling | None] = lambda: None,
    ) -> None:
        self._screen: Screen[None] = screen
        self._library = library
        self._overruling = overruling
        self._kept: LRUCache[tuple[EntryKey, str, float], Loaded] = LRUCache(KEPT)
        self._wanted: Entry | None = None
        self._options: ReadOptions | None = None
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether an article is being opened."""
        return self._busy

    def request(self, entry: Entry, options: ReadOptions | None = None) -> Loaded | None:
        """Ask for an article.

        Args:
            entry: Which.
            options: What the reader overrules; the article is then read anew.

        Returns:
            The article where it is at hand; None where a message will bring it.
        """
        self._wanted, self._options = entry, options
        kept = None if options else self._kept.get(_cache_key(entry))
        if kept is not None:
            self._wanted = None
        elif not self._busy:
            self._begin()
        return kept

    def finished(self, message: ArticleLoaded) -> bool:
        """Take note that an article came; begin the next.

        Returns:
            Whether it is the one wanted last; the others are not to be shown.
        """
        self._busy = False
        if message.overruling is not self._overruling():
            if self._wanted is not None:
                self._begin()
            return False
        if isinstance(message.result, Loaded) and not message.overruled:
            self._kept[_cache_key(message.entry)] = message.result
        if self._wanted is None or key_of(self._wanted) != key_of(message.entry):
            if self._wanted is not None:
                self._begin()
            return False
        self._wanted = None
        return True

    def forget(self, entry: Entry) -> None:
        """Open an article anew when it is asked for next."""
        self._kept.discard(_cache_key(entry))

    def forget_all(self) -> None:
        """Open every article anew when it is asked for next."""
        self._kept.clear()

    def _begin(self) -> None:
        entry, options, overruling = self._wanted, self._options, self._overruling()
        assert entry is not None
        self._busy = True
        screen: MessagePump = self._screen
        library = self._library

        def load() -> None:
            result = _load(library, entry, options, overruling)
            screen.post_message(ArticleLoaded(entry, result, options is not None, overruling))

        self._screen.run_worker(load, thread=True, group="load", name="load")


def _cache_key(entry: Entry) -> tuple[EntryKey, str, float]:
    return key_of(entry), entry.id, entry.modified


def _load(
    library: ArticleSource,
    entry: Entry,
    options: ReadOptions | None,
    overruling: Overruling | None,
) -> Loaded | Unreadable:
    try:
        return library.load(entry, options, overruling)
    except Exception as error:
        return Unreadable(
            entry.path,
            _("tuireader failed on this file ({error}).").format(
                error=f"{type(error).__name__}: {error}"
            ),
            _("This is a fault of the program: please report it with the file."),
        )
