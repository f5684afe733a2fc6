"""Opening articles in the background: always the one wanted last, and none waits for long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.cache import LRUCache
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from tuireader.annotation.settings import DEFAULT, AnnotationSettings
from tuireader.app import garbage
from tuireader.app.shelf import EntryKey, key_of
from tuireader.app.source import ArticleSource
from tuireader.articles.article import Unreadable
from tuireader.articles.checkpoint import Checkpoint, GivenUpError
from tuireader.language import translated as _
from tuireader.library.entry import Entry
from tuireader.library.overruling import Overruling

if TYPE_CHECKING:
    from tuireader.app.rendition.prepared import Prepared

KEPT = 8
"""Opened articles that are kept, so that going back to one shows it at once."""
LONGEST_KEPT = 2_000_000
"""Only articles whose file has at most so many characters of text are kept."""
PATIENCE = 0.4
"""Seconds after which an article that takes long no longer keeps the next one waiting."""
AT_ONCE = 3
"""So many articles are opened at the same time at most, those included that nobody waits for."""


@dataclass(frozen=True)
class LoadRequest:
    """An article to open, what the reader put right about it, and how it is annotated.

    Attributes:
        entry: Which.
        overruling: What was put right in it.
        annotation: How it is annotated.
    """

    entry: Entry
    overruling: Overruling | None = None
    annotation: AnnotationSettings = DEFAULT

    def means(self, other: LoadRequest) -> bool:
        """Whether the answer to another request answers this one."""
        return (
            _cache_key(self.entry) == _cache_key(other.entry)
            and self.overruling is other.overruling
            and self.annotation == other.annotation
        )


@dataclass
class ArticleLoaded(Message):
    """An article has been opened, or could not be; without a result where it was given up."""

    request: LoadRequest
    result: Prepared | Unreadable | None


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
        self._kept: LRUCache[tuple[EntryKey, str, float], Prepared] = LRUCache(KEPT)
        self._wanted: LoadRequest | None = None
        self._running: list[LoadRequest] = []
        self._any_finished = False

    @property
    def busy(self) -> bool:
        """Whether an article is awaited."""
        return self._wanted is not None

    def request(self, entry: Entry) -> Prepared | None:
        """Ask for an article; what was asked for before is no longer wanted.

        Args:
            entry: Which.

        Returns:
            The article where it is at hand; None where a message will bring it.
        """
        kept = self._kept.get(_cache_key(entry))
        if kept is not None:
            self._wanted = None
            return kept
        wanted = self._wanted = self._request_of(entry)
        if not self._running:
            self._begin(wanted)
        elif not self._is_running(wanted):
            self._screen.set_timer(PATIENCE, partial(self._overtake, wanted))
        return None

    def _request_of(self, entry: Entry) -> LoadRequest:
        return LoadRequest(entry, self._overruling(), self._library.annotation)

    def _overtake(self, wanted: LoadRequest) -> None:
        """Begin although another article, which nobody waits for any more, is still opened."""
        waits = self._wanted is wanted and not self._is_running(wanted)
        if waits and len(self._running) < AT_ONCE:
            self._begin(wanted)

    def _is_running(self, wanted: LoadRequest) -> bool:
        return any(wanted.means(running) for running in self._running)

    def finished(self, message: ArticleLoaded) -> Prepared | Unreadable | None:
        """Take note that an article came; begin the next.

        Returns:
            What came where it is the one wanted last; the others are not to be shown.
        """
        if not self._any_finished:
            self._any_finished = True
            garbage.set_aside()
        done, result = message.request, message.result
        self._running = [running for running in self._running if running is not done]
        if self._wanted is not None:
            self._wanted = self._request_of(self._wanted.entry)
        if result is not None and done.means(self._request_of(done.entry)):
            self._keep(done.entry, result)
        if self._wanted is None:
            return None
        if result is not None and self._wanted.means(done):
            self._wanted = None
            return result
        if not self._is_running(self._wanted):
            self._begin(self._wanted)
        return None

    def _keep(self, entry: Entry, result: Prepared | Unreadable) -> None:
        if isinstance(result, Unreadable):
            return
        if len(result.loaded.article.raw) <= LONGEST_KEPT:
            self._kept[_cache_key(entry)] = result

    def give_up(self) -> None:
        """Want nothing any more: what is being opened ends at its next step."""
        self._wanted = None

    def forget(self, entry: Entry) -> None:
        """Open an article anew when it is asked for next."""
        self._kept.discard(_cache_key(entry))

    def forget_all(self) -> None:
        """Open every article anew when it is asked for next."""
        self._kept.clear()

    def _begin(self, request: LoadRequest) -> None:
        self._running.append(request)
        screen: MessagePump = self._screen
        library = self._library

        def checkpoint() -> None:
            wanted = self._wanted
            if wanted is None or not wanted.means(request):
                raise GivenUpError

        def load() -> None:
            screen.post_message(ArticleLoaded(request, _load(library, request, checkpoint)))

        self._screen.run_worker(load, thread=True, group="load", name="load")


def _cache_key(entry: Entry) -> tuple[EntryKey, str, float]:
    return key_of(entry), entry.id, entry.modified


def _load(
    library: ArticleSource, request: LoadRequest, checkpoint: Checkpoint
) -> Prepared | Unreadable | None:
    from tuireader.app.rendition.prepared import Prepared

    try:
        found = library.load(request.entry, overruling=request.overruling, checkpoint=checkpoint)
        return found if isinstance(found, Unreadable) else Prepared(found)
    except GivenUpError:
        return None
    except Exception as error:
        return Unreadable(
            request.entry.path,
            _("tuireader failed on this file ({error}).").format(
                error=f"{type(error).__name__}: {error}"
            ),
            _("This is a fault of the program: please report it with the file."),
        )
