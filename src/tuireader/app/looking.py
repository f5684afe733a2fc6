"""Looking for the articles that the reader asked to see; nothing here needs the screen."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import dataclass
from functools import lru_cache

from tuireader.app.source import ArticleSource, Found
from tuireader.app.view import View
from tuireader.language import retold
from tuireader.language import translated as _
from tuireader.library.marks import Marks
from tuireader.library.query.syntax import QueryError
from tuireader.state.marked import Marked
from tuireader.state.reader_state import ReaderState


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of looking for a view.

    Attributes:
        view: What was asked for.
        found: What fits it; None where nothing could be looked for.
        complaint: Why, as a sentence.
        mistake: What is wrong in the query, and where, if that is why.
    """

    view: View
    found: Found | None = None
    complaint: str = ""
    mistake: QueryError | None = None


def look_for(library: ArticleSource, view: View, marks: Marks) -> Answer:
    """Return the articles of a view, or why they cannot be found."""
    try:
        found = library.find(view.wanted, marks, view.sort, view.grouped, unfolded=view.unfolded)
        return Answer(view, found)
    except QueryError as error:
        return Answer(view, complaint=retold(error.message), mistake=error)
    except Exception as error:
        return Answer(view, complaint=_("The search failed: {error}").format(error=error))


def present_marks(state: ReaderState) -> Marks:
    """Return what the reader did with the articles so far, for queries."""
    return _marks_of(state.marked())


@lru_cache(maxsize=1)
def _marks_of(marked: Marked) -> Marks:
    return Marks(marked.read, marked.bookmarked, marked.noted, dict(marked.tagged))


class FirstList:
    """The first list of a library, looked for in a thread while the program gets ready.

    Args:
        library: Where.
        view: What is to be listed.
        state: What the reader did with the articles; gathered only where the view asks for it.
    """

    def __init__(self, library: ArticleSource, view: View, state: ReaderState) -> None:
        self.library = library
        marks = present_marks(state) if view.asks_of_reader else Marks()
        self._answer: Future[Answer] = Future()
        threading.Thread(
            target=self._look, args=(view, marks), name="first-list", daemon=True
        ).start()

    def _look(self, view: View, marks: Marks) -> None:
        try:
            self._answer.set_result(look_for(self.library, view, marks))
        except BaseException as error:
            self._answer.set_exception(error)

    def answer_within(self, seconds: float) -> Answer | None:
        """Return what was found; None where it is still being looked for after some seconds."""
        try:
            return self._answer.result(seconds)
        except TimeoutError:
            return None

    def wait(self) -> Answer:
        """Return what was found, once it is."""
        return self._answer.result()
