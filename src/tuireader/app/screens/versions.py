"""Two versions of an article side by side, with what is different between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tuireader.app.content import safe_content, safe_line
from tuireader.app.screens.scrolling import ScrollingScreen
from tuireader.app.widgets.article_row import short_date
from tuireader.articles.article import Article, Unreadable
from tuireader.language import counted
from tuireader.language import translated as _
from tuireader.library.differences import Pair, Side
from tuireader.library.entry import Entry

MOST_SHOWN = 300
"""Paragraphs that differ and are shown."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and their paragraphs.

    Attributes:
        left: One version.
        right: The other.
        pairs: Their paragraphs, those that belong together side by side.
    """

    left: Article
    right: Article
    pairs: tuple[Pair, ...]


class VersionsScreen(ScrollingScreen):
    """Shows what another version of an article says otherwise; the arrows take the next version.

    Args:
        entry: The version on the left.
        others: All other versions; one at least.
        compare: Opens and compares the left version with another; called in a worker.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,n", "other(1)", "Next version", show=False),
        Binding("left,h,p", "other(-1)", "Previous version", show=False),
    ]

    @dataclass
    class Compared(Message):
        """A version has been compared, or could not be."""

        other: Entry
        result: Comparison | Unreadable

    def __init__(
        self,
        entry: Entry,
        others: Sequence[Entry],
        compare: Callable[[Entry], Comparison | Unreadable],
    ) -> None:
        super().__init__()
        self._entry = entry
        self._others = others
        self._compare = compare
        self._at = 0

    def compose(self) -> ComposeResult:
        """Lay out the names of both over their paragraphs."""
        with Vertical(id="versions"):
            with Horizontal(classes="pair -names"):
                yield Static(_name(self._entry), markup=False)
                yield Static("", id="versions-other", markup=False)
            yield VerticalScroll(id="versions-scroll")

    def on_mount(self) -> None:
        """Compare with the first of the others."""
        frame = self.query_one("#versions")
        frame.border_title = safe_line(self._entry.title).truncate(60, ellipsis=True)
        several = len(self._others) > 1
        frame.border_subtitle = Content(
            _("left and right take other versions · Esc closes") if several else _("Esc closes")
        )
        self.scrolled.focus()
        self._begin()

    def _begin(self) -> None:
        other, compare = self._others[self._at], self._compare
        name = _name(other)
        if len(self._others) > 1:
            name = name + Content(f" ({self._at + 1}/{len(self._others)})")
        self.query_one("#versions-other", Static).update(name)

        def work() -> None:
            self.post_message(self.Compared(other, compare(other)))

        self.run_worker(work, thread=True, name="compare")

    async def on_versions_screen_compared(self, message: Compared) -> None:
        """Show the paragraphs, unless another version is wanted by now."""
        if message.other is not self._others[self._at]:
            return
        await self.scrolled.remove_children()
        await self.scrolled.mount(*_rows(message.result))
        self.scrolled.scroll_home(animate=False)

    def action_other(self, step: int) -> None:
        """Compare with the next version."""
        if len(self._others) > 1:
            self._at = (self._at + step) % len(self._others)
            self._begin()


def _rows(result: Comparison | Unreadable) -> Iterator[Widget]:
    if isinstance(result, Unreadable):
        yield Static(safe_content(f"{result.reason}\n\n{result.advice}".strip()), markup=False)
        return
    different = 0
    for same, pairs in groupby(result.pairs, key=lambda pair: pair.same):
        if same:
            told = counted(
                "{n} paragraph is the same", "{n} paragraphs are the same", len([*pairs])
            )
            yield Static(Content(f"· {told} ·"), classes="same", markup=False)
            continue
        for pair in pairs:
            different += 1
            if different > MOST_SHOWN:
                yield Static(_("There is more that differs."), classes="same", markup=False)
                return
            yield Horizontal(
                Static(_paragraph(result.left, pair.left), markup=False),
                Static(_paragraph(result.right, pair.right), markup=False),
                classes="pair",
            )
    if not different:
        yield Static(_("The texts are the same."), markup=False)


def _paragraph(article: Article, side: Side | None) -> Content:
    if side is None:
        return Content("")
    start = side.span.start
    text = safe_content(article.text[start : side.span.end])
    for change in side.changes:
        text = text.stylize("bold reverse", change.start - start, change.end - start)
    return text


def _name(entry: Entry) -> Content:
    parts = (entry.source, short_date(entry.published), entry.path.name)
    return safe_line(" · ".join(part for part in parts if part))
