"""Who speaks in the whole library, and what they said, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tuireader.app.content import safe_line
from tuireader.app.widgets.line_input import LineInput
from tuireader.app.widgets.row_list import RowList
from tuireader.language import counted
from tuireader.language import translated as _
from tuireader.library.index.names import Saying, Speaker

MOST_SHOWN = 200
"""Rows listed at once; the others are found by typing."""


class VoicesScreen(ModalScreen[Saying | None]):
    """Lists the speakers, then what one of them said; dismissed with the quote to go to.

    Args:
        speakers: Returns everybody who is quoted; called in a worker.
        sayings: Returns what somebody said; likewise.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("up", "step(-1)", "Up", show=False),
    ]

    @dataclass
    class Read(Message):
        """Speakers, or what one of them said, have been read from the index.

        Attributes:
            speaker: Who said it; None where these are speakers.
            found: What was read.
        """

        speaker: Speaker | None
        found: Sequence[Speaker | Saying]

    def __init__(
        self,
        speakers: Callable[[], Sequence[Speaker]],
        sayings: Callable[[Speaker], Sequence[Saying]],
    ) -> None:
        super().__init__()
        self._speakers_of_all = speakers
        self._sayings_of = sayings
        self._speakers: Sequence[Speaker] | None = None
        self._sayings: Sequence[Saying] | None = None
        self._speaker: Speaker | None = None
        self._shown: Sequence[Speaker | Saying] = ()

    def compose(self) -> ComposeResult:
        """Lay out the search line over the list."""
        with Vertical(id="voices"):
            yield LineInput(id="voices-search")
            yield RowList(id="voices-list", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Give the line what was typed before it had the focus."""
        if isinstance(self.focused, LineInput):
            self.focused.take_late(event)

    def on_mount(self) -> None:
        """Show the speakers."""
        self.query_one("#voices-list").can_focus = False
        self.set_focus(self.query_one("#voices-search", Input))  # at once: keys may wait
        self._show_speakers()

        def work() -> None:
            self.post_message(self.Read(None, self._speakers_of_all()))

        self.run_worker(work, thread=True, name="speakers")

    def _choose(self, speaker: Speaker) -> None:
        self._speaker, self._sayings = speaker, None
        self._head(
            speaker.name, _("Type to search what they said"), _("Enter goes there · Esc goes back")
        )

        def work() -> None:
            self.post_message(self.Read(speaker, self._sayings_of(speaker)))

        self.run_worker(work, thread=True, name="sayings")

    def _show_speakers(self) -> None:
        self._speaker = None
        self._head(_("Voices"), _("Type a name"), _("Enter shows what they said · Esc closes"))

    def _head(self, title: str, placeholder: str, keys: str) -> None:
        frame, search = self.query_one("#voices"), self.query_one("#voices-search", Input)
        frame.border_title = safe_line(title)
        frame.border_subtitle = Content(keys)
        search.placeholder = placeholder
        with search.prevent(Input.Changed):
            search.value = ""
        self._show("")

    @on(Read)
    def _read(self, message: Read) -> None:
        if message.speaker is None:
            self._speakers = [it for it in message.found if isinstance(it, Speaker)]
        elif message.speaker is self._speaker:
            self._sayings = [it for it in message.found if isinstance(it, Saying)]
        self._show(self.query_one("#voices-search", Input).value)

    def _show(self, typed: str) -> None:
        rows: Sequence[Speaker | Saying] | None
        rows = self._speakers if self._speaker is None else self._sayings
        words = typed.casefold().split()
        found = [row for row in rows or () if _fits(row, words)]
        self._shown = found[:MOST_SHOWN]
        options = [Option(_lines(row)) for row in self._shown]
        told = ""
        if rows is None:
            told = _("Reading …")
        elif not found:
            told = (
                _("Nothing fits these words.") if words else _("Nobody is quoted in this library.")
            )
        elif len(found) > MOST_SHOWN:
            told = counted(
                "{n} more: type to find it.",
                "{n} more: type to find them.",
                len(found) - MOST_SHOWN,
            )
        if told:
            options.append(Option(Content(told), disabled=True))
        voices = self.query_one("#voices-list", OptionList)
        voices.clear_options()
        voices.add_options(options)
        voices.highlighted = 0 if self._shown else None

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._take(self.query_one("#voices-list", OptionList).highlighted)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option_index)

    def _take(self, row: int | None) -> None:
        if row is None or row >= len(self._shown):
            return
        chosen = self._shown[row]
        if isinstance(chosen, Saying):
            self.dismiss(chosen)
        else:
            self._choose(chosen)

    def action_step(self, rows: int) -> None:
        """Go to another row."""
        voices = self.query_one("#voices-list", OptionList)
        if rows > 0:
            voices.action_cursor_down()
        else:
            voices.action_cursor_up()

    def action_leave(self) -> None:
        """Go back to the speakers, or close."""
        if self._speaker is None:
            self.dismiss(None)
        else:
            self._show_speakers()


def _fits(row: Speaker | Saying, words: Sequence[str]) -> bool:
    text = row.name if isinstance(row, Speaker) else f"{row.text} {row.title} {row.source}"
    folded = text.casefold()
    return all(word in folded for word in words)


def _lines(row: Speaker | Saying) -> Content:
    if isinstance(row, Speaker):
        quotes = counted("{n} quote", "{n} quotes", row.quotes)
        where = counted("in {n} article", "in {n} articles", row.articles)
        return safe_line(row.name).stylize("bold") + f"  {quotes} {where}"
    where = " · ".join(filter(None, (row.title, row.source, row.published[:10])))
    return Content("\n").join(
        [
            safe_line(row.text[:300]).truncate(200, ellipsis=True),
            Content("  ") + safe_line(where).stylize("dim"),
        ]
    )
