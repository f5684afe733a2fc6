"""The pane with a search in it: what is found while the reader types, and the way through it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from tuireader.annotation.annotation import Span
from tuireader.app.rendition.find import PatternError
from tuireader.app.rendition.intervals import Intervals
from tuireader.app.rendition.prepared import Prepared
from tuireader.app.rendition.reading import Search
from tuireader.app.widgets.find_bar import FindBar
from tuireader.app.widgets.typeset_pane import TypesetPane
from tuireader.language import translated as _


class FindingPane(TypesetPane):
    """Shows an article and finds words in it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._before_find = 0

    def show(self, prepared: Prepared, *, position: int = 0) -> None:
        """Show an article; what was searched in another is not searched in it."""
        self._before_find = position
        super().show(prepared, position=position)

    def toggle_raw(self) -> bool:
        """Switch between clean and raw text at the same place; return whether raw is shown."""
        raw = super().toggle_raw()
        self._search_again()
        return raw

    @property
    def finding(self) -> bool:
        """Whether hits of a find are marked, so that `find_next` has where to go."""
        return self._reading is not None and self._reading.search is not None

    def set_linear(self, linear: bool) -> None:
        """Set whether marks are spelt out in words, and search again in what is shown."""
        super().set_linear(linear)
        self._search_again()

    def open_find(self) -> None:
        """Open the find bar and give it the focus."""
        if self._reading is not None:
            self._before_find = self.position
            self.query_one(FindBar).open()

    def start_find(self, pattern: str, regex: bool = False) -> int:
        """Find a pattern in the text and go to the first hit from here; return how many.

        Args:
            pattern: What to find; capitals count only where it has one.
            regex: Whether it is a regular expression.
        """
        if self._reading is None or not pattern:
            self.clear_find()
            return 0
        if not self.query_one(FindBar).is_open:
            self._before_find = self.position
        sheet = self._reading.sheet
        try:
            search = Search(sheet, pattern, regex=regex)
        except PatternError as error:
            self.query_one(FindBar).say(_("not a regular expression: {error}").format(error=error))
            return 0
        self._reading.search = search
        search.start_at(sheet.from_article(self._before_find))
        self._show_hit()
        return len(search.hits.items)

    def show_hits(self, query: str, spans: Sequence[Span], *, at_end: bool = False) -> None:
        """Mark what the library has found in this article, and go there.

        Args:
            query: What was looked for.
            spans: Where in the article it stands, in order.
            at_end: Whether to go to the last place, rather than the first.
        """
        if self._reading is None:
            return
        self._before_find = self.position
        search = Search(self._reading.sheet, query, spans=spans)
        search.index = (len(search.hits.items) if at_end else min(1, len(search.hits.items))) - 1
        self._reading.search = search
        self._show_hit()

    @property
    def finds_library_hits(self) -> bool:
        """Whether the hits marked are those of a search in the whole library."""
        search = self._reading.search if self._reading is not None else None
        return search is not None and search.spans is not None

    def at_edge(self, step: int) -> bool:
        """Return whether going hits on (or back) leads past the last (or first)."""
        search = self._reading.search if self._reading is not None else None
        return search is not None and search.at_edge(step)

    def find_next(self, step: int = 1) -> bool:
        """Go hits on (or back), round the ends; False where there is none."""
        if self._reading is None or self._reading.search is None:
            return False
        found = self._reading.search.step(step)
        self._show_hit()
        return found

    def clear_find(self) -> None:
        """Take the hits away."""
        self.query_one(FindBar).say("")
        if self._reading is not None and self._reading.search is not None:
            self._reading.search = None
            self.view.set_hits(Intervals(()), None)
            self._body.map_marks()
            self.status.say("")

    def _show_hit(self) -> None:
        reading = self._reading
        if reading is None or reading.search is None:
            return
        search = reading.search
        self.view.set_hits(search.hits, search.current)
        if search.current is not None:
            self.view.bring(reading.sheet.to_article(search.current.start))
        self.query_one(FindBar).say(search.count)
        self.status.say(search.count, search.query)
        self._body.map_marks()

    def _search_again(self) -> None:
        if self._reading is not None and (search := self._reading.search) is not None:
            if search.spans is not None:
                self.show_hits(search.query, search.spans)
            else:
                self.start_find(search.query, search.regex)

    @on(FindBar.Changed)
    def _find_changed(self, event: FindBar.Changed) -> None:
        event.stop()
        self.start_find(event.pattern, event.regex)

    @on(FindBar.Stepped)
    def _find_stepped(self, event: FindBar.Stepped) -> None:
        event.stop()
        self.find_next(event.step)

    @on(FindBar.Accepted)
    def _find_accepted(self, event: FindBar.Accepted) -> None:
        event.stop()
        self.query_one(FindBar).close()
        self.focus_text()
        search = self._reading.search if self._reading is not None else None
        if search is not None and not search.hits.items:
            self.clear_find()  # there is nowhere for the keys of a find to go
            self.status.say(search.count, search.query)

    @on(FindBar.Cancelled)
    def _find_cancelled(self, event: FindBar.Cancelled) -> None:
        event.stop()
        self.clear_find()
        self.query_one(FindBar).close()
        self.view.go_to_line_of(self._before_find)
        self.focus_text()
